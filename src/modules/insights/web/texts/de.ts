import type { TextsLike } from '../../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'insights.title': 'Zahlen',
  'insights.received': 'Geld herein',
  'insights.invoiced': 'Verrechnet',
  'insights.total': '{amount} in zwölf Monaten',
  'insights.today': 'Heute',
  'insights.open': 'Offen',
  'insights.overdue': 'Überfällig',
  'insights.recurring': 'Kommt jeden Monat wieder',
  'insights.received-in': 'Eingegangen in {currency}',
  'insights.nothing': 'Nichts',
  'insights.none': 'Hier sehen Sie, wie das Jahr läuft, sobald etwas verrechnet ist.',
  'insights.customers': 'Von wem es kommt',
  'insights.customers-lead': 'Verrechnet in den letzten zwölf Monaten.',
  'insights.hours': 'Stunden',
  'insights.hours-lead': 'Der letzten dreissig Tage.',
  'insights.billable': '{percent} % verrechenbar',
  'insights.somebody': 'Jemand',
  'insights.spent': 'Geld weg',
  'insights.spent-lead': '{amount} für Kosten in zwölf Monaten, {refunded} zurück an Kunden',
  'insights.lifetime': '{amount} insgesamt',
  'insights.lifetime-average': 'Ein Kunde bringt mit der Zeit',
}

import type { TextsLike } from '../../../../kernel/text.ts'
import type { en } from './en.ts'

export const it: TextsLike<typeof en> = {
  'insights.title': 'Numeri',
  'insights.received': 'Denaro ricevuto',
  'insights.invoiced': 'Fatturato',
  'insights.total': '{amount} in dodici mesi',
  'insights.today': 'Oggi',
  'insights.open': 'Aperto',
  'insights.overdue': 'Scaduto',
  'insights.recurring': 'Torna ogni mese',
  'insights.received-in': 'Ricevuto in {currency}',
  'insights.nothing': 'Niente',
  'insights.none': 'Qui si vedrà come va l’anno, appena qualcosa sarà fatturato.',
  'insights.customers': 'Da chi arriva',
  'insights.customers-lead': 'Fatturato negli ultimi dodici mesi.',
  'insights.hours': 'Ore',
  'insights.hours-lead': 'Degli ultimi trenta giorni.',
  'insights.billable': '{percent} % fatturabile',
  'insights.somebody': 'Qualcuno',
  'insights.spent': 'Denaro in uscita',
  'insights.spent-lead': '{amount} di costi in dodici mesi, {refunded} restituiti ai clienti',
  'insights.lifetime': '{amount} in totale',
  'insights.lifetime-average': 'Un cliente porta, nel tempo',
}

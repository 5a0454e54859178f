import type { TextsLike } from '../../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'currencies.title': 'Wechselkurse',
  'currencies.lead': 'Von der Europäischen Zentralbank, vom {day}. Eigene gehen vor.',
  'currencies.lead-none': 'Noch keine bekannt. Sie kommen nachts von der Europäischen Zentralbank, aus ihrer Datei oder von Ihnen.',
  'currencies.own': 'Eigene Kurse',
  'currencies.set': 'Kurs festlegen',
  'currencies.one': '1 {from} = {rate} {to}',
  'currencies.days': '{from} bis {to}',
  'currencies.removed': 'Kurs entfernt.',
  'currencies.import': 'Kurse aus einer Datei übernehmen',
  'currencies.import-hint': 'eurofxref der EZB: XML, CSV oder ZIP',
  'currencies.imported': 'Kurse von {days} Tagen, {from} bis {to}.',
  'currencies.currency': 'Währung',
  'currencies.in': 'In {currency}',
  'currencies.from': 'Von',
  'currencies.to': 'Bis',
}

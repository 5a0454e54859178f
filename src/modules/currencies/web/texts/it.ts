import type { TextsLike } from '../../../../kernel/text.ts'
import type { en } from './en.ts'

export const it: TextsLike<typeof en> = {
  'currencies.title': 'Cambi',
  'currencies.lead': 'Dalla Banca centrale europea, del {day}. I vostri hanno la precedenza.',
  'currencies.lead-none': 'Ancora nessuno. Arrivano di notte dalla Banca centrale europea, dal suo file o da voi.',
  'currencies.own': 'Cambi propri',
  'currencies.set': 'Fissa un cambio',
  'currencies.one': '1 {from} = {rate} {to}',
  'currencies.days': 'dal {from} al {to}',
  'currencies.removed': 'Cambio rimosso.',
  'currencies.import': 'Importa cambi da un file',
  'currencies.import-hint': 'eurofxref della BCE: XML, CSV o ZIP',
  'currencies.imported': 'Cambi di {days} giorni, dal {from} al {to}.',
  'currencies.currency': 'Valuta',
  'currencies.in': 'In {currency}',
  'currencies.from': 'Dal',
  'currencies.to': 'Al',
}

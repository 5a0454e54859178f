import type { Texts } from '../../../../kernel/text.ts'

export const en = {
  'currencies.title': 'Exchange rates',
  'currencies.lead': 'From the European Central Bank, of {day}. Your own go first.',
  'currencies.lead-none': 'None known yet. They come by night from the European Central Bank, from its file, or from you.',
  'currencies.own': 'Own rates',
  'currencies.set': 'Set a rate',
  'currencies.one': '1 {from} = {rate} {to}',
  'currencies.days': '{from} to {to}',
  'currencies.removed': 'Rate removed.',
  'currencies.import': 'Import rates from a file',
  'currencies.import-hint': 'eurofxref of the ECB: XML, CSV or ZIP',
  'currencies.imported': '{days} days of rates, {from} to {to}.',
  'currencies.currency': 'Currency',
  'currencies.in': 'In {currency}',
  'currencies.from': 'From',
  'currencies.to': 'To',
} as const satisfies Texts

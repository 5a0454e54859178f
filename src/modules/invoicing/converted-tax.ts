import { fromWire, type Money } from '../../kernel/money.ts'
import { convert, parseRate, type ExchangeRate } from '../currencies/index.ts'
import type { ConvertedTax } from './document-parts.ts'

/** The tax of a document in the company's currency at a day's rate. */
export function convertedTax(tax: Money, rate: ExchangeRate): ConvertedTax {
  return { tax: convert(tax, rate.to, rate).toJSON(), rate: rate.text, on: rate.on, source: rate.source }
}

/** A credit note takes back at the rate of its invoice, so that the two come to nothing in either currency. */
export function convertedAgain(tax: Money, of: ConvertedTax): ConvertedTax {
  const to = fromWire(of.tax).currency
  return { ...of, tax: convert(tax, to, { from: tax.currency, to, ...parseRate(of.rate)! }).toJSON() }
}

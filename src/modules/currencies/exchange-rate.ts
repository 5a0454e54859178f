import type { Currency } from '../../kernel/currency.ts'
import type { Day } from '../../kernel/day.ts'
import type { Money } from '../../kernel/money.ts'
import { convert, crossRate, parseRate, rateOf, sameCurrency, type ExchangeRate } from './rate.ts'
import { findOwnRate, latestRates, type RateContext } from './store.ts'

/**
 * The rate of a day: the company's own where it set one, else the ECB's reference rate of that day or the latest before,
 * at most a week old; between two other currencies over the euro. Undefined where none is known.
 */
export async function exchangeRate(context: RateContext, asked: { from: Currency; to: Currency; on: Day }): Promise<ExchangeRate | undefined> {
  const { from, to, on } = asked
  if (from === to) return sameCurrency(from, on)
  const own = await findOwnRate(context, asked)
  const parsed = own && parseRate(own.rate)
  if (own && parsed) {
    const turned = own.from === from ? parsed : { numerator: parsed.denominator, denominator: parsed.numerator }
    return rateOf({ from, to, ...turned, on: own.validFrom, source: 'own' })
  }
  const latest = await latestRates(context, on)
  const perEuroFrom = from === 'EUR' ? '1' : latest?.rates[from]
  const perEuroTo = to === 'EUR' ? '1' : latest?.rates[to]
  if (!latest || perEuroFrom === undefined || perEuroTo === undefined) return undefined
  return crossRate({ from, to, perEuroFrom, perEuroTo, on: latest.on, source: 'ecb' })
}

/** An amount in the company's currency at a day's rate, with the rate; undefined where none is known. */
export async function inCompanyCurrency(context: RateContext, value: Money, on: Day): Promise<{ amount: Money; rate: ExchangeRate } | undefined> {
  const to = context.company.currency
  const rate = await exchangeRate(context, { from: value.currency, to, on })
  return rate && { amount: convert(value, to, rate), rate }
}

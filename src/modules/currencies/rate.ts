import { exponentOf, type Currency } from '../../kernel/currency.ts'
import type { Day } from '../../kernel/day.ts'
import { divideRounded, money, type Money } from '../../kernel/money.ts'

/**
 * What one unit of `from` is worth in `to`: an exact fraction, so that nothing is lost in between. On documents stands
 * `text`, the same with at most six places that matter.
 */
export interface ExchangeRate {
  readonly from: Currency
  readonly to: Currency
  readonly numerator: bigint
  readonly denominator: bigint
  readonly text: string
  /** The day of the rate, which may be before the day that was asked for. */
  readonly on: Day
  readonly source: RateSource
}

/** ecb: the European Central Bank's euro foreign exchange reference rates; own: set by the company; same: no exchange at all. */
export type RateSource = 'ecb' | 'own' | 'same'

/** A decimal as a fraction of two integers. */
export interface Decimal {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Reads "0.9242", "1740.86". Undefined when the text is no positive decimal of at most twelve places. */
export function parseRate(text: string): Decimal | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,12}))?$/.exec(text)
  if (!match) return undefined
  const places = match[2] ?? ''
  const numerator = BigInt(match[1] + places)
  return numerator === 0n ? undefined : { numerator, denominator: 10n ** BigInt(places.length) }
}

/** The rate over the euro: units of `to` per euro divided by units of `from` per euro, as the ECB tells the user to compute it. */
export function crossRate(options: {
  from: Currency
  to: Currency
  perEuroFrom: string
  perEuroTo: string
  on: Day
  source: RateSource
}): ExchangeRate | undefined {
  const from = parseRate(options.perEuroFrom)
  const to = parseRate(options.perEuroTo)
  if (!from || !to) return undefined
  return rateOf({ ...options, numerator: to.numerator * from.denominator, denominator: to.denominator * from.numerator })
}

export function rateOf(rate: Omit<ExchangeRate, 'text'>): ExchangeRate {
  const { from, to, on, source } = rate
  const divisor = greatestCommonDivisor(rate.numerator, rate.denominator)
  const fraction = { numerator: rate.numerator / divisor, denominator: rate.denominator / divisor }
  return { from, to, on, source, ...fraction, text: rateText(fraction) }
}

export function sameCurrency(currency: Currency, on: Day): ExchangeRate {
  return { from: currency, to: currency, numerator: 1n, denominator: 1n, text: '1', on, source: 'same' }
}

/**
 * An amount in another currency, rounded half away from zero to its minor unit. Throws a bug when the rate is not one
 * from the amount's currency into `to`.
 */
export function convert(value: Money, to: Currency, rate: Pick<ExchangeRate, 'from' | 'to' | 'numerator' | 'denominator'>): Money {
  if (rate.from !== value.currency || rate.to !== to) throw new Error(`a rate ${rate.from} to ${rate.to} does not turn ${value.currency} into ${to}`)
  const up = 10n ** BigInt(exponentOf(to))
  const down = 10n ** BigInt(exponentOf(value.currency))
  return money(divideRounded(value.minor * rate.numerator * up, rate.denominator * down), to)
}

/** Six digits that matter at least four places: "0.9242", "1.083247", "0.00053706". */
function rateText({ numerator, denominator }: Decimal): string {
  let places = 6
  while (places < 12 && (numerator * 10n ** BigInt(places)) / denominator < 10_000n) places += 1
  const digits = divideRounded(numerator * 10n ** BigInt(places), denominator)
    .toString()
    .padStart(places + 1, '0')
  const fraction = digits.slice(-places).replace(/0+$/, '')
  return fraction === '' ? digits.slice(0, -places) : `${digits.slice(0, -places)}.${fraction}`
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : greatestCommonDivisor(right, left % right)
}

import { exponentOf, type Currency } from './currency.ts'
import { Quantity } from './quantity.ts'
import type { Percent } from './percent.ts'

/**
 * An amount in one currency, held as an integer of minor units (Rappen, cents, yen).
 * Never edited; on the wire it is `{ amount: "12.50", currency: "CHF" }`.
 */
export class Money {
  readonly minor: bigint
  readonly currency: Currency

  constructor(minor: bigint, currency: Currency) {
    this.minor = minor
    this.currency = currency
  }

  toJSON(): MoneyOnTheWire {
    return { amount: amountText(this), currency: this.currency }
  }
}

/** Money as JSON carries it: a decimal text with exactly the currency's places. */
export interface MoneyOnTheWire {
  readonly amount: string
  readonly currency: Currency
}

/** `money(1250n, 'CHF')` is CHF 12.50: the first argument counts minor units. */
export function money(minor: bigint, currency: Currency): Money {
  return new Money(minor, currency)
}

export function zero(currency: Currency): Money {
  return new Money(0n, currency)
}

/** Reads "12.5", "-3", "1200.00". Undefined when the text is no number or has more places than the currency. */
export function parseMoney(amount: string, currency: Currency): Money | undefined {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,4}))?$/.exec(amount)
  if (!match) return undefined
  const exponent = exponentOf(currency)
  const fraction = match[3] ?? ''
  if (fraction.slice(exponent).replace(/0/g, '') !== '') return undefined
  const minor = BigInt(match[2] + fraction.slice(0, exponent).padEnd(exponent, '0'))
  return new Money(match[1] ? -minor : minor, currency)
}

/** Reads money from the wire; throws a bug when it is malformed, since the door has already parsed it. */
export function fromWire(wire: MoneyOnTheWire): Money {
  const parsed = parseMoney(wire.amount, wire.currency)
  if (!parsed) throw new Error(`not money: ${wire.amount} ${wire.currency}`)
  return parsed
}

/** The amount as a plain decimal text with a point: "12.50", "-0.05", "1200" for yen. */
export function amountText(value: Money): string {
  const exponent = exponentOf(value.currency)
  const sign = value.minor < 0n ? '-' : ''
  const digits = (value.minor < 0n ? -value.minor : value.minor).toString().padStart(exponent + 1, '0')
  if (exponent === 0) return sign + digits
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

export function add(left: Money, right: Money): Money {
  assertSameCurrency(left, right)
  return new Money(left.minor + right.minor, left.currency)
}

export function subtract(left: Money, right: Money): Money {
  assertSameCurrency(left, right)
  return new Money(left.minor - right.minor, left.currency)
}

export function negate(value: Money): Money {
  return new Money(-value.minor, value.currency)
}

/** The sum; the currency is needed because the list may be empty. */
export function sum(values: Iterable<Money>, currency: Currency): Money {
  let total = 0n
  for (const value of values) {
    if (value.currency !== currency) throw new Error(`cannot add ${value.currency} to ${currency}`)
    total += value.minor
  }
  return new Money(total, currency)
}

export function isZero(value: Money): boolean {
  return value.minor === 0n
}

export function isNegative(value: Money): boolean {
  return value.minor < 0n
}

export function isPositive(value: Money): boolean {
  return value.minor > 0n
}

export function minimum(left: Money, right: Money): Money {
  assertSameCurrency(left, right)
  return left.minor <= right.minor ? left : right
}

export function compareMoney(left: Money, right: Money): number {
  assertSameCurrency(left, right)
  return left.minor < right.minor ? -1 : left.minor > right.minor ? 1 : 0
}

/**
 * Price times quantity, rounded half away from zero to the minor unit.
 * `per` is EN 16931's item price base quantity (BT-149): a price of 160 per 60 minutes has `per` 60.
 */
export function multiply(price: Money, quantity: Quantity, per: Quantity = Quantity.one): Money {
  return new Money(divideRounded(price.minor * quantity.thousandths, per.thousandths), price.currency)
}

/** The share of an amount, rounded half away from zero: `portion(fee, 10n, 31n)` is 10 of 31 days. */
export function portion(value: Money, numerator: bigint, denominator: bigint): Money {
  return new Money(divideRounded(value.minor * numerator, denominator), value.currency)
}

/** A percentage of an amount, rounded half away from zero. */
export function percentOf(value: Money, percent: Percent): Money {
  return new Money(divideRounded(value.minor * BigInt(percent.basisPoints), 10_000n), value.currency)
}

/** The tax on a net amount. EN 16931 BR-CO-17: VAT is rounded per rate group, not per line. */
export function vatOn(net: Money, rate: Percent): Money {
  return percentOf(net, rate)
}

/** The tax contained in a gross amount: gross × rate / (1 + rate), rounded half away from zero. */
export function vatWithin(gross: Money, rate: Percent): Money {
  const basisPoints = BigInt(rate.basisPoints)
  return new Money(divideRounded(gross.minor * basisPoints, 10_000n + basisPoints), gross.currency)
}

/**
 * Splits an amount by weights so that the parts sum to it exactly; the left-over minor units go to the
 * largest remainders, the earlier part first. `allocate(total, [1n, 1n, 1n])`.
 */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  const weightSum = weights.reduce((left, right) => left + right, 0n)
  if (weightSum <= 0n || weights.some((weight) => weight < 0n)) throw new Error('weights must be positive')
  const sign = total.minor < 0n ? -1n : 1n
  const whole = total.minor * sign
  const parts = weights.map((weight, index) => ({
    index,
    minor: (whole * weight) / weightSum,
    remainder: (whole * weight) % weightSum,
  }))
  let left = whole - parts.reduce((soFar, part) => soFar + part.minor, 0n)
  const byRemainder = [...parts].sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const part of byRemainder) {
    if (left === 0n) break
    part.minor += 1n
    left -= 1n
  }
  return parts.map((part) => new Money(part.minor * sign, total.currency))
}

/** Integer division rounded half away from zero: the commercial rounding of invoices. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const isNegativeResult = numerator < 0n !== denominator < 0n
  const top = numerator < 0n ? -numerator : numerator
  const bottom = denominator < 0n ? -denominator : denominator
  const rounded = (2n * top + bottom) / (2n * bottom)
  return isNegativeResult ? -rounded : rounded
}

function assertSameCurrency(left: Money, right: Money): void {
  if (left.currency !== right.currency) throw new Error(`cannot mix ${left.currency} and ${right.currency}`)
}

/**
 * Exact decimals for the rules of e-invoices: a whole number of 10^-20, so that no amount, quantity or percentage a file
 * can hold is ever rounded on the way in. Never a float.
 */
export type Decimal = bigint

const places = 20
const one = 10n ** BigInt(places)
const cent = one / 100n

/** Longer than this is no amount; it is refused before any arithmetic, so hostile digits cost nothing. */
const digitsMax = 40

/** Reads a decimal as XML Schema writes it: "12", "-0.5", "+3.", ".25". Undefined where it is none, has an exponent or too many digits. */
export function decimal(text: string | null | undefined): Decimal | undefined {
  if (text === null || text === undefined || text.length > 2 * digitsMax) return undefined
  const match = /^\s*([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?\s*$/.exec(text)
  if (!match) return undefined
  const whole = match[2] ?? ''
  const fraction = match[3] ?? ''
  if (whole.length > digitsMax || fraction.length > places) return undefined
  const value = BigInt(whole + fraction.padEnd(places, '0'))
  return match[1] === '-' ? -value : value
}

/** The decimal of a small whole number or of hundredths: `hundredths(2n)` is 0.02. */
export function hundredths(count: bigint): Decimal {
  return count * cent
}

/** Rounded to cents, half towards positive infinity, as `round` of XPath does. */
export function toCents(value: Decimal): Decimal {
  return floorDivide(2n * value + cent, 2n * cent) * cent
}

/** The whole number next to it, half towards positive infinity. */
export function toWhole(value: Decimal): bigint {
  return floorDivide(2n * value + one, 2n * one)
}

/** `percentage` per cent of `base`, rounded to cents half towards positive infinity. */
export function share(base: Decimal, percentage: Decimal): Decimal {
  return floorDivide(2n * base * percentage + one * one, 2n * one * one) * cent
}

/** Whether `amount` and `percentage` per cent of `base` lie at most `slack` apart. */
export function isShare(options: { amount: Decimal; base: Decimal; percentage: Decimal; slack: Decimal }): boolean {
  const { amount, base, percentage, slack } = options
  return absolute(amount * one * 100n - base * percentage) <= slack * one * 100n
}

/** Whether `amount` and `quantity` × `price` ÷ `per` + `added` lie at most `slack` apart; `per` is above zero. */
export function isLineAmount(options: { amount: Decimal; quantity: Decimal; price: Decimal; per: Decimal; added: Decimal; slack: Decimal }): boolean {
  const { amount, quantity, price, per, added, slack } = options
  return absolute((amount - added) * per - quantity * price) <= slack * per
}

export function absolute(value: Decimal): Decimal {
  return value < 0n ? -value : value
}

export function total(values: Iterable<Decimal | undefined>): Decimal {
  let sum = 0n
  for (const value of values) sum += value ?? 0n
  return sum
}

/** How many places a text writes after the point. */
export function placesOf(text: string): number {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.trim().length - point - 1
}

/** A decimal as people read it: at least two places, no more than needed. */
export function decimalText(value: Decimal): string {
  const digits = absolute(value)
    .toString()
    .padStart(places + 1, '0')
  const fraction = digits.slice(-places).replace(/0+$/, '').padEnd(2, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}.${fraction}`
}

/** Divides by a positive number, downwards. */
function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by
  return value % by < 0n ? quotient - 1n : quotient
}

import { divideRounded } from '../../../kernel/money.ts'

/**
 * The net price of one unit with as few decimal places as do (at least the currency's, at most ten), so that quantity × price ÷
 * base quantity is the amount to the minor unit (EN 16931 BT-131, PEPPOL-EN16931-R120 allows two hundredths). The price the
 * seller names is taken where it does that. Never negative (BR-27): the sign is the quantity's.
 *
 * `amountMinor` is the amount of the line before its own allowance or charge; quantities in thousandths.
 */
export function netUnitPrice(options: {
  amountMinor: bigint
  quantityThousandths: bigint
  baseThousandths: bigint
  exponent: number
  namedMinor: bigint
}): string {
  const { exponent, namedMinor } = options
  const amount = absolute(options.amountMinor)
  const quantity = absolute(options.quantityThousandths)
  const base = options.baseThousandths
  if (quantity === 0n) return decimal(absolute(namedMinor), exponent, exponent)
  // R120 compares to two hundredths whatever the currency: a price of yen must be as exact as one of cents.
  const fine = Math.max(exponent, 2)
  const exactly = amount * 10n ** BigInt(fine - exponent)
  const comesTo = (price: bigint, places: number) => divideRounded(price * quantity * 10n ** BigInt(fine), base * 10n ** BigInt(places))
  if (comesTo(absolute(namedMinor), exponent) === exactly) return decimal(absolute(namedMinor), exponent, exponent)
  for (let places = exponent; places < 10; places += 1) {
    const price = divideRounded(amount * base * 10n ** BigInt(places), quantity * 10n ** BigInt(exponent))
    if (comesTo(price, places) === exactly) return decimal(price, places, exponent)
  }
  return decimal(divideRounded(amount * base * 10n ** 10n, quantity * 10n ** BigInt(exponent)), 10, exponent)
}

/** An integer of so many places as a decimal text: "12.50", at least `shown` places. */
export function decimal(value: bigint, places: number, shown = places): string {
  const sign = value < 0n ? '-' : ''
  const digits = absolute(value)
    .toString()
    .padStart(places + 1, '0')
  const whole = places === 0 ? digits : digits.slice(0, -places)
  const fraction = places === 0 ? '' : digits.slice(-places)
  const needed = fraction.replace(/0+$/, '').padEnd(Math.min(shown, places), '0')
  return `${sign}${whole}${needed === '' ? '' : `.${needed}`}`
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}

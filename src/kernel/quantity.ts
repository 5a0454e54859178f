/**
 * A count of units (lessons, minutes, pieces), held as an integer of thousandths.
 * On the wire and in the database's text form it is a decimal such as "1.5".
 */
export class Quantity {
  readonly thousandths: bigint

  constructor(thousandths: bigint) {
    this.thousandths = thousandths
  }

  static readonly zero = new Quantity(0n)
  static readonly one = new Quantity(1000n)

  toJSON(): string {
    return quantityText(this)
  }
}

/** `quantity(10)` is ten units. Whole numbers only; use parseQuantity for "1.5". */
export function quantity(whole: number | bigint): Quantity {
  return new Quantity(BigInt(whole) * 1000n)
}

/** Reads "2", "1.5", "-0.25". Undefined when the text is no decimal with at most three places. */
export function parseQuantity(text: string): Quantity | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,3}))?$/.exec(text)
  if (!match) return undefined
  const thousandths = BigInt(match[2] + (match[3] ?? '').padEnd(3, '0'))
  return new Quantity(match[1] ? -thousandths : thousandths)
}

/** "10", "1.5", "-0.25": no trailing zeros. */
export function quantityText(value: Quantity): string {
  const sign = value.thousandths < 0n ? '-' : ''
  const digits = (value.thousandths < 0n ? -value.thousandths : value.thousandths).toString().padStart(4, '0')
  const fraction = digits.slice(-3).replace(/0+$/, '')
  return `${sign}${digits.slice(0, -3)}${fraction ? `.${fraction}` : ''}`
}

export function addQuantity(left: Quantity, right: Quantity): Quantity {
  return new Quantity(left.thousandths + right.thousandths)
}

export function subtractQuantity(left: Quantity, right: Quantity): Quantity {
  return new Quantity(left.thousandths - right.thousandths)
}

export function negateQuantity(value: Quantity): Quantity {
  return new Quantity(-value.thousandths)
}

export function minimumQuantity(left: Quantity, right: Quantity): Quantity {
  return left.thousandths <= right.thousandths ? left : right
}

export function sumQuantities(values: Iterable<Quantity>): Quantity {
  let total = 0n
  for (const value of values) total += value.thousandths
  return new Quantity(total)
}

/** Times a whole number: three bookings of 2 units are 6. */
export function timesQuantity(value: Quantity, count: number): Quantity {
  return new Quantity(value.thousandths * BigInt(count))
}

/** A percentage held as an integer of basis points: 8.1 % is 810. On the wire it is "8.1". */
export class Percent {
  readonly basisPoints: number

  constructor(basisPoints: number) {
    this.basisPoints = basisPoints
  }

  static readonly zero = new Percent(0)

  toJSON(): string {
    return percentText(this)
  }
}

/** Reads "8.1", "20", "0". Undefined when the text is no decimal between 0 and 100000 with at most two places. */
export function parsePercent(text: string): Percent | undefined {
  const match = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) return undefined
  return new Percent(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')))
}

/** "8.1", "20", "7.25": no trailing zeros, no sign. */
export function percentText(value: Percent): string {
  const fraction = String(value.basisPoints % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${Math.floor(value.basisPoints / 100)}${fraction ? `.${fraction}` : ''}`
}

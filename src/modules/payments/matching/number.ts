/**
 * How an invoice number and a payer's free text meet. Payers drop dashes and zeros, add spaces, and write O for 0.
 * A key is strong when the text holds the number as it is or without separators; weak when letters were repaired, a
 * prefix or leading zeros are missing, or the number is short enough to be anything.
 */
export interface NumberKey {
  readonly key: string
  readonly isStrong: boolean
}

/** Shorter numbers than this appear in any text by chance. */
const strongLengthMin = 5
/** A number in a text spans at most so many pieces. */
const piecesMax = 6

/** The keys under which an invoice number is filed. */
export function keysOfNumber(number: string): NumberKey[] {
  const pieces = piecesOf(number)
  const joined = pieces.join('')
  const digitPieces = pieces.filter((piece) => /^\d/.test(piece))
  const digits = digitPieces.join('')
  const keys: NumberKey[] = [
    { key: joined, isStrong: joined.length >= strongLengthMin },
    { key: `~${repaired(joined)}`, isStrong: false },
    { key: `0${withoutZeros(pieces)}`, isStrong: false },
  ]
  if (digits !== joined && digits.length >= strongLengthMin) {
    keys.push({ key: digits, isStrong: false }, { key: `0${withoutZeros(digitPieces)}`, isStrong: false })
  }
  return keys
}

/** The keys that a text may mean, each once; the more pieces it joins, the earlier it comes. */
export function keysOfText(text: string): string[] {
  const keys = new Set<string>()
  for (const pieces of [piecesOf(text), piecesOf(repairLetters(text))]) {
    for (let length = Math.min(piecesMax, pieces.length); length > 0; length -= 1) {
      for (let at = 0; at + length <= pieces.length; at += 1) {
        const part = pieces.slice(at, at + length)
        if (!part.some((piece) => /^\d/.test(piece))) continue
        const joined = part.join('')
        if (joined.length > 40) continue
        keys.add(joined)
        keys.add(`~${repaired(joined)}`)
        keys.add(`0${withoutZeros(part)}`)
      }
    }
  }
  return [...keys]
}

/** Runs of letters and runs of digits, upper case; what lies between separates. At most 80 of a text count. */
function piecesOf(text: string): string[] {
  return (
    text
      .toUpperCase()
      .slice(0, 1000)
      .match(/\d+|[A-Z]+/g) ?? []
  ).slice(0, 80)
}

/** "2O26-OOl4" becomes "2026-0014": letters that stand in for digits, next to a digit or to one another there. */
function repairLetters(text: string): string {
  return text.replace(/[\dOolI]{2,}/g, (run) => (/\d/.test(run) || /^[Oo]+$/.test(run) ? repaired(run.toUpperCase()) : run))
}

function repaired(text: string): string {
  return text.replace(/O/g, '0').replace(/[IL]/g, '1')
}

function withoutZeros(pieces: readonly string[]): string {
  return pieces.map((piece) => piece.replace(/^0+(?=\d)/, '')).join('-')
}

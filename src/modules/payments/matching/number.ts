/**
 * How an invoice number and a payer's free text meet. Payers drop dashes, zeros, prefixes and years, add spaces, and
 * write O for 0. `full` is the number as it is, with or without separators; `damaged` all of it after repairs;
 * `short` only its end, which many a number has in common.
 */
export type NumberStrength = 'full' | 'damaged' | 'short'

/** A key under which an invoice is filed. */
export interface NumberKey {
  readonly key: string
  readonly strength: NumberStrength
}

/** What a text may mean; `isAnnounced` when a word such as "Rechnung Nr." stands before it. */
export interface TextKey {
  readonly key: string
  readonly isAnnounced: boolean
}

/** Shorter numbers than this appear in any text by chance. */
const fullLengthMin = 5
/** A number in a text spans at most so many pieces. */
const piecesMax = 6

/** The keys under which an invoice number is filed. */
export function keysOfNumber(number: string): NumberKey[] {
  const pieces = piecesOf(number)
  const joined = pieces.join('')
  const digitPieces = pieces.filter((piece) => /^\d/.test(piece))
  const digits = digitPieces.join('')
  const keys: NumberKey[] = [
    { key: joined, strength: joined.length >= fullLengthMin ? 'full' : 'short' },
    { key: `~${repaired(joined)}`, strength: 'damaged' },
    { key: `0${withoutZeros(pieces)}`, strength: 'damaged' },
  ]
  if (digits !== joined && digits.length >= fullLengthMin) {
    keys.push({ key: digits, strength: 'damaged' }, { key: `0${withoutZeros(digitPieces)}`, strength: 'damaged' })
  }
  const last = digitPieces.at(-1)
  if (last !== undefined && digitPieces.length > 1) {
    const end = last.replace(/^0+(?=\d)/, '')
    if (end.length >= 2) keys.push({ key: `-${end}`, strength: 'short' })
  }
  return keys
}

/** Words that announce the number of an invoice, folded and upper case. */
const announcing =
  /^(RECHNUNG|RECHNUNGS|RECHNUNGSNR|RECHNUNGSNUMMER|RECHN|RECHNG|RECH|RNR|RGNR|RG|RE|RNG|NR|NO|NUM|NUMMER|NUMERO|FACTURE|FACT|FACTURES|FAC|FA|FATTURA|FATT|FT|INVOICE|INV|BILL|BELEG|FACTUUR|MAHNUNG|HONORARNOTE|QUITTUNG)$/

/** The keys that a text may mean, each once; the more pieces it joins, the earlier it comes. */
export function keysOfText(text: string): TextKey[] {
  const keys = new Map<string, boolean>()
  const note = (key: string, isAnnounced: boolean) => void keys.set(key, isAnnounced || (keys.get(key) ?? false))
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '')
  const asWritten = piecesOf(plain)
  const mended = repairLetters(plain)
  for (const pieces of mended === plain ? [asWritten] : [asWritten, piecesOf(mended)]) {
    for (let length = Math.min(piecesMax, pieces.length); length > 0; length -= 1) {
      for (let at = 0; at + length <= pieces.length; at += 1) {
        if (!isDigits(pieces[at + length - 1]!) && length > 1) continue
        const part = pieces.slice(at, at + length)
        if (!part.some(isDigits)) continue
        const joined = part.join('')
        if (joined.length > 40) continue
        note(joined, false)
        note(`~${repaired(joined)}`, false)
        note(`0${withoutZeros(part)}`, false)
      }
    }
    pieces.forEach((piece, at) => {
      if (!isDigits(piece) || piece.length < 2 || piece.length > 9) return
      const before = pieces.slice(Math.max(0, at - 2), at)
      const isAnnounced = before.some((word) => announcing.test(word)) && !isDigits(before.at(-1) ?? '') && piece.length >= 4
      note(`-${piece.replace(/^0+(?=\d)/, '')}`, isAnnounced)
    })
  }
  return [...keys].map(([key, isAnnounced]) => ({ key, isAnnounced }))
}

function isDigits(piece: string): boolean {
  const code = piece.charCodeAt(0)
  return code >= 48 && code <= 57
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

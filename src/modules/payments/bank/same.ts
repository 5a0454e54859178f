import { daysBetween, type Day } from '../../../kernel/day.ts'
import { foldedWords } from '../../../kernel/fold.ts'
import type { Money } from '../../../kernel/money.ts'
import { nameLikeness, nameWords } from '../matching/name.ts'

/** What is compared of two lines that may be one payment, told in two formats. */
export interface Comparable {
  readonly key: string
  /** "camt.053", "mt940", "ofx", "csv": within one format a payment is always told alike. */
  readonly format: string
  readonly bookedOn: Day
  readonly valueOn: Day
  readonly amount: Money
  readonly counterpartyName: string | null
  readonly counterpartyIban: string | null
  readonly reference: string | null
  readonly endToEndId: string | null
  readonly remittance: string
  readonly bankReference: string | null
}

/** `same` is left out of the import; `perhaps` is imported and a person says. */
export interface Sameness {
  readonly verdict: 'same' | 'perhaps'
  /** Key of the stored line. */
  readonly with: string
}

/** Banks book by another day in another format, over a weekend at most. */
const daysApartMax = 4

/**
 * Which lines of a file are payments that came before in another format. Each stored line is the same as one line at most,
 * so that a real second payment stays one; and where the lines of a day are the same money on both sides, what cannot be
 * told from its words is told from that.
 */
export function findSame(fresh: readonly Comparable[], stored: readonly Comparable[]): Map<string, Sameness> {
  const byAmount = Map.groupBy(stored, moneyKey)
  const pairs = fresh.flatMap((line, at) =>
    (byAmount.get(moneyKey(line)) ?? []).flatMap((other) => {
      const likeness = likenessOf(line, other)
      return likeness === undefined ? [] : [{ line, at, other, likeness }]
    }),
  )
  const found = new Map<string, Sameness>()
  const taken = new Set<string>()
  const wholeDays = daysOfSameMoney(fresh, stored)
  for (const { line, other, likeness } of pairs.sort((left, right) => right.likeness - left.likeness || left.at - right.at)) {
    if (found.has(line.key) || taken.has(other.key)) continue
    const isSure = likeness >= sure || (wholeDays.has(line.bookedOn) && line.bookedOn === other.bookedOn)
    found.set(line.key, { verdict: isSure ? 'same' : 'perhaps', with: other.key })
    taken.add(other.key)
  }
  return found
}

const sure = 10

/** Undefined where they differ in what both say; at least 10 where they agree in what tells a payment. */
function likenessOf(line: Comparable, other: Comparable): number | undefined {
  const apart = Math.min(Math.abs(daysBetween(line.bookedOn, other.bookedOn)), Math.abs(daysBetween(line.valueOn, other.valueOn)))
  if (apart > daysApartMax) return undefined
  const isOneFormat = line.format === other.format
  const bank = compared(line.bankReference, other.bankReference)
  // One bank numbers its bookings in one format; two numbers there are two bookings.
  if (isOneFormat) return bank === 'equal' ? sure + 10 : undefined
  const told = [compared(line.reference, other.reference), compared(line.endToEndId, other.endToEndId), compared(line.counterpartyIban, other.counterpartyIban)]
  if (told.includes('different')) return undefined
  const text = textLikeness(line, other)
  const name = namesLikeness(line, other)
  if (name === 'different' || (name === 'unknown' && text === 'different')) return undefined
  const points =
    (bank === 'equal' ? 10 : 0) +
    (told[0] === 'equal' ? 10 : 0) +
    (told[1] === 'equal' ? 10 : 0) +
    (told[2] === 'equal' ? 6 : 0) +
    (name === 'equal' ? 5 : 0) +
    (text === 'number' ? 8 : text === 'equal' ? 5 : text === 'different' ? -4 : 0)
  // Without a word in common, days must agree for it to be a question at all.
  if (points <= 0 && apart > 1) return undefined
  return points - apart
}

function compared(left: string | null, right: string | null): 'equal' | 'different' | 'unknown' {
  if (!left || !right) return 'unknown'
  const plain = (text: string) =>
    text
      .replace(/[\s.-]/g, '')
      .toUpperCase()
      .replace(/^0+/, '')
  return plain(left) === plain(right) ? 'equal' : 'different'
}

/** A format without a column for names has them in its text. */
function namesLikeness(line: Comparable, other: Comparable): 'equal' | 'different' | 'unknown' {
  const left = nameWords(line.counterpartyName ?? '')
  const right = nameWords(other.counterpartyName ?? '')
  if (left.length > 0 && right.length > 0)
    return nameLikeness(left, right) >= 0.5 ? 'equal' : isWithin(left, other) || isWithin(right, line) ? 'equal' : 'different'
  const known = left.length > 0 ? left : right
  if (known.length === 0) return 'unknown'
  return isWithin(known, left.length > 0 ? other : line) ? 'equal' : 'unknown'
}

function isWithin(words: readonly string[], line: Comparable): boolean {
  const present = new Set(nameWords(`${line.remittance} ${line.counterpartyName ?? ''}`.slice(0, 400), 60))
  return words.filter((word) => present.has(word)).length >= Math.min(2, words.length)
}

/** The words of the shorter text in the longer one: formats cut, but they do not reword. A shared number of some length tells most. */
function textLikeness(line: Comparable, other: Comparable): 'number' | 'equal' | 'different' | 'unknown' {
  const left = tellingWords(line)
  const right = tellingWords(other)
  const [shorter, longer] = left.size <= right.size ? [left, right] : [right, left]
  if (shorter.size === 0) return 'unknown'
  const shared = [...shorter].filter((word) => longer.has(word)).length / shorter.size
  const numbers = (words: ReadonlySet<string>) => [...words].filter((word) => /\d{3,}/.test(word) && !/^(19|20)\d\d$/.test(word))
  const isNumberShared = numbers(shorter).some((word) => longer.has(word))
  if (numbers(shorter).length > 0 && numbers(longer).length > 0 && !isNumberShared) return 'different'
  if (isNumberShared && shared >= 0.4) return 'number'
  return shared >= 0.6 || (isNumberShared && shared >= 0.3) ? 'equal' : shared < 0.2 ? 'different' : 'unknown'
}

const saysNothing = new Set(
  'gutschrift belastung zahlung uberweisung sepa auftrag e banking credit debit payment transfer virement versement accredito bonifico ordine buchung dauerauftrag eingang'.split(
    ' ',
  ),
)

function tellingWords(line: Comparable): Set<string> {
  return new Set(foldedWords(line.remittance.slice(0, 500)).filter((word) => word.length > 1 && !saysNothing.has(word)))
}

/** Days on which both sides have the same amounts, at least two: then both tell the same day whole. */
function daysOfSameMoney(fresh: readonly Comparable[], stored: readonly Comparable[]): Set<Day> {
  const before = Map.groupBy(stored, (line) => line.bookedOn)
  const days = new Set<Day>()
  for (const [day, lines] of Map.groupBy(fresh, (line) => line.bookedOn)) {
    const others = (before.get(day) ?? []).filter((other) => other.format !== lines[0]!.format)
    if (lines.length < 2 || lines.length !== others.length) continue
    const sorted = (all: readonly Comparable[]) => all.map(moneyKey).sort().join(' ')
    if (sorted(lines) === sorted(others) && new Set(lines.map(moneyKey)).size > 1) days.add(day)
  }
  return days
}

function moneyKey(line: Comparable): string {
  return `${line.amount.currency}${line.amount.minor}`
}

/** "camt.053.001.08" is camt.053: the version changes nothing of what is told. */
export function formatFamily(format: string): string {
  return /^camt\.05\d/.exec(format)?.[0] ?? format
}

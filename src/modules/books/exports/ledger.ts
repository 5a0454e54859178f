import type { Day } from '../../../kernel/day.ts'
import { amountText, money } from '../../../kernel/money.ts'
import type { Account } from '../accounts/chart.ts'

/** An entry as every export writes it: accounts by number and name, amounts in the currency of the books. */
export interface ExportedEntry {
  readonly sequence: bigint
  readonly postedOn: Day
  readonly factOn: Day
  /** In words: "Invoice". */
  readonly what: string
  readonly document: string | null
  readonly party: string | null
  /** The accountant's number of the customer or supplier. */
  readonly partyNumber: number | null
  readonly lines: readonly ExportedLine[]
}

export interface ExportedLine {
  readonly account: Account
  readonly kind: string
  readonly minor: bigint
  readonly foreign: { readonly minor: bigint; readonly currency: string } | null
  readonly subject: string | null
  readonly tax: { readonly code: string; readonly basisPoints: number } | null
}

export interface ExportedBooks {
  readonly company: string
  readonly currency: string
  readonly from: Day
  readonly to: Day
  readonly isClosed: boolean
  readonly entries: readonly ExportedEntry[]
}

export function plainAmount(minor: bigint, currency: string): string {
  return amountText(money(minor, currency))
}

/** Every account that is named, once, by number. */
export function accountsIn(books: ExportedBooks): Account[] {
  const byNumber = new Map(books.entries.flatMap((entry) => entry.lines.map((line) => [line.account.number, line.account] as const)))
  return [...byNumber.values()].sort((left, right) => (left.number < right.number ? -1 : 1))
}

export function currenciesIn(books: ExportedBooks): string[] {
  const foreign = books.entries.flatMap((entry) => entry.lines.flatMap((line) => (isShownForeign(line, books) ? [line.foreign!.currency] : [])))
  return [...new Set([books.currency, ...foreign])].sort()
}

/** Open items keep the currency in which they are owed; what was earned and spent is told in that of the books. */
export function isShownForeign(line: ExportedLine, books: Pick<ExportedBooks, 'currency'>): boolean {
  return line.subject !== null && line.foreign !== null && line.foreign.currency !== books.currency && line.foreign.minor !== 0n
}

/** The rate that an entry was booked at, as price of one unit: six places. */
export function pricesIn(books: ExportedBooks): { on: Day; currency: string; price: string }[] {
  const prices = new Map<string, { on: Day; currency: string; price: string }>()
  for (const entry of books.entries) {
    for (const line of entry.lines) {
      if (!isShownForeign(line, books)) continue
      const { minor, currency } = line.foreign!
      const key = `${entry.postedOn} ${currency}`
      const price = unitPrice({ minor: line.minor, currency: books.currency }, { minor, currency })
      if (!prices.has(key) && price !== null) prices.set(key, { on: entry.postedOn, currency, price })
    }
  }
  return [...prices.values()]
}

function unitPrice(value: { minor: bigint; currency: string }, units: { minor: bigint; currency: string }): string | null {
  const scaled = (text: string) => BigInt(text.replace('.', '').replace('-', '')) * 10n ** BigInt(6 - (text.split('.')[1]?.length ?? 0))
  const top = scaled(plainAmount(value.minor, value.currency))
  const bottom = scaled(plainAmount(units.minor, units.currency))
  if (bottom === 0n || top === 0n) return null
  const digits = ((top * 1_000_000n + bottom / 2n) / bottom).toString().padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`
}

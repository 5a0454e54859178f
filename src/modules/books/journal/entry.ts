import type { Day } from '../../../kernel/day.ts'
import { divideRounded, negate, type Money } from '../../../kernel/money.ts'

/** What an entry tells of; exports and screens have a word for each (`books.what.<kind>`). */
export const entryKinds = [
  'invoice',
  'credit_note',
  'opening',
  'payment',
  'payment_removed',
  'allocation',
  'allocation_undone',
  'refund',
  'refund_undone',
  'write_off',
  'write_off_undone',
  'payment_fee',
  'payment_fee_undone',
  'reminder_fee',
  'reminder_fee_undone',
  'expense',
  'expense_undone',
  'expense_payment',
  'expense_payment_undone',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** One line before it is booked: a kind of account and an amount in the currency of the books. */
export interface Posting {
  readonly kind: string
  /** Minor units of the currency of the books; debit positive, credit negative. */
  readonly minor: bigint
  /** The amount in the document's own currency, with the same sign; left out where it is the same currency. */
  readonly foreign?: Money | undefined
  /** The invoice, credit or expense whose open amount this line moves. */
  readonly subject?: string | undefined
  /** The fact that made the line: "allocation/<id>". What undoes the fact undoes these lines. */
  readonly fact: string
  readonly tax?: { readonly code: string; readonly basisPoints: number } | undefined
}

/** Double entry of one fact: the lines sum to nought. */
export interface Entry {
  readonly kind: EntryKind
  /** "invoice/<id>": each fact is booked once. */
  readonly source: string
  /** Further facts that this entry tells of. */
  readonly includes: readonly string[]
  /** The day of the fact; it is booked on this day or, where that is closed, on the first open one. */
  readonly on: Day
  readonly document: string | null
  /** The customer, payee or member, as the document names them. */
  readonly party: { readonly key: string; readonly name: string; readonly side: 'customer' | 'supplier' } | null
  readonly postings: readonly Posting[]
  /** Whether a person typed the day: then a closed day is refused instead of moved. */
  readonly isTyped: boolean
}

export function sumOf(postings: readonly Pick<Posting, 'minor'>[]): bigint {
  return postings.reduce((total, posting) => total + posting.minor, 0n)
}

/** The same lines the other way round, as another fact. */
export function undone(postings: readonly Posting[], fact: string): Posting[] {
  return postings.map((posting) => ({
    ...posting,
    minor: -posting.minor,
    foreign: posting.foreign && negate(posting.foreign),
    fact,
  }))
}

/** A share of an amount: what is carried for `part` of `whole`; all of it where the part is the whole. */
export function shareOf(carried: bigint, part: bigint, whole: bigint): bigint {
  if (whole === 0n || part === whole) return carried
  return divideRounded(carried * part, whole)
}

/** What is open of an invoice, credit or expense: its amount, and the value at which the books carry it. Both with the sign of the account. */
export interface Carried {
  readonly minor: bigint
  readonly foreign: bigint
}

/** What remains when values of two days meet: a gain is a credit, a loss a debit; nothing where they agree. */
export function exchangeLine(minor: bigint, fact: string): Posting[] {
  return minor === 0n ? [] : [{ kind: minor < 0n ? 'exchange_gain' : 'exchange_loss', minor, fact }]
}

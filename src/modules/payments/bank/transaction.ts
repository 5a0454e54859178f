import { createHash } from 'node:crypto'
import type { Currency } from '../../../kernel/currency.ts'
import type { Day } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/fold.ts'
import { amountText, type Money } from '../../../kernel/money.ts'
import type { PaymentReference } from './reference.ts'

/** One line of the bank's statement, whatever file it came in. */
export interface BankTransaction {
  readonly bookedOn: Day
  readonly valueOn: Day
  /** Signed: positive came in, negative went out. */
  readonly amount: Money
  readonly counterpartyName: string | null
  /** Upper case without spaces; only one whose check digits are right. */
  readonly counterpartyIban: string | null
  readonly reference: PaymentReference | null
  readonly endToEndId: string | null
  /** What the payer wrote, or what the bank says about it; at most 2000 characters. */
  readonly remittance: string
  /** The bank's own reference of this line. */
  readonly bankReference: string | null
  /** The bank took back an earlier booking. */
  readonly isReversal: boolean
  /** A payment that came back: a returned direct debit, a rejected transfer. */
  readonly isReturn: boolean
  /** Whom it was paid for, or by, behind the counterparty. */
  readonly ultimateName: string | null
  /** What was ordered, unsigned, where it differs from what was booked: in another currency, or before charges. */
  readonly instructed: Money | null
  /** What the bank kept of it, unsigned, in the account's currency. */
  readonly charges: Money | null
  /** SHA-256 of the content and of how often it occurred before in the same file: equal twins stay two. */
  readonly contentHash: string
  /**
   * SHA-256 of the booking that this line is a part of, where the bank numbered it: the same booking comes as one
   * line in camt.053 and split in camt.054, and must count once.
   */
  readonly bookingHash: string | null
}

/** The account that a statement speaks of; a CSV file often names none. */
export interface StatementAccount {
  readonly iban: string | null
  readonly otherId: string | null
  readonly currency: Currency | null
}

export interface BankStatement {
  readonly account: StatementAccount
  readonly opening: Money | null
  readonly closing: Money | null
  readonly transactions: readonly BankTransaction[]
}

/** A line that could not be taken, and why; the person decides before the import. */
export interface SkippedLine {
  readonly line: number
  readonly reason: SkipReason
}
export type SkipReason = 'not_booked' | 'day_unreadable' | 'amount_unreadable' | 'amount_missing' | 'day_missing' | 'securities'

/** What a reader should tell the person before the import. */
export type Doubt = 'balance_differs' | 'day_order_guessed' | 'columns_guessed' | 'batch_difference' | 'currency_guessed' | 'securities_left_out'

export interface BankFile {
  /** "camt.053.001.08", "mt940", "mt942", "ofx" or "csv". */
  readonly format: string
  readonly statements: readonly BankStatement[]
  readonly skipped: readonly SkippedLine[]
  readonly doubts: readonly Doubt[]
}

/** What most formats never say. */
export const plainly = { isReversal: false, isReturn: false, ultimateName: null, instructed: null, charges: null, booking: null } as const

/** A transaction as a reader finds it, before it gets its identity. */
export type RawTransaction = Omit<BankTransaction, 'contentHash' | 'bookingHash'> & {
  /** The bank's reference and total of the booking that this is a part of. */
  readonly booking: { readonly bankReference: string; readonly total: Money; readonly sequence: number } | null
}

/**
 * Gives each transaction of one account its identity by content. Twins within the list are counted, so that reading
 * the same or an overlapping file again finds the same identities, and two real payments that look alike are two.
 */
export function identify(accountKey: string, raw: readonly RawTransaction[]): BankTransaction[] {
  const count = counter()
  const bookingOccurrence = new Map<string, number>()
  return raw.map(({ booking, ...transaction }) => {
    const content = digest([accountKey, ...contentOf(transaction)])
    const bookingContent = booking && digest([accountKey, booking.bankReference, moneyKey(booking.total)])
    const bookingKey = booking && `${bookingContent}#${booking.sequence}`
    if (bookingKey && !bookingOccurrence.has(bookingKey)) bookingOccurrence.set(bookingKey, count(`b${bookingContent}`))
    return {
      ...transaction,
      contentHash: digest([content, String(count(content))]),
      bookingHash: bookingKey && digest([bookingContent!, String(bookingOccurrence.get(bookingKey))]),
    }
  })
}

/** Those of a file that are not known yet, by content or as part of a booking that is known whole or split. */
export function unknownOf(
  transactions: readonly BankTransaction[],
  known: { readonly contentHashes: ReadonlySet<string>; readonly bookingHashes: ReadonlySet<string> },
): BankTransaction[] {
  return transactions.filter(
    (transaction) =>
      !known.contentHashes.has(transaction.contentHash) && !(transaction.bookingHash !== null && known.bookingHashes.has(transaction.bookingHash)),
  )
}

/** How the account enters the identity: by its number where there is one. */
export function accountKeyOf(account: StatementAccount): string {
  return account.iban ?? account.otherId ?? ''
}

function contentOf(transaction: Omit<RawTransaction, 'booking'>): string[] {
  return [
    transaction.bookedOn,
    moneyKey(transaction.amount),
    transaction.bankReference ?? '',
    transaction.endToEndId ?? '',
    transaction.reference?.text ?? '',
    transaction.counterpartyIban ?? '',
    fold(transaction.counterpartyName ?? ''),
    fold(transaction.remittance),
  ]
}

function moneyKey(value: Money): string {
  return `${amountText(value)} ${value.currency}`
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Counts how often a key was seen before: 0, 1, 2, … */
function counter(): (key: string) => number {
  const seen = new Map<string, number>()
  return (key) => {
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    return before
  }
}

import { add, isNegative, isZero, subtract, type Money } from '../../../kernel/money.ts'
import { candidatesFor, type Found } from './candidates.ts'
import { indexInvoices, type InvoiceIndex } from './index-invoices.ts'
import { outgoingCandidates } from './outgoing.ts'
import type { MatchCandidate, MatchHistory, MatchInvoice, MatchPayer, MatchTransaction } from './types.ts'

export type { MatchCandidate, MatchHistory, MatchInvoice, MatchPayer, MatchReason, MatchTransaction } from './types.ts'

/** What a transaction belongs to: known, proposed for a person to decide, or nothing. Never guessed. */
export interface Match {
  readonly transactionId: string
  readonly certainty: 'certain' | 'proposed' | 'none'
  /** Best first; with `certain` the first one is it. */
  readonly candidates: readonly MatchCandidate[]
}

export interface MatchAgainst {
  readonly invoices: readonly MatchInvoice[]
  readonly payers?: readonly MatchPayer[]
  readonly history?: MatchHistory
}

/**
 * Matches transactions with open invoices, in the given order: what a certain match settles is no longer open for the
 * next, so that a double payment is proposed as credit. Looks up and never compares all with all.
 */
export function matchTransactions(transactions: readonly MatchTransaction[], against: MatchAgainst): Match[] {
  const matchOne = matcher(against)
  return transactions.map(matchOne)
}

/** The same one by one, for whoever lets others work in between. */
export function matcher({ invoices, payers = [], history = { payments: [], credits: [] } }: MatchAgainst): (transaction: MatchTransaction) => Match {
  const index = indexInvoices(invoices, payers)
  const taken = new Map<string, Money>()
  const openNow = (invoice: MatchInvoice) => {
    const already = taken.get(invoice.id)
    return already ? subtract(invoice.open, already) : invoice.open
  }
  return (transaction) => {
    if (isZero(transaction.amount)) return { transactionId: transaction.id, certainty: 'none', candidates: [] }
    if (isNegative(transaction.amount)) {
      const candidates = outgoingCandidates(transaction, history)
      return { transactionId: transaction.id, certainty: candidates.length > 0 ? 'proposed' : 'none', candidates }
    }
    const found = candidatesFor(transaction, index, openNow)
    const certain = certainOf(found, index)
    for (const { invoiceId, amount } of certain?.allocations ?? []) {
      const before = taken.get(invoiceId)
      taken.set(invoiceId, before ? add(before, amount) : amount)
    }
    const certainty = certain ? 'certain' : found.candidates.length > 0 ? 'proposed' : 'none'
    return { transactionId: transaction.id, certainty, candidates: found.candidates }
  }
}

/**
 * Certain is an amount that fits to the cent with one of these: a reference, or the number as it is written; all of the
 * number but for a repair, or its end behind "invoice no.", from a known payer; several numbers of a known payer that
 * make the sum; an order that this account pays again and again. And nothing else may be named, nor be as likely.
 */
function certainOf(found: Found, index: InvoiceIndex): MatchCandidate | undefined {
  const [first, ...others] = found.candidates
  const second = others[0]
  if (!first || first.allocations.length === 0) return undefined
  const { reasons } = first
  const has = (...wanted: readonly string[]) => reasons.some((reason) => wanted.includes(reason))
  if (!has('amount_exact', 'amount_instalment', 'amount_sum', 'amount_with_fees', 'amount_charges')) return undefined
  if (first.allocations.some((part) => part.customerId !== first.customerId)) return undefined
  if (!isOnlyOneNamed(found, first)) return undefined
  const isNamed = has('reference', 'number') && !(has('number_short', 'number_damaged') && !has('name', 'account', 'name_in_text'))
  if (isNamed) return first
  if (isStandingOrder(found, first, index)) return first
  // Without the full number, a rival of the same weight is doubt, and so is another customer of that name who owes as much.
  if (second && second.score > first.score - 8) return undefined
  if (others.some((other) => other.customerId !== first.customerId && isLikely(other))) return undefined
  const isPayerKnown = has('name', 'account')
  if (has('number_damaged') && isPayerKnown) return first
  if (has('number_short') && (isPayerKnown || has('name_in_text')) && isAnnounced(found, first)) return first
  const isSumNamed = has('number_short') && has('amount_sum') && first.allocations.every((part) => isNamedIn(found, part.invoiceId))
  return isSumNamed && isPayerKnown ? first : undefined
}

function isLikely({ reasons }: MatchCandidate): boolean {
  return (reasons.includes('name') || reasons.includes('account')) && reasons.some((reason) => reason === 'amount_exact' || reason === 'amount_sum')
}

function isOnlyOneNamed({ named }: Found, first: MatchCandidate): boolean {
  return [...named].every(
    ([invoice, { reason }]) =>
      (reason === 'number_short' && first.reasons.some((each) => each === 'reference' || each === 'number')) ||
      first.allocations.some((part) => part.invoiceId === invoice.id),
  )
}

function isAnnounced({ named }: Found, first: MatchCandidate): boolean {
  return [...named].some(([invoice, each]) => each.isAnnounced && first.allocations.some((part) => part.invoiceId === invoice.id))
}

function isNamedIn({ named }: Found, invoiceId: string): boolean {
  return [...named.keys()].some((invoice) => invoice.id === invoiceId)
}

/** The account paid this amount before, for this customer alone, and one open invoice has it. */
function isStandingOrder({ named }: Found, first: MatchCandidate, index: InvoiceIndex): boolean {
  if (named.size > 0 || !first.reasons.includes('account') || !first.reasons.includes('standing_order') || first.allocations.length !== 1) return false
  const { amount } = first.allocations[0]!
  return (
    (index.byCustomer.get(first.customerId) ?? []).filter((invoice) => invoice.open.minor === amount.minor && invoice.open.currency === amount.currency)
      .length === 1
  )
}

import { add, isPositive, subtract, type Money } from '../../../kernel/money.ts'
import { candidatesFor, type Found, type MatchCandidate, type MatchTransaction } from './candidates.ts'
import { indexInvoices, type MatchInvoice, type MatchPayer } from './index-invoices.ts'

export type { MatchCandidate, MatchReason, MatchTransaction } from './candidates.ts'
export type { MatchInvoice, MatchPayer } from './index-invoices.ts'

/** What a transaction belongs to: known, proposed for a person to decide, or nothing. Never guessed. */
export interface Match {
  readonly transactionId: string
  readonly certainty: 'certain' | 'proposed' | 'none'
  /** Best first; with `certain` the first one is it. */
  readonly candidates: readonly MatchCandidate[]
}

/**
 * Matches transactions with open invoices, in the given order: what a certain match settles is no longer open for the
 * next, so that a double payment is proposed as credit. Looks up and never compares all with all.
 */
export function matchTransactions(transactions: readonly MatchTransaction[], invoices: readonly MatchInvoice[], payers: readonly MatchPayer[] = []): Match[] {
  const index = indexInvoices(invoices, payers)
  const taken = new Map<string, Money>()
  const openNow = (invoice: MatchInvoice) => {
    const already = taken.get(invoice.id)
    return already ? subtract(invoice.open, already) : invoice.open
  }
  return transactions.map((transaction) => {
    if (!isPositive(transaction.amount)) return { transactionId: transaction.id, certainty: 'none', candidates: [] }
    const found = candidatesFor(transaction, index, openNow)
    const certain = certainOf(found)
    for (const { invoiceId, amount } of certain?.allocations ?? []) {
      const before = taken.get(invoiceId)
      taken.set(invoiceId, before ? add(before, amount) : amount)
    }
    const certainty = certain ? 'certain' : found.candidates.length > 0 ? 'proposed' : 'none'
    return { transactionId: transaction.id, certainty, candidates: found.candidates }
  })
}

/**
 * Certain is: a reference or the number as it is written, or a damaged number of a known payer; an amount that fits
 * to the cent; and no other invoice named.
 */
function certainOf(found: Found): MatchCandidate | undefined {
  const [first] = found.candidates
  if (!first) return undefined
  const { reasons } = first
  const isAmountFitting = reasons.includes('amount_exact') || reasons.includes('amount_instalment') || reasons.includes('amount_sum')
  const isNamed = reasons.includes('reference') || reasons.includes('number')
  const isDamagedButKnown = reasons.includes('number_damaged') && (reasons.includes('name') || reasons.includes('account'))
  const isOnlyOneNamed = found.named.every((invoice) => first.allocations.some((allocation) => allocation.invoiceId === invoice.id))
  return isAmountFitting && (isNamed || isDamagedButKnown) && isOnlyOneNamed ? first : undefined
}

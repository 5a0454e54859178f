import { daysBetween, type Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { causeOf, waitingWeight, type Move } from '../move.ts'

/** Money on the bank's statement that belongs to nothing yet, with the best guess where there is one. */
export interface UnmatchedTransaction {
  readonly transactionId: string
  readonly amount: Money
  readonly payerName: string
  readonly on: Day
  readonly proposal: { readonly contactId: string | null; readonly contactName: string; readonly number: string } | null
}

/** Nothing is guessed: the person says yes to the proposal, or picks another one. */
export function paymentUnmatchedMove(transaction: UnmatchedTransaction, today: Day): Move {
  const { proposal } = transaction
  return {
    kind: 'payment-unmatched',
    cause: causeOf('payment-unmatched', transaction.transactionId),
    contactId: proposal?.contactId ?? null,
    contactName: proposal?.contactName ?? transaction.payerName,
    subject: { noun: 'bank-transaction', id: transaction.transactionId },
    facts: { amount: transaction.amount, payer: transaction.payerName, on: transaction.on, ...(proposal ? { number: proposal.number } : {}) },
    since: transaction.on,
    weight: 62 + waitingWeight(daysBetween(transaction.on, today), 20),
    doing: proposal ? { operation: 'payments.accept-match', input: { bankTransactionId: transaction.transactionId } } : null,
  }
}

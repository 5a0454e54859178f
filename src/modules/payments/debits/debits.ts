import type { Day } from '../../../kernel/day.ts'
import { fail, notFound } from '../../../kernel/failure.ts'
import type { BankTransactionId } from '../../../kernel/id.ts'
import { isNegative } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { findTransaction, selectTransactions, setTransactionState, type StoredTransaction } from '../bank/store.ts'
import { deleteDebitExpenses, insertDebitExpenses, selectDebitExpenses } from './store.ts'

/** Money that went out: the amount is negative. */
export type BankDebit = StoredTransaction

/** What went out and belongs to nothing yet, oldest first; `since` the day of booking, `limit` 1000 unless told. */
export async function unmatchedDebits(context: Context, options: { since?: Day; limit?: number } = {}): Promise<BankDebit[]> {
  return selectTransactions(context, { state: 'unmatched', isOutgoing: true, since: options.since, limit: options.limit ?? 1000 })
}

/**
 * Says which expense (or which several, paid at once) a debit paid; it no longer waits. Ids of expenses are taken as
 * they are. Fails with `not_found`, `transaction_already_decided`, or `transaction_not_a_debit`.
 */
export async function matchDebit(
  context: Context,
  match: { bankTransactionId: BankTransactionId; expenseId: string | readonly string[]; isCertain?: boolean; reason?: string },
): Promise<void> {
  const transaction = (await findTransaction(context, match.bankTransactionId)) ?? notFound('bank-transaction')
  if (transaction.state !== 'unmatched') fail('transaction_already_decided')
  if (!isNegative(transaction.amount)) fail('transaction_not_a_debit')
  const expenseIds = typeof match.expenseId === 'string' ? [match.expenseId] : match.expenseId
  await insertDebitExpenses(context, transaction.id, expenseIds)
  await setTransactionState(context, transaction.id, {
    state: 'matched',
    contactId: null,
    fact: { kind: 'matched', certainty: match.isCertain ? 'certain' : 'by_hand', reason: match.reason ?? 'expense' },
  })
}

/** The debit waits again, as when its expense was removed; nothing happens to one that paid no expense. */
export async function unmatchDebit(context: Context, bankTransactionId: BankTransactionId): Promise<void> {
  const expenseIds = await releaseDebit(context, bankTransactionId)
  if (expenseIds.length === 0) return
  await setTransactionState(context, bankTransactionId, { state: 'unmatched', contactId: null, fact: { kind: 'unmatched' } })
}

/** Forgets what a debit paid and tells it as `bank.debit-unmatched`; answers the expenses. */
export async function releaseDebit(context: Context, bankTransactionId: BankTransactionId): Promise<string[]> {
  const expenseIds = (await selectDebitExpenses(context, { bankTransactionIds: [bankTransactionId] })).map((each) => each.expenseId)
  if (expenseIds.length === 0) return []
  await deleteDebitExpenses(context, bankTransactionId)
  context.emit('bank.debit-unmatched', { bankTransactionId, expenseIds })
  return expenseIds
}

/** The debits that paid these expenses. */
export async function debitsOfExpenses(context: Context, expenseIds: readonly string[]): Promise<Map<string, BankDebit[]>> {
  const found = new Map<string, BankDebit[]>()
  for (const { bankTransactionId, expenseId } of await selectDebitExpenses(context, { expenseIds })) {
    const debit = await findTransaction(context, bankTransactionId)
    if (debit) found.set(expenseId, [...(found.get(expenseId) ?? []), debit])
  }
  return found
}

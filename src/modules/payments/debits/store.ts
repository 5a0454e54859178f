import type { BankTransactionId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'

type DebitTables = {
  bank_debit_expenses: { company_id: string; bank_transaction_id: string; expense_id: string; recorded_at: string; recorded_by: string }
}

const tables = (context: Pick<Context, 'database'>) => context.database.withTables<DebitTables>()

export async function insertDebitExpenses(context: Context, bankTransactionId: BankTransactionId, expenseIds: readonly string[]): Promise<void> {
  await tables(context)
    .insertInto('bank_debit_expenses')
    .values(
      expenseIds.map((expenseId) => ({
        company_id: context.company.id,
        bank_transaction_id: bankTransactionId,
        expense_id: expenseId,
        recorded_at: context.now,
        recorded_by: context.actor.name,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What each transaction paid, by transaction or by expense. */
export async function selectDebitExpenses(
  context: Context,
  by: { bankTransactionIds: readonly string[] } | { expenseIds: readonly string[] },
): Promise<{ bankTransactionId: BankTransactionId; expenseId: string }[]> {
  const ids = 'expenseIds' in by ? by.expenseIds : by.bankTransactionIds
  if (ids.length === 0) return []
  const rows = await tables(context)
    .selectFrom('bank_debit_expenses')
    .select(['bank_transaction_id', 'expense_id'])
    .where('company_id', '=', context.company.id)
    .where('expenseIds' in by ? 'expense_id' : 'bank_transaction_id', 'in', [...ids])
    .execute()
  return rows.map((row) => ({ bankTransactionId: row.bank_transaction_id as BankTransactionId, expenseId: row.expense_id }))
}

export async function deleteDebitExpenses(context: Context, bankTransactionId: BankTransactionId): Promise<void> {
  await tables(context)
    .deleteFrom('bank_debit_expenses')
    .where('company_id', '=', context.company.id)
    .where('bank_transaction_id', '=', bankTransactionId)
    .execute()
}

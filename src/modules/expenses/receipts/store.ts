import { newId, type Id } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { ExpenseId } from '../expense.ts'
import type { Place } from '../store.ts'
import { tables } from '../tables.ts'

export type ReceiptId = Id<'expense-receipt'>

/** A file as it came. `contentType` is what its content says; its name is only shown. */
export interface Receipt {
  readonly id: ReceiptId
  readonly expenseId: ExpenseId
  readonly file: string
  readonly fileName: string
  readonly contentType: string
  readonly size: number
}

export async function insertReceipt(context: Context, receipt: Omit<Receipt, 'id'>): Promise<ReceiptId> {
  const id = newId<'expense-receipt'>()
  await tables(context.database)
    .insertInto('expense_receipts')
    .values({
      company_id: context.company.id,
      id,
      expense_id: receipt.expenseId,
      file: receipt.file,
      file_name: receipt.fileName,
      content_type: receipt.contentType,
      size: BigInt(receipt.size),
      received_at: context.now,
      received_by: context.actor.name,
    })
    .execute()
  await tables(context.database)
    .updateTable('expenses')
    .set((is) => ({ receipt_count: is('receipt_count', '+', 1n) }))
    .where('company_id', '=', context.company.id)
    .where('id', '=', receipt.expenseId)
    .execute()
  return id
}

/** Of one expense, one receipt, or all with the same content; earliest first. */
export async function selectReceipts(context: Place, by: { expenseId: ExpenseId } | { id: ReceiptId } | { file: string }): Promise<Receipt[]> {
  let query = tables(context.database).selectFrom('expense_receipts').selectAll().where('company_id', '=', context.company.id)
  if ('expenseId' in by) query = query.where('expense_id', '=', by.expenseId)
  else if ('id' in by) query = query.where('id', '=', by.id)
  else query = query.where('file', '=', by.file)
  const rows = await query.orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id as ReceiptId,
    expenseId: row.expense_id as ExpenseId,
    file: row.file,
    fileName: row.file_name,
    contentType: row.content_type,
    size: Number(row.size),
  }))
}

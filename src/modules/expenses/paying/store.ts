import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { ExpenseId } from '../expense.ts'

type PayingTables = {
  expense_payment_files: {
    company_id: string
    id: string
    format: string
    content: string
    execute_on: string
    created_at: string
    created_by: string
    undone_at: string | null
  }
  expense_payment_orders: {
    company_id: string
    file_id: string
    expense_id: string
    end_to_end_id: string
    amount_minor: bigint
    currency: string
    undone_at: string | null
  }
}

/** What a file orders to pay of an expense. */
export interface PaymentOrder {
  readonly fileId: string
  readonly expenseId: ExpenseId
  readonly endToEndId: string
  readonly amount: Money
}

const tables = (transaction: Transaction) => transaction.withTables<PayingTables>()

export async function insertFile(
  context: Context,
  file: { id: string; format: string; content: string; executeOn: Day },
  orders: readonly Omit<PaymentOrder, 'fileId'>[],
): Promise<void> {
  await tables(context.database)
    .insertInto('expense_payment_files')
    .values({
      company_id: context.company.id,
      id: file.id,
      format: file.format,
      content: file.content,
      execute_on: file.executeOn,
      created_at: context.now,
      created_by: context.actor.name,
      undone_at: null,
    })
    .execute()
  await tables(context.database)
    .insertInto('expense_payment_orders')
    .values(
      orders.map((order) => ({
        company_id: context.company.id,
        file_id: file.id,
        expense_id: order.expenseId,
        end_to_end_id: order.endToEndId,
        amount_minor: order.amount.minor,
        currency: order.amount.currency,
        undone_at: null,
      })),
    )
    .execute()
}

export function newFileId(): string {
  return newId<'expense-payment-file'>()
}

export async function selectFiles(context: Context, by: { id: string } | { limit: number }) {
  let query = tables(context.database).selectFrom('expense_payment_files').selectAll().where('company_id', '=', context.company.id)
  query = 'id' in by ? query.where('id', '=', by.id) : query.limit(by.limit)
  const rows = await query.orderBy('id', 'desc').execute()
  return rows.map((row) => ({
    id: row.id,
    format: row.format,
    content: row.content,
    executeOn: row.execute_on as Day,
    createdAt: row.created_at as Instant,
    isUndone: row.undone_at !== null,
  }))
}

/** The orders that stand: all, or those of a file. */
export async function standingOrders(context: Context, by: { fileId?: string } = {}): Promise<PaymentOrder[]> {
  let query = tables(context.database)
    .selectFrom('expense_payment_orders')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('undone_at', 'is', null)
  if (by.fileId !== undefined) query = query.where('file_id', '=', by.fileId)
  const rows = await query.orderBy('end_to_end_id').execute()
  return rows.map((row) => ({
    fileId: row.file_id,
    expenseId: row.expense_id as ExpenseId,
    endToEndId: row.end_to_end_id,
    amount: money(row.amount_minor, row.currency),
  }))
}

/** The orders of a file hold no longer; its expenses may go into another one. */
export async function undoFile(context: Context, id: string): Promise<void> {
  const undone = { undone_at: context.now as string }
  await tables(context.database).updateTable('expense_payment_files').set(undone).where('company_id', '=', context.company.id).where('id', '=', id).execute()
  await tables(context.database)
    .updateTable('expense_payment_orders')
    .set(undone)
    .where('company_id', '=', context.company.id)
    .where('file_id', '=', id)
    .execute()
}

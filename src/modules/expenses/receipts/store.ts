import { newId, type Id } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { ExpenseId, ReadingKind } from '../expense.ts'
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
  /** office: a member brought it. inbox: it lay in the watched folder. */
  readonly via: 'office' | 'inbox'
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
      received_via: receipt.via,
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
    via: row.received_via as Receipt['via'],
  }))
}

/** What was read on a receipt, once. */
export interface Reading {
  readonly receiptId: ReceiptId
  readonly kind: ReadingKind
  /** JSON of the input that says it; null where nothing was read. */
  readonly proposal: string | null
  readonly isCertain: boolean
  readonly findings: readonly ReadFinding[]
  /** Why nothing was read; a key of a text. */
  readonly problem: string | null
  readonly picture: string | null
}

/** What breaks a rule in an electronic invoice, in the words of the company's language. */
export interface ReadFinding {
  readonly rule: string
  readonly severity: string
  readonly text: string
}

export async function insertReading(context: Context, reading: Reading): Promise<void> {
  await tables(context.database)
    .insertInto('expense_readings')
    .values({
      company_id: context.company.id,
      id: newId<'expense-reading'>(),
      receipt_id: reading.receiptId,
      kind: reading.kind,
      proposal: reading.proposal,
      is_certain: reading.isCertain ? 1n : 0n,
      findings: JSON.stringify(reading.findings),
      problem: reading.problem,
      picture_file: reading.picture,
      read_at: context.now,
    })
    .execute()
}

/** The readings of receipts, by receipt. */
export async function selectReadings(context: Place, receiptIds: readonly ReceiptId[]): Promise<Map<ReceiptId, Reading>> {
  if (receiptIds.length === 0) return new Map()
  const rows = await tables(context.database)
    .selectFrom('expense_readings')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('receipt_id', 'in', [...receiptIds])
    .execute()
  return new Map(
    rows.map((row) => [
      row.receipt_id as ReceiptId,
      {
        receiptId: row.receipt_id as ReceiptId,
        kind: row.kind as ReadingKind,
        proposal: row.proposal,
        isCertain: row.is_certain === 1n,
        findings: JSON.parse(row.findings) as ReadFinding[],
        problem: row.problem,
        picture: row.picture_file,
      },
    ]),
  )
}

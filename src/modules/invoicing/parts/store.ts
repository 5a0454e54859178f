import type { Day } from '../../../kernel/day.ts'
import type { InvoiceId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { ReadContext } from '../store.ts'

/** What belongs to an issued invoice beside its lines: due dates and the file of its PDF. */
export type PartTables = {
  invoice_dues: { company_id: string; invoice_id: string; position: bigint; due_on: string; amount_minor: bigint }
  invoice_files: { company_id: string; invoice_id: string; file: string; made_at: string }
}

const tables = (transaction: Transaction) => transaction.withTables<PartTables>()

export async function insertDues(context: Context, id: InvoiceId, dues: readonly { on: Day; amount: Money }[]): Promise<void> {
  if (dues.length === 0) return
  await tables(context.database)
    .insertInto('invoice_dues')
    .values(
      dues.map((due, position) => ({
        company_id: context.company.id,
        invoice_id: id,
        position: BigInt(position),
        due_on: due.on,
        amount_minor: due.amount.minor,
      })),
    )
    .execute()
}

export async function duesOfInvoice(context: ReadContext, id: InvoiceId, currency: string): Promise<{ on: Day; amount: Money }[]> {
  const rows = await tables(context.database)
    .selectFrom('invoice_dues')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('invoice_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ on: row.due_on as Day, amount: money(row.amount_minor, currency) }))
}

export async function fileOf(context: ReadContext, id: InvoiceId): Promise<string | undefined> {
  const row = await tables(context.database)
    .selectFrom('invoice_files')
    .select('file')
    .where('company_id', '=', context.company.id)
    .where('invoice_id', '=', id)
    .executeTakeFirst()
  return row?.file
}

export async function keepFile(context: ReadContext, options: { id: InvoiceId; file: string; now: Instant }): Promise<void> {
  await tables(context.database)
    .insertInto('invoice_files')
    .values({ company_id: context.company.id, invoice_id: options.id, file: options.file, made_at: options.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

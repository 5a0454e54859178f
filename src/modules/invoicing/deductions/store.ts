import { fail } from '../../../kernel/failure.ts'
import type { ContactId, InvoiceId } from '../../../kernel/id.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { ReadContext } from '../store.ts'

/** Which advances a document deducts: each advance at most once. Columns of `invoices` that are read beside are named here too. */
export type DeductionTables = {
  invoice_deductions: { company_id: string; advance_id: string; invoice_id: string; position: bigint }
  invoices: { company_id: string; id: string; contact_id: string; currency: string; state: string; kind: string; purpose: string }
}

const tables = (transaction: Transaction) => transaction.withTables<DeductionTables>()

export async function deductionsOf(context: ReadContext, id: InvoiceId): Promise<InvoiceId[]> {
  const rows = await tables(context.database)
    .selectFrom('invoice_deductions')
    .select('advance_id')
    .where('company_id', '=', context.company.id)
    .where('invoice_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.advance_id as InvoiceId)
}

/** Replaces what a draft deducts. Fails with `advance_deducted` where another document deducts one of them already. */
export async function replaceDeductions(context: Context, id: InvoiceId, advances: readonly InvoiceId[]): Promise<void> {
  await releaseDeductions(context, id)
  for (const [position, advanceId] of advances.entries()) {
    const { numInsertedOrUpdatedRows: written } = await tables(context.database)
      .insertInto('invoice_deductions')
      .values({ company_id: context.company.id, advance_id: advanceId, invoice_id: id, position: BigInt(position) })
      .onConflict((conflict) => conflict.columns(['company_id', 'advance_id']).doNothing())
      .executeTakeFirst()
    if (written === 0n) fail('advance_deducted')
  }
}

/** The advances are free to be deducted again: the draft is gone, or the document is credited whole. */
export async function releaseDeductions(context: Context, id: InvoiceId): Promise<void> {
  await tables(context.database).deleteFrom('invoice_deductions').where('company_id', '=', context.company.id).where('invoice_id', '=', id).execute()
}

/** The document that deducts an advance, if any. */
export async function deductedBy(context: ReadContext, advanceId: InvoiceId): Promise<InvoiceId | undefined> {
  const row = await tables(context.database)
    .selectFrom('invoice_deductions')
    .select('invoice_id')
    .where('company_id', '=', context.company.id)
    .where('advance_id', '=', advanceId)
    .executeTakeFirst()
  return row?.invoice_id as InvoiceId | undefined
}

/** Issued advances of a customer that no document deducts yet, oldest first. */
export async function openAdvances(context: ReadContext, contactId: ContactId): Promise<InvoiceId[]> {
  const rows = await tables(context.database)
    .selectFrom('invoices')
    .leftJoin('invoice_deductions', (join) =>
      join.onRef('invoice_deductions.company_id', '=', 'invoices.company_id').onRef('invoice_deductions.advance_id', '=', 'invoices.id'),
    )
    .select('invoices.id as id')
    .where('invoices.company_id', '=', context.company.id)
    .where('contact_id', '=', contactId)
    .where('state', '=', 'issued')
    .where('kind', '=', 'invoice')
    .where('purpose', '=', 'advance')
    .where('invoice_deductions.advance_id', 'is', null)
    .orderBy('invoices.id')
    .execute()
  return rows.map((row) => row.id as InvoiceId)
}

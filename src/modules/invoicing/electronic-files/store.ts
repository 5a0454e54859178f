import type { InvoiceId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { ReadContext } from '../store.ts'

/** The XML of an issued document by the hash of its bytes, one per format. */
export type ElectronicFileTables = {
  invoice_electronic_files: { company_id: string; invoice_id: string; format: string; file: string; made_at: string }
}

const tables = (transaction: Transaction) => transaction.withTables<ElectronicFileTables>()

export async function electronicFileOf(context: ReadContext, id: InvoiceId, format: string): Promise<string | undefined> {
  const row = await tables(context.database)
    .selectFrom('invoice_electronic_files')
    .select('file')
    .where('company_id', '=', context.company.id)
    .where('invoice_id', '=', id)
    .where('format', '=', format)
    .executeTakeFirst()
  return row?.file
}

export async function keepElectronicFile(context: ReadContext, options: { id: InvoiceId; format: string; file: string; now: Instant }): Promise<void> {
  await tables(context.database)
    .insertInto('invoice_electronic_files')
    .values({ company_id: context.company.id, invoice_id: options.id, format: options.format, file: options.file, made_at: options.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

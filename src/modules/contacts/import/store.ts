import type { ContactId, Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { ContactFields } from '../contact.ts'

export type ImportTables = {
  contact_imports: {
    company_id: string
    id: string
    file_name: string
    format: string
    created_at: string
    actor_name: string
    created_count: bigint
    updated_count: bigint
    skipped_count: bigint
    undone_at: string | null
  }
  contact_import_rows: { company_id: string; import_id: string; contact_id: string; action: string; before: string | null }
}

const tables = (transaction: Transaction) => transaction.withTables<ImportTables>()

export interface ImportRecord {
  id: Id<'import'>
  fileName: string
  format: 'vcard' | 'csv'
  created: number
  updated: number
  skipped: number
}

export interface ImportRow {
  contactId: ContactId
  action: 'created' | 'updated'
  /** The fields before the import filled some in. */
  before: ContactFields | null
}

export async function insertImport(context: Context, record: ImportRecord, rows: readonly ImportRow[]): Promise<void> {
  const company_id = context.company.id
  await tables(context.database)
    .insertInto('contact_imports')
    .values({
      company_id,
      id: record.id,
      file_name: record.fileName,
      format: record.format,
      created_at: context.now,
      actor_name: context.actor.name,
      created_count: BigInt(record.created),
      updated_count: BigInt(record.updated),
      skipped_count: BigInt(record.skipped),
      undone_at: null,
    })
    .execute()
  for (let start = 0; start < rows.length; start += 1000) {
    const values = rows.slice(start, start + 1000).map((row) => ({
      company_id,
      import_id: record.id,
      contact_id: row.contactId,
      action: row.action,
      before: row.before && JSON.stringify(row.before),
    }))
    await tables(context.database).insertInto('contact_import_rows').values(values).execute()
  }
}

export async function selectImports(context: Context) {
  const rows = await tables(context.database)
    .selectFrom('contact_imports')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'import'>,
    fileName: row.file_name,
    createdAt: row.created_at as Instant,
    actorName: row.actor_name,
    created: Number(row.created_count),
    updated: Number(row.updated_count),
    skipped: Number(row.skipped_count),
    isUndone: row.undone_at !== null,
  }))
}

export async function selectImportRows(context: Context, importId: string): Promise<ImportRow[]> {
  const rows = await tables(context.database)
    .selectFrom('contact_import_rows')
    .select(['contact_id', 'action', 'before'])
    .where('company_id', '=', context.company.id)
    .where('import_id', '=', importId)
    .execute()
  return rows.map((row) => ({
    contactId: row.contact_id as ContactId,
    action: row.action as ImportRow['action'],
    before: row.before === null ? null : (JSON.parse(row.before) as ContactFields),
  }))
}

/** Marks it undone; answers whether it was there and not undone yet. */
export async function markUndone(context: Context, importId: string): Promise<'undone' | 'already' | 'missing'> {
  const row = await tables(context.database)
    .selectFrom('contact_imports')
    .select('undone_at')
    .where('company_id', '=', context.company.id)
    .where('id', '=', importId)
    .executeTakeFirst()
  if (!row) return 'missing'
  if (row.undone_at) return 'already'
  await tables(context.database)
    .updateTable('contact_imports')
    .set({ undone_at: context.now })
    .where('company_id', '=', context.company.id)
    .where('id', '=', importId)
    .execute()
  return 'undone'
}

export async function deleteImportRowsOf(context: Context, contactId: ContactId): Promise<void> {
  await tables(context.database).deleteFrom('contact_import_rows').where('company_id', '=', context.company.id).where('contact_id', '=', contactId).execute()
}

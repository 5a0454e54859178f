import { newId, type Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { CsvLayout } from '../bank/csv-columns.ts'

export type BankFileId = Id<'bank-file'>

type KeptTables = {
  bank_files: {
    company_id: string
    id: string
    file: string
    file_name: string
    format: string
    size: bigint
    new_count: bigint
    known_count: bigint
    skipped_count: bigint
    keep_until: string
    imported_at: string
    imported_by: string
  }
  bank_layouts: {
    company_id: string
    header_key: string
    layout: string
    currency: string | null
    bank_account_id: string | null
    learnt_at: string
    learnt_by: string
  }
}

const tables = (transaction: Transaction) => transaction.withTables<KeptTables>()

export interface KeptFile {
  readonly id: BankFileId
  readonly file: string
  readonly fileName: string
  readonly format: string
  readonly size: number
  readonly newCount: number
  readonly knownCount: number
  readonly skippedCount: number
  /** The last day on which the law wants it. */
  readonly keepUntil: Day
  readonly importedAt: Instant
  readonly importedBy: string
}

/** Keeps what is known of an imported file; the same bytes are one file. */
export async function insertBankFile(context: Context, file: Omit<KeptFile, 'id' | 'importedAt' | 'importedBy'>): Promise<BankFileId> {
  const id = newId<'bank-file'>()
  await tables(context.database)
    .insertInto('bank_files')
    .values({
      company_id: context.company.id,
      id,
      file: file.file,
      file_name: file.fileName,
      format: file.format,
      size: BigInt(file.size),
      new_count: BigInt(file.newCount),
      known_count: BigInt(file.knownCount),
      skipped_count: BigInt(file.skippedCount),
      keep_until: file.keepUntil,
      imported_at: context.now,
      imported_by: context.actor.name,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'file']).doNothing())
    .execute()
  const kept = await tables(context.database)
    .selectFrom('bank_files')
    .select('id')
    .where('company_id', '=', context.company.id)
    .where('file', '=', file.file)
    .executeTakeFirstOrThrow()
  return kept.id as BankFileId
}

/** The kept files, latest first; `after` is the id of the last one of the page before. */
export async function selectBankFiles(context: Context, options: { id?: BankFileId; after?: string | undefined; limit: number }): Promise<KeptFile[]> {
  let query = tables(context.database).selectFrom('bank_files').selectAll().where('company_id', '=', context.company.id)
  if (options.id) query = query.where('id', '=', options.id)
  if (options.after) query = query.where('id', '<', options.after)
  const rows = await query.orderBy('id', 'desc').limit(options.limit).execute()
  return rows.map((row) => ({
    id: row.id as BankFileId,
    file: row.file,
    fileName: row.file_name,
    format: row.format,
    size: Number(row.size),
    newCount: Number(row.new_count),
    knownCount: Number(row.known_count),
    skippedCount: Number(row.skipped_count),
    keepUntil: row.keep_until as Day,
    importedAt: row.imported_at as Instant,
    importedBy: row.imported_by,
  }))
}

/** How a table was read the last time a person looked at it. */
export interface LearntLayout {
  readonly headerKey: string
  readonly layout: CsvLayout
  readonly currency: string | null
  readonly bankAccountId: string | null
}

export async function learntLayouts(context: Context, headerKeys: readonly string[]): Promise<LearntLayout[]> {
  if (headerKeys.length === 0) return []
  const rows = await tables(context.database)
    .selectFrom('bank_layouts')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('header_key', 'in', [...headerKeys])
    .execute()
  return rows.map((row) => ({
    headerKey: row.header_key,
    layout: JSON.parse(row.layout) as CsvLayout,
    currency: row.currency,
    bankAccountId: row.bank_account_id,
  }))
}

/** The latest word counts. */
export async function learnLayout(context: Context, learnt: LearntLayout): Promise<void> {
  const values = {
    layout: JSON.stringify(learnt.layout),
    currency: learnt.currency,
    bank_account_id: learnt.bankAccountId,
    learnt_at: context.now,
    learnt_by: context.actor.name,
  }
  await tables(context.database)
    .insertInto('bank_layouts')
    .values({ company_id: context.company.id, header_key: learnt.headerKey, ...values })
    .onConflict((conflict) => conflict.columns(['company_id', 'header_key']).doUpdateSet(values))
    .execute()
}

import { sql } from 'kysely'
import type { CompanyId } from '../../kernel/id.ts'
import type { Transaction } from './database.ts'

/**
 * Lets a platform transaction touch the rows of a company that it has just made or was admitted to. On SQLite, which
 * has no row-level security, it does nothing.
 */
export async function enterCompany(transaction: Transaction, companyId: CompanyId): Promise<void> {
  if (isPostgres(transaction)) {
    await sql`select set_config('cloudburo.company', ${companyId}, true)`.execute(transaction)
  }
}

function isPostgres(transaction: Transaction): boolean {
  return transaction.getExecutor().adapter.constructor.name === 'PostgresAdapter'
}

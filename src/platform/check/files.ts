import { sql } from 'kysely'
import type { CompanyId } from '../../kernel/id.ts'
import type { Transaction } from '../database/database.ts'
import { hashOf, type Files } from '../files.ts'
import type { Verified } from '../operation/module.ts'
import type { Catalogue } from './catalogue.ts'

/** Every file that a row names is there and has the content that its hash says. */
export async function checkFiles(place: { transaction: Transaction; files: Files }, companyId: CompanyId, catalogue: Catalogue): Promise<Verified> {
  const hashes = new Map<string, string>()
  for (const table of [...catalogue.tables, { name: 'companies', columns: ['logo_file'] }]) {
    for (const column of table.columns.filter((name) => name === 'file' || name.endsWith('_file'))) {
      const key = table.name === 'companies' ? 'id' : 'company_id'
      const { rows } = await sql<{ hash: string }>`
        select distinct ${sql.ref(column)} as hash from ${sql.table(table.name)} where ${sql.ref(key)} = ${companyId} and ${sql.ref(column)} is not null`.execute(
        place.transaction,
      )
      for (const { hash } of rows) hashes.set(hash, `${table.name}.${column}`)
    }
  }
  const findings: string[] = []
  for (const [hash, where] of hashes) {
    const bytes = await place.files.get(hash)
    if (!bytes) findings.push(`${where}: the file ${hash} is missing`)
    else if (hashOf(bytes) !== hash) findings.push(`${where}: the file ${hash} was changed`)
  }
  return { what: 'files present and unchanged', count: hashes.size, findings }
}

import { sql } from 'kysely'
import type { CompanyId } from '../../kernel/id.ts'
import type { Transaction } from '../database/database.ts'
import type { Verified } from '../operation/module.ts'
import type { Catalogue, ForeignKey } from './catalogue.ts'

/** Rows that point to a row which is not there, or not in this company, by every foreign key of the catalogue. */
export async function checkForeignKeys(transaction: Transaction, companyId: CompanyId, catalogue: Catalogue): Promise<Verified> {
  const findings: string[] = []
  for (const key of catalogue.foreignKeys) {
    const count = await brokenRows(transaction, companyId, key)
    if (count > 0n) findings.push(`${key.table}: ${count} rows point by ${key.columns.join(', ')} to ${key.target} that are not in this company`)
  }
  return { what: 'references within the company', count: catalogue.foreignKeys.length, findings }
}

async function brokenRows(transaction: Transaction, companyId: CompanyId, key: ForeignKey): Promise<bigint> {
  const isPresent = sql.join(
    key.columns.map((column) => sql`${sql.ref(`own.${column}`)} is not null`),
    sql` and `,
  )
  const isSame = sql.join(
    key.columns.map((column, index) => sql`${sql.ref(`other.${key.targetColumns[index]}`)} = ${sql.ref(`own.${column}`)}`),
    sql` and `,
  )
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from ${sql.table(key.table)} own
    where own.company_id = ${companyId} and ${isPresent} and not exists (select 1 from ${sql.table(key.target)} other where ${isSame})`.execute(transaction)
  return rows[0]!.count
}

/** Who owns which id, over all companies: gathered first, so that an id of another company is recognised wherever it stands. */
export class Owners {
  readonly #owners = new Map<string, CompanyId>()

  async gather(transaction: Transaction, companyId: CompanyId, catalogue: Catalogue): Promise<void> {
    for (const table of catalogue.tables) {
      if (!table.columns.includes('id')) continue
      const { rows } = await sql<{ id: string }>`select id from ${sql.table(table.name)} where company_id = ${companyId}`.execute(transaction)
      for (const { id } of rows) this.#owners.set(id, companyId)
    }
  }

  /** Looks through every column named …_id that no foreign key guards. */
  async check(transaction: Transaction, companyId: CompanyId, catalogue: Catalogue): Promise<Verified> {
    const findings: string[] = []
    let count = 0
    for (const table of catalogue.tables) {
      for (const column of table.columns) {
        if (!column.endsWith('_id') || column === 'company_id' || isGuarded(catalogue, table.name, column)) continue
        const { rows } = await sql<{ id: string }>`
          select distinct ${sql.ref(column)} as id from ${sql.table(table.name)} where company_id = ${companyId} and ${sql.ref(column)} is not null`.execute(
          transaction,
        )
        count += rows.length
        for (const { id } of rows) {
          const owner = this.#owners.get(id)
          if (owner !== undefined && owner !== companyId) findings.push(`${table.name}.${column}: points to ${id} of another company (${owner})`)
        }
      }
    }
    return { what: 'ids that belong to no other company', count, findings }
  }
}

function isGuarded(catalogue: Catalogue, table: string, column: string): boolean {
  return catalogue.foreignKeys.some((key) => key.table === table && key.columns.includes(column) && key.columns.includes('company_id'))
}

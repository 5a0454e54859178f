import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Seat, World } from './world.ts'

/** A digest of all rows of a company by table: equal before and after means that nothing changed anywhere. */
export async function digestOf(world: World, seat: Seat): Promise<Record<string, string>> {
  return world.read(seat, async (transaction) => {
    const tables =
      world.database.engine === 'sqlite'
        ? sql<{
            name: string
          }>`select m.name from sqlite_master m where m.type = 'table' and exists (select 1 from pragma_table_info(m.name) c where c.name = 'company_id')`
        : sql<{ name: string }>`select table_name as name from information_schema.columns where table_schema = current_schema() and column_name = 'company_id'`
    const digests: Record<string, string> = {}
    for (const { name } of (await tables.execute(transaction)).rows) {
      const { rows } = await sql`select * from ${sql.table(name)} where company_id = ${seat.company.id}`.execute(transaction)
      const texts = rows.map((row) => JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))).toSorted()
      digests[name] = `${rows.length}:${createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16)}`
    }
    return digests
  })
}

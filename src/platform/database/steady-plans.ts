import { sql, type Kysely } from 'kysely'

/**
 * SQLite chooses an index by statistics, and without any it takes `company_id = ?` for a handful of rows: a query by
 * agreement, sorted by id, then reads a whole company through the primary key. So every index gets the statistics of a
 * large house with many companies, once, and the plans are the same on the first day as after ten years.
 * https://www.sqlite.org/optoverview.html#manual_control_of_query_plans_using_sqlite_stat_tables
 */
export async function steadyPlans(whole: Kysely<unknown>): Promise<void> {
  await sql`pragma analysis_limit = 1`.execute(whole)
  await whole.transaction().execute(writeStatistics)
  // This connection still plans by what it analysed itself: this makes it read the table.
  await sql`analyze sqlite_schema`.execute(whole)
}

async function writeStatistics(database: Kysely<unknown>): Promise<void> {
  await sql`analyze`.execute(database)
  await sql`delete from sqlite_stat1`.execute(database)
  const { rows } = await sql<{ table: string; index: string; isUnique: number; first: string; columns: number }>`
    select t.name as "table", l.name as "index", l."unique" as "isUnique",
      (select c.name from pragma_index_info(l.name) c where c.seqno = 0) as "first",
      (select count(*) from pragma_index_info(l.name)) as "columns"
    from sqlite_schema t, pragma_index_list(t.name) l where t.type = 'table' and t.name not like 'sqlite_%'`.execute(database)
  for (const { table, index, isUnique, first, columns } of rows) {
    const stat = statistics({ columns: Number(columns), isUnique: Number(isUnique) === 1, isByCompany: first === 'company_id' })
    await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${index}, ${stat})`.execute(database)
  }
  // A change of the schema makes every connection read it anew, and the statistics with it.
  await sql`create table steady_plans_known (at text)`.execute(database)
  await sql`drop table steady_plans_known`.execute(database)
}

const rowsOfTable = 1_000_000
const rowsOfCompany = 20_000

/** "1000000 20000 10": rows in all, then rows that agree in the first column, in the first two, and so on. */
function statistics(index: { columns: number; isUnique: boolean; isByCompany: boolean }): string {
  const estimates = [rowsOfTable]
  let rows = index.isByCompany ? rowsOfCompany : rowsOfTable / 1000
  for (let column = 1; column <= index.columns; column += 1) {
    const isLast = column === index.columns
    if (isLast && (column > 1 || !index.isByCompany)) rows = index.isUnique ? 1 : Math.min(rows, 10)
    estimates.push(rows)
    rows = Math.max(10, Math.floor(rows / 20))
  }
  return estimates.join(' ')
}

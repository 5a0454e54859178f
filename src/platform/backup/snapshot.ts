import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { platformTables } from '../database/migrate.ts'

/** The rows of every table at one moment, as JSON texts with the columns' names: the same from both engines. */
export interface Snapshot {
  readonly tables: readonly string[]
  rowsOf(table: string): AsyncIterable<string> | Iterable<string>
  close(): Promise<void>
}

/** Bookkeeping of the engine's own migrator that says nothing about the business. */
const notKept = ['migrations_lock', 'migrations']

/** A consistent look at a SQLite file while the server goes on writing: one read transaction of its own. */
export function snapshotOfSqlite(path: string): Snapshot & { migrations: readonly string[] } {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 })
  database.exec('begin')
  const names = database.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name").all()
  const tables = names.map((row) => String(row['name']))
  return {
    tables: tables.filter((table) => !notKept.includes(table)),
    migrations: tables.includes('migrations')
      ? database
          .prepare('select name from migrations')
          .all()
          .map((row) => String(row['name']))
      : [],
    *rowsOf(table) {
      const statement = database.prepare(`select * from "${table}"`)
      statement.setReadBigInts(true)
      for (const row of statement.iterate()) yield JSON.stringify(row, asJson)
    },
    close: async () => database.close(),
  }
}

/** The same of a PostgreSQL database: one repeatable-read transaction, one company after the other where rows are walled. */
export async function snapshotOfPostgres(url: string): Promise<Snapshot & { migrations: readonly string[] }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin transaction isolation level repeatable read read only')
  const tables = await tablesOfPostgres(client)
  const walled = await walledTables(client)
  const companies = tables.includes('companies') ? (await client.query<{ id: string }>('select id from companies order by id')).rows : []
  const texts = async function* (table: string) {
    await client.query(`declare rows_of_table no scroll cursor for select row_to_json(t)::text as row from "${table}" t`)
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`fetch ${pageSize} from rows_of_table`)
      for (const { row } of rows) yield row
      if (rows.length < pageSize) break
    }
    await client.query('close rows_of_table')
  }
  return {
    tables: tables.filter((table) => !notKept.includes(table)),
    migrations: tables.includes('migrations') ? (await client.query<{ name: string }>('select name from migrations')).rows.map((row) => row.name) : [],
    async *rowsOf(table) {
      if (!walled.has(table)) return yield* texts(table)
      for (const { id } of companies) {
        await client.query("select set_config('cloudburo.company', $1, true)", [id])
        yield* texts(table)
      }
    },
    close: () => client.end(),
  }
}

const pageSize = 5000

export async function tablesOfPostgres(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1",
  )
  return rows.map((row) => row.name)
}

/** The tables whose rows only their company sees. */
export async function walledTables(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = current_schema() and column_name = 'company_id'",
  )
  return new Set(rows.map((row) => row.name).filter((name) => !(platformTables as readonly string[]).includes(name)))
}

/** Integers keep every digit; bytes are hexadecimal after "\x", as PostgreSQL writes them. */
function asJson(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : rawJson(value.toString())
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return value
}

/** JSON with the digits as given (ECMAScript 2025; TypeScript does not know it yet). */
const rawJson = (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON

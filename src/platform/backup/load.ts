import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import pg from 'pg'
import { tablesOfPostgres, walledTables } from './snapshot.ts'

/** Fills an empty, migrated database with rows from a backup: all of them or none. */
export interface Loader {
  /** Adds rows of one table, each a JSON text. Throws where the table or a column is unknown. */
  add(table: string, rows: readonly string[]): Promise<void>
  /** Verifies that every row points to rows that exist, and keeps everything. */
  commit(): Promise<void>
  abandon(): Promise<void>
}

/** Triggers rest while rows come in, since they would refuse what was once allowed; foreign keys are verified at the end. */
export function loadIntoSqlite(path: string): Loader {
  const database = new DatabaseSync(path)
  database.exec('pragma foreign_keys = off; pragma synchronous = full; begin immediate')
  const triggers = database.prepare("select name, sql from sqlite_master where type = 'trigger'").all()
  for (const { name } of triggers) database.exec(`drop trigger "${String(name)}"`)
  return {
    async add(table, rows) {
      const types = typesOfSqlite(database, table)
      for (const text of rows) {
        const row = JSON.parse(text, keepDigits) as Record<string, unknown>
        const names = Object.keys(row)
        for (const name of names) if (!types.has(name)) throw new Error(`The backup has a column ${table}.${name} that this version does not know.`)
        const statement = `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`
        database.prepare(statement).run(...names.map((name) => valueForSqlite(row[name], types.get(name) as string)))
      }
    },
    async commit() {
      for (const { sql } of triggers) database.exec(String(sql))
      const broken = database.prepare('pragma foreign_key_check').all()
      if (broken.length > 0) throw new Error(`The backup is damaged: a row of ${String(broken[0]?.['table'])} points to nothing.`)
      database.exec('commit; pragma wal_checkpoint(truncate)')
      database.close()
    },
    async abandon() {
      database.close()
    },
  }
}

/** On PostgreSQL foreign keys are taken off and put on again, which verifies every row; the owner's wall is down meanwhile. */
export async function loadIntoPostgres(url: string): Promise<Loader> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin')
  const walled = await walledTables(client)
  const tables = await tablesOfPostgres(client)
  const { rows: keys } = await client.query<{ name: string; owner: string; definition: string }>(
    `select conname as name, conrelid::regclass::text as owner, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`,
  )
  for (const { name, owner } of keys) await client.query(`alter table ${owner} drop constraint "${name}"`)
  for (const table of tables) await client.query(`alter table "${table}" disable trigger user`)
  for (const table of walled) await client.query(`alter table "${table}" no force row level security`)
  return {
    async add(table, rows) {
      if (!tables.includes(table)) throw new Error(`The backup has a table ${table} that this version does not know.`)
      const names = [...new Set(rows.flatMap((row) => Object.keys(JSON.parse(row) as object)))].map((name) => `"${name}"`).join(', ')
      const list = `[${rows.join(',')}]`
      await client.query(`insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", $1::json)`, [list])
    },
    async commit() {
      for (const table of tables) await client.query(`alter table "${table}" enable trigger user`)
      for (const { name, owner, definition } of keys) await client.query(`alter table ${owner} add constraint "${name}" ${definition}`)
      for (const table of walled) await client.query(`alter table "${table}" force row level security`)
      await client.query('commit')
      await client.end()
    },
    abandon: () => client.end(),
  }
}

function typesOfSqlite(database: DatabaseSync, table: string): Map<string, string> {
  const columns = database.prepare(`select name, type from pragma_table_info(?)`).all(table)
  if (columns.length === 0) throw new Error(`The backup has a table ${table} that this version does not know.`)
  return new Map(columns.map((column) => [String(column['name']), String(column['type']).toLowerCase()]))
}

/** The engines write moments and truth differently; the sign-in library's tables use both. */
function valueForSqlite(value: unknown, type: string): SQLInputValue {
  if (value === true || value === false) return value ? 1 : 0
  if (typeof value === 'string' && type === 'blob') return Buffer.from(value.slice(2), 'hex')
  if (typeof value === 'string' && type === 'date') return new Date(value).toISOString()
  return value as SQLInputValue
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  const isLong = typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
  return isLong ? BigInt(context?.source as string) : value
}

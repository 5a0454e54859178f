import { sql, type Kysely } from 'kysely'
import type { Database } from './database.ts'
import { steadyPlans } from './steady-plans.ts'

/**
 * One step of the schema. `name` is "0001-contacts"; steps run by number, then in the order of the modules, each in
 * a transaction, once.
 */
export interface Migration {
  readonly name: string
  /** Portable SQL, one statement each: see portableSql. */
  readonly statements: readonly string[]
  /** Statements for one engine only: triggers, mostly. They run after the portable ones, as written. */
  readonly only?: { readonly sqlite?: readonly string[]; readonly postgres?: readonly string[] }
}

/** Tables that hold a company's key but are read before the company is known: row-level security exempts them. */
export const platformTables = ['companies', 'members', 'invitations', 'api_tokens', 'jobs', 'portal_links'] as const

/**
 * Brings the schema up to date. Safe to run at every start; the second run does nothing. The steps run in the given
 * order (Kysely's own migrator sorts them by the alphabet), all in one transaction, one server at a time.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  const done = await (database.forSignIn as Kysely<unknown>).transaction().execute(async (transaction) => {
    if (database.engine === 'postgres') await sql`select pg_advisory_xact_lock(4100001)`.execute(transaction)
    await sql`create table if not exists migrations (name varchar(255) primary key, timestamp varchar(255) not null)`.execute(transaction)
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(transaction)
    const known = new Set(rows.map((row) => row.name))
    const missing = migrations.filter((migration) => !known.has(migration.name))
    for (const migration of missing) {
      await runSteps(database.engine, migration, transaction)
      await sql`insert into migrations (name, timestamp) values (${migration.name}, ${new Date().toISOString()})`.execute(transaction)
    }
    return missing.map((migration) => migration.name)
  })
  if (database.engine === 'postgres' && done.length > 0) await forceRowLevelSecurity(database.forSignIn)
  if (database.engine === 'sqlite' && done.length > 0) await steadyPlans(database.forSignIn)
  return done
}

/**
 * The SQL that both engines take. Written with the types `text`, `integer` (64 bits on both) and `blob`; each
 * `create table` gets STRICT on SQLite, and text compares by code point on PostgreSQL as it does on SQLite.
 */
export function portableSql(engine: Database['engine'], statement: string): string {
  if (engine === 'sqlite') return /^\s*create table/i.test(statement) ? `${statement.trimEnd()} strict` : statement
  return statement
    .replace(/\btext\b/g, 'text collate "C"')
    .replace(/\binteger\b/g, 'bigint')
    .replace(/\bblob\b/g, 'bytea')
}

async function runSteps(engine: Database['engine'], migration: Migration, transaction: Kysely<unknown>): Promise<void> {
  for (const statement of migration.statements) await sql.raw(portableSql(engine, statement)).execute(transaction)
  for (const statement of migration.only?.[engine] ?? []) await sql.raw(statement).execute(transaction)
}

/** The second wall: on every table with a company key, a policy that shows only the transaction's company. */
async function forceRowLevelSecurity(kysely: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ table_name: string }>`
    select table_name from information_schema.columns
    where table_schema = current_schema() and column_name = 'company_id'`.execute(kysely)
  for (const { table_name: table } of rows) {
    if ((platformTables as readonly string[]).includes(table)) continue
    await sql.raw(`alter table "${table}" enable row level security`).execute(kysely)
    await sql.raw(`alter table "${table}" force row level security`).execute(kysely)
    await sql.raw(`drop policy if exists company_only on "${table}"`).execute(kysely)
    await sql.raw(`create policy company_only on "${table}" using (company_id = current_setting('cloudburo.company', true))`).execute(kysely)
  }
}

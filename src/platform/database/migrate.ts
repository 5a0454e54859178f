import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration as KyselyMigration } from 'kysely/migration'
import type { Database } from './database.ts'

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

/** Brings the schema up to date. Safe to run at every start; the second run does nothing. */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  const named: Record<string, KyselyMigration> = {}
  for (const migration of migrations) named[migration.name] = asKysely(database.engine, migration)
  const names = migrations.map((migration) => migration.name)
  const migrator = new Migrator({
    db: database.forSignIn as Kysely<unknown>,
    provider: { getMigrations: async () => named },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
    allowUnorderedMigrations: true,
    // In the order of the modules, not of the alphabet: a table comes after those that it points to.
    nameComparator: (left, right) => names.indexOf(left) - names.indexOf(right),
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  const done = (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
  if (database.engine === 'postgres' && done.length > 0) await forceRowLevelSecurity(database.forSignIn)
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

function asKysely(engine: Database['engine'], migration: Migration): KyselyMigration {
  return {
    up: async (kysely) => {
      for (const statement of migration.statements) await sql.raw(portableSql(engine, statement)).execute(kysely)
      for (const statement of migration.only?.[engine] ?? []) await sql.raw(statement).execute(kysely)
    },
  }
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
    await sql
      .raw(`create policy company_only on "${table}" using (company_id = current_setting('cloudburo.company', true))`)
      .execute(kysely)
  }
}

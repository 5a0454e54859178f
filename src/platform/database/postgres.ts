import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { CompanyId } from '../../kernel/id.ts'
import type { Database, Transaction } from './database.ts'

/**
 * PostgreSQL: every transaction of a company names it first, so that the forced row-level security shows only its
 * rows; a write also locks the company's row, which makes the writes of one company serial.
 */
export function openPostgres(url: string, options: { connectionsMax?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.connectionsMax ?? 10, types: bigintTypes })
  const signInPool = new pg.Pool({ connectionString: url, max: 4 })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  for (const each of [pool, signInPool]) each.on('error', () => undefined)
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const forSignIn = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: signInPool }) })

  const inTransaction = <Result>(companyId: CompanyId | undefined, isWrite: boolean, work: (transaction: Transaction) => Promise<Result>) =>
    kysely.transaction().execute(async (transaction) => {
      if (companyId !== undefined) {
        await sql`select set_config('cloudburo.company', ${companyId}, true)`.execute(transaction)
        if (isWrite) await sql`select 1 from companies where id = ${companyId} for update`.execute(transaction)
      }
      return work(transaction as Transaction)
    })

  return {
    engine: 'postgres',
    read: (companyId, work) => inTransaction(companyId, false, work),
    write: (companyId, work) => inTransaction(companyId, true, work),
    readPlatform: (work) => work(kysely as Transaction),
    writePlatform: (work) => inTransaction(undefined, true, work),
    forSignIn,
    close: async () => {
      await kysely.destroy()
      await forSignIn.destroy()
    },
  }
}

/** Row-level security does not bind a superuser or a role with BYPASSRLS: such a role is refused at start. */
export async function refusesPowerfulRole(database: Database): Promise<string | undefined> {
  const { rows } = await database.readPlatform((transaction) =>
    sql<{ rolname: string; rolsuper: boolean; rolbypassrls: boolean }>`
      select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user`.execute(transaction),
  )
  const role = rows[0]
  if (!role || (!role.rolsuper && !role.rolbypassrls)) return undefined
  return `The database role "${role.rolname}" is a superuser or bypasses row-level security. Create an ordinary role that owns the database and use it in DATABASE_URL.`
}

const int8 = 20
const int4 = 23
const int2 = 21

/** Integers of every width arrive as bigint, as they do from SQLite. */
const bigintTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8 || oid === int4 || oid === int2
      ? (text: string) => BigInt(text)
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

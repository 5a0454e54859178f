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
  pool.on('connect', planOnce)
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

/** Texts that are planned once per connection; beyond so many, lists of other lengths mostly, each is planned as it comes. */
const plannedMax = 400
const planned = new Map<string, string>()

/**
 * Gives every statement a name, so that PostgreSQL parses and plans it once per connection instead of at each run: half
 * of the time of a small read. https://node-postgres.com/features/queries#prepared-statements
 */
function planOnce(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (config: unknown, values?: unknown) => unknown
  client.query = ((text: unknown, values?: unknown) => {
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return query(text, values)
    const statement = withLimit(text, values)
    const name = nameOf(statement.text)
    return query(name === undefined ? statement : { name, ...statement })
  }) as typeof client.query
}

/** A plan that does not know the limit expects a tenth of all rows, and reads them: the number is written into the text. */
function withLimit(text: string, values: readonly unknown[]): { text: string; values: unknown[] } {
  const limit: unknown = values.at(-1)
  const place = ` limit $${values.length}`
  if (typeof limit !== 'number' || !Number.isSafeInteger(limit) || !text.endsWith(place)) return { text, values: [...values] }
  return { text: `${text.slice(0, -place.length)} limit ${limit}`, values: values.slice(0, -1) }
}

function nameOf(text: string): string | undefined {
  const known = planned.get(text)
  if (known !== undefined || planned.size >= plannedMax) return known
  const name = `q${planned.size}`
  planned.set(text, name)
  return name
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

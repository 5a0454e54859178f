import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Configuration } from '../configuration.ts'
import { tablesOfPostgres } from './snapshot.ts'

/** What a restore makes in a data folder; the lock is its own. */
const made = ['cloudburo.db', 'cloudburo.db-wal', 'cloudburo.db-shm', 'files', 'secret']

/** Refuses to restore over anything: into a folder with data, or a database with tables. */
export async function assertEmpty(configuration: Configuration): Promise<void> {
  const present = made.filter((name) => hasContent(join(configuration.dataDirectory, name)))
  if (present.length > 0) {
    throw new Error(`The data folder ${configuration.dataDirectory} is not empty (${present.join(', ')}). Restore into a new folder: CLOUDBURO_DATA=… .`)
  }
  if (!configuration.databaseUrl) return
  const tables = await withClient(configuration.databaseUrl, tablesOfPostgres)
  if (tables.length > 0) throw new Error(`The database is not empty (${tables.length} tables). Restore into a new database.`)
}

/** Takes back what a failed restore had begun in a target that was empty before. */
export async function clearTarget(configuration: Configuration): Promise<void> {
  for (const name of made) rmSync(join(configuration.dataDirectory, name), { recursive: true, force: true })
  if (!configuration.databaseUrl) return
  await withClient(configuration.databaseUrl, async (client) => {
    for (const table of await tablesOfPostgres(client)) await client.query(`drop table "${table}" cascade`)
    const { rows } = await client.query<{ signature: string }>(
      'select oid::regprocedure::text as signature from pg_proc where pronamespace = current_schema()::regnamespace',
    )
    for (const { signature } of rows) await client.query(`drop function ${signature} cascade`)
  })
}

function hasContent(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    return readdirSync(path).length > 0
  } catch {
    return true
  }
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

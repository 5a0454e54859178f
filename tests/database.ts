import { createHash, randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrations } from '../src/modules/modules.ts'
import type { Database } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { openPostgres } from '../src/platform/database/postgres.ts'
import { openSqlite } from '../src/platform/database/sqlite.ts'

/**
 * A fresh, migrated database of the engine under test. The schema is made once per state of the migrations, as a
 * template, and copied: a world opens in milliseconds.
 */
export async function openMigratedDatabase(directory: string): Promise<{ database: Database; drop: () => Promise<void> }> {
  const url = process.env['CLOUDBURO_TEST_DATABASE_URL']
  if (!url) {
    const path = join(directory, 'cloudburo.db')
    copyFileSync(await sqliteTemplate(), path)
    return { database: openSqlite(path), drop: async () => undefined }
  }
  const name = `world_${randomUUID().replaceAll('-', '')}`
  const template = await postgresTemplate(url)
  await administer(url, `create database ${name} template ${template}`)
  return {
    database: openPostgres(urlOf(url, name), { connectionsMax: 24 }),
    drop: () => administer(url, `drop database if exists ${name} with (force)`),
  }
}

/** An empty database of its own, and its address. */
export async function createEmptyPostgres(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `world_${randomUUID().replaceAll('-', '')}`
  await administer(url, `create database ${name}`)
  return { url: urlOf(url, name), drop: () => administer(url, `drop database if exists ${name} with (force)`) }
}

const schemaKey = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)

async function sqliteTemplate(): Promise<string> {
  const folder = join(tmpdir(), 'cloudburo-templates')
  const path = join(folder, `${schemaKey}.db`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  const own = `${path}.${randomUUID()}`
  const database = openSqlite(own)
  await migrate(database, migrations)
  await database.close()
  renameSync(own, path)
  return path
}

/** Made by whoever comes first, under an advisory lock; a template must have no connection while it is copied. */
async function postgresTemplate(url: string): Promise<string> {
  const name = `template_${schemaKey}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(4100)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) {
      const own = `${name}_new`
      await client.query(`drop database if exists ${own} with (force)`)
      await client.query(`create database ${own}`)
      const database = openPostgres(urlOf(url, own))
      await migrate(database, migrations)
      await database.close()
      await client.query(`alter database ${own} rename to ${name}`)
    }
    return name
  } finally {
    await client.end()
  }
}

function urlOf(url: string, database: string): string {
  const own = new URL(url)
  own.pathname = `/${database}`
  return own.href
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

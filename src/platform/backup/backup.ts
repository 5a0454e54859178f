import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { PassThrough } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { databasePath, type Configuration } from '../configuration.ts'
import { hashOf } from '../files.ts'
import { loadIntoPostgres, loadIntoSqlite, type Loader } from './load.ts'
import { snapshotOfPostgres, snapshotOfSqlite } from './snapshot.ts'
import { readTar, TarWriter } from './tar.ts'

/**
 * A backup is one tar.gz: `manifest.json`, `tables/<table>/<part>.jsonl` (a row per line), `files/…`, and the secret that
 * the second factors are kept with. It says nothing of the engine: what was saved on SQLite can be restored into
 * PostgreSQL and the other way round.
 */
export interface Manifest {
  readonly format: 1
  readonly madeAt: string
  readonly migrations: readonly string[]
}

export interface BackupCounts {
  readonly rows: number
  readonly files: number
}

const partBytes = 4 * 1024 * 1024
const entryBytesMax = 256 * 1024 * 1024

/** Writes a backup of database and files into one archive, from a running server too. The file appears when it is whole. */
export async function writeBackup(configuration: Configuration, path: string, madeAt: string): Promise<BackupCounts> {
  if (!configuration.databaseUrl && !existsSync(databasePath(configuration))) {
    throw new Error(`There is nothing to save in ${configuration.dataDirectory}.`)
  }
  const snapshot = await (configuration.databaseUrl ? snapshotOfPostgres(configuration.databaseUrl) : snapshotOfSqlite(databasePath(configuration)))
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}`)
  try {
    const tar = new PassThrough()
    const isWritten = pipeline(tar, createGzip({ level: 6 }), createWriteStream(temporary, { mode: 0o600 }))
    const counts = await Promise.all([fill(new TarWriter(tar), snapshot, configuration, madeAt), isWritten]).then(([each]) => each)
    const handle = await open(temporary, 'r')
    await handle.sync()
    await handle.close()
    await rename(temporary, path)
    return counts
  } finally {
    await snapshot.close()
    await rm(temporary, { force: true })
  }
}

async function fill(
  tar: TarWriter,
  snapshot: Awaited<ReturnType<typeof snapshotOfPostgres>>,
  configuration: Configuration,
  madeAt: string,
): Promise<BackupCounts> {
  const manifest: Manifest = { format: 1, madeAt, migrations: snapshot.migrations }
  await tar.add('manifest.json', JSON.stringify(manifest, null, 2))
  let rows = 0
  for (const table of snapshot.tables) {
    let part = 0
    let lines: string[] = []
    let length = 0
    const flush = async () => {
      if (lines.length === 0) return
      part += 1
      await tar.add(`tables/${table}/${String(part).padStart(6, '0')}.jsonl`, `${lines.join('\n')}\n`)
      lines = []
      length = 0
    }
    for await (const row of snapshot.rowsOf(table)) {
      lines.push(row)
      rows += 1
      length += row.length
      if (length > partBytes) await flush()
    }
    await flush()
  }
  const secret = join(configuration.dataDirectory, 'secret')
  if (existsSync(secret)) await tar.add('secret', readFileSync(secret))
  const files = filesBelow(join(configuration.dataDirectory, 'files'))
  for (const name of files) await tar.add(`files/${name}`, await readFile(join(configuration.dataDirectory, 'files', name)))
  await tar.end()
  return { rows, files: files.length }
}

/** Kept files by their hash; what is being written at this moment has another name and belongs to no row yet. */
export function filesBelow(directory: string): string[] {
  if (!existsSync(directory)) return []
  const names = (readdirSync(directory, { recursive: true }) as string[]).map((name) => name.replaceAll('\\', '/'))
  return names.filter((name) => /^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(name)).toSorted()
}

/**
 * Restores an archive into an empty data folder or database. `migrate` brings the schema to the steps that the backup
 * knew, and `upgrade` afterwards to those of today. Refuses a target that holds anything, and a backup of a newer version.
 */
export async function readBackup(
  configuration: Configuration,
  path: string,
  schema: { migrateTo(migrations: readonly string[]): Promise<void>; upgrade(): Promise<void> },
): Promise<BackupCounts> {
  let loader: Loader | undefined
  let counts = { rows: 0, files: 0 }
  const source = createReadStream(path)
  try {
    const unzipped = source.pipe(createGunzip())
    source.on('error', (error) => unzipped.destroy(error))
    for await (const { name, bytes } of readTar(unzipped, { entryBytesMax })) {
      if (name === 'manifest.json') {
        const { format, migrations } = JSON.parse(Buffer.from(bytes).toString('utf8')) as Manifest
        if (format !== 1) throw new Error('This backup was made by a newer version of Cloudburo.')
        await schema.migrateTo(migrations)
        loader = await (configuration.databaseUrl ? loadIntoPostgres(configuration.databaseUrl) : loadIntoSqlite(databasePath(configuration)))
      } else if (!loader) {
        throw new Error('This is no backup of Cloudburo.')
      } else {
        counts = await restoreEntry(configuration, loader, { name, bytes }, counts)
      }
    }
    if (!loader) throw new Error('This is no backup of Cloudburo.')
    await loader.commit()
    loader = undefined
  } finally {
    await loader?.abandon()
    source.destroy()
  }
  await schema.upgrade()
  return counts
}

async function restoreEntry(
  configuration: Configuration,
  loader: Loader,
  entry: { name: string; bytes: Uint8Array },
  counts: BackupCounts,
): Promise<BackupCounts> {
  const table = /^tables\/(\w+)\/\d+\.jsonl$/.exec(entry.name)?.[1]
  if (table !== undefined) {
    const rows = Buffer.from(entry.bytes)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
    for (let from = 0; from < rows.length; from += 1000) await loader.add(table, rows.slice(from, from + 1000))
    return { ...counts, rows: counts.rows + rows.length }
  }
  const file = /^files\/([0-9a-f]{2})\/([0-9a-f]{64})$/.exec(entry.name)
  if (file) {
    const [, folder, hash] = file as unknown as [string, string, string]
    if (hashOf(entry.bytes) !== hash) throw new Error(`The backup is damaged: file ${hash} has another content.`)
    await mkdir(join(configuration.dataDirectory, 'files', folder), { recursive: true })
    await writeFile(join(configuration.dataDirectory, 'files', folder, hash), entry.bytes, { flush: true })
    return { ...counts, files: counts.files + 1 }
  }
  if (entry.name === 'secret') await writeFile(join(configuration.dataDirectory, 'secret'), entry.bytes, { mode: 0o600 })
  return counts
}

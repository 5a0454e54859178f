import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dayIn } from '../../kernel/instant.ts'
import { allScopes } from '../../modules/company/index.ts'
import { modules } from '../../modules/modules.ts'
import { readCatalogue } from '../../platform/check/catalogue.ts'
import { checkFiles } from '../../platform/check/files.ts'
import { checkForeignKeys, Owners } from '../../platform/check/references.ts'
import { systemClock } from '../../platform/clock.ts'
import { databasePath, type Configuration } from '../../platform/configuration.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { openPostgres } from '../../platform/database/postgres.ts'
import { openSqliteReader } from '../../platform/database/sqlite.ts'
import { openFiles } from '../../platform/files.ts'
import type { CompanyScope, Context } from '../../platform/operation/context.ts'
import type { Verified } from '../../platform/operation/module.ts'
import { operatorActor } from '../operator.ts'

export type ReadableDatabase = Pick<Database, 'engine' | 'read' | 'readPlatform' | 'close'>

/** What was verified of one company. */
export interface CompanyReport {
  readonly company: CompanyScope
  readonly verified: readonly Verified[]
}

/** Opens the database to read only; beside a running server too. */
export function openForReading(configuration: Configuration): ReadableDatabase {
  if (configuration.databaseUrl) return openPostgres(configuration.databaseUrl, { connectionsMax: 2 })
  const path = databasePath(configuration)
  if (!existsSync(path)) throw new Error(`There is no database in ${configuration.dataDirectory}.`)
  return openSqliteReader(path)
}

/** Verifies every company, one after the other: references, files, and what each module promises. */
export async function* verify(database: ReadableDatabase, configuration: Configuration): AsyncGenerator<CompanyReport> {
  const files = openFiles(join(configuration.dataDirectory, 'files'))
  const { companies, catalogue } = await database.readPlatform(async (transaction) => ({
    companies: await allScopes(transaction),
    catalogue: await readCatalogue(database.engine, transaction),
  }))
  const owners = new Owners()
  for (const { id } of companies) await database.read(id, (transaction) => owners.gather(transaction, id, catalogue))
  for (const company of companies) {
    const verified = await database.read(company.id, async (transaction) => {
      const reports = [
        await checkForeignKeys(transaction, company.id, catalogue),
        await owners.check(transaction, company.id, catalogue),
        await checkFiles({ transaction, files }, company.id, catalogue),
      ]
      const context = contextOf({ company, database, transaction, files, publicUrl: configuration.publicUrl })
      for (const module of modules) reports.push(...((await module.check?.(context)) ?? []))
      return reports
    })
    yield { company, verified }
  }
}

function contextOf(place: {
  company: CompanyScope
  database: ReadableDatabase
  transaction: Transaction
  files: Context['files']
  publicUrl: string
}): Context {
  const readsOnly = (): never => {
    throw new Error('a check only reads')
  }
  const now = systemClock.now()
  return {
    actor: operatorActor,
    company: place.company,
    clock: systemClock,
    now,
    today: dayIn(now, place.company.zone),
    database: place.transaction,
    engine: place.database.engine,
    files: place.files,
    seals: { seal: readsOnly, open: () => undefined },
    publicUrl: place.publicUrl,
    emit: readsOnly,
    later: readsOnly,
  }
}

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CompanyId } from './kernel/id.ts'
import type { Instant } from './kernel/instant.ts'
import { pendingHandler, pendingKind } from './doors/pending.ts'
import { allScopes, findScope, isOpenInvitation } from './modules/company/index.ts'
import { migrations, modules } from './modules/modules.ts'
import { textIn } from './modules/texts.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import { databasePath, type Configuration } from './platform/configuration.ts'
import type { Database } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { openSqlite } from './platform/database/sqlite.ts'
import { openFiles, type Files } from './platform/files.ts'
import { addDailyJob, dailyHandler, dailyKind } from './platform/jobs/daily.ts'
import { JobRunner } from './platform/jobs/runner.ts'
import type { JobHandler } from './platform/jobs/jobs.ts'
import { standardLog, type Log } from './platform/log.ts'
import { openMail, type Mail } from './platform/mail.ts'
import { openOutside } from './platform/outside.ts'
import { systemActor, type CompanyScope } from './platform/operation/context.ts'
import { Operations } from './platform/operation/operations.ts'
import { openSeals, signingSecret, type Seals } from './platform/secrets.ts'
import { openSignInMails } from './platform/sign-in/mails.ts'
import { openSignIn, type SignIn } from './platform/sign-in/sign-in.ts'

/** Everything wired together and migrated: what the server, the CLI, the demo and the benchmarks stand on. */
export interface House {
  readonly configuration: Configuration
  readonly database: Database
  readonly operations: Operations
  readonly signIn: SignIn
  readonly files: Files
  readonly seals: Seals
  readonly mail: Mail
  readonly clock: Clock
  readonly log: Log
  readonly jobs: JobRunner
  companyById(companyId: CompanyId): Promise<CompanyScope | undefined>
  allCompanies(): Promise<CompanyScope[]>
  /** Runs an operation as Cloudburo itself. */
  runAsSystem(company: CompanyScope, operation: string, input?: unknown): Promise<unknown>
  close(): Promise<void>
}

/** Opens the database (SQLite in the data folder, or PostgreSQL), brings it up to date, and wires the modules. */
export async function openHouse(configuration: Configuration, options: { clock?: Clock; log?: Log } = {}): Promise<House> {
  mkdirSync(configuration.dataDirectory, { recursive: true })
  const clock = options.clock ?? systemClock
  const log = options.log ?? standardLog
  const database = await openDatabase(configuration)
  const files = openFiles(join(configuration.dataDirectory, 'files'))
  const mail = openMail(configuration.smtpUrl)
  const outside = openOutside(configuration.reachesOutside)
  const { publicUrl, mailFrom } = configuration
  const signIn = openSignInOf(configuration, database, mail)
  await signIn.migrate()
  await migrate(database, migrations)

  const seals = openSeals(signingSecret(configuration.dataDirectory, configuration.secret))
  const operations = new Operations(modules, { database, clock, files, seals, publicUrl })
  const companyById = (companyId: CompanyId) => database.readPlatform((transaction) => findScope(transaction, companyId))
  const allCompanies = () => database.readPlatform(allScopes)
  const runAsSystem = (company: CompanyScope, operation: string, input: unknown = {}) => operations.run({ operation, input, actor: systemActor, company })
  const runAs = async (companyId: CompanyId, operation: string, input: unknown, idempotencyKey?: string) => {
    const company = await companyById(companyId)
    return company && operations.run({ operation, input, actor: systemActor, company, idempotencyKey })
  }
  const handlers: Record<string, JobHandler> = Object.assign({}, ...modules.map((module) => module.jobs ?? {}))
  handlers[pendingKind] = pendingHandler({ operations, companyById })
  handlers[dailyKind] = dailyHandler({ operations: modules.flatMap((module) => module.daily ?? []), companyById })
  const jobs = new JobRunner({
    database,
    clock,
    log,
    files,
    seals,
    mail,
    mailFrom,
    outside,
    publicUrl,
    handlers,
    runAs,
    dataDirectory: configuration.dataDirectory,
  })
  operations.onJobs = () => jobs.wake()
  for (const company of await allCompanies()) await addDailyJob(database, company, clock.now() as Instant)

  return {
    configuration,
    database,
    operations,
    signIn,
    files,
    seals,
    mail,
    clock,
    log,
    jobs,
    companyById,
    allCompanies,
    runAsSystem,
    async close() {
      await jobs.stop()
      await database.close()
    },
  }
}

/**
 * Brings the schema of an empty or older database up to the steps named, or to all of today's, and closes it again.
 * Fails where a step is named that this version does not know. For restoring a backup.
 */
export async function prepareDatabase(configuration: Configuration, only?: readonly string[]): Promise<void> {
  const unknown = only?.find((name) => !migrations.some((each) => each.name === name))
  if (unknown !== undefined) throw new Error(`The backup was made by a newer version of Cloudburo (it knows ${unknown}).`)
  mkdirSync(configuration.dataDirectory, { recursive: true })
  const database = await openDatabase(configuration)
  try {
    await openSignInOf(configuration, database, openMail(undefined)).migrate()
    await migrate(database, only ? migrations.filter((each) => only.includes(each.name)) : migrations)
  } finally {
    await database.close()
  }
}

function openSignInOf(configuration: Configuration, database: Database, mail: Mail): SignIn {
  const { publicUrl, mailFrom, isSignUpOpen } = configuration
  const secret = signingSecret(configuration.dataDirectory, configuration.secret)
  const mails = openSignInMails({ mail, mailFrom, textOf: textIn })
  const isInvited = (invitation: string) => database.readPlatform((transaction) => isOpenInvitation(transaction, invitation, systemClock.now()))
  return openSignIn({ database, secret, publicUrl, mails, isSignUpOpen, isInvited })
}

async function openDatabase(configuration: Configuration): Promise<Database> {
  if (!configuration.databaseUrl) return openSqlite(databasePath(configuration))
  const { openPostgres, refusesPowerfulRole } = await import('./platform/database/postgres.ts')
  const database = openPostgres(configuration.databaseUrl)
  const refusal = await refusesPowerfulRole(database)
  if (refusal === undefined) return database
  await database.close()
  throw new Error(refusal)
}

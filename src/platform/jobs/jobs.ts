import type { CompanyId } from '../../kernel/id.ts'
import { newId } from '../../kernel/id.ts'
import { addSeconds, type Instant } from '../../kernel/instant.ts'
import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../database/database.ts'
import type { Migration } from '../database/migrate.ts'
import { describeError, type Log } from '../log.ts'
import type { NewJob } from '../operation/context.ts'

/**
 * Durable work after a commit: one small table, written in the transaction that causes the work, leased by whoever
 * runs it. A job that fails is tried again with growing pauses; a lease that runs out (kill -9) frees it.
 */
export interface Job {
  readonly id: string
  readonly companyId: CompanyId
  readonly kind: string
  readonly payload: unknown
  readonly attempts: number
}

/** Does one job. Throwing means: try again later. It must stand being run twice. */
export type JobHandler = (job: Job, services: JobServices) => Promise<void>

/** What a handler may use; the modules' own services come from the wiring. */
export interface JobServices {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** Runs an operation as `system` in the job's company. */
  run(operation: string, input: unknown): Promise<unknown>
  /** The same under an idempotency key: a job that is run twice does it once. */
  runOnce(key: string, operation: string, input: unknown): Promise<unknown>
  readonly files: import('../files.ts').Files
  readonly seals: import('../secrets.ts').Seals
  readonly mail: import('../mail.ts').Mail
  readonly outside: import('../outside.ts').Outside
  readonly publicUrl: string
  readonly mailFrom: string
  readonly dataDirectory: string
}

type JobTables = {
  jobs: {
    id: string
    company_id: string
    kind: string
    key: string | null
    payload: string
    run_at: string
    attempts: bigint
    leased_until: string | null
    finished_at: string | null
    outcome: 'done' | 'failed' | 'cancelled' | null
    problem: string | null
  }
}

export const jobMigration: Migration = {
  name: '0000-jobs',
  statements: [
    `create table jobs (
      id text primary key,
      company_id text not null,
      kind text not null,
      key text,
      payload text not null,
      run_at text not null,
      attempts integer not null,
      leased_until text,
      finished_at text,
      outcome text,
      problem text
    )`,
    `create index jobs_due on jobs (run_at) where finished_at is null`,
    `create unique index jobs_key on jobs (company_id, key) where finished_at is null and key is not null`,
    `create index jobs_company on jobs (company_id, kind, run_at)`,
  ],
}

/** Adds a job in the caller's transaction; with a key that is already waiting it does nothing. */
export async function addJob(transaction: Transaction, job: NewJob & { companyId: CompanyId; now: Instant }): Promise<string> {
  const id = newId<'job'>()
  await transaction
    .withTables<JobTables>()
    .insertInto('jobs')
    .values({
      id,
      company_id: job.companyId,
      kind: job.kind,
      key: job.key ?? null,
      payload: JSON.stringify(job.payload ?? null),
      run_at: job.runAt ?? job.now,
      attempts: 0n,
      leased_until: null,
      finished_at: null,
      outcome: null,
      problem: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return id
}

const leaseSeconds = 120
const attemptsMax = 8

/** Takes the next due job for this process, or undefined. */
export async function leaseJob(database: Database, now: Instant): Promise<Job | undefined> {
  return database.writePlatform(async (transaction) => {
    const jobs = transaction.withTables<JobTables>()
    let due = jobs
      .selectFrom('jobs')
      .select(['id', 'company_id', 'kind', 'payload', 'attempts'])
      .where('finished_at', 'is', null)
      .where('run_at', '<=', now)
      .where((condition) => condition.or([condition('leased_until', 'is', null), condition('leased_until', '<', now)]))
      .orderBy('run_at')
      .limit(1)
    if (database.engine === 'postgres') due = due.forUpdate().skipLocked()
    const row = await due.executeTakeFirst()
    if (!row) return undefined
    await jobs
      .updateTable('jobs')
      .set({ leased_until: addSeconds(now, leaseSeconds), attempts: row.attempts + 1n })
      .where('id', '=', row.id)
      .execute()
    return {
      id: row.id,
      companyId: row.company_id as CompanyId,
      kind: row.kind,
      payload: JSON.parse(row.payload) as unknown,
      attempts: Number(row.attempts) + 1,
    }
  })
}

/** Marks a job as done, or as to be tried again, or as failed for good. */
export async function settleJob(database: Database, job: Job, now: Instant, problem?: string): Promise<void> {
  const isFinal = problem === undefined || job.attempts >= attemptsMax
  await database.writePlatform((transaction) =>
    transaction
      .withTables<JobTables>()
      .updateTable('jobs')
      .set(
        isFinal
          ? { finished_at: now, leased_until: null, outcome: problem === undefined ? 'done' : 'failed', problem: problem ?? null }
          : { run_at: addSeconds(now, 15 * 2 ** job.attempts), leased_until: null, problem: problem },
      )
      .where('id', '=', job.id)
      .execute(),
  )
}

/** Cancels a job that has not begun. False when it was too late. */
export async function cancelJob(database: Database, options: { id: string; companyId: CompanyId; now: Instant }): Promise<boolean> {
  const result = await database.writePlatform((transaction) =>
    transaction
      .withTables<JobTables>()
      .updateTable('jobs')
      .set({ finished_at: options.now, outcome: 'cancelled' })
      .where('id', '=', options.id)
      .where('company_id', '=', options.companyId)
      .where('finished_at', 'is', null)
      .where('leased_until', 'is', null)
      .executeTakeFirst(),
  )
  return result.numUpdatedRows > 0n
}

/** The unfinished jobs of one kind in a company, next first; and those that failed in the last days. */
export async function jobsOf(
  database: Database,
  options: { companyId: CompanyId; kind: string; now: Instant },
): Promise<{ id: string; payload: unknown; runAt: Instant; problem: string | null; outcome: string | null }[]> {
  const rows = await database.readPlatform((transaction) =>
    transaction
      .withTables<JobTables>()
      .selectFrom('jobs')
      .select(['id', 'payload', 'run_at', 'problem', 'outcome'])
      .where('company_id', '=', options.companyId)
      .where('kind', '=', options.kind)
      .where('run_at', '>', addSeconds(options.now, -7 * 86_400))
      .where((condition) => condition.or([condition('finished_at', 'is', null), condition('outcome', '=', 'failed')]))
      .orderBy('run_at')
      .limit(100)
      .execute(),
  )
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as unknown, runAt: row.run_at as Instant }))
}

/** Runs every due job once, one after the other; returns how many ran. Tests and the demo call it directly. */
export async function runDueJobs(
  services: Omit<JobServices, 'run' | 'runOnce'> & {
    runAs(companyId: CompanyId, operation: string, input: unknown, idempotencyKey?: string): Promise<unknown>
    readonly handlers: Readonly<Record<string, JobHandler>>
  },
): Promise<number> {
  for (let count = 0; ; count += 1) {
    const job = await leaseJob(services.database, services.clock.now())
    if (!job) return count
    const handler = services.handlers[job.kind]
    try {
      if (!handler) throw new Error(`no handler for ${job.kind}`)
      await handler(job, {
        ...services,
        run: (operation, input) => services.runAs(job.companyId, operation, input),
        runOnce: (key, operation, input) => services.runAs(job.companyId, operation, input, key),
      })
      await settleJob(services.database, job, services.clock.now())
    } catch (error) {
      services.log.error('job.failed', { job: job.kind, id: job.id, attempts: job.attempts, ...describeError(error) })
      await settleJob(services.database, job, services.clock.now(), error instanceof Error ? error.message : String(error))
    }
  }
}

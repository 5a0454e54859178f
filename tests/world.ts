import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../src/kernel/failure.ts'
import { newId, type CompanyId, type UserId } from '../src/kernel/id.ts'
import { instant } from '../src/kernel/instant.ts'
import type { MemberRole } from '../src/kernel/role.ts'
import { findMembership, findScope } from '../src/modules/company/index.ts'
import { modules } from '../src/modules/modules.ts'
import { ManualClock } from '../src/platform/clock.ts'
import type { Database, Transaction } from '../src/platform/database/database.ts'
import { openFiles, type Files } from '../src/platform/files.ts'
import { runDueJobs } from '../src/platform/jobs/jobs.ts'
import { silentLog } from '../src/platform/log.ts'
import type { OutgoingMail } from '../src/platform/mail.ts'
import type { Outside } from '../src/platform/outside.ts'
import { openSeals } from '../src/platform/secrets.ts'
import { systemActor, type Actor, type CompanyScope } from '../src/platform/operation/context.ts'
import { Operations } from '../src/platform/operation/operations.ts'
import { openMigratedDatabase } from './database.ts'

/** One person's place in one company of a test: runs operations as that person. */
export interface Seat {
  readonly company: CompanyScope
  readonly actor: Actor
  /** Runs an operation with JSON input and answers with JSON, as a caller outside sees it. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read answers freely
  call(operation: string, input?: unknown, options?: { key?: string }): Promise<any>
  /** Runs it and returns the code of its named failure; throws when it succeeds or breaks. */
  failure(operation: string, input?: unknown): Promise<string>
}

/** A whole Cloudburo on a fresh database of the engine under test, with a clock that stands still. */
export interface World {
  readonly database: Database
  readonly operations: Operations
  readonly clock: ManualClock
  readonly files: Files
  /** Every mail that left, when `mailIsConnected`. */
  readonly mails: OutgoingMail[]
  /** What the world outside answers; nothing unless a test sets it. */
  readonly outside: { ask: Outside['ask'] }
  /** Sets up another company of a new person. */
  company(options?: Partial<{ name: string; country: string; currency: string; language: string; taxRegime: string; isTaxIncluded: boolean }>): Promise<Seat>
  /** Another member of the same company, in a role. */
  member(of: Seat, role: MemberRole): Promise<Seat>
  /** Cloudburo itself in that company. */
  system(of: Seat): Seat
  /** The holder of a customer's personal link. */
  customer(of: Seat, contactId: string): Seat
  /** Runs what is due, jobs caused by jobs too. */
  runJobs(): Promise<number>
  read<Result>(seat: Seat, work: (transaction: Transaction) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** Opens a world. `CLOUDBURO_TEST_DATABASE_URL` (a role that may create databases) makes it a PostgreSQL one. */
export async function openWorld(options: { at?: string; mailIsConnected?: boolean } = {}): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), 'cloudburo-'))
  const { database, drop } = await openMigratedDatabase(directory)
  const clock = new ManualClock(instant(options.at ?? '2026-03-02T09:00:00Z'))
  const files = openFiles(join(directory, 'files'))
  const seals = openSeals('a secret of tests')
  const operations = new Operations(modules, { database, clock, files, seals, publicUrl: 'http://127.0.0.1:4100' })
  const mails: OutgoingMail[] = []
  const outside: World['outside'] = { ask: async () => undefined }
  const handlers = Object.assign({ 'platform.daily': async () => undefined }, ...modules.map((module) => module.jobs ?? {}))

  const seat = (company: CompanyScope, actor: Actor): Seat => ({
    company,
    actor,
    call: async (operation, input, callOptions) => asJson(await operations.run({ operation, input, actor, company, idempotencyKey: callOptions?.key })),
    failure: async (operation, input) => {
      try {
        await operations.run({ operation, input, actor, company })
      } catch (error) {
        if (error instanceof Failure) return error.code
        throw error
      }
      throw new Error(`${operation} was expected to fail`)
    },
  })
  const seatOf = async (companyId: string, userId: string): Promise<Seat> => {
    const membership = await database.readPlatform((transaction) => findMembership(transaction, { companyId, userId }))
    if (!membership) throw new Error('no membership')
    const { company, memberId, name, role } = membership
    return seat(company, { kind: 'user', userId: userId as UserId, memberId, name, role })
  }

  return {
    database,
    operations,
    clock,
    files,
    mails,
    outside,
    async company(details = {}) {
      const userId = newId<'user'>()
      const person = { userId, name: 'Anna Keller', email: `${userId}@example.com` }
      const { id } = (await operations.runPlatform({
        operation: 'company.create',
        input: { name: 'Hundeschule Pfote', country: 'CH', ...details },
        person,
      })) as { id: CompanyId }
      return seatOf(id, userId)
    },
    async member(of, role) {
      const userId = newId<'user'>()
      const { addMember } = await import('../src/modules/company/store.ts')
      await database.writePlatform((transaction) =>
        addMember(transaction, { companyId: of.company.id, userId, name: `A ${role}`, email: `${userId}@example.com`, role, now: clock.now() }),
      )
      return seatOf(of.company.id, userId)
    },
    system: (of) => seat(of.company, systemActor),
    customer: (of, contactId) => seat(of.company, { kind: 'customer', contactId: contactId as never, name: 'Customer', role: 'customer' }),
    runJobs: () =>
      runDueJobs({
        database,
        clock,
        log: silentLog,
        files,
        seals,
        publicUrl: 'http://127.0.0.1:4100',
        mailFrom: 'cloudburo@localhost',
        outside,
        dataDirectory: directory,
        mail: { isConnected: options.mailIsConnected ?? false, send: async (mail) => void mails.push(mail) },
        handlers,
        runAs: async (companyId, operation, input, idempotencyKey) => {
          const company = await database.readPlatform((transaction) => findScope(transaction, companyId))
          if (!company) throw new Error('no company')
          return operations.run({ operation, input, actor: systemActor, company, idempotencyKey })
        },
      }),
    read: (of, work) => database.read(of.company.id, work),
    async close() {
      await database.close()
      await drop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function asJson(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)
}

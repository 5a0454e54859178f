import type { z } from 'zod'
import { Failure } from '../../kernel/failure.ts'
import type { CompanyId } from '../../kernel/id.ts'
import type { NamedOperation } from '../../kernel/operation.ts'
import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../database/database.ts'
import type { Files } from '../files.ts'
import type { Seals } from '../secrets.ts'
import { addJob } from '../jobs/jobs.ts'
import { todayOf, type Actor, type CompanyScope, type Context, type Person, type PlatformContext } from './context.ts'
import type { Implementation, Module, Subscriber } from './module.ts'
import { addAuditLine, answerOf, fingerprintOf, keepAnswer } from './records.ts'

/** What the mechanism stands on. */
export interface OperationServices {
  readonly database: Database
  readonly clock: Clock
  readonly files: Files
  readonly seals: Seals
  readonly publicUrl: string
}

/** A request for an operation inside a company, from any door. The actor is proven, the input is not. */
export interface CompanyRequest {
  readonly operation: string
  readonly input: unknown
  readonly actor: Actor
  readonly company: CompanyScope
  readonly idempotencyKey?: string | undefined
}

/**
 * The one way in which operations run, whichever door they came through:
 * role, parse, idempotency key, transaction with the company's lock, operation, events, audit line, commit.
 */
export class Operations {
  readonly #implementations = new Map<string, Implementation>()
  readonly #subscribers = new Map<string, Subscriber[]>()
  readonly #services: OperationServices
  /** Told after each commit that left jobs behind. */
  onJobs: () => void = () => undefined

  constructor(modules: readonly Module[], services: OperationServices) {
    this.#services = services
    for (const module of modules) {
      for (const implementation of module.operations) this.#implementations.set(implementation.operation.name, implementation)
      for (const [event, subscriber] of Object.entries(module.subscribers ?? {})) {
        this.#subscribers.set(event, [...(this.#subscribers.get(event) ?? []), subscriber])
      }
    }
  }

  /** The definitions, by name. */
  get definitions(): NamedOperation[] {
    return [...this.#implementations.values()].map((implementation) => implementation.operation)
  }

  definition(name: string): NamedOperation | undefined {
    return this.#implementations.get(name)?.operation
  }

  /** Runs an operation with reach `company`. Fails with forbidden, input_invalid, or what the operation names. */
  async run(request: CompanyRequest): Promise<unknown> {
    const implementation = this.#find(request.operation)
    const { operation } = implementation
    if ((operation.reach ?? 'company') !== 'company') throw operationUnknown(request.operation)
    assertMay(request.actor, operation)
    const input = parseInput(operation, request.input)
    const { database } = this.#services
    if (operation.effect === 'read') {
      return database.read(request.company.id, (transaction) => {
        const { context } = this.#context(request, transaction)
        return implementation.run(context as never, input as never)
      })
    }
    return this.#write(request, implementation, input)
  }

  /** Tries an operation and takes it back: the named failure of a pending operation is known before it waits. */
  async rehearse(request: CompanyRequest): Promise<void> {
    const implementation = this.#find(request.operation)
    assertMay(request.actor, implementation.operation)
    const input = parseInput(implementation.operation, request.input)
    const rehearsed = new Error('rehearsed')
    try {
      await this.#services.database.write(request.company.id, async (transaction) => {
        const { context } = this.#context(request, transaction)
        await implementation.run(context as never, input as never)
        throw rehearsed
      })
    } catch (error) {
      if (error !== rehearsed) throw error
    }
  }

  /** Runs an operation with reach `user` or `public`, on platform tables. */
  async runPlatform(request: { operation: string; input: unknown; person: Person | undefined }): Promise<unknown> {
    const implementation = this.#find(request.operation)
    const { operation } = implementation
    const reach = operation.reach ?? 'company'
    if (reach === 'company') throw operationUnknown(request.operation)
    if (reach === 'user' && !request.person) throw new Failure({ code: 'not_signed_in', kind: 'unauthenticated' })
    const input = parseInput(operation, request.input)
    const { database, clock, publicUrl } = this.#services
    const work = (transaction: Transaction) => {
      const context: PlatformContext = { person: request.person, clock, now: clock.now(), database: transaction, publicUrl }
      return implementation.run(context as never, input as never)
    }
    const result = await (operation.effect === 'read' ? database.readPlatform(work) : database.writePlatform(work))
    if (operation.effect !== 'read') this.onJobs()
    return result
  }

  async #write(request: CompanyRequest, implementation: Implementation, input: unknown): Promise<unknown> {
    const { name } = implementation.operation
    const key = request.idempotencyKey
    const fingerprint = key === undefined ? '' : fingerprintOf(name, request.input)
    let hasJobs = false
    const result = await this.#services.database
      .write(request.company.id, async (transaction) => {
        const { context, pending } = this.#context(request, transaction)
        if (key !== undefined) {
          const known = await answerOf(context, { key, fingerprint })
          if (known) return known.answer
        }
        const output = await implementation.run(context as never, input as never)
        for (let next = pending.events.shift(); next; next = pending.events.shift()) {
          for (const subscriber of this.#subscribers.get(next.event) ?? []) await subscriber(context, next.payload as never)
        }
        await addAuditLine(context, name, input, output)
        if (key !== undefined) await keepAnswer(context, { key, fingerprint, answer: output })
        hasJobs = pending.hasJobs
        return output
      })
      .catch((error: unknown) => {
        throw isForeignId(error) ? new Failure({ code: 'not_found', kind: 'not_found', details: { noun: 'reference' } }) : error
      })
    if (hasJobs) this.onJobs()
    return result
  }

  #context(request: CompanyRequest, transaction: Transaction) {
    const { clock, files, seals, database, publicUrl } = this.#services
    const pending = { events: [] as { event: string; payload: unknown }[], hasJobs: false }
    const now = clock.now()
    const context: Context = {
      actor: request.actor,
      company: request.company,
      clock,
      now,
      today: todayOf(clock, request.company.zone),
      database: transaction,
      engine: database.engine,
      files,
      seals,
      publicUrl,
      emit: (event, payload) => pending.events.push({ event, payload }),
      later: async (job) => {
        pending.hasJobs = true
        await addJob(transaction, { ...job, companyId: request.company.id as CompanyId, now })
      },
    }
    return { context, pending }
  }

  #find(name: string): Implementation {
    const implementation = this.#implementations.get(name)
    if (!implementation) throw operationUnknown(name)
    return implementation
  }
}

/**
 * The composite foreign keys have the last word on whose id it is: an input that names a thing of another company, or
 * none, changes nothing and is told as not found. SQLITE_CONSTRAINT_FOREIGNKEY, and foreign_key_violation of PostgreSQL.
 */
function isForeignId(error: unknown): boolean {
  const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: unknown }
  return errcode === 787 || code === '23503'
}

function operationUnknown(name: string): Failure {
  return new Failure({ code: 'operation_unknown', kind: 'not_found', details: { operation: name.slice(0, 80) } })
}

/** Whether the actor's role, and the scopes of a token, allow the operation. */
export function mayRun(actor: Actor, operation: NamedOperation): boolean {
  if (actor.role === 'system') return true
  const isInScope = actor.kind !== 'token' || isWithinScopes(actor.scopes, operation)
  return operation.roles.includes(actor.role) && isInScope
}

function assertMay(actor: Actor, operation: NamedOperation): void {
  if (mayRun(actor, operation)) return
  throw new Failure({ code: 'forbidden', kind: 'forbidden', details: { operation: operation.name } })
}

/** A token's scopes: "read", "write", or a module such as "work"; "write" includes reading. */
function isWithinScopes(scopes: readonly string[], operation: NamedOperation): boolean {
  if (scopes.includes('write')) return true
  if (scopes.includes('read') && operation.effect === 'read') return true
  return scopes.includes(operation.name.slice(0, operation.name.indexOf('.')))
}

/** Parses or fails with the first problem of each field: `{ "lines.0.quantity": "quantity_malformed" }`. */
function parseInput(operation: NamedOperation, input: unknown): unknown {
  const parsed = operation.input.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues.slice(0, 50)) fields[issue.path.join('.') || '_'] ??= nameOfIssue(issue)
  throw new Failure({ code: 'input_invalid', kind: 'invalid', fields })
}

/** Our schemas name their own failures; what zod says by itself is folded into a few names that have texts. */
function nameOfIssue(issue: z.core.$ZodIssue): string {
  if (/^[a-z0-9_]{3,60}$/.test(issue.message)) return issue.message
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'field_missing' : 'field_malformed'
  if (issue.code === 'too_big') return 'value_too_large'
  if (issue.code === 'too_small') return 'value_too_small'
  if (issue.code === 'unrecognized_keys') return 'field_unknown'
  return 'field_malformed'
}

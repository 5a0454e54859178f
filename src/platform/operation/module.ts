import type { AnyOperation, InputOf, NamedOperation, OutputOf } from '../../kernel/operation.ts'
import type { Migration } from '../database/migrate.ts'
import type { JobHandler } from '../jobs/jobs.ts'
import type { Context, PlatformContext } from './context.ts'
import type { Pages } from './pages.ts'

/** One operation of the contract with the function that does it. */
export interface Implementation {
  readonly operation: NamedOperation
  readonly run: (context: never, input: never) => Promise<unknown>
}

/** Binds an operation of a company to what it does. The input is parsed; the result is what the contract promises. */
export function implement<O extends NamedOperation>(operation: O, run: (context: Context, input: InputOf<O>) => Promise<OutputOf<O>>): Implementation {
  return { operation, run: run as Implementation['run'] }
}

/** Binds an operation with reach `user` or `public`. */
export function implementPlatform<O extends NamedOperation>(
  operation: O,
  run: (context: PlatformContext, input: InputOf<O>) => Promise<OutputOf<O>>,
): Implementation {
  return { operation, run: run as Implementation['run'] }
}

/** Hears an event in the transaction in which it was told. */
export type Subscriber = (context: Context, payload: never) => Promise<void>

/** One promise of a module, verified for one company: how many things were looked at, and a sentence for each that is wrong. */
export interface Verified {
  /** "invoice numbers without gaps" */
  readonly what: string
  readonly count: number
  readonly findings: readonly string[]
}

/** What a module brings into the house; main and the tests wire the list of them. */
export interface Module {
  readonly name: string
  readonly contract: Readonly<Record<string, AnyOperation>>
  readonly operations: readonly Implementation[]
  readonly migrations: readonly Migration[]
  /** By event name, such as "agreement.accepted". */
  readonly subscribers?: Readonly<Record<string, Subscriber>>
  /** By job kind, such as "messages.send". */
  readonly jobs?: Readonly<Record<string, JobHandler>>
  /** Operations without input that run as `system` in every company, once a calendar day of the company. */
  readonly daily?: readonly string[]
  /** Verifies what the module promises, for `bin/cloudburo check`. It only reads. */
  readonly check?: (context: Context) => Promise<readonly Verified[]>
  /** Server-rendered pages of this module, such as the customer's. */
  readonly pages?: Pages
}

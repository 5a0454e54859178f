import type { z } from 'zod'
import type { Role } from './role.ts'

/**
 * One definition per operation. From it come the REST route, OpenAPI, the typed browser client, the CLI verb,
 * the MCP tool and the command-bar entry; nothing about an operation is written twice.
 */
export interface Operation<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** One sentence in the imperative, English: it is read by programs, people at the CLI, and models. */
  readonly summary: string
  /**
   * read: changes nothing. write: can be undone or corrected. irreversible: takes a number or leaves the house,
   * so screens let it wait ten seconds as a pending job.
   */
  readonly effect: 'read' | 'write' | 'irreversible'
  /** Who may; `system` is always allowed. Empty with reach `user` or `public`. */
  readonly roles: readonly Role[]
  /** company (the default): runs inside one company. user: a signed-in person without a company. public: anyone. */
  readonly reach?: 'company' | 'user' | 'public'
  /** "POST /time-entries", "GET /contacts/{contactId}": path parameters are fields of the input. */
  readonly route: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`
  readonly input: Input
  readonly output: Output
  /** Offered as an MCP tool. */
  readonly tool?: true
  /** Offered in the command bar, under the text key `command.<module>.<verb>`. */
  readonly command?: true
  /** Input fields that must never reach the audit line or the log. */
  readonly secret?: readonly string[]
}

export type AnyOperation = Operation<z.ZodType, z.ZodType>

/** Names the operations of a module: `contract('work', { 'record-time': … })` gives `work.record-time`. */
export function contract<Module extends string, const Definitions extends Record<string, AnyOperation>>(
  module: Module,
  definitions: Definitions,
): { readonly [Verb in keyof Definitions & string as `${Module}.${Verb}`]: Definitions[Verb] & { readonly name: `${Module}.${Verb}` } } {
  return Object.fromEntries(
    Object.entries(definitions).map(([verb, definition]) => [`${module}.${verb}`, { ...definition, name: `${module}.${verb}` }]),
  ) as never
}

/** Helps inference inside `contract`: keeps the exact schema types of one definition. */
export function operation<Input extends z.ZodType, Output extends z.ZodType>(definition: Operation<Input, Output>): Operation<Input, Output> {
  return definition
}

export type NamedOperation = AnyOperation & { readonly name: string }

/** What the operation is given once parsed, and what it returns before JSON. */
export type InputOf<O extends AnyOperation> = z.output<O['input']>
export type OutputOf<O extends AnyOperation> = z.output<O['output']>
/** What callers send and receive as JSON. */
export type InputOnTheWire<O extends AnyOperation> = z.input<O['input']>
export type OutputOnTheWire<O extends AnyOperation> = z.input<O['output']>

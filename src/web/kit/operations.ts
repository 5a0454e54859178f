import type { AnyOperation, InputOnTheWire, OutputOnTheWire } from '../../kernel/operation.ts'

/**
 * Every operation the browser may call, by name. Filled by `src/web/operations.ts`, which names the contracts
 * as types only, so that no schema reaches the browser.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface OperationRegistry {}

export type OperationName = keyof OperationRegistry & string
type Registered<Name extends OperationName> = OperationRegistry[Name] extends AnyOperation ? OperationRegistry[Name] : never

/** What `call(name, …)` takes as JSON. */
export type CallInput<Name extends OperationName> = InputOnTheWire<Registered<Name>>
/** What `call(name, …)` answers as JSON. */
export type CallOutput<Name extends OperationName> = OutputOnTheWire<Registered<Name>>

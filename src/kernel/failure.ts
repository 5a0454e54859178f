/**
 * An expected failure: something the person or program asked for cannot happen, and we know why.
 *
 * `code` is the name that texts (`failure.<code>` in every language), REST problem documents and tests use.
 * `fields` maps an input path ("lines.0.quantity") to the code of what is wrong there.
 * Everything that is not a Failure is a bug.
 */
export class Failure extends Error {
  readonly code: string
  readonly kind: FailureKind
  readonly details: Readonly<Record<string, string | number>>
  readonly fields: Readonly<Record<string, string>>

  constructor(options: { code: string; kind: FailureKind; details?: Readonly<Record<string, string | number>>; fields?: Readonly<Record<string, string>> }) {
    super(options.code)
    this.name = 'Failure'
    this.code = options.code
    this.kind = options.kind
    this.details = options.details ?? {}
    this.fields = options.fields ?? {}
  }
}

/** What a failure means to the one who asked; each kind has one HTTP status (RFC 9110). */
export type FailureKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'too_large' | 'too_many' | 'unavailable'

export const statusOfKind: Readonly<Record<FailureKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
}

/** Ends the operation with a named conflict: `fail('invoice_already_issued', { number })`. */
export function fail(code: string, details: Readonly<Record<string, string | number>> = {}): never {
  throw new Failure({ code, kind: 'conflict', details })
}

/** Ends the operation because fields of the input are wrong: `invalid({ email: 'email_malformed' })`. */
export function invalid(fields: Readonly<Record<string, string>>): never {
  throw new Failure({ code: 'input_invalid', kind: 'invalid', fields })
}

/** Ends the operation because the thing does not exist, or not in this company: the two are told alike on purpose. */
export function notFound(noun: string): never {
  throw new Failure({ code: 'not_found', kind: 'not_found', details: { noun } })
}

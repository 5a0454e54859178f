import type { CallInput, CallOutput, OperationName } from './operations.ts'
import { networkProblem, problemFrom } from './problem.ts'

/** Which company the calls of this window are for; the shell sets it from the address. */
let currentCompanyId: string | undefined
let currentLanguage = 'en'

export function setCompanyForCalls(companyId: string | undefined): void {
  currentCompanyId = companyId
}

export function setLanguageForCalls(language: string): void {
  currentLanguage = language
}

export interface CallOptions {
  /** Sent with everything that changes something; the same key again gives the first answer. */
  readonly idempotencyKey?: string
  /** Another company than the one on screen, or none. */
  readonly companyId?: string | null
  readonly signal?: AbortSignal
  /** An irreversible operation waits ten seconds as a pending job; see useLater. */
  readonly waits?: boolean
}

/**
 * Calls one operation: `await call('work.record-time', { minutes: 120, … })`.
 * Rejects with a `Problem` for every expected failure and for a lost connection, and with nothing else.
 */
export async function call<Name extends OperationName>(name: Name, input: CallInput<Name>, options: CallOptions = {}): Promise<CallOutput<Name>> {
  const response = await send(`/api/call/${name}`, {
    method: 'POST',
    headers: headersOf(options),
    body: JSON.stringify(input ?? {}),
    signal: options.signal ?? null,
  })
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as CallOutput<Name>
  throw await problemFrom(response)
}

/** A request to a hand-written route (files, sign-in), with the same headers and the same failures. */
export async function request(path: string, init: RequestInit & CallOptions = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  for (const [name, value] of Object.entries(headersOf(init, false))) headers.set(name, value)
  const response = await send(path, { ...init, headers })
  if (!response.ok) throw await problemFrom(response)
  return response
}

function headersOf(options: CallOptions, isJson = true): Record<string, string> {
  const companyId = options.companyId === undefined ? currentCompanyId : options.companyId
  return {
    ...(isJson ? { 'content-type': 'application/json' } : {}),
    'x-cloudburo': '1',
    'cloudburo-language': currentLanguage,
    ...(options.waits ? { 'cloudburo-wait': '1' } : {}),
    ...(companyId ? { 'cloudburo-company': companyId } : {}),
    ...(options.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
  }
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw networkProblem()
  }
}

/** The address of a file that a read operation answers: `fileAddress('invoicing.pdf', { invoiceId })`, for links and previews. */
export function fileAddress<Name extends OperationName>(name: Name, input: CallInput<Name>, options: { download?: boolean } = {}): string {
  const query = new URLSearchParams({ input: JSON.stringify(input), company: currentCompanyId ?? '' })
  if (options.download) query.set('download', '1')
  return `/api/file/${name}?${query}`
}

import type { OutsideAnswer } from '../../../platform/outside.ts'
import type { Refused } from './provider.ts'

/** Anything that JSON can hold, read step by step: a provider's answer is not ours to trust. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/**
 * The answer of a provider as JSON. Undefined: not reached, too busy (429) or broken (5xx), so ask again. Refused: it
 * said no, in words that `problemOf` finds in the answer.
 */
export function readAnswer(answer: OutsideAnswer | undefined, problemOf: (body: Json) => string): Json | Refused | undefined {
  if (!answer || answer.status === 429 || answer.status === 409 || answer.status >= 500) return undefined
  const body = parse(answer.body)
  if (answer.status >= 200 && answer.status < 300) return body
  return { refused: (problemOf(body) || `HTTP ${answer.status}`).slice(0, 300) }
}

export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let found = value
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as { readonly [name: string | number]: Json })[step]
  }
  return found
}

export function textAt(value: Json | undefined, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : undefined
}

export function listAt(value: Json | undefined, ...path: readonly (string | number)[]): readonly Json[] {
  const found = at(value, ...path)
  return Array.isArray(found) ? (found as readonly Json[]) : []
}

function parse(bytes: Uint8Array): Json {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Json
  } catch {
    return null
  }
}

import { Failure, statusOfKind } from '../../kernel/failure.ts'
import type { Language } from '../../kernel/language.ts'
import { hasText, textIn } from '../../modules/texts.ts'
import { describeError, type Log } from '../../platform/log.ts'

/** RFC 9457. `fields` maps an input path to the sentence shown beside that field; `code` names the failure for programs. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly fields: Readonly<Record<string, { code: string; text: string }>>
}

/** A named failure as a problem document in the asker's language; anything else is a bug, logged and told without detail. */
export function problemOf(error: unknown, language: Language, log: Log): Problem {
  const failure = error instanceof Failure ? error : undefined
  if (!failure) log.error('bug', describeError(error))
  const code = failure?.code ?? 'unexpected'
  const details = failure?.details ?? {}
  return {
    type: `/problems/${code}`,
    title: textIn(language, 'problem.title'),
    status: failure ? statusOfKind[failure.kind] : 500,
    code,
    detail: failureText(code, language, details),
    fields: Object.fromEntries(
      Object.entries(failure?.fields ?? {}).map(([path, fieldCode]) => [path, { code: fieldCode, text: failureText(fieldCode, language, details) }]),
    ),
  }
}

export function problemResponse(problem: Problem): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

function failureText(code: string, language: Language, details: Readonly<Record<string, string | number>>): string {
  const key = `failure.${code}`
  return hasText(key) ? textIn(language, key, details) : textIn(language, 'failure.unnamed', { code })
}

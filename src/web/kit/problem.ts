/** A problem document (RFC 9457) as the browser meets it; everything expected that can go wrong arrives as one. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly title: string | undefined
  readonly detail: string | undefined
  readonly details: Readonly<Record<string, string | number>>
  /** Input path ("lines.0.quantity") to the code of what is wrong there. */
  readonly fields: Readonly<Record<string, string>>
  /** Input path to the server's sentence about it. */
  readonly fieldTexts: Readonly<Record<string, string>>

  constructor(document: ProblemDocument) {
    super(document.code)
    this.name = 'Problem'
    this.code = document.code
    this.status = document.status
    this.title = document.title
    this.detail = document.detail
    this.details = document.details ?? {}
    const fields = Object.entries(document.fields ?? {})
    this.fields = Object.fromEntries(fields.map(([path, field]) => [path, typeof field === 'string' ? field : field.code]))
    this.fieldTexts = Object.fromEntries(fields.flatMap(([path, field]) => (typeof field === 'string' ? [] : [[path, field.text]])))
  }
}

export interface ProblemDocument {
  readonly code: string
  readonly status: number
  readonly title?: string
  readonly detail?: string
  readonly details?: Readonly<Record<string, string | number>>
  readonly fields?: Readonly<Record<string, string | { readonly code: string; readonly text: string }>>
}

/** Reads the server's answer; an answer that is no problem document becomes `server_unreadable`. */
export async function problemFrom(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as Partial<ProblemDocument>
    return new Problem({ ...body, code: body.code ?? codeOfStatus(response.status), status: response.status })
  } catch {
    return new Problem({ code: codeOfStatus(response.status), status: response.status })
  }
}

/** The connection is gone; what was typed is still here. */
export function networkProblem(): Problem {
  return new Problem({ code: 'network_lost', status: 0 })
}

/** Everything thrown becomes a Problem, so that screens have one thing to show. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  console.error(error)
  return new Problem({ code: 'unexpected', status: 500 })
}

function codeOfStatus(status: number): string {
  if (status === 401) return 'unauthenticated'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not_found'
  if (status === 413) return 'too_large'
  if (status === 429) return 'too_many'
  return status >= 500 ? 'unexpected' : 'server_unreadable'
}

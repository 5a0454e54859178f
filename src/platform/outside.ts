/** What we ask of a server that is not ours: always bounded in time and size. */
export interface OutsideRequest {
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly timeoutMilliseconds?: number
  readonly bytesMax?: number
}

export interface OutsideAnswer {
  readonly status: number
  readonly body: Uint8Array
}

/**
 * The world beyond the house, for jobs only: an operation awaits nothing but the database. Undefined means that it
 * was not reached, in time or at all; the caller goes on without it.
 */
export interface Outside {
  ask(request: OutsideRequest): Promise<OutsideAnswer | undefined>
}

const timeoutDefault = 5000
const bytesDefault = 2_000_000

/** Reaches out by HTTPS; closed, it reaches nothing and says so at once. */
export function openOutside(isOpen: boolean): Outside {
  return isOpen ? { ask } : { ask: async () => undefined }
}

async function ask(request: OutsideRequest): Promise<OutsideAnswer | undefined> {
  try {
    const response = await fetch(request.url, {
      method: request.method ?? 'GET',
      headers: { ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: 'error',
      signal: AbortSignal.timeout(request.timeoutMilliseconds ?? timeoutDefault),
    })
    const body = await readBounded(response, request.bytesMax ?? bytesDefault)
    return body && { status: response.status, body }
  } catch {
    return undefined
  }
}

/** Reads no more than was agreed, whatever the length that the server names. */
async function readBounded(response: Response, bytesMax: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.byteLength
    if (length > bytesMax) return undefined
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

import { Agent, request } from 'node:http'

/** What one measurement asks of the server; sent by the parent process as one JSON line on standard input. */
export interface Measurement {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly clients: number
  readonly operation: string
  /** Sent in turn, the first again after the last; each once where `isOnce`. */
  readonly inputs: readonly object[]
  readonly isOnce: boolean
  readonly seconds: number
}

export interface Measured {
  readonly count: number
  readonly seconds: number
  readonly p50: number
  readonly p95: number
}

/** Clients that each send the next request when the one before is answered, as people do. */
export async function measure(options: Measurement): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.clients })
  const times: number[] = []
  let next = 0
  const began = performance.now()
  const isOver = () => performance.now() - began > options.seconds * 1000 || (options.isOnce && next >= options.inputs.length)
  const client = async () => {
    while (!isOver()) {
      const input = options.inputs[next++ % options.inputs.length]!
      const start = performance.now()
      await send(agent, options, input)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: options.clients }, client))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((left, right) => left - right)
  const at = (share: number) => Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 1000) / 1000
  return { count: times.length, seconds, p50: at(0.5), p95: at(0.95) }
}

function send(agent: Agent, options: Measurement, input: object): Promise<void> {
  const body = JSON.stringify(input)
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${options.url}/api/call/${options.operation}`,
      { method: 'POST', agent, headers: { ...options.headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += response.statusCode === 200 ? '' : chunk))
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${options.operation}: ${response.statusCode} ${text.slice(0, 300)}`)),
        )
        response.on('error', reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

if (process.argv[2] === '--measure') {
  let text = ''
  for await (const chunk of process.stdin) text += String(chunk)
  process.stdout.write(JSON.stringify(await measure(JSON.parse(text) as Measurement)))
}

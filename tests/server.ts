import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

/** A server of its own process, on a free port of this machine. */
export interface RunningServer {
  readonly url: string
  readonly process: ChildProcess
  /** POST /api/call/<operation>; throws with the problem document where it is refused. */
  call(operation: string, input: object, options?: { key?: string }): Promise<{ id: string } & Record<string, unknown>>
  /** kill -9: no time for anything. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export const builtServer = join(import.meta.dirname, '../dist/server/main.js')
const root = join(import.meta.dirname, '..')
/** As bin/start runs it. */
const flags = readFileSync(join(root, 'bin/lib/node-flags'), 'utf8').trim().split(' ')

/** Starts the server, from its sources or as built, and waits until it answers. The token is a bearer token of one company. */
export async function startServer(options: { environment: NodeJS.ProcessEnv; token?: string; port?: number; isBuilt?: boolean }): Promise<RunningServer> {
  const port = options.port ?? (await freePort())
  const child = spawn(process.execPath, [...flags, options.isBuilt ? builtServer : join(root, 'src/main.ts')], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_COMPILE_CACHE: join(root, '.cache/node'),
      ...options.environment,
      PORT: String(port),
      CLOUDBURO_NO_BROWSER: '1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let problems = ''
  child.stderr!.on('data', (chunk: Buffer) => (problems = (problems + chunk.toString()).slice(-4000)))
  const isOver = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  await untilHealthy(url, () => child.exitCode !== null || child.signalCode !== null).catch((error: unknown) => {
    child.kill('SIGKILL')
    throw new Error(`the server did not start: ${String(error)}\n${problems}`)
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await isOver
  }
  return {
    url,
    process: child,
    async call(operation, input, callOptions = {}) {
      const response = await fetch(`${url}/api/call/${operation}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
          ...(callOptions.key ? { 'idempotency-key': callOptions.key } : {}),
        },
        body: JSON.stringify(input),
      })
      const body = (await response.json()) as { id: string } & Record<string, unknown>
      if (!response.ok) throw new Error(`${operation}: ${response.status} ${JSON.stringify(body)}`)
      return body
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

async function untilHealthy(url: string, hasEnded: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 2400; attempt += 1) {
    if (hasEnded()) throw new Error('it ended')
    const isHealthy = await fetch(`${url}/api/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (isHealthy) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it does not answer')
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

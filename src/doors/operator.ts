import { existsSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { chmod } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../kernel/failure.ts'
import type { CompanyId } from '../kernel/id.ts'
import type { MemberRole } from '../kernel/role.ts'
import { describeError, type Log } from '../platform/log.ts'
import type { Actor, CompanyScope } from '../platform/operation/context.ts'
import type { Operations } from '../platform/operation/operations.ts'
import type { SignIn } from '../platform/sign-in/sign-in.ts'

/** The command line acts as the operator, who owns the data folder and may do everything in every company. */
export const operatorActor: Actor = { kind: 'system', name: 'Operator', role: 'system' }

/** The operator, or whoever works for the operator with no more than a member's rights. */
export function operatorAs(role: MemberRole | undefined): Actor {
  return role === undefined ? operatorActor : { kind: 'token', tokenId: 'operator', name: operatorActor.name, role, scopes: ['write'] }
}

/** What the command line asks a running server; the answer is JSON. */
export type OperatorRequest =
  | { ask: 'call'; companyId: CompanyId; operation: string; input: unknown; idempotencyKey?: string | undefined; role?: MemberRole | undefined }
  | { ask: 'call-as'; email: string; operation: string; input: unknown }
  | { ask: 'sign-in-link'; email: string }

export interface OperatorServices {
  readonly operations: Operations
  readonly signIn: SignIn
  readonly log: Log
  companyById(companyId: CompanyId): Promise<CompanyScope | undefined>
}

/**
 * Where a server listens for the command line: a socket in the data folder that only its owner may open. A path too
 * long for a socket (108 bytes on Linux) gets a short name in the folder for temporary files.
 */
export function operatorSocket(dataDirectory: string): string {
  const path = join(dataDirectory, 'operator.sock')
  if (Buffer.byteLength(path) < 100) return path
  return join(tmpdir(), `cloudburo-${createHash('sha256').update(path).digest('hex').slice(0, 24)}.sock`)
}

/** Answers the command line while a server holds the data folder. Returns how to stop. */
export async function listenForOperator(services: OperatorServices, path: string): Promise<() => void> {
  if (existsSync(path)) rmSync(path)
  const server = createServer((request, response) => {
    void answer(services, request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  await chmod(path, 0o600)
  return () => {
    server.close()
    server.closeAllConnections()
    rmSync(path, { force: true })
  }
}

/** Does what the operator asks: the same for a running server and for the command line that opened the house itself. */
export async function serveOperator(services: OperatorServices, request: OperatorRequest): Promise<unknown> {
  if (request.ask === 'sign-in-link') return services.signIn.linkFor(request.email)
  if (request.ask === 'call-as') {
    const person = await services.signIn.personByEmail(request.email)
    if (!person) throw new Error(`Nobody has signed up with ${request.email}.`)
    return services.operations.runPlatform({ operation: request.operation, input: request.input, person })
  }
  const company = await services.companyById(request.companyId)
  if (!company) throw new Failure({ code: 'not_found', kind: 'not_found', details: { noun: 'company' } })
  const { operation, input, idempotencyKey, role } = request
  return services.operations.run({ operation, input, company, actor: operatorAs(role), idempotencyKey })
}

async function answer(services: OperatorServices, incoming: IncomingMessage): Promise<{ status: number; body: unknown }> {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const request = JSON.parse(Buffer.concat(chunks).toString('utf8')) as OperatorRequest
    return { status: 200, body: { answer: await serveOperator(services, request) } }
  } catch (error) {
    if (error instanceof Failure) {
      const { code, kind, details, fields } = error
      return { status: 400, body: { failure: { code, kind, details, fields } } }
    }
    services.log.error('operator.failed', describeError(error))
    return { status: 500, body: { problem: error instanceof Error ? error.message : String(error) } }
  }
}

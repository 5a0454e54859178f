import type { Hono } from 'hono'
import { Failure } from '../../kernel/failure.ts'
import { addSeconds } from '../../kernel/instant.ts'
import { addJob, cancelJob, jobsOf } from '../../platform/jobs/jobs.ts'
import { pendingKind, type PendingOperation } from '../pending.ts'
import { requiredSeat, visitorOf, type Visitor } from './actor.ts'
import type { HttpServices } from './services.ts'

/** How long an operation waits when the office asks for Undo. */
const waitSeconds = 10

/**
 * The office's and the CLI's door: `POST /api/call/<operation>` with the input as JSON. With the header
 * `cloudburo-wait: 1` an irreversible operation is rehearsed and then waits ten seconds as a durable pending job.
 */
export function addCallRoutes(application: Hono, services: HttpServices): void {
  application.post('/api/call/:operation', async (context) => {
    const operation = context.req.param('operation')
    const input = await jsonBody(context.req.raw)
    const visitor = await visitorOf(context.req.raw, services)
    const key = idempotencyKeyOf(context.req.raw)
    if (context.req.header('cloudburo-wait') === '1') {
      return context.json(await postpone(services, visitor, { operation, input, key }), 202)
    }
    return jsonAnswer(await run(services, visitor, { operation, input, key }))
  })

  application.get('/api/pending', async (context) => {
    const { company } = requiredSeat(await visitorOf(context.req.raw, services))
    const now = services.clock.now()
    const jobs = await jobsOf(services.database, { companyId: company.id, kind: pendingKind, now })
    return context.json({
      pending: jobs.map((job) => ({
        id: job.id,
        operation: (job.payload as PendingOperation).operation,
        runAt: job.runAt,
        problem: job.outcome === 'failed' ? job.problem : null,
      })),
    })
  })

  application.post('/api/pending/:id/cancel', async (context) => {
    const { company } = requiredSeat(await visitorOf(context.req.raw, services))
    const now = services.clock.now()
    const isCancelled = await cancelJob(services.database, { id: context.req.param('id'), companyId: company.id, now })
    if (!isCancelled) throw new Failure({ code: 'too_late_to_undo', kind: 'conflict' })
    return context.json({ isCancelled })
  })

  // A file that an operation answers, as the file itself: for links, previews and downloads.
  application.get('/api/file/:operation', async (context) => {
    const visitor = await visitorOf(context.req.raw, services)
    const operation = context.req.param('operation')
    if (services.operations.definition(operation)?.effect !== 'read') throw new Failure({ code: 'not_found', kind: 'not_found', details: { noun: 'file' } })
    const input = parseJson(context.req.query('input') ?? '{}')
    const file = (await run(services, visitor, { operation, input, key: undefined })) as Partial<{
      fileName: string
      contentType: string
      content: string
      isDownload: boolean
    }>
    if (typeof file.content !== 'string') throw new Failure({ code: 'not_found', kind: 'not_found', details: { noun: 'file' } })
    const disposition = file.isDownload || context.req.query('download') === '1' ? 'attachment' : 'inline'
    return new Response(Buffer.from(file.content, 'base64'), {
      headers: {
        'content-type': file.contentType ?? 'application/octet-stream',
        'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.fileName ?? 'file')}`,
        'cache-control': 'private, no-store',
      },
    })
  })
}

/** Runs an operation of any reach for a visitor. */
export async function run(services: HttpServices, visitor: Visitor, request: { operation: string; input: unknown; key: string | undefined }): Promise<unknown> {
  const reach = services.operations.definition(request.operation)?.reach ?? 'company'
  if (reach !== 'company') {
    return services.operations.runPlatform({ operation: request.operation, input: request.input, person: visitor.person })
  }
  const { actor, company } = requiredSeat(visitor)
  return services.operations.run({ operation: request.operation, input: request.input, actor, company, idempotencyKey: request.key })
}

export function jsonAnswer(value: unknown): Response {
  return new Response(JSON.stringify(value ?? null), {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
}

export function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key') ?? undefined
  if (key !== undefined && !/^[\x21-\x7e]{8,128}$/.test(key)) throw new Failure({ code: 'idempotency_key_malformed', kind: 'invalid' })
  return key
}

export async function jsonBody(request: Request): Promise<unknown> {
  const text = await request.text()
  return text.trim() === '' ? {} : parseJson(text)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Failure({ code: 'json_malformed', kind: 'invalid' })
  }
}

async function postpone(
  services: HttpServices,
  visitor: Visitor,
  request: { operation: string; input: unknown; key: string | undefined },
): Promise<{ pending: string; runAt: string }> {
  const { actor, company } = requiredSeat(visitor)
  await services.operations.rehearse({ ...request, actor, company })
  const now = services.clock.now()
  const runAt = addSeconds(now, waitSeconds)
  const payload: PendingOperation = { operation: request.operation, input: request.input, actor, key: request.key ?? null }
  const pending = await services.database.writePlatform((transaction) =>
    addJob(transaction, {
      kind: pendingKind,
      payload,
      companyId: company.id,
      now,
      runAt,
      ...(request.key === undefined ? {} : { key: `pending:${request.key}` }),
    }),
  )
  services.wakeJobsAt(runAt)
  return { pending, runAt }
}

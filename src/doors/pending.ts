import type { JobHandler } from '../platform/jobs/jobs.ts'
import { Failure } from '../kernel/failure.ts'
import type { Actor, CompanyScope } from '../platform/operation/context.ts'
import type { Operations } from '../platform/operation/operations.ts'
import type { CompanyId } from '../kernel/id.ts'

export const pendingKind = 'platform.pending-operation'

/** An operation that waits for its Undo to pass; it runs as the one who asked for it. */
export interface PendingOperation {
  readonly operation: string
  readonly input: unknown
  readonly actor: Actor
  readonly key: string | null
}

/**
 * Runs what has waited. Its own id is the idempotency key, so that a crash between commit and settlement does not do
 * it twice. A named failure (the world has changed within ten seconds) is final and shown, not tried again.
 */
export function pendingHandler(options: { operations: Operations; companyById(companyId: CompanyId): Promise<CompanyScope | undefined> }): JobHandler {
  return async (job, services) => {
    const pending = job.payload as PendingOperation
    const company = await options.companyById(job.companyId)
    if (!company) return
    try {
      await options.operations.run({ ...pending, company, idempotencyKey: `pending-${job.id}` })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      services.log.error('pending.failed', { operation: pending.operation, code: error.code })
    }
  }
}

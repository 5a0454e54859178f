import type { CompanyId, InvoiceId } from '../../../kernel/id.ts'
import type { JobHandler, JobServices } from '../../../platform/jobs/jobs.ts'
import { findScope } from '../../company/index.ts'
import { keepDocument } from '../keep-pdf.ts'
import { itemsOf, settleItem, type RunId } from './store.ts'

/** Half of a job's lease: then the job hands over to the next, so that no other server takes it for dead. */
const millisecondsMax = 60_000

/** How many items have their PDF and XML kept at once; one thread sets them while the next are billed. */
const keepSize = 20

/**
 * Goes on with a run: bills step by step, each in its own transaction, and meanwhile keeps the PDF and XML of what is billed. Ended
 * by force it goes on where it was: what is billed is marked in the transaction that bills it, what is kept after it is kept.
 */
export const goOnWithRun: JobHandler = async (job, services) => {
  const { runId } = job.payload as { runId: RunId }
  const until = performance.now() + millisecondsMax
  let keeping = Promise.resolve()
  for (;;) {
    const { isLast } = (await services.run('invoicing.month-end-step', { runId })) as { isLast: boolean }
    await keeping
    keeping = keepIssued(services, job.companyId, runId)
    // An error is thrown where it is awaited, not while a step is under way.
    keeping.catch(() => undefined)
    if (isLast || performance.now() > until) break
  }
  await keeping
  await services.run('invoicing.month-end-step', { runId, handsOver: true })
}

async function keepIssued(services: JobServices, companyId: CompanyId, runId: RunId): Promise<void> {
  const company = await services.database.readPlatform((transaction) => findScope(transaction, companyId))
  if (!company) return
  for (;;) {
    const items = await services.database.read(companyId, (database) => itemsOf({ database, company }, runId, { state: 'issued', limit: keepSize }))
    if (items.length === 0) return
    await Promise.all(items.flatMap((item) => item.invoiceIds.map((id: InvoiceId) => keepDocument(services, company, id))))
    await services.database.write(companyId, async (database) => {
      for (const item of items) await settleItem({ database, company }, runId, item.position, { state: 'kept' })
    })
  }
}

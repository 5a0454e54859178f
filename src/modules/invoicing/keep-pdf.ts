import type { InvoiceId } from '../../kernel/id.ts'
import { dayIn } from '../../kernel/instant.ts'
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import { findScope } from '../company/index.ts'
import { invoicePdf } from './pdf-of.ts'
import { fileOf, keepFile } from './parts/store.ts'

/** After the issue: sets the PDF once and keeps it by the hash of its bytes. A second run finds it kept. */
export const keepPdf: JobHandler = async (job, services) => {
  const { invoiceId } = job.payload as { invoiceId: InvoiceId }
  const { database, files, clock } = services
  const company = await database.readPlatform((transaction) => findScope(transaction, job.companyId))
  if (!company) return
  const today = dayIn(clock.now(), company.zone)
  const bytes = await database.read(company.id, async (transaction) => {
    const context = { database: transaction, company, today, files }
    return (await fileOf(context, invoiceId)) ? undefined : (await invoicePdf(context, invoiceId)).bytes
  })
  if (!bytes) return
  const file = await files.put(bytes)
  await database.write(company.id, (transaction) => keepFile({ database: transaction, company }, { id: invoiceId, file, now: clock.now() }))
}

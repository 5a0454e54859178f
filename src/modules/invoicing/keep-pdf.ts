import type { InvoiceId } from '../../kernel/id.ts'
import type { JobHandler, JobServices } from '../../platform/jobs/jobs.ts'
import type { CompanyScope } from '../../platform/operation/context.ts'
import { findScope } from '../company/index.ts'
import { electronicFile } from './e-invoice/electronic.ts'
import { keepElectronicFile } from './electronic-files/store.ts'
import { setPdf } from './pdf-of.ts'
import { fileOf, keepFile } from './parts/store.ts'
import { findInvoice } from './store.ts'

/** After the issue: sets the PDF and writes the XML once, and keeps both by the hash of their bytes. A second run finds them kept. */
export const keepPdf: JobHandler = async (job, services) => {
  const { invoiceId } = job.payload as { invoiceId: InvoiceId }
  const company = await services.database.readPlatform((transaction) => findScope(transaction, job.companyId))
  if (company) await keepDocument(services, company, invoiceId)
}

export async function keepDocument(services: Pick<JobServices, 'database' | 'files' | 'clock'>, company: CompanyScope, invoiceId: InvoiceId): Promise<void> {
  const { database, files, clock } = services
  const document = await database.read(company.id, async (transaction) => {
    const context = { database: transaction, company }
    return (await fileOf(context, invoiceId)) ? null : (await findInvoice(context, invoiceId)).document
  })
  if (!document) return
  const { format } = document
  const xml = format === 'pdf' ? null : await files.put(electronicFile(document, format).bytes)
  const pdf = await files.put(await setPdf(files, document, { isFacturX: format === 'facturx' }))
  await database.write(company.id, async (transaction) => {
    const context = { database: transaction, company }
    const now = clock.now()
    if (xml) await keepElectronicFile(context, { id: invoiceId, format, file: xml, now })
    await keepFile(context, { id: invoiceId, file: pdf, now })
  })
}

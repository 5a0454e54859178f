import type { InvoiceId } from '../../kernel/id.ts'
import { dayIn } from '../../kernel/instant.ts'
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import { findScope } from '../company/index.ts'
import { electronicFile } from './e-invoice/electronic.ts'
import { keepElectronicFile } from './electronic-files/store.ts'
import { invoicePdf } from './pdf-of.ts'
import { fileOf, keepFile } from './parts/store.ts'
import { findInvoice } from './store.ts'

/** After the issue: sets the PDF and writes the XML once, and keeps both by the hash of their bytes. A second run finds them kept. */
export const keepPdf: JobHandler = async (job, services) => {
  const { invoiceId } = job.payload as { invoiceId: InvoiceId }
  const { database, files, clock } = services
  const company = await database.readPlatform((transaction) => findScope(transaction, job.companyId))
  if (!company) return
  const today = dayIn(clock.now(), company.zone)
  const made = await database.read(company.id, async (transaction) => {
    const context = { database: transaction, company, today, files }
    if (await fileOf(context, invoiceId)) return undefined
    const { document } = await findInvoice(context, invoiceId)
    const format = document?.format ?? 'pdf'
    const xml = document && format !== 'pdf' ? electronicFile(document, format).bytes : null
    return { pdf: (await invoicePdf(context, invoiceId)).bytes, xml, format }
  })
  if (!made) return
  const pdf = await files.put(made.pdf)
  const xml = made.xml && (await files.put(made.xml))
  await database.write(company.id, async (transaction) => {
    const context = { database: transaction, company }
    const now = clock.now()
    if (xml) await keepElectronicFile(context, { id: invoiceId, format: made.format, file: xml, now })
    await keepFile(context, { id: invoiceId, file: pdf, now })
  })
}

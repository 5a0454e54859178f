import { fail } from '../../kernel/failure.ts'
import type { InvoiceId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Context } from '../../platform/operation/context.ts'
import { addTimelineEntry } from '../contacts/index.ts'
import { findState, insertFact } from './states/store.ts'
import { electronicFileName } from './e-invoice/electronic.ts'
import { findInvoice, type InvoiceHead } from './store.ts'

/**
 * Asks for an issued document to be sent. The mail is the business of the messages above: they hear
 * `invoice.send-requested`, attach the PDF (`invoicePdf`) and what goes beside it (`fileBeside`), and tell back by `noteSent`. Fails with
 * `contact_without_email`.
 */
export async function requestSending(context: Context, options: { invoiceId: InvoiceId; to: string | null; message?: string | undefined }): Promise<void> {
  const invoice = await findInvoice(context, options.invoiceId)
  if (invoice.state === 'draft') fail('invoice_not_issued')
  if (!options.to) fail('contact_without_email', { name: invoice.buyerName })
  context.emit('invoice.send-requested', {
    invoiceId: invoice.id,
    contactId: invoice.contactId,
    kind: invoice.kind,
    number: invoice.number,
    language: invoice.language,
    to: options.to,
    message: options.message ?? null,
    fileBeside: nameBeside(invoice),
  })
}

/** The XML that an XRechnung or Peppol invoice is; the PDF goes with it as a courtesy. */
function nameBeside(invoice: InvoiceHead): string | null {
  const { document } = invoice
  return document && document.format !== 'pdf' && document.format !== 'facturx' ? electronicFileName(document, document.format) : null
}

/** Notes that the document went to the customer: by e-mail, or printed. Called in the transaction that hands it over. */
export async function noteSent(context: Context, options: { invoiceId: InvoiceId; to: string }): Promise<void> {
  const invoice = await findInvoice(context, options.invoiceId)
  await insertFact(context, { invoiceId: invoice.id, kind: 'sent', detail: options.to, isRemembered: true })
  await addTimelineEntry(context, {
    contactId: invoice.contactId,
    kind: 'invoice.sent',
    subjectId: invoice.id,
    parameters: { number: invoice.number ?? '' },
  })
  context.emit('invoice.sent', { invoiceId: invoice.id, contactId: invoice.contactId })
}

/** Notes that the customer has looked at it; the first look is remembered and told on the thread. */
export async function noteSeen(context: Context, invoiceId: InvoiceId): Promise<Instant> {
  const invoice = await findInvoice(context, invoiceId)
  const state = await findState(context, invoiceId)
  if (!state || state.seenAt) return state?.seenAt ?? context.now
  await insertFact(context, { invoiceId, kind: 'seen', detail: null, isRemembered: true })
  await addTimelineEntry(context, {
    contactId: invoice.contactId,
    kind: 'invoice.seen',
    subjectId: invoiceId,
    parameters: { number: invoice.number ?? '' },
  })
  context.emit('invoice.seen', { invoiceId, contactId: invoice.contactId })
  return context.now
}

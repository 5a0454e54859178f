import type { ContactId, InvoiceId } from '../../kernel/id.ts'
import type { Language } from '../../kernel/language.ts'
import type { Context } from '../../platform/operation/context.ts'
import { companyDetails } from '../company/index.ts'
import { contactForDocuments } from '../contacts/index.ts'
import { invoiceById } from '../invoicing/index.ts'
import { amountWithFees } from '../payments/index.ts'
import { invoiceMail, reminderMail, type InvoiceMail } from './compose.ts'
import { customerPageAddress } from './customer-page.ts'
import { queueMail } from './queue.ts'

interface SendRequested {
  readonly invoiceId: InvoiceId
  readonly contactId: ContactId
  readonly kind: 'invoice' | 'credit_note' | 'opening'
  readonly number: string
  readonly language: Language
  readonly to: string
  readonly message: string | null
  /** The name of the XML that goes with the PDF, where the document has one. */
  readonly fileBeside: string | null
}

/** An issued document is to be sent: the mail with its PDF. That it was sent is noted when it left. */
export async function sendDocument(context: Context, request: SendRequested): Promise<void> {
  const kind = request.kind === 'credit_note' ? 'credit_note' : 'invoice'
  const { subject, content } = invoiceMail(await factsFor(context, request, request.language), kind, request.message)
  await queueMail(context, {
    contactId: request.contactId,
    kind,
    language: request.language,
    to: request.to,
    subject,
    content,
    invoiceId: request.invoiceId,
    attachments: [...(request.fileBeside ? [xmlOf(request.invoiceId, request.fileBeside)] : []), pdfOf(request.invoiceId, request.number)],
  })
}

/** A reminder was decided on: its mail, with the letter and the invoice once more. Without an address the reminder fails whole. */
export async function sendReminder(
  context: Context,
  reminder: { reminderId: string; invoiceId: InvoiceId; contactId: ContactId; level: 1 | 2 | 3 },
): Promise<void> {
  const { language } = await contactForDocuments(context, reminder.contactId)
  const facts = await factsFor(context, reminder, language)
  const open = await amountWithFees(context, { id: reminder.invoiceId, open: facts.open })
  const { subject, content } = reminderMail({ ...facts, open }, reminder.level)
  const letter = { kind: 'reminder', reminderId: reminder.reminderId } as const
  const fileName = `${subject.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80)}.pdf`
  await queueMail(context, {
    contactId: reminder.contactId,
    kind: 'reminder',
    language,
    subject,
    content,
    invoiceId: reminder.invoiceId,
    attachments: [{ fileName, contentType: 'application/pdf', file: null, invoiceId: null, letter }, pdfOf(reminder.invoiceId, facts.number)],
  })
}

async function factsFor(context: Context, about: { invoiceId: InvoiceId; contactId: ContactId }, language: Language): Promise<InvoiceMail> {
  const invoice = await invoiceById(context, about.invoiceId)
  const contact = await contactForDocuments(context, about.contactId)
  const company = await companyDetails(context)
  return {
    language,
    customerName: contact.name,
    companyName: company.name,
    number: invoice.number ?? '',
    total: invoice.totals.gross,
    open: invoice.open ?? invoice.totals.gross,
    dueOn: invoice.nextDueOn,
    iban: company.iban,
    pageUrl: await customerPageAddress(context, about.contactId),
  }
}

function xmlOf(invoiceId: InvoiceId, fileName: string) {
  return { fileName, contentType: 'application/xml', file: null, invoiceId }
}

function pdfOf(invoiceId: InvoiceId, number: string) {
  return { fileName: `${number.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.pdf`, contentType: 'application/pdf', file: null, invoiceId }
}

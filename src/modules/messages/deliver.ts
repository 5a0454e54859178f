import type { InvoiceId, MessageId } from '../../kernel/id.ts'
import { dayIn } from '../../kernel/instant.ts'
import type { Job, JobServices } from '../../platform/jobs/jobs.ts'
import type { OutgoingMail } from '../../platform/mail.ts'
import { companyDetails, findScope, type CompanyDetails } from '../company/index.ts'
import { fileBeside, invoicePdf } from '../invoicing/index.ts'
import { plainText } from './content.ts'
import { mailHtml, type MailSender } from './layout.ts'
import { attachmentsOf, findMessage, type Message } from './store.ts'

/**
 * Hands one message to the mail server, or lets it wait in the outbox where none is set. Run again it does nothing once the
 * message is sent; the message's id is the mail's, so that a receiver knows a second copy.
 */
export async function deliverMessage(job: Job, services: JobServices): Promise<void> {
  const { messageId } = job.payload as { messageId: MessageId }
  const note = (outcome: 'sent' | 'held' | 'failed', detail: string | null) => services.run('messages.note-delivery', { messageId, outcome, detail })
  const isWaiting = await services.database.read(job.companyId, async (database) => {
    const message = await findMessage({ database, company: { id: job.companyId } }, messageId)
    return message?.state === 'queued' || message?.state === 'failed'
  })
  if (!isWaiting) return
  if (!services.mail.isConnected) {
    await note('held', null)
    return
  }
  try {
    await services.mail.send(await composeMail(job, services, messageId))
  } catch (error) {
    await note('failed', error instanceof Error ? error.message.slice(0, 500) : 'unknown')
    throw error
  }
  await note('sent', null)
}

async function composeMail(job: Job, services: JobServices, messageId: MessageId): Promise<OutgoingMail> {
  return services.database.read(job.companyId, async (database) => {
    const company = (await findScope(database, job.companyId))!
    const context = { database, company, files: services.files, today: dayIn(services.clock.now(), company.zone) }
    const message = (await findMessage(context, messageId))!
    const details = await companyDetails(context)
    const attachments = []
    for (const attachment of (await attachmentsOf(context, [messageId])).get(messageId) ?? []) {
      const content = attachment.invoiceId
        ? await documentFile(context, attachment.invoiceId, attachment.contentType)
        : await services.files.get(attachment.file!)
      if (content) attachments.push({ filename: attachment.fileName, contentType: attachment.contentType, content })
    }
    return {
      from: { name: details.name, address: services.mailFrom },
      ...(details.email ? { replyTo: details.email } : {}),
      to: message.address!,
      subject: message.subject,
      text: plainText(message.content),
      html: htmlOf(message, details, services.publicUrl),
      attachments,
      messageId: `<${message.id}@cloudburo>`,
    }
  })
}

/** The document as it was kept: its PDF, or the XML that goes beside it. */
async function documentFile(context: Parameters<typeof invoicePdf>[0], invoiceId: InvoiceId, contentType: string): Promise<Uint8Array | undefined> {
  return contentType === 'application/xml' ? (await fileBeside(context, invoiceId))?.bytes : (await invoicePdf(context, invoiceId)).bytes
}

/** The message as the receiver sees it. */
export function htmlOf(message: Message, details: CompanyDetails, publicUrl: string): string {
  const sender: MailSender = {
    name: details.name,
    accent: details.accent,
    logoUrl: details.hasLogo ? `${publicUrl}/logo/${details.id}` : null,
    foot: [[details.street, [details.postalCode, details.city].filter(Boolean).join(' ')].filter(Boolean).join(', '), details.phone, details.website].filter(
      (part): part is string => part !== null && part !== '',
    ),
  }
  return mailHtml({ language: message.language, subject: message.subject, content: message.content, sender })
}

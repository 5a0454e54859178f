import type { InvoiceId, MessageId } from '../../kernel/id.ts'
import { dayIn } from '../../kernel/instant.ts'
import { isPositive } from '../../kernel/money.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { CompanyScope } from '../../platform/operation/context.ts'
import type { Job, JobServices } from '../../platform/jobs/jobs.ts'
import type { OutgoingMail } from '../../platform/mail.ts'
import { companyDetails, findScope, type CompanyDetails } from '../company/index.ts'
import { payablesOf } from '../invoicing/index.ts'
import { contentOf } from './attached.ts'
import { plainText } from './content.ts'
import { mailHtml, type MailSender } from './layout.ts'
import { attachmentsOf, findMessage, type Message } from './store.ts'

/**
 * Hands one message to the mail server, or lets it wait in the outbox where none is set. Run again it does nothing once the
 * message is sent; the message's id is the mail's, so that a receiver knows a second copy.
 */
export async function deliverMessage(job: Job, services: JobServices): Promise<void> {
  const { messageId } = job.payload as { messageId: MessageId }
  const note = (outcome: 'sent' | 'held' | 'failed' | 'noted', detail: string | null, letters: KeptLetter[] = []) =>
    services.run('messages.note-delivery', { messageId, outcome, detail, letters })
  const { isWaiting, isInVain } = await services.database.read(job.companyId, async (database) => {
    const company = (await findScope(database, job.companyId))!
    const message = await findMessage({ database, company }, messageId)
    return {
      isWaiting: message?.state === 'queued' || message?.state === 'failed',
      isInVain: message?.kind === 'reminder' && message.invoiceId !== null && (await isSettled({ database, company }, message.invoiceId)),
    }
  })
  if (!isWaiting) return
  if (isInVain) {
    await note('noted', 'settled')
    return
  }
  if (!services.mail.isConnected) {
    await note('held', null)
    return
  }
  let letters: KeptLetter[]
  try {
    const composed = await composeMail(job, services, messageId)
    letters = composed.letters
    await services.mail.send(composed.mail)
  } catch (error) {
    await note('failed', error instanceof Error ? error.message.slice(0, 500) : 'unknown')
    throw error
  }
  await note('sent', null, letters)
}

/** A letter that was set for a mail: the place of the attachment, and what was kept. */
interface KeptLetter {
  readonly position: number
  readonly file: string
}

/** The last look: what was paid since the reminder was decided on is not asked for any more. */
async function isSettled(context: { database: Transaction; company: CompanyScope }, invoiceId: InvoiceId): Promise<boolean> {
  const [invoice] = await payablesOf(context, { ids: [invoiceId] })
  return invoice !== undefined && !isPositive(invoice.open)
}

async function composeMail(job: Job, services: JobServices, messageId: MessageId): Promise<{ mail: OutgoingMail; letters: KeptLetter[] }> {
  return services.database.read(job.companyId, async (database) => {
    const company = (await findScope(database, job.companyId))!
    const context = { database, company, files: services.files, today: dayIn(services.clock.now(), company.zone) }
    const message = (await findMessage(context, messageId))!
    const details = await companyDetails(context)
    const attachments = []
    const letters: KeptLetter[] = []
    for (const [position, attachment] of ((await attachmentsOf(context, [messageId])).get(messageId) ?? []).entries()) {
      const content = await contentOf(context, attachment)
      if (content && attachment.letter && attachment.file === null) letters.push({ position, file: await services.files.put(content) })
      if (content) attachments.push({ filename: attachment.fileName, contentType: attachment.contentType, content })
    }
    const mail = {
      from: { name: details.name, address: services.mailFrom },
      ...(details.email ? { replyTo: details.email } : {}),
      to: message.address!,
      subject: message.subject,
      text: plainText(message.content),
      html: htmlOf(message, details, services.publicUrl),
      attachments,
      messageId: `<${message.id}@cloudburo>`,
    }
    return { mail, letters }
  })
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

import { fail } from '../../kernel/failure.ts'
import { newId, type ContactId, type InvoiceId, type MessageId } from '../../kernel/id.ts'
import type { Language } from '../../kernel/language.ts'
import type { Context } from '../../platform/operation/context.ts'
import { contactForDocuments } from '../contacts/index.ts'
import type { MailContent } from './content.ts'
import { addMessageFact, insertMessage, type Attachment, type Message } from './store.ts'

export interface NewMail {
  readonly contactId: ContactId
  readonly kind: Message['kind']
  readonly language: Language
  /** Left out: the contact's own address. Fails with `contact_without_email` when there is none. */
  readonly to?: string | undefined
  readonly subject: string
  readonly content: MailContent
  readonly invoiceId?: InvoiceId | undefined
  readonly inReplyToId?: MessageId | undefined
  readonly attachments?: readonly Attachment[]
}

/** Puts an e-mail on the thread and into the outbox; it leaves after the commit. */
export async function queueMail(context: Context, mail: NewMail): Promise<MessageId> {
  const contact = await contactForDocuments(context, mail.contactId)
  const address = mail.to ?? contact.email
  if (!address) fail('contact_without_email', { name: contact.name })
  const id: MessageId = newId<'message'>()
  await insertMessage(
    context,
    {
      id,
      contactId: mail.contactId,
      direction: 'out',
      channel: 'email',
      kind: mail.kind,
      language: mail.language,
      address,
      // A line break in a subject would begin another header.
      subject: mail.subject.replace(/\s+/g, ' ').slice(0, 200),
      content: mail.content,
      invoiceId: mail.invoiceId ?? null,
      inReplyToId: mail.inReplyToId ?? null,
      at: context.now,
      state: 'queued',
      needsAnswer: false,
    },
    mail.attachments,
  )
  await addMessageFact(context, id, { kind: 'queued', detail: address })
  await context.later({ kind: 'messages.send', payload: { messageId: id }, key: `send ${id}` })
  return id
}

import { newId, type ContactId, type MessageId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { addTimelineEntry, contactForDocuments } from '../contacts/index.ts'
import { contentOfText } from './content.ts'
import { insertMessage, selectMessages, type Message } from './store.ts'

/** What the customer wrote on the own page: it waits for an answer on Today and on the thread. */
export async function receiveOnPage(context: Context, message: { contactId: ContactId; subject: string; text: string }): Promise<MessageId> {
  const { language } = await contactForDocuments(context, message.contactId)
  const id: MessageId = newId<'message'>()
  await insertMessage(context, {
    id,
    contactId: message.contactId,
    direction: 'in',
    channel: 'portal',
    kind: 'free',
    language,
    address: null,
    subject: message.subject,
    content: contentOfText(message.text),
    invoiceId: null,
    inReplyToId: null,
    at: context.now,
    state: 'received',
    needsAnswer: true,
  })
  await addTimelineEntry(context, {
    contactId: message.contactId,
    kind: 'message.received',
    subjectId: id,
    parameters: { subject: message.subject || message.text.slice(0, 120) },
  })
  context.emit('message.received', { messageId: id, contactId: message.contactId })
  return id
}

const writtenChannels: ReadonlySet<Message['channel']> = new Set(['email', 'portal'])

/** What both sides wrote to each other, latest first. Calls and what the company noted for itself stay with the company. */
export async function messagesWithCustomer(context: Context, options: { contactId: ContactId; limit: number }): Promise<Message[]> {
  const messages = await selectMessages(context, { box: 'all', ...options })
  return messages.filter((message) => writtenChannels.has(message.channel) && message.kind !== 'note' && message.state !== 'failed')
}

import type { ContactId, MessageId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { contactForDocuments } from '../contacts/index.ts'
import { keepMessage } from './keep-message.ts'
import { selectMessages, type Message } from './store.ts'

/** What the customer wrote on the own page: it waits for an answer on Today and on the thread. */
export async function receiveOnPage(context: Context, message: { contactId: ContactId; text: string }): Promise<MessageId> {
  const { language } = await contactForDocuments(context, message.contactId)
  return keepMessage(context, { ...message, direction: 'in', channel: 'portal', language, subject: '', needsAnswer: true })
}

const writtenChannels: ReadonlySet<Message['channel']> = new Set(['email', 'portal'])

/** What both sides wrote to each other, latest first. Calls and what the company noted for itself stay with the company. */
export async function messagesWithCustomer(context: Context, options: { contactId: ContactId; limit: number }): Promise<Message[]> {
  const messages = await selectMessages(context, { box: 'all', ...options })
  return messages.filter((message) => writtenChannels.has(message.channel) && message.kind !== 'note' && message.state !== 'failed')
}

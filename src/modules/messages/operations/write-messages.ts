import { fail, notFound } from '../../../kernel/failure.ts'
import type { MessageId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { addTimelineEntry, contactForDocuments, ensureContact } from '../../contacts/index.ts'
import { noteSent } from '../../invoicing/index.ts'
import { contentOfText } from '../content.ts'
import { messagesContract } from '../contract.ts'
import { keepMessage } from '../keep-message.ts'
import { queueMail } from '../queue.ts'
import { addMessageFact, findMessage, keepLetter, unansweredOf, type Attachment, type Message } from '../store.ts'

export const sendMessage = implement(messagesContract['messages.send'], async (context, input) => {
  if (input.inReplyToId) await requireMessage(context, input.inReplyToId)
  const { language } = await contactForDocuments(context, input.contactId)
  const attachments: Attachment[] = []
  for (const { fileName, contentType, content } of input.attachments) {
    attachments.push({ fileName, contentType, file: await context.files.put(Buffer.from(content, 'base64')), invoiceId: null })
  }
  const id = await queueMail(context, { ...input, kind: 'free', language, content: contentOfText(input.text), attachments })
  for (const waiting of await unansweredOf(context, input.contactId)) await addMessageFact(context, waiting, { kind: 'answered', detail: id, answered: true })
  await addTimelineEntry(context, { contactId: input.contactId, kind: 'message.sent', subjectId: id, parameters: { subject: input.subject } })
  return { id }
})

export const sendAgain = implement(messagesContract['messages.send-again'], async (context, input) => {
  const message = await requireMessage(context, input.messageId)
  if (message.state !== 'held' && message.state !== 'failed') fail('message_not_waiting')
  await addMessageFact(context, message.id, {
    kind: 'queued',
    detail: input.to ?? message.address,
    state: 'queued',
    ...(input.to ? { address: input.to } : {}),
  })
  await context.later({ kind: 'messages.send', payload: { messageId: message.id } })
  return { id: message.id }
})

export const recordMessage = implement(messagesContract['messages.record'], async (context, input) => {
  await ensureContact(context, input.contactId)
  const isIncoming = input.direction === 'in'
  // A call has been answered by being taken; a message has not.
  const needsAnswer = input.needsAnswer ?? (isIncoming && input.channel !== 'phone')
  return { id: await keepMessage(context, { ...input, language: context.company.language, needsAnswer }) }
})

export const markAnswered = implement(messagesContract['messages.mark-answered'], async (context, input) => {
  const message = await requireMessage(context, input.messageId)
  if (message.answeredAt === null) await addMessageFact(context, message.id, { kind: 'answered', answered: true })
  return { id: message.id }
})

export const markUnanswered = implement(messagesContract['messages.mark-unanswered'], async (context, input) => {
  const message = await requireMessage(context, input.messageId)
  if (message.answeredAt !== null) await addMessageFact(context, message.id, { kind: 'unanswered', answered: false })
  return { id: message.id }
})

/** An invoice counts as sent once its mail left, or lies in the visible outbox. */
export const noteDelivery = implement(messagesContract['messages.note-delivery'], async (context, input) => {
  const message = await requireMessage(context, input.messageId)
  if (message.state === input.outcome) return { id: message.id }
  for (const letter of input.letters) await keepLetter(context, message.id, letter)
  await addMessageFact(context, message.id, { kind: input.outcome, detail: input.detail, state: input.outcome })
  const isDocument = message.kind === 'invoice' || message.kind === 'credit_note'
  if (isDocument && message.invoiceId && input.outcome !== 'failed') await noteSent(context, { invoiceId: message.invoiceId, to: message.address ?? '' })
  if (input.outcome === 'failed') context.emit('message.failed', { messageId: message.id, contactId: message.contactId })
  return { id: message.id }
})

async function requireMessage(context: Context, id: MessageId): Promise<Message> {
  return (await findMessage(context, id)) ?? notFound('message')
}

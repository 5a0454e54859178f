import { notFound } from '../../../kernel/failure.ts'
import { implement } from '../../../platform/operation/module.ts'
import { companyDetails } from '../../company/index.ts'
import { contactNames } from '../../contacts/index.ts'
import { plainText } from '../content.ts'
import { messagesContract } from '../contract.ts'
import { htmlOf } from '../deliver.ts'
import { attachmentsOf, countMessages, factsOf, findMessage, selectMessages, type Message } from '../store.ts'

export const listMessages = implement(messagesContract['messages.list'], async (context, input) => {
  const [at, id] = (input.after ?? '').split(' ')
  const rows = await selectMessages(context, { ...input, after: at && id ? { at, id } : undefined, limit: input.limit + 1 })
  const page = rows.slice(0, input.limit)
  const names = await contactNames(
    context,
    page.map((message) => message.contactId),
  )
  const attachments = await attachmentsOf(
    context,
    page.map((message) => message.id),
  )
  const last = page.at(-1)
  return {
    messages: page.map((message) => rowOf(message, names.get(message.contactId) ?? '', attachments.has(message.id))),
    next: rows.length > input.limit && last ? `${last.at} ${last.id}` : null,
    unanswered: await countMessages(context, 'unanswered'),
    waiting: await countMessages(context, 'waiting'),
  }
})

export const readMessage = implement(messagesContract['messages.read'], async (context, { messageId }) => {
  const message = (await findMessage(context, messageId)) ?? notFound('message')
  const names = await contactNames(context, [message.contactId])
  const attachments = (await attachmentsOf(context, [messageId])).get(messageId) ?? []
  const isMail = message.direction === 'out' && message.channel === 'email'
  return {
    ...rowOf(message, names.get(message.contactId) ?? '', attachments.length > 0),
    text: plainText(message.content),
    html: isMail ? htmlOf(message, await companyDetails(context), context.publicUrl) : null,
    attachments: attachments.map(({ fileName, contentType }) => ({ fileName, contentType })),
    facts: await factsOf(context, messageId),
    inReplyToId: message.inReplyToId,
  }
})

function rowOf(message: Message, contactName: string, hasAttachments: boolean) {
  return {
    id: message.id,
    contactId: message.contactId,
    contactName,
    direction: message.direction,
    channel: message.channel,
    kind: message.kind,
    subject: message.subject,
    excerpt: plainText(message.content).replace(/\s+/g, ' ').slice(0, 160),
    address: message.address,
    at: message.at,
    state: message.state,
    isAnswered: !message.needsAnswer || message.answeredAt !== null,
    hasAttachments,
  }
}

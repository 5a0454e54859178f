import { newId, type ContactId, type MessageId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Context } from '../../platform/operation/context.ts'
import { addTimelineEntry } from '../contacts/index.ts'
import { contentOfText } from './content.ts'
import { insertMessage, type Message } from './store.ts'

interface Said {
  readonly contactId: ContactId
  readonly direction: 'in' | 'out'
  readonly channel: Message['channel']
  readonly language: Language
  readonly subject: string
  readonly text: string
  /** Now, where nothing else is said. */
  readonly at?: Instant | undefined
  readonly needsAnswer: boolean
}

/** Keeps what was written or said elsewhere than in a mail of ours, with its line on the thread. */
export async function keepMessage(context: Context, said: Said): Promise<MessageId> {
  const id: MessageId = newId<'message'>()
  const isIncoming = said.direction === 'in'
  await insertMessage(context, {
    id,
    contactId: said.contactId,
    direction: said.direction,
    channel: said.channel,
    kind: said.channel === 'phone' ? 'note' : 'free',
    language: said.language,
    address: null,
    subject: said.subject,
    content: contentOfText(said.text),
    invoiceId: null,
    inReplyToId: null,
    at: said.at ?? context.now,
    state: isIncoming ? 'received' : 'noted',
    needsAnswer: said.needsAnswer,
  })
  await addTimelineEntry(context, {
    contactId: said.contactId,
    kind: said.channel === 'phone' ? 'message.call' : isIncoming ? 'message.received' : 'message.sent',
    subjectId: id,
    occurredAt: said.at,
    parameters: { subject: said.subject || said.text.slice(0, 120) },
  })
  if (isIncoming) context.emit('message.received', { messageId: id, contactId: said.contactId })
  return id
}

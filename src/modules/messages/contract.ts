import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { daySchema, emailSchema, idSchema, instantSchema, lineSchema, noteSchema } from '../../kernel/schema.ts'

const contactId = idSchema<'contact'>()
const messageId = idSchema<'message'>()

/** queued: leaves in a moment. held: waits in the outbox, because no mail server is set. */
export const messageStates = ['queued', 'sent', 'held', 'failed', 'received', 'noted'] as const
export const messageKinds = ['free', 'invoice', 'credit_note', 'offer', 'reminder', 'note'] as const
export const channels = ['email', 'phone', 'portal', 'other'] as const

export const messageRowSchema = z.object({
  id: messageId,
  contactId,
  contactName: z.string(),
  direction: z.enum(['in', 'out']),
  channel: z.enum(channels),
  kind: z.enum(messageKinds),
  subject: z.string(),
  /** The first words. */
  excerpt: z.string(),
  address: z.string().nullable(),
  at: instantSchema,
  state: z.enum(messageStates),
  isAnswered: z.boolean(),
  hasAttachments: z.boolean(),
})

const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const
const done = z.object({ id: messageId })

export const messagesContract = contract('messages', {
  list: operation({
    summary: 'List messages, latest first: the outbox, what came in, what is not answered, or all of a customer.',
    effect: 'read',
    roles: everyone,
    route: 'GET /messages',
    input: z.object({
      box: z.enum(['all', 'out', 'in', 'unanswered', 'waiting']).default('all'),
      contactId: contactId.optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ messages: z.array(messageRowSchema), next: z.string().nullable(), unanswered: z.number().int(), waiting: z.number().int() }),
  }),
  read: operation({
    summary: 'Read a message as it was written, with its attachments and what happened to it.',
    effect: 'read',
    roles: everyone,
    route: 'GET /messages/{messageId}',
    input: z.object({ messageId }),
    output: messageRowSchema.extend({
      text: z.string(),
      html: z.string().nullable(),
      attachments: z.array(z.object({ fileName: z.string(), contentType: z.string() })),
      facts: z.array(z.object({ kind: z.string(), at: instantSchema, detail: z.string().nullable() })),
      inReplyToId: messageId.nullable(),
    }),
  }),
  send: operation({
    summary: 'Write an e-mail to a customer; it is kept on the thread and answers what came in before.',
    effect: 'irreversible',
    roles: members,
    route: 'POST /messages',
    input: z.object({
      contactId,
      to: emailSchema.optional(),
      subject: lineSchema(200),
      text: noteSchema(20_000).min(1, { error: 'text_missing' }),
      inReplyToId: messageId.optional(),
      attachments: z
        .array(z.object({ fileName: lineSchema(200), contentType: z.string().max(100), content: z.string().max(14_000_000, { error: 'file_too_large' }) }))
        .max(10)
        .default([]),
    }),
    output: done,
    tool: true,
    command: true,
  }),
  'tell-balance': operation({
    summary: 'Write to the payer how much of a pass or retainer is used and left.',
    effect: 'irreversible',
    roles: members,
    route: 'POST /agreements/{agreementId}/tell-balance',
    input: z.object({ agreementId: idSchema<'agreement'>() }),
    output: done,
  }),
  'send-again': operation({
    summary: 'Try again to send a message that failed or waits in the outbox, also to another address.',
    effect: 'irreversible',
    roles: members,
    route: 'POST /messages/{messageId}/send-again',
    input: z.object({ messageId, to: emailSchema.optional() }),
    output: done,
  }),
  record: operation({
    summary: 'Note on a thread what a customer wrote or said: a message that came in, or a telephone call.',
    effect: 'write',
    roles: members,
    route: 'POST /messages/received',
    input: z.object({
      contactId,
      direction: z.enum(['in', 'out']).default('in'),
      channel: z.enum(channels).default('phone'),
      subject: z.string().trim().max(200).default(''),
      text: noteSchema(20_000).min(1, { error: 'text_missing' }),
      at: instantSchema.optional(),
      /** Something that waits for an answer; a call that is over does not. */
      needsAnswer: z.boolean().optional(),
    }),
    output: done,
  }),
  'mark-answered': operation({
    summary: 'Say that a message needs no answer any more.',
    effect: 'write',
    roles: members,
    route: 'POST /messages/{messageId}/answered',
    input: z.object({ messageId }),
    output: done,
  }),
  'mark-unanswered': operation({
    summary: 'Let a message wait for an answer again.',
    effect: 'write',
    roles: members,
    route: 'POST /messages/{messageId}/unanswered',
    input: z.object({ messageId }),
    output: done,
  }),
  'send-statement': operation({
    summary: 'Send a customer the account statement by e-mail, as a letter.',
    effect: 'irreversible',
    roles: members,
    route: 'POST /customers/{contactId}/send-statement',
    input: z.object({ contactId, from: daySchema.optional(), to: daySchema.optional() }),
    output: done,
  }),
  'note-delivery': operation({
    summary: 'Note what became of a message that left the house. Cloudburo does this itself.',
    effect: 'write',
    roles: [],
    route: 'POST /messages/{messageId}/delivery',
    input: z.object({
      messageId,
      outcome: z.enum(['sent', 'held', 'failed', 'noted']),
      detail: z.string().max(1000).nullable(),
      /** Letters that were set for it, by their place among the attachments. */
      letters: z
        .array(z.object({ position: z.number().int(), file: z.string().max(64) }))
        .max(20)
        .default([]),
    }),
    output: done,
  }),
})

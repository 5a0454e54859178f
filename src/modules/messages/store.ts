import { sql } from 'kysely'
import { newId, type CompanyId, type ContactId, type InvoiceId, type MessageId } from '../../kernel/id.ts'
import type { Day } from '../../kernel/day.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { MailContent } from './content.ts'
import type { channels, messageKinds, messageStates } from './contract.ts'

export type MessageTables = {
  messages: {
    company_id: string
    id: string
    contact_id: string
    direction: 'in' | 'out'
    channel: string
    kind: string
    language: string
    address: string | null
    subject: string
    content: string
    invoice_id: string | null
    in_reply_to_id: string | null
    occurred_at: string
    recorded_by: string
    state: string
    needs_answer: bigint
    answered_at: string | null
  }
  message_attachments: {
    company_id: string
    message_id: string
    position: bigint
    file_name: string
    content_type: string
    file: string | null
    invoice_id: string | null
    letter: string | null
  }
  message_facts: { company_id: string; id: string; message_id: string; kind: string; detail: string | null; recorded_at: string }
}

export type MessageState = (typeof messageStates)[number]

export interface Message {
  readonly id: MessageId
  readonly contactId: ContactId
  readonly direction: 'in' | 'out'
  readonly channel: (typeof channels)[number]
  readonly kind: (typeof messageKinds)[number]
  readonly language: Language
  readonly address: string | null
  readonly subject: string
  readonly content: MailContent
  readonly invoiceId: InvoiceId | null
  readonly inReplyToId: MessageId | null
  readonly at: Instant
  readonly state: MessageState
  readonly needsAnswer: boolean
  readonly answeredAt: Instant | null
}

/** What of a letter is set when the mail leaves. */
export type LetterAbout =
  | { readonly kind: 'reminder'; readonly reminderId: string }
  | { readonly kind: 'statement'; readonly contactId: ContactId; readonly from: Day | null; readonly to: Day | null }

/** A file that was stored, or an invoice or letter whose PDF is set when the mail leaves. */
export interface Attachment {
  readonly fileName: string
  readonly contentType: string
  readonly file: string | null
  readonly invoiceId: InvoiceId | null
  readonly letter?: LetterAbout | null
}

/** Jobs read without a whole context. */
export interface ReadContext {
  readonly database: Transaction
  readonly company: { readonly id: CompanyId }
}

// Written into the query, not handed to it: a plan that is kept can use the indexes of what waits only then.
const yes = sql.lit(1n)
const waiting = [sql.lit<MessageState>('queued'), sql.lit<MessageState>('held'), sql.lit<MessageState>('failed')]

const tables = (transaction: Transaction) => transaction.withTables<MessageTables>()

export async function insertMessage(context: Context, message: Omit<Message, 'answeredAt'>, attachments: readonly Attachment[] = []): Promise<void> {
  await tables(context.database)
    .insertInto('messages')
    .values({
      company_id: context.company.id,
      id: message.id,
      contact_id: message.contactId,
      direction: message.direction,
      channel: message.channel,
      kind: message.kind,
      language: message.language,
      address: message.address,
      subject: message.subject,
      content: JSON.stringify(message.content),
      invoice_id: message.invoiceId,
      in_reply_to_id: message.inReplyToId,
      occurred_at: message.at,
      recorded_by: context.actor.name,
      state: message.state,
      needs_answer: message.needsAnswer ? 1n : 0n,
      answered_at: null,
    })
    .execute()
  for (const [position, attachment] of attachments.entries()) {
    await tables(context.database)
      .insertInto('message_attachments')
      .values({
        company_id: context.company.id,
        message_id: message.id,
        position: BigInt(position),
        file_name: attachment.fileName,
        content_type: attachment.contentType,
        file: attachment.file,
        invoice_id: attachment.invoiceId,
        letter: attachment.letter ? JSON.stringify(attachment.letter) : null,
      })
      .execute()
  }
}

export async function findMessage(context: ReadContext, id: MessageId): Promise<Message | undefined> {
  const row = await tables(context.database)
    .selectFrom('messages')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && messageOf(row)
}

export type Box = 'all' | 'out' | 'in' | 'unanswered' | 'waiting'

/** Latest first; `after` is the moment and id of the last one of the page before. */
export async function selectMessages(
  context: ReadContext,
  options: { box: Box; contactId?: ContactId | undefined; after?: { at: string; id: string } | undefined; limit: number },
): Promise<Message[]> {
  const { after } = options
  let query = tables(context.database).selectFrom('messages').selectAll().where('company_id', '=', context.company.id)
  if (options.contactId) query = query.where('contact_id', '=', options.contactId)
  if (options.box === 'out' || options.box === 'in') query = query.where('direction', '=', options.box)
  if (options.box === 'unanswered') query = query.where('needs_answer', '=', yes).where('answered_at', 'is', null)
  if (options.box === 'waiting') query = query.where('state', 'in', waiting)
  if (after) query = query.where((is) => is.or([is('occurred_at', '<', after.at), is.and([is('occurred_at', '=', after.at), is('id', '<', after.id)])]))
  const rows = await query.orderBy('occurred_at', 'desc').orderBy('id', 'desc').limit(options.limit).execute()
  return rows.map(messageOf)
}

export async function countMessages(context: ReadContext, box: 'unanswered' | 'waiting'): Promise<number> {
  let query = tables(context.database)
    .selectFrom('messages')
    .select((expression) => expression.fn.countAll<bigint>().as('count'))
    .where('company_id', '=', context.company.id)
  if (box === 'unanswered') query = query.where('needs_answer', '=', yes).where('answered_at', 'is', null)
  else query = query.where('state', 'in', waiting)
  return Number((await query.executeTakeFirstOrThrow()).count)
}

export async function attachmentsOf(context: ReadContext, ids: readonly MessageId[]): Promise<Map<MessageId, Attachment[]>> {
  const found = new Map<MessageId, Attachment[]>()
  if (ids.length === 0) return found
  const rows = await tables(context.database)
    .selectFrom('message_attachments')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('message_id', 'in', [...ids])
    .orderBy('position')
    .execute()
  for (const row of rows) {
    const id = row.message_id as MessageId
    found.set(id, [
      ...(found.get(id) ?? []),
      {
        fileName: row.file_name,
        contentType: row.content_type,
        file: row.file,
        invoiceId: row.invoice_id as InvoiceId | null,
        letter: row.letter === null ? null : (JSON.parse(row.letter) as LetterAbout),
      },
    ])
  }
  return found
}

/** From now on a letter is what was sent. */
export async function keepLetter(context: ReadContext, id: MessageId, letter: { position: number; file: string }): Promise<void> {
  await tables(context.database)
    .updateTable('message_attachments')
    .set({ file: letter.file })
    .where('company_id', '=', context.company.id)
    .where('message_id', '=', id)
    .where('position', '=', BigInt(letter.position))
    .execute()
}

export async function factsOf(context: ReadContext, id: MessageId) {
  const rows = await tables(context.database)
    .selectFrom('message_facts')
    .select(['kind', 'detail', 'recorded_at'])
    .where('company_id', '=', context.company.id)
    .where('message_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ kind: row.kind, detail: row.detail, at: row.recorded_at as Instant }))
}

/** Adds a fact and, where it changes where the message stands, the state that repeats it. */
export async function addMessageFact(
  context: Context,
  id: MessageId,
  fact: { kind: string; detail?: string | null; state?: MessageState; address?: string; answered?: boolean },
): Promise<void> {
  await tables(context.database)
    .insertInto('message_facts')
    .values({
      company_id: context.company.id,
      id: newId<'message-fact'>(),
      message_id: id,
      kind: fact.kind,
      detail: fact.detail ?? null,
      recorded_at: context.now,
    })
    .execute()
  const changes = {
    ...(fact.state ? { state: fact.state } : {}),
    ...(fact.address ? { address: fact.address } : {}),
    ...(fact.answered === undefined ? {} : { answered_at: fact.answered ? context.now : null }),
  }
  if (Object.keys(changes).length === 0) return
  await tables(context.database).updateTable('messages').set(changes).where('company_id', '=', context.company.id).where('id', '=', id).execute()
}

/** The messages of a contact that wait for an answer. */
export async function unansweredOf(context: Context, contactId: ContactId): Promise<MessageId[]> {
  const waiting = await selectMessages(context, { box: 'unanswered', contactId, limit: 200 })
  return waiting.map((message) => message.id)
}

function messageOf(row: MessageTables['messages']): Message {
  return {
    id: row.id as MessageId,
    contactId: row.contact_id as ContactId,
    direction: row.direction,
    channel: row.channel as Message['channel'],
    kind: row.kind as Message['kind'],
    language: row.language as Language,
    address: row.address,
    subject: row.subject,
    content: JSON.parse(row.content) as MailContent,
    invoiceId: row.invoice_id as InvoiceId | null,
    inReplyToId: row.in_reply_to_id as MessageId | null,
    at: row.occurred_at as Instant,
    state: row.state as MessageState,
    needsAnswer: row.needs_answer === 1n,
    answeredAt: row.answered_at as Instant | null,
  }
}

/** How many messages went to and fro with a customer. */
export async function countMessagesWith(context: ReadContext, contactId: ContactId): Promise<number> {
  const row = await tables(context.database)
    .selectFrom('messages')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', contactId)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** After two contacts became one: what was said with either stands on one thread. */
export async function moveMessages(context: Context, options: { from: ContactId; to: ContactId }): Promise<void> {
  await tables(context.database)
    .updateTable('messages')
    .set({ contact_id: options.to })
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', options.from)
    .execute()
}

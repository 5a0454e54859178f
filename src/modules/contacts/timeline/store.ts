import type { ContactId, Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'

export type TimelineTables = {
  timeline_entries: {
    company_id: string
    id: string
    contact_id: string
    occurred_at: string
    kind: string
    subject_id: string | null
    actor_name: string
    parameters: string
  }
}

const tables = (transaction: Transaction) => transaction.withTables<TimelineTables>()

/** What happened, as the thread shows it: the text `timeline.<kind>` filled with the parameters. */
export interface TimelineEntry {
  readonly id: Id<'timeline-entry'>
  readonly contactId: ContactId
  readonly occurredAt: Instant
  readonly kind: string
  readonly subjectId: string | null
  readonly actorName: string
  readonly parameters: Readonly<Record<string, string | number>>
}

export async function insertTimelineEntries(context: Context, entries: readonly TimelineEntry[]): Promise<void> {
  for (let start = 0; start < entries.length; start += 500) {
    const rows = entries.slice(start, start + 500).map((entry) => ({
      company_id: context.company.id,
      id: entry.id,
      contact_id: entry.contactId,
      occurred_at: entry.occurredAt,
      kind: entry.kind,
      subject_id: entry.subjectId,
      actor_name: entry.actorName,
      parameters: JSON.stringify(entry.parameters),
    }))
    await tables(context.database).insertInto('timeline_entries').values(rows).execute()
  }
}

/** The latest first; `before` is the last entry of the page before. Of all contacts when none is named. */
export async function selectTimeline(
  context: Context,
  options: { contactId?: ContactId | undefined; before?: { occurredAt: string; id: string } | undefined; limit: number },
): Promise<TimelineEntry[]> {
  const { contactId, before } = options
  let query = tables(context.database).selectFrom('timeline_entries').selectAll().where('company_id', '=', context.company.id)
  if (contactId) query = query.where('contact_id', '=', contactId)
  if (before) {
    query = query.where((is) =>
      is.or([is('occurred_at', '<', before.occurredAt), is.and([is('occurred_at', '=', before.occurredAt), is('id', '<', before.id)])]),
    )
  }
  const rows = await query.orderBy('occurred_at', 'desc').orderBy('id', 'desc').limit(options.limit).execute()
  return rows.map((row) => ({
    id: row.id as TimelineEntry['id'],
    contactId: row.contact_id as ContactId,
    occurredAt: row.occurred_at as Instant,
    kind: row.kind,
    subjectId: row.subject_id,
    actorName: row.actor_name,
    parameters: JSON.parse(row.parameters) as TimelineEntry['parameters'],
  }))
}

/** Moves a thread's history to the contact that it was merged into. */
export async function moveTimeline(context: Context, options: { from: ContactId; to: ContactId }): Promise<void> {
  await tables(context.database)
    .updateTable('timeline_entries')
    .set({ contact_id: options.to })
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', options.from)
    .execute()
}

/** Whether anything but the given kinds ever happened on the thread. */
export async function hasOtherTimeline(context: Context, options: { contactId: ContactId; kinds: readonly string[] }): Promise<boolean> {
  const row = await tables(context.database)
    .selectFrom('timeline_entries')
    .select('id')
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', options.contactId)
    .where('kind', 'not in', [...options.kinds])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Erasure: that something happened stays, what was said goes. */
export async function clearTimelineTexts(context: Context, contactId: ContactId): Promise<void> {
  await tables(context.database)
    .updateTable('timeline_entries')
    .set({ parameters: '{}' })
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', contactId)
    .execute()
}

/** Takes the lines about one thing off the thread: it was made by mistake and taken back. */
export async function deleteTimelineOf(context: Context, about: { contactId: ContactId; subjectId: string }): Promise<void> {
  await tables(context.database)
    .deleteFrom('timeline_entries')
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', about.contactId)
    .where('subject_id', '=', about.subjectId)
    .execute()
}

import { newId, type ContactId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { touchSearchEntry } from '../search/store.ts'
import { touchContact } from '../store.ts'
import { insertTimelineEntries, selectTimeline, type TimelineEntry } from './store.ts'

/** One thing that happened with a customer. */
export interface NewTimelineEntry {
  readonly contactId: ContactId
  /** "work.recorded": screens show the text `timeline.work.recorded`. */
  readonly kind: string
  /** The invoice, agreement, session, … that it is about; a click opens it. */
  readonly subjectId?: string | undefined
  /** When it happened, where that is not now. */
  readonly occurredAt?: Instant | undefined
  /** What the text is filled with: `{ number: '2026-0014', amount: '120.00', currency: 'CHF' }`. */
  readonly parameters?: Readonly<Record<string, string | number>> | undefined
}

/**
 * Shows on the contact's thread that something happened. Called by every module in the transaction of the thing itself;
 * it also marks the contact as recently in use, which ranks lists and completion.
 */
export async function addTimelineEntry(context: Context, entry: NewTimelineEntry): Promise<void> {
  await insertTimelineEntries(context, [
    {
      id: newId<'timeline-entry'>(),
      contactId: entry.contactId,
      occurredAt: entry.occurredAt ?? context.now,
      kind: entry.kind,
      subjectId: entry.subjectId ?? null,
      actorName: context.actor.name,
      parameters: entry.parameters ?? {},
    },
  ])
  await touchContact(context, entry.contactId)
  await touchSearchEntry(context, { kind: 'contact', subjectId: entry.contactId })
}

/** A page of a thread's history, the latest first. */
export async function readTimeline(
  context: Context,
  options: { contactId?: ContactId | undefined; before?: { occurredAt: string; id: string } | undefined; limit?: number },
): Promise<TimelineEntry[]> {
  return selectTimeline(context, { contactId: options.contactId, before: options.before, limit: options.limit ?? 50 })
}

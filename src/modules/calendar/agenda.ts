import type { ContactId, SessionId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Context } from '../../platform/operation/context.ts'
import { contactNames } from '../contacts/index.ts'
import { findServices } from '../offer/index.ts'
import { selectParticipants, selectSessions } from './store.ts'

/** A session in one line, for Today, the thread and the look-up. */
export interface AgendaLine {
  readonly sessionId: SessionId
  readonly name: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly place: string
  readonly isCancelled: boolean
  readonly participants: readonly { readonly contactId: ContactId; readonly name: string; readonly outcome: string }[]
}

/** The sessions that start within the time, in order, of everybody or of one customer (or dog). */
export async function agendaOf(
  context: Context,
  wanted: { from: Instant; to: Instant; contactId?: ContactId | undefined; isPlannedOnly?: boolean; limit?: number },
): Promise<AgendaLine[]> {
  const sessions = await selectSessions(context, wanted)
  if (sessions.length === 0) return []
  const participants = await selectParticipants(
    context,
    sessions.map((session) => session.id),
  )
  const names = await contactNames(
    context,
    participants.map((each) => each.contactId),
  )
  const services = new Map((await findServices(context, { withArchived: true })).map((service) => [service.id, service.name]))
  const bySession = Map.groupBy(participants, (each) => each.sessionId)
  return sessions.map((session) => ({
    sessionId: session.id,
    name: services.get(session.serviceId) ?? '',
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    place: session.place,
    isCancelled: session.cancelledAt !== null,
    participants: (bySession.get(session.id) ?? []).map((each) => ({
      contactId: each.contactId,
      name: names.get(each.contactId) ?? '',
      outcome: each.outcome,
    })),
  }))
}

const farAway = '9999-12-31T00:00:00.000Z' as Instant

/** The customer's next planned session, if there is one. */
export async function nextSessionOf(context: Context, contactId: ContactId): Promise<AgendaLine | undefined> {
  const [next] = await agendaOf(context, { from: context.now, to: farAway, contactId, isPlannedOnly: true, limit: 1 })
  return next
}

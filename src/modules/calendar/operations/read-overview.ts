import { minutesBetween } from '../../../kernel/instant.ts'
import { implement } from '../../../platform/operation/module.ts'
import { contactNames } from '../../contacts/index.ts'
import { findServices } from '../../offer/index.ts'
import { calendarContract } from '../contract.ts'
import { selectParticipants, selectSessions } from '../store.ts'
import { spanOf } from './read-sessions.ts'

/** Six weeks and a little. */
const daysMax = 45

/** The month in one request: a few words per session, whatever the size of the group. */
export const readOverview = implement(calendarContract['calendar.overview'], async (context, input) => {
  const sessions = await selectSessions(context, spanOf(context, input, daysMax))
  const participants = await selectParticipants(
    context,
    sessions.map((session) => session.id),
  )
  const present = Map.groupBy(
    participants.filter((each) => !each.outcome.startsWith('cancelled')),
    (each) => each.sessionId,
  )
  const single = [...present.values()].flatMap((own) => (own.length === 1 ? [own[0]!.contactId] : []))
  const names = await contactNames(context, single)
  const services = new Map((await findServices(context, { withArchived: true })).map((service) => [service.id, service.name]))
  return {
    sessions: sessions.map((session) => {
      const own = present.get(session.id) ?? []
      return {
        id: session.id,
        startsAt: session.startsAt,
        minutes: minutesBetween(session.startsAt, session.endsAt),
        serviceName: services.get(session.serviceId) ?? '',
        who: own.length === 1 ? (names.get(own[0]!.contactId) ?? null) : null,
        participants: own.length,
        place: session.place,
        isCancelled: session.cancelledAt !== null,
        awaitsAttendance: session.cancelledAt === null && session.endsAt <= context.now && own.some((each) => each.outcome === 'booked'),
      }
    }),
  }
})

import { addDays, daysBetween, type Day } from '../../../kernel/day.ts'
import { invalid } from '../../../kernel/failure.ts'
import type { AgreementId, ContactId } from '../../../kernel/id.ts'
import { momentAt, type Instant } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { contactNames } from '../../contacts/index.ts'
import { findServices } from '../../offer/index.ts'
import { agreementNames } from '../agreement-for.ts'
import { calendarContract } from '../contract.ts'
import { spokenTime, type Session } from '../session.ts'
import { selectParticipants, selectSessions } from '../store.ts'
import { requireSession } from './require.ts'

const daysMax = 400

export const listSessions = implement(calendarContract['calendar.sessions'], async (context, input) => {
  const sessions = await selectSessions(context, {
    ...spanOf(context, input, daysMax),
    contactId: input.contactId,
    memberId: input.memberId,
  })
  return { sessions: await shown(context, sessions) }
})

export const readSession = implement(calendarContract['calendar.session'], async (context, { sessionId }) => {
  const [session] = await shown(context, [await requireSession(context, sessionId)])
  return session!
})

/** From the first moment of a day to the last of another, on the company's clock. */
export function spanOf(context: Context, days: { from: Day; to: Day }, daysMost: number): { from: Instant; to: Instant } {
  if (days.to < days.from || daysBetween(days.from, days.to) > daysMost) invalid({ to: 'period_malformed' })
  const { zone } = context.company
  return { from: momentAt({ day: days.from, time: '00:00', zone }), to: momentAt({ day: addDays(days.to, 1), time: '00:00', zone }) }
}

/** Sessions with their participants and the names that people read. */
async function shown(context: Context, sessions: readonly Session[]) {
  const participants = await selectParticipants(
    context,
    sessions.map((session) => session.id),
  )
  const contacts = await contactNames(
    context,
    participants.flatMap((each): ContactId[] => (each.thingId ? [each.contactId, each.thingId] : [each.contactId])),
  )
  const agreements = await agreementNames(
    context,
    participants.flatMap((each): AgreementId[] => (each.agreementId ? [each.agreementId] : [])),
  )
  const services = new Map((await findServices(context, { withArchived: true })).map((service) => [service.id, service.name]))
  const bySession = Map.groupBy(participants, (participant) => participant.sessionId)
  return sessions.map((session) => {
    const own = bySession.get(session.id) ?? []
    const { cancelledAt, ...rest } = session
    return {
      ...rest,
      ...spokenTime(session),
      serviceName: services.get(session.serviceId) ?? '',
      isCancelled: cancelledAt !== null,
      awaitsAttendance: cancelledAt === null && session.endsAt <= context.now && own.some((each) => each.outcome === 'booked'),
      participants: own.map((each) => ({
        id: each.id,
        contactId: each.contactId,
        contactName: contacts.get(each.contactId) ?? '',
        thingId: each.thingId,
        thingName: (each.thingId && contacts.get(each.thingId)) ?? null,
        agreementId: each.agreementId,
        agreementName: (each.agreementId && agreements.get(each.agreementId)) ?? null,
        outcome: each.outcome,
      })),
    }
  })
}

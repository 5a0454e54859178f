import { notFound } from '../../../kernel/failure.ts'
import { addMinutes, momentAt } from '../../../kernel/instant.ts'
import { implement } from '../../../platform/operation/module.ts'
import { addTimelineEntry } from '../../contacts/index.ts'
import { findService } from '../../offer/index.ts'
import { calendarContract } from '../contract.ts'
import { spokenTime, type Session } from '../session.ts'
import { selectParticipants, setUnits, updateSession } from '../store.ts'
import { tellAgreements } from '../tell.ts'
import { decide } from './attendance.ts'
import { unitsOf } from './book.ts'
import { requireOpenSession, requireSession } from './require.ts'

export const move = implement(calendarContract['calendar.move'], async (context, input) => {
  const before = await requireOpenSession(context, input.sessionId)
  const spoken = spokenTime(before)
  const startsAt = momentAt({ day: input.on ?? spoken.on, time: input.time ?? spoken.time, zone: before.zone })
  const minutes = input.minutes ?? spoken.minutes
  const after: Session = {
    ...before,
    startsAt,
    endsAt: addMinutes(startsAt, minutes),
    memberId: input.memberId === undefined ? before.memberId : input.memberId,
    place: input.place ?? before.place,
    note: input.note ?? before.note,
  }
  await updateSession(context, after)
  const service = (await findService(context, after.serviceId)) ?? notFound('service')
  const units = unitsOf(service, minutes)
  const participants = (await selectParticipants(context, [after.id])).map((participant) => ({ ...participant, units }))
  if (minutes !== spoken.minutes) for (const participant of participants) await setUnits(context, participant.id, units)
  await tellAgreements(
    context,
    participants.map((participant) => ({ session: after, participant, serviceName: service.name })),
  )
  if (startsAt !== before.startsAt) {
    const { on, time } = spokenTime(after)
    for (const { contactId } of participants) {
      await addTimelineEntry(context, { contactId, kind: 'session.moved', subjectId: after.id, parameters: { name: service.name, on, time } })
    }
  }
  context.emit('session.moved', { sessionId: after.id })
  return { id: after.id }
})

export const cancel = implement(calendarContract['calendar.cancel'], async (context, { sessionId, reason }) => {
  const session = await requireSession(context, sessionId)
  if (session.cancelledAt !== null) return { id: sessionId }
  const booked = (await selectParticipants(context, [sessionId])).filter((each) => !each.outcome.startsWith('cancelled'))
  await updateSession(context, { ...session, cancelledAt: context.now }, reason)
  await decide(
    context,
    session,
    booked.map((participant) => ({ participant, outcome: 'cancelled_in_time' as const })),
  )
  context.emit('session.cancelled', { sessionId })
  return { id: sessionId }
})

export const restore = implement(calendarContract['calendar.restore'], async (context, { sessionId }) => {
  const session = await requireSession(context, sessionId)
  if (session.cancelledAt === null) return { id: sessionId }
  const released = (await selectParticipants(context, [sessionId])).filter((each) => each.outcome === 'cancelled_in_time')
  const open: Session = { ...session, cancelledAt: null }
  await updateSession(context, open)
  await decide(
    context,
    open,
    released.map((participant) => ({ participant, outcome: 'booked' as const })),
  )
  context.emit('session.booked', { sessionId })
  return { id: sessionId }
})

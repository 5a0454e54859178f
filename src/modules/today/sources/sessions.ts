import { addDays } from '../../../kernel/day.ts'
import { addSeconds, momentAt, wallClock } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { agendaOf, type AgendaLine } from '../../calendar/index.ts'
import type { Move } from '../move.ts'
import { attendanceToConfirmMove } from '../moves/attendance-to-confirm.ts'

/** Sessions that ended within this time and still have somebody booked are asked about. */
const lookBackDays = 30

export async function attendanceMoves(context: Context): Promise<Move[]> {
  const past = await agendaOf(context, { from: addSeconds(context.now, -lookBackDays * 86_400), to: context.now, isPlannedOnly: true })
  return past
    .filter((session) => session.endsAt <= context.now)
    .flatMap((session) => {
      const booked = session.participants.filter((participant) => participant.outcome === 'booked')
      if (booked.length === 0) return []
      const { day, time } = wallClock(session.startsAt, context.company.zone)
      return attendanceToConfirmMove({ sessionId: session.sessionId, serviceName: session.name, on: day, time, participants: booked }, context.today) ?? []
    })
}

/** What is on the calendar of the company's today, in its order. */
export async function sessionsOfToday(context: Context) {
  const zone = context.company.zone
  const from = momentAt({ day: context.today, time: '00:00', zone })
  const to = momentAt({ day: addDays(context.today, 1), time: '00:00', zone })
  return (await agendaOf(context, { from, to })).map((session) => onTheWire(session, context))
}

function onTheWire(session: AgendaLine, context: Context) {
  const expected = session.participants.filter((participant) => !participant.outcome.startsWith('cancelled'))
  return {
    id: session.sessionId,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    title: session.name,
    place: session.place,
    contactId: expected.length === 1 ? expected[0]!.contactId : null,
    names: expected.slice(0, 4).map((participant) => participant.name),
    participantCount: expected.length,
    isCancelled: session.isCancelled,
    awaitsAttendance: session.endsAt <= context.now && expected.some((participant) => participant.outcome === 'booked'),
  }
}

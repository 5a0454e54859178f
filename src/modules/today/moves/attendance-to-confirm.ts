import { daysBetween, type Day } from '../../../kernel/day.ts'
import { causeOf, waitingWeight, type Move } from '../move.ts'

/** A session that is over and whose participants are still only booked. */
export interface PastSession {
  readonly sessionId: string
  readonly serviceName: string
  readonly on: Day
  readonly time: string
  readonly participants: readonly { readonly contactId: string; readonly name: string }[]
}

/** Who was there? One key says: everyone. Whoever was missing is named on the session. */
export function attendanceToConfirmMove(session: PastSession, today: Day): Move | undefined {
  const [first] = session.participants
  if (!first) return undefined
  const isGroup = session.participants.length > 1
  return {
    kind: 'attendance-to-confirm',
    cause: causeOf('attendance-to-confirm', session.sessionId, session.on),
    contactId: isGroup ? null : first.contactId,
    contactName: isGroup ? '' : first.name,
    subject: { noun: 'session', id: session.sessionId },
    facts: { service: session.serviceName, on: session.on, time: session.time, count: session.participants.length },
    since: session.on,
    weight: 61 + waitingWeight(daysBetween(session.on, today) * 3, 25),
    doing: { operation: 'calendar.confirm-attendance', input: { sessionId: session.sessionId } },
  }
}

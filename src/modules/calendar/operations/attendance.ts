import { fail } from '../../../kernel/failure.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { addTimelineEntry } from '../../contacts/index.ts'
import { findService } from '../../offer/index.ts'
import type { DeliveryOutcome } from '../../agreements/delivery.ts'
import { calendarContract } from '../contract.ts'
import { spokenTime, type Participant, type Session } from '../session.ts'
import { selectParticipants, setOutcome } from '../store.ts'
import { tellAgreements } from '../tell.ts'
import { requireOpenSession, requireParticipant } from './require.ts'

export const setParticipantOutcome = implement(calendarContract['calendar.set-outcome'], async (context, { participantId, outcome }) => {
  const { participant, session } = await requireParticipant(context, participantId)
  if (session.cancelledAt !== null && !outcome.startsWith('cancelled')) fail('session_cancelled')
  if (outcome === 'attended' || outcome === 'no_show') requireBegun(context, session)
  await decide(context, session, [{ participant, outcome }])
  return { id: participantId }
})

export const confirmAttendance = implement(calendarContract['calendar.confirm-attendance'], async (context, { sessionId, missing }) => {
  const session = await requireOpenSession(context, sessionId)
  requireBegun(context, session)
  const isMissing = new Set<string>(missing)
  const expected = (await selectParticipants(context, [sessionId])).filter((each) => !each.outcome.startsWith('cancelled'))
  const decisions = expected.map((participant) => ({ participant, outcome: isMissing.has(participant.id) ? ('no_show' as const) : ('attended' as const) }))
  await decide(context, session, decisions)
  context.emit('session.confirmed', { sessionId })
  const missed = decisions.filter((decision) => decision.outcome === 'no_show').length
  return { attended: decisions.length - missed, missed }
})

export const reopenAttendance = implement(calendarContract['calendar.reopen-attendance'], async (context, { sessionId }) => {
  const session = await requireOpenSession(context, sessionId)
  const decided = (await selectParticipants(context, [sessionId])).filter((each) => each.outcome === 'attended' || each.outcome === 'no_show')
  await decide(
    context,
    session,
    decided.map((participant) => ({ participant, outcome: 'booked' as const })),
  )
  return { id: sessionId }
})

/** Writes what became of participants, draws or releases their units, and tells their threads. Nothing changes twice. */
export async function decide(context: Context, session: Session, decisions: readonly { participant: Participant; outcome: DeliveryOutcome }[]): Promise<void> {
  const changed = decisions.filter(({ participant, outcome }) => participant.outcome !== outcome)
  if (changed.length === 0) return
  const serviceName = (await findService(context, session.serviceId))?.name ?? ''
  const { on, time } = spokenTime(session)
  for (const { participant, outcome } of changed) {
    await setOutcome(context, participant.id, outcome)
    await addTimelineEntry(context, {
      contactId: participant.contactId,
      kind: `session.${outcome}`,
      subjectId: session.id,
      parameters: { name: serviceName, on, time },
    })
  }
  await tellAgreements(
    context,
    changed.map(({ participant, outcome }) => ({ session, participant: { ...participant, outcome }, serviceName })),
  )
}

/** Nobody can have attended what has not begun. */
function requireBegun(context: Context, session: Session): void {
  if (session.startsAt > context.now) fail('session_not_over')
}

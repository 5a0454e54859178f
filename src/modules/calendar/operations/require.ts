import { fail, notFound } from '../../../kernel/failure.ts'
import type { SessionId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { findParticipant, findSession } from '../store.ts'
import type { Participant, ParticipantId, Session } from '../session.ts'

export async function requireSession(context: Context, id: SessionId): Promise<Session> {
  return (await findSession(context, id)) ?? notFound('session')
}

/** A session that is not cancelled. */
export async function requireOpenSession(context: Context, id: SessionId): Promise<Session> {
  const session = await requireSession(context, id)
  return session.cancelledAt === null ? session : fail('session_cancelled')
}

export async function requireParticipant(context: Context, id: ParticipantId): Promise<{ participant: Participant; session: Session }> {
  const participant = (await findParticipant(context, id)) ?? notFound('participant')
  return { participant, session: await requireSession(context, participant.sessionId) }
}

import type { CallOutput } from '../../../web/kit/operations.ts'

export type Session = CallOutput<'calendar.session'>
export type Participant = Session['participants'][number]

/** "Marie Dupont with Bebbo" */
export function nameOf(participant: Participant, t: (key: string, parameters: Record<string, string>) => string): string {
  if (participant.thingName === null) return participant.contactName
  return t('calendar.with', { contact: participant.contactName, thing: participant.thingName })
}

/** Who takes part, shortened after three. */
export function peopleOf(session: Session, t: (key: string, parameters: Record<string, string | number>) => string): string {
  const present = session.participants.filter((each) => !each.outcome.startsWith('cancelled'))
  const names = present.slice(0, 3).map((each) => nameOf(each, t))
  const rest = present.length - names.length
  return rest > 0 ? `${names.join(', ')} ${t('calendar.more', { count: rest })}` : names.join(', ')
}

/** Sessions by their day, in order. */
export function byDay(sessions: readonly Session[]): (readonly [string, readonly Session[]])[] {
  return [...Map.groupBy(sessions, (session) => session.on)]
}

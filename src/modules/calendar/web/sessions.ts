import type { Day } from '../../../kernel/day.ts'
import { dayIn, type Instant, type Zone } from '../../../kernel/instant.ts'
import type { CallOutput } from '../../../web/kit/operations.ts'

export type Session = CallOutput<'calendar.session'>
export type Line = CallOutput<'calendar.overview'>['sessions'][number]
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

/** Sessions by their day on the company's clock, in order. */
export function byDay<Each extends { readonly startsAt: string }>(sessions: readonly Each[], zone: Zone): (readonly [Day, readonly Each[]])[] {
  return [...Map.groupBy(sessions, (session) => dayIn(session.startsAt as Instant, zone))]
}

/** The lines of each day. */
export function linesByDay(lines: readonly Line[], zone: Zone): ReadonlyMap<Day, readonly Line[]> {
  return new Map(byDay(lines, zone))
}

/** What a short line calls a session: its one person, else what is done. */
export function lineName(line: Line): string {
  return line.who ?? line.serviceName
}

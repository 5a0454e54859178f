import { day, type Day } from './day.ts'

/**
 * A moment as UTC text with milliseconds, "2026-11-24T06:43:00.000Z": fixed width, so it sorts as text.
 * It is shown in a zone, never stored in one.
 */
export type Instant = string & { readonly __kind: 'Instant' }

/** An IANA time zone such as Europe/Zurich. */
export type Zone = string & { readonly __kind: 'Zone' }

/** Reads any ISO 8601 moment with an offset; undefined when it is none. */
export function parseInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? undefined : instantOf(milliseconds)
}

/** A moment written in the source or already checked; throws a bug when it is not one. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text)
  if (!parsed) throw new Error(`not an instant: ${text}`)
  return parsed
}

/** From milliseconds since 1970 in UTC. */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant
}

export function addSeconds(start: Instant, seconds: number): Instant {
  return instantOf(Date.parse(start) + seconds * 1000)
}

export function addMinutes(start: Instant, minutes: number): Instant {
  return addSeconds(start, minutes * 60)
}

/** Whole minutes from one to the other, rounded down. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)
}

/** Whether the text names a zone of the IANA database. */
export function isZone(text: string): text is Zone {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

const formats = new Map<Zone, Intl.DateTimeFormat>()

/** What the clock on the wall of that zone shows: the day and "HH:MM". */
export function wallClock(moment: Instant, zone: Zone): { day: Day; time: string } {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(zone, format)
  }
  const text = Object.fromEntries(format.formatToParts(Date.parse(moment)).map((part) => [part.type, part.value]))
  return { day: day(`${text['year']}-${text['month']}-${text['day']}`), time: `${text['hour']}:${text['minute']}` }
}

/** The calendar day that the zone has at that moment. */
export function dayIn(moment: Instant, zone: Zone): Day {
  return wallClock(moment, zone).day
}

/**
 * The moment at which that zone's wall clock shows the time. In the hour that summer time skips, the moment
 * after the gap; in the hour it repeats, the first (RFC 5545 3.3.5).
 */
export function momentAt(options: { day: Day; time: string; zone: Zone }): Instant {
  const wanted = Date.parse(`${options.day}T${options.time}:00.000Z`)
  const offsets = [-86_400_000, 86_400_000].map((shift) => offsetAt(wanted + shift, options.zone))
  const candidates = offsets.map((offset) => wanted - offset).sort((left, right) => left - right)
  const exact = candidates.find((candidate) => candidate + offsetAt(candidate, options.zone) === wanted)
  return instantOf(exact ?? wanted - Math.min(...offsets))
}

function offsetAt(milliseconds: number, zone: Zone): number {
  const shown = wallClock(instantOf(milliseconds), zone)
  const minute = Math.floor(milliseconds / 60_000) * 60_000
  return Date.parse(`${shown.day}T${shown.time}:00.000Z`) - minute
}

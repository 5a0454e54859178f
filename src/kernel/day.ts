/**
 * A calendar day as ISO 8601 text, "2026-11-24". Days are not instants: they have no time zone.
 * The text form sorts and compares correctly, is what the database and the wire hold, and needs no polyfill.
 */
export type Day = string & { readonly __kind: 'Day' }

/** A span of days, both ends included, as EN 16931's invoicing period (BG-14) counts them. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** The day, if the text is a real one. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const month = Number(match[2])
  const dayOfMonth = Number(match[3])
  if (month < 1 || month > 12 || dayOfMonth < 1) return undefined
  return dayOfMonth <= daysInMonth(Number(match[1]), month) ? (text as Day) : undefined
}

/** A day written in the source or already checked; throws a bug when it is not one. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (!parsed) throw new Error(`not a day: ${text}`)
  return parsed
}

export function addDays(start: Day, days: number): Day {
  return fromDayNumber(dayNumber(start) + days)
}

/**
 * Adds months and keeps the day of the month where the month has it, else its last day.
 * Always add to the anchor, not to the previous result: 31 January, then 28 February, then 31 March.
 */
export function addMonths(start: Day, months: number): Day {
  const [year, month, dayOfMonth] = parts(start)
  const index = year * 12 + (month - 1) + months
  const newYear = Math.floor(index / 12)
  const newMonth = (index % 12) + 1
  return format(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)))
}

/** Days from one to the other: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** How many days the period has, both ends counted. */
export function daysIn(period: Period): number {
  return daysBetween(period.from, period.to) + 1
}

export function isWithin(value: Day, period: Period): boolean {
  return value >= period.from && value <= period.to
}

/** The days both periods share, if any. */
export function overlap(left: Period, right: Period): Period | undefined {
  const from = left.from > right.from ? left.from : right.from
  const to = left.to < right.to ? left.to : right.to
  return from <= to ? { from, to } : undefined
}

export function earlier(left: Day, right: Day): Day {
  return left <= right ? left : right
}

export function later(left: Day, right: Day): Day {
  return left >= right ? left : right
}

export function yearOf(value: Day): number {
  return Number(value.slice(0, 4))
}

/** ISO 8601: Monday is 1, Sunday 7. */
export function weekdayOf(value: Day): number {
  return ((((dayNumber(value) + 3) % 7) + 7) % 7) + 1
}

/** The Monday of the day's week. */
export function startOfWeek(value: Day): Day {
  return addDays(value, 1 - weekdayOf(value))
}

export function startOfMonth(value: Day): Day {
  return `${value.slice(0, 7)}-01` as Day
}

export function endOfMonth(value: Day): Day {
  const [year, month] = parts(value)
  return format(year, month, daysInMonth(year, month))
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function parts(value: Day): [number, number, number] {
  return [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10))]
}

function format(year: number, month: number, dayOfMonth: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}` as Day
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar; UTC arithmetic has no summer time. */
function dayNumber(value: Day): number {
  const [year, month, dayOfMonth] = parts(value)
  return Math.floor(Date.UTC(year, month - 1, dayOfMonth) / 86_400_000)
}

function fromDayNumber(count: number): Day {
  return new Date(count * 86_400_000).toISOString().slice(0, 10) as Day
}

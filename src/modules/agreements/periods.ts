import { addDays, addMonths, day, daysIn, earlier, overlap, type Day, type Period } from '../../kernel/day.ts'
import type { Rhythm } from '../offer/terms.ts'
import type { AgreementFacts, TermsVersion } from './facts.ts'
import { endOf, pausesOf, startOf, termsOn } from './lifecycle.ts'

/** One period of the agreement's rhythm, with the terms that hold on its first day. */
export interface AgreementPeriod {
  /** The whole period, even when the agreement ends within. */
  readonly whole: Period
  /** The part before the end. */
  readonly runs: Period
  readonly version: TermsVersion
}

/**
 * The periods that begin on or before the day, counted from the start (31 January, 28 February, 31 March). An
 * amendment takes effect with the first period that begins on or after its day; a new rhythm counts from there.
 */
export function periodsUntil(facts: AgreementFacts, options: { until: Day; today: Day }): AgreementPeriod[] {
  const start = startOf(facts)
  if (start === null) return []
  const end = endOf(facts, options.today)
  const last = end === null ? options.until : earlier(options.until, end)
  const periods: AgreementPeriod[] = []
  let from: Day = start
  let anchor: { on: Day; rhythm: Rhythm; count: number } | null = null
  while (from <= last) {
    const version = termsOn(facts, from)
    const rhythm = version.terms.billing.rhythm
    if (rhythm === null) {
      anchor = null
      const next = nextChange(facts, from)
      if (next === undefined) break
      from = next
      continue
    }
    if (anchor === null || !isSameRhythm(anchor.rhythm, rhythm)) anchor = { on: from, rhythm, count: 0 }
    anchor.count += 1
    const next = afterPeriods(anchor.on, rhythm, anchor.count)
    const whole = { from, to: addDays(next, -1) }
    periods.push({ whole, runs: end === null ? whole : { from, to: earlier(whole.to, end) }, version })
    from = next
  }
  return periods
}

/** The days of a period that are not paused. A pause without an end is taken to last: resuming adds the days again. */
export function runningDays(facts: AgreementFacts, period: Period): Period[] {
  let segments: Period[] = [period]
  for (const pause of pausesOf(facts, farAway)) segments = segments.flatMap((segment) => without(segment, pause))
  return segments
}

export function countDays(segments: readonly Period[]): number {
  return segments.reduce((days, segment) => days + daysIn(segment), 0)
}

const farAway = day('9999-12-31')

function without(segment: Period, gap: Period): Period[] {
  const shared = overlap(segment, gap)
  if (!shared) return [segment]
  const parts: Period[] = []
  if (segment.from < shared.from) parts.push({ from: segment.from, to: addDays(shared.from, -1) })
  if (shared.to < segment.to) parts.push({ from: addDays(shared.to, 1), to: segment.to })
  return parts
}

function afterPeriods(anchor: Day, rhythm: Rhythm, count: number): Day {
  if (rhythm.unit === 'week') return addDays(anchor, 7 * rhythm.count * count)
  return addMonths(anchor, rhythm.count * count * (rhythm.unit === 'year' ? 12 : 1))
}

function isSameRhythm(left: Rhythm, right: Rhythm): boolean {
  return left.unit === right.unit && left.count === right.count
}

function nextChange(facts: AgreementFacts, after: Day): Day | undefined {
  const days = facts.versions.flatMap((version) => (version.effectiveOn !== null && version.effectiveOn > after ? [version.effectiveOn] : []))
  return days.length === 0 ? undefined : days.reduce(earlier)
}

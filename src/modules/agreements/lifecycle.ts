import { addDays, addMonths, daysIn, earlier, later, type Day, type Period } from '../../kernel/day.ts'
import type { AgreementEvent, AgreementFacts, TermsVersion } from './facts.ts'

export const agreementStates = ['draft', 'offered', 'declined', 'expired', 'withdrawn', 'upcoming', 'active', 'paused', 'ended'] as const
/** Derived from facts and the day, never stored. */
export type AgreementState = (typeof agreementStates)[number]

export function stateOf(facts: AgreementFacts, today: Day): AgreementState {
  if (facts.acceptedOn === null) return stateOfOffer(facts, today)
  if (today < startOf(facts)!) return 'upcoming'
  const end = endOf(facts, today)
  if (end !== null && today > end) return 'ended'
  return pausesOf(facts, today).some((pause) => today >= pause.from && today <= pause.to) ? 'paused' : 'active'
}

/** The first day; null until it is accepted. */
export function startOf(facts: AgreementFacts): Day | null {
  if (facts.acceptedOn === null) return null
  return facts.versions[0]!.terms.duration.startsOn ?? facts.acceptedOn
}

/** The terms that hold on a day: of the amendments that were in effect by then, the last. */
export function termsOn(facts: AgreementFacts, on: Day): TermsVersion {
  let inForce = facts.versions[0]!
  for (const version of facts.versions) {
    if (version.effectiveOn === null) continue
    if (version.effectiveOn > on) continue
    if (inForce.effectiveOn === null || version.effectiveOn >= inForce.effectiveOn) inForce = version
  }
  return inForce
}

/**
 * The last day, as far as it is known: by an early end, by notice, or by a term that does not renew itself.
 * Null runs on. Days of a pause prolong a term when the terms say so.
 */
export function endOf(facts: AgreementFacts, today: Day): Day | null {
  const start = startOf(facts)
  if (start === null) return null
  const natural = naturalEndOf(facts, today, start)
  const early = firstOf(facts, 'ended_early')
  return early === undefined ? natural : natural === null ? early : earlier(early, natural)
}

/** Whether it ended or will end before its time. */
export function isEndedEarly(facts: AgreementFacts, today: Day): boolean {
  const early = firstOf(facts, 'ended_early')
  return early !== undefined && endOf(facts, today) === early && naturalEndOf(facts, today, startOf(facts)!) !== early
}

/** The end of the term that the day lies in, and by when notice must be given; null when open-ended or not accepted. */
export function currentTerm(facts: AgreementFacts, today: Day): { endsOn: Day; noticeBy: Day } | null {
  const start = startOf(facts)
  const { termMonths, noticeDays } = durationOf(facts)
  if (start === null || termMonths === null) return null
  const fixedEnd = endOf(facts, today)
  let count = 1
  while (termEnd(facts, today, start, count) < today && count < 2000) count += 1
  const endsOn = fixedEnd ?? termEnd(facts, today, start, count)
  return { endsOn, noticeBy: addDays(endsOn, -noticeDays) }
}

/** The paused days, merged and in order; a pause that runs on lasts until today. */
export function pausesOf(facts: AgreementFacts, today: Day): Period[] {
  const changes = facts.events
    .filter((event) => event.kind === 'paused' || event.kind === 'resumed')
    .sort((left, right) => (left.on === right.on ? (left.kind < right.kind ? -1 : 1) : left.on < right.on ? -1 : 1))
  const pauses: Period[] = []
  let pausedFrom: Day | null = null
  for (const change of changes) {
    if (change.kind === 'paused') pausedFrom ??= change.on
    else if (pausedFrom !== null) {
      if (change.on > pausedFrom) pauses.push({ from: pausedFrom, to: addDays(change.on, -1) })
      pausedFrom = null
    }
  }
  if (pausedFrom !== null && pausedFrom <= today) pauses.push({ from: pausedFrom, to: later(today, pausedFrom) })
  return pauses
}

function stateOfOffer(facts: AgreementFacts, today: Day): AgreementState {
  if (facts.declinedOn !== null) return 'declined'
  if (facts.withdrawnOn !== null) return 'withdrawn'
  if (facts.offeredOn === null) return 'draft'
  return facts.validUntil !== null && today > facts.validUntil ? 'expired' : 'offered'
}

function naturalEndOf(facts: AgreementFacts, today: Day, start: Day): Day | null {
  const { termMonths, renewal, noticeDays } = durationOf(facts)
  const notice = firstOf(facts, 'notice_given')
  const runsUntil = notice === undefined ? undefined : later(addDays(notice, noticeDays), start)
  if (termMonths === null) return runsUntil ?? null
  let terms = 1 + facts.events.filter((event) => event.kind === 'renewed').length
  if (renewal !== 'automatic') return termEnd(facts, today, start, terms)
  if (runsUntil === undefined) return null
  while (termEnd(facts, today, start, terms) < runsUntil) terms += 1
  return termEnd(facts, today, start, terms)
}

function termEnd(facts: AgreementFacts, today: Day, start: Day, terms: number): Day {
  const { termMonths, pause } = durationOf(facts)
  const pausedDays = pause.extendsValidity ? pausesOf(facts, today).reduce((days, paused) => days + daysIn(paused), 0) : 0
  return addDays(addMonths(start, terms * termMonths!), pausedDays - 1)
}

function durationOf(facts: AgreementFacts) {
  return facts.versions.at(-1)!.terms.duration
}

function firstOf(facts: AgreementFacts, kind: AgreementEvent['kind']): Day | undefined {
  const days = facts.events.filter((event) => event.kind === kind).map((event) => event.on)
  return days.length === 0 ? undefined : days.reduce(earlier)
}

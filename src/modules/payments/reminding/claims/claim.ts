import { addDays, daysBetween, earlier, later, yearOf, type Day } from '../../../../kernel/day.ts'
import { divideRounded, money, sum, type Money } from '../../../../kernel/money.ts'
import type { ReminderLevel } from '../../reminders.ts'
import { baseRates, rateOn } from './base-rates.ts'
import { daysToDefault, lawOf, type InterestRule } from './laws.ts'

/** What a company takes for reminders; nothing at all until it is switched on. */
export interface ReminderTerms {
  readonly chargesFees: boolean
  readonly chargesInterest: boolean
  /** The first level at which something is taken. */
  readonly fromLevel: ReminderLevel
  /** Fees and, where given, the rate stand in the terms that customers agreed to. */
  readonly isAgreed: boolean
  /** Interest a year in basis points, by agreement; null: what the law says. */
  readonly agreedRate: number | null
  /** What the company asks per level by itself, where law or agreement lets it. */
  readonly fees: readonly [Money, Money, Money]
}

/** A part of an invoice that is open and was due. */
export interface LatePart {
  readonly open: Money
  readonly dueOn: Day
}

export interface ClaimCase {
  /** Where the seller is: its law is the one that holds. */
  readonly country: string
  readonly isBusiness: boolean
  readonly level: ReminderLevel
  readonly parts: readonly LatePart[]
  /** The day of the first reminder for this due day; null when this is it. */
  readonly firstRemindedOn: Day | null
  /** The last day for which interest of this invoice was taken. */
  readonly chargedUntil: Day | null
  readonly hasLumpSum: boolean
  readonly today: Day
  readonly terms: ReminderTerms
}

export interface Charge {
  readonly kind: 'lump_sum' | 'fee' | 'interest'
  readonly amount: Money
  /** The article, or null where the agreement alone is the reason. */
  readonly law: string | null
  /** Of interest: the days it is for, both included, and the yearly rates with their first days. */
  readonly period: { readonly from: Day; readonly to: Day } | null
  readonly rates: readonly AppliedRate[]
}

export interface AppliedRate {
  readonly from: Day
  readonly basisPoints: number
}

/**
 * What may be taken with a reminder beyond the invoice itself, by the law of the seller's country and by what was agreed.
 * A lump sum is taken once per invoice and stands for a business in place of fees of the company's own (§ 288 Abs. 5
 * Satz 3 BGB and its like). Interest is simple, by the day, on what is open now, and never twice for a day.
 */
export function reminderClaim(each: ClaimCase): Charge[] {
  const { terms, level } = each
  if (level < terms.fromLevel || each.parts.length === 0) return []
  return [...(terms.chargesFees ? feeOf(each) : []), ...(terms.chargesInterest ? interestOf(each) : [])]
}

function feeOf(each: ClaimCase): Charge[] {
  const { terms, level } = each
  const law = lawOf(each.country, each.isBusiness)
  const { currency } = each.parts[0]!.open
  if (law.lumpSum?.currency === currency) {
    if (each.hasLumpSum) return []
    const late = sum(
      each.parts.map((part) => part.open),
      currency,
    )
    const step = law.lumpSum.steps.find(({ below }) => below === null || late.minor < below)!
    return [{ kind: 'lump_sum', amount: money(step.minor, currency), law: law.lumpSum.law, period: null, rates: [] }]
  }
  const fee = terms.fees[level - 1]!
  const isAllowed = law.fee.kind === 'cost' ? terms.isAgreed || level > 1 : law.fee.kind === 'agreed' && terms.isAgreed
  if (!isAllowed || fee.currency !== currency || fee.minor <= 0n) return []
  return [{ kind: 'fee', amount: fee, law: law.fee.kind === 'cost' ? law.fee.law : null, period: null, rates: [] }]
}

function interestOf(each: ClaimCase): Charge[] {
  const law = lawOf(each.country, each.isBusiness).interest
  const agreed: InterestRule | null =
    each.terms.isAgreed && each.terms.agreedRate !== null ? { base: null, points: each.terms.agreedRate, begins: law?.begins ?? 'reminder', law: '' } : null
  const rule = agreed ?? law
  if (!rule) return []
  const { currency } = each.parts[0]!.open
  const late = each.parts.flatMap((part) => {
    const from = interestFrom(rule, part.dueOn, each)
    return from === null || from > each.today ? [] : [{ open: part.open, from }]
  })
  if (late.length === 0) return []
  const amount = sum(
    late.map((part) => interestOn({ principal: part.open, rule, from: part.from, to: each.today })),
    currency,
  )
  if (amount.minor <= 0n) return []
  const from = late.map((part) => part.from).reduce(earlier)
  return [{ kind: 'interest', amount, law: agreed ? null : rule.law, period: { from, to: each.today }, rates: ratesWithin(rule, from, each.today) }]
}

/** The first day that bears interest; null while the debtor is not in default. */
function interestFrom(rule: InterestRule, dueOn: Day, each: ClaimCase): Day | null {
  const afterReminder = each.firstRemindedOn === null ? null : later(addDays(each.firstRemindedOn, 1), addDays(dueOn, 1))
  const bySilence = addDays(dueOn, daysToDefault + 1)
  const begins =
    rule.begins === 'due'
      ? addDays(dueOn, 1)
      : rule.begins === 'reminder'
        ? afterReminder
        : afterReminder === null
          ? bySilence
          : earlier(afterReminder, bySilence)
  if (begins === null || each.chargedUntil === null) return begins
  return later(begins, addDays(each.chargedUntil, 1))
}

/**
 * Simple interest for the days from … to, both included: principal × rate × days ÷ days of the calendar year, each span of
 * one rate and one year exactly, rounded once at the end. A rate below nought counts as nought.
 */
export function interestOn(options: { principal: Money; rule: Pick<InterestRule, 'base' | 'points'>; from: Day; to: Day }): Money {
  const { principal, rule, from, to } = options
  // 365 and 366 share the denominator: 10,000 basis points × 365 × 366.
  const whole = 10_000n * 365n * 366n
  const numerator = spansOf(rule, from, to).reduce((total, span) => {
    const days = BigInt(daysBetween(span.from, span.to) + 1)
    const perDay = daysOfYear(yearOf(span.from)) === 366 ? 365n : 366n
    return total + principal.minor * BigInt(span.basisPoints) * days * perDay
  }, 0n)
  return money(divideRounded(numerator, whole), principal.currency)
}

/** The yearly rates that hold within some days. */
export function ratesWithin(rule: Pick<InterestRule, 'base' | 'points'>, from: Day, to: Day): AppliedRate[] {
  const spans = spansOf(rule, from, to)
  return spans.filter((span, index) => span.basisPoints !== spans[index - 1]?.basisPoints).map(({ from: since, basisPoints }) => ({ from: since, basisPoints }))
}

/** The days cut where a rate changes and where a year begins. */
function spansOf(rule: Pick<InterestRule, 'base' | 'points'>, from: Day, to: Day): { from: Day; to: Day; basisPoints: number }[] {
  if (from > to) return []
  const changes = rule.base === null ? [] : baseRates[rule.base].map((rate) => rate.from)
  const years = Array.from({ length: yearOf(to) - yearOf(from) }, (_, index) => `${yearOf(from) + index + 1}-01-01` as Day)
  const starts = [...new Set([from, ...[...changes, ...years].filter((on) => on > from && on <= to)])].sort()
  return starts.map((start, index) => {
    const next = starts[index + 1]
    return { from: start, to: next === undefined ? to : addDays(next, -1), basisPoints: rateOf(rule, start) }
  })
}

function rateOf(rule: Pick<InterestRule, 'base' | 'points'>, on: Day): number {
  if (rule.base === null) return rule.points
  const known = rateOn(rule.base, on) ?? baseRates[rule.base][0]!
  return Math.max(0, known.basisPoints + rule.points)
}

function daysOfYear(year: number): number {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365
}

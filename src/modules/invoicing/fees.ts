import { addDays, daysBetween, daysIn, later, type Day, type Period } from '../../kernel/day.ts'
import { allocate, multiply, portion, subtract, sum, zero, type Money } from '../../kernel/money.ts'
import { Quantity } from '../../kernel/quantity.ts'
import { feeCause, goodCause, milestoneCause } from '../agreements/causes.ts'
import type { AgreementFacts, TermsVersion } from '../agreements/facts.ts'
import { endOf, isEndedEarly, startOf } from '../agreements/lifecycle.ts'
import { countDays, periodsUntil, runningDays, type AgreementPeriod } from '../agreements/periods.ts'
import { discountOn } from '../offer/discount.ts'
import type { Expectation } from './billing-facts.ts'

/** What the agreement's fixed prices and goods come to by today: each period, milestone and good once. */
export function expectedFees(facts: AgreementFacts, today: Day): Expectation[] {
  if (facts.acceptedOn === null || facts.acceptedOn > today) return []
  const expected = [...onceFees(facts, today), ...periodFees(facts, today), ...goods(facts, today)]
  return facts.openingOn === null ? expected : expected.filter((fee) => fee.dueOn >= facts.openingOn!)
}

/**
 * The part of a fee for some of its period's days. Each day has its share by cumulative rounding, so that the parts
 * of a divided period always sum to the fee.
 */
export function prorate(fee: Money, whole: Period, running: readonly Period[]): Money {
  const days = BigInt(daysIn(whole))
  const upTo = (day: number) => portion(fee, BigInt(day), days)
  return sum(
    running.map(({ from, to }) => subtract(upTo(daysBetween(whole.from, to) + 1), upTo(daysBetween(whole.from, from)))),
    fee.currency,
  )
}

/** Of the versions in effect, the last that has a price for the whole: an amendment to a monthly fee does not give it back. */
function onceFees(facts: AgreementFacts, today: Day): Expectation[] {
  const start = startOf(facts)!
  const version = facts.versions.findLast(({ effectiveOn, terms }) => (effectiveOn === null || effectiveOn <= today) && terms.price.fixed?.every === 'once')
  if (!version) return []
  const { price, billing } = version.terms
  if (billing.when === 'by_milestone') return milestones(facts, version, today)
  const end = endOf(facts, today)
  const dueOn = billing.when === 'on_acceptance' ? facts.acceptedOn! : billing.when === 'in_advance' ? start : end
  if (dueOn === null || (billing.when === 'in_arrears' ? dueOn >= today : dueOn > today)) return []
  const period = { from: start, to: end !== null && end >= start ? end : start }
  return [feeOf({ facts, version, cause: feeCause(facts.id, 'once'), gross: price.fixed!.amount, period, dueOn })]
}

/** The shares of the price, which sum to it exactly: one when its milestone is reached. */
function milestones(facts: AgreementFacts, version: TermsVersion, today: Day): Expectation[] {
  const { price, billing } = version.terms
  const weights = billing.milestones.map((milestone) => BigInt(milestone.share.basisPoints))
  if (weights.length === 0) return []
  const grosses = allocate(price.fixed!.amount, weights)
  const discounts = allocate(discountOn(price, price.fixed!.amount), weights)
  return billing.milestones.flatMap((milestone, index) => {
    const reached = facts.events.filter((event) => event.kind === 'milestone_reached' && event.key === milestone.key).map((event) => event.on)
    const dueOn = milestone.isOnAcceptance ? facts.acceptedOn! : reached.sort()[0]
    if (dueOn === undefined || dueOn > today) return []
    const cause = milestoneCause(facts.id, milestone.key)
    const fee = feeOf({ facts, version, cause, gross: grosses[index]!, discount: discounts[index]!, period: { from: dueOn, to: dueOn }, dueOn })
    return [{ ...fee, kind: 'milestone' as const, detail: milestone.name }]
  })
}

function periodFees(facts: AgreementFacts, today: Day): Expectation[] {
  return periodsUntil(facts, { until: today, today }).flatMap((period) => {
    const { price, billing } = period.version.terms
    if (price.fixed === null || price.fixed.every !== 'period') return []
    if (billing.when === 'in_arrears' && period.runs.to >= today) return []
    const gross = runningFee(facts, period, today)
    const dueOn = billing.when === 'in_arrears' ? addDays(period.runs.to, 1) : period.whole.from
    return [feeOf({ facts, version: period.version, cause: feeCause(facts.id, period.whole.from), gross, period: period.runs, dueOn })]
  })
}

/** A broken period: by its days, in full, or not at all. After an early end the terms' settlement decides instead. */
function runningFee(facts: AgreementFacts, { whole, runs, version }: AgreementPeriod, today: Day): Money {
  const { price, billing, duration } = version.terms
  const fee = price.fixed!.amount
  const isCutEarly = runs.to < whole.to && isEndedEarly(facts, today)
  const until = isCutEarly ? whole : runs
  const running = duration.pause.stopsFee ? runningDays(facts, until) : [until]
  const days = countDays(running)
  if (days === 0) return zero(fee.currency)
  if (days === daysIn(whole) || billing.proration === 'full') return fee
  return billing.proration === 'none' ? zero(fee.currency) : prorate(fee, whole, running)
}

/** Goods are charged once, with the version of the terms that first names them in effect. */
function goods(facts: AgreementFacts, today: Day): Expectation[] {
  const expected = new Map<string, Expectation>()
  for (const version of facts.versions) {
    const dueOn = later(version.effectiveOn ?? facts.acceptedOn!, facts.acceptedOn!)
    if (dueOn > today) continue
    for (const [index, good] of version.terms.price.goods.entries()) {
      const cause = goodCause(facts.id, version.terms.price.goods, index)
      const known = expected.get(cause)
      expected.set(cause, {
        ...common(facts, known ? { ...version, version: known.termsVersion! } : version),
        cause,
        kind: 'good',
        period: known?.period ?? { from: dueOn, to: dueOn },
        dueOn: known?.dueOn ?? dueOn,
        name: good.description,
        detail: null,
        quantity: good.quantity,
        unitPrice: good.amount,
        discount: null,
        amount: multiply(good.amount, good.quantity),
        taxCategory: good.taxCategory,
      })
    }
  }
  return [...expected.values()]
}

interface FeeOptions {
  facts: AgreementFacts
  version: TermsVersion
  cause: string
  gross: Money
  discount?: Money
  period: Period
  dueOn: Day
}

function feeOf({ facts, version, cause, gross, discount, period, dueOn }: FeeOptions): Expectation {
  const { price } = version.terms
  const off = discount ?? discountOn(price, gross)
  return {
    ...common(facts, version),
    cause,
    kind: 'fee',
    period,
    dueOn,
    name: facts.name,
    detail: null,
    quantity: Quantity.one,
    unitPrice: gross,
    discount: off.minor === 0n ? null : { amount: off, reason: price.discount!.reason },
    amount: subtract(gross, off),
    taxCategory: price.fixed!.taxCategory,
  }
}

function common(facts: AgreementFacts, version: TermsVersion) {
  const { price, billing } = version.terms
  return {
    agreementId: facts.id,
    termsVersion: version.version,
    contactId: facts.payerId,
    isTaxIncluded: price.isTaxIncluded,
    daysToPay: billing.daysToPay,
    instalments: billing.instalments,
  }
}

import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { AgreementId, ContactId } from '../../kernel/id.ts'
import { money } from '../../kernel/money.ts'
import { quantity } from '../../kernel/quantity.ts'
import type { Terms } from '../offer/terms.ts'
import { passTerms, rateTerms, retainerTerms, type WayBasics } from '../offer/ways.ts'
import type { AgreementFacts } from './facts.ts'
import { currentTerm, endOf, stateOf, termsOn } from './lifecycle.ts'
import { periodsUntil } from './periods.ts'

const basics: WayBasics = { currency: 'CHF', isTaxIncluded: false, taxCategory: 'standard', daysToPay: 30 }
const retainer = retainerTerms(basics, { units: quantity(600), unit: 'minute', fee: money(150000n, 'CHF'), overage: null })
const pass = passTerms(basics, { units: quantity(10), amount: money(30000n, 'CHF'), validMonths: 6 })

test('before it is accepted an agreement is draft, offered, expired, declined or withdrawn', () => {
  const today = day('2026-03-10')
  const draft: Partial<AgreementFacts> = { acceptedOn: null, offeredOn: null }
  const offered = { ...draft, offeredOn: day('2026-03-01'), validUntil: day('2026-03-31') }
  expect(stateOf(agreement(pass, draft), today)).toBe('draft')
  expect(stateOf(agreement(pass, offered), today)).toBe('offered')
  expect(stateOf(agreement(pass, { ...offered, validUntil: day('2026-03-09') }), today)).toBe('expired')
  expect(stateOf(agreement(pass, { ...offered, declinedOn: today }), today)).toBe('declined')
  expect(stateOf(agreement(pass, { ...offered, withdrawnOn: today }), today)).toBe('withdrawn')
})

test('once accepted it is upcoming, active, paused or ended by its dates and events', () => {
  const later = agreement({ ...pass, duration: { ...pass.duration, startsOn: day('2026-04-01') } })
  expect(stateOf(later, day('2026-03-31'))).toBe('upcoming')
  expect(stateOf(later, day('2026-04-01'))).toBe('active')
  expect(endOf(later, day('2026-04-01'))).toBe('2026-09-30')
  expect(stateOf(later, day('2026-10-01'))).toBe('ended')
  const paused = agreement(pass, {
    events: [
      { kind: 'paused', on: day('2026-02-01') },
      { kind: 'resumed', on: day('2026-02-11') },
    ],
  })
  expect(['2026-01-31', '2026-02-01', '2026-02-10', '2026-02-11'].map((on) => stateOf(paused, day(on)))).toEqual(['active', 'paused', 'paused', 'active'])
})

test('an automatic renewal runs on until notice; notice given too late ends the term after', () => {
  const yearly: Terms = { ...retainer, duration: { ...retainer.duration, termMonths: 12, noticeDays: 60 } }
  expect(endOf(agreement(yearly), day('2030-01-01'))).toBeNull()
  expect(endOf(agreement(yearly, { events: [{ kind: 'notice_given', on: day('2026-10-30') }] }), day('2026-11-01'))).toBe('2026-12-31')
  expect(endOf(agreement(yearly, { events: [{ kind: 'notice_given', on: day('2026-11-15') }] }), day('2026-11-16'))).toBe('2027-12-31')
  expect(currentTerm(agreement(yearly), day('2026-06-01'))).toEqual({ endsOn: '2026-12-31', noticeBy: '2026-11-01' })
})

test('without a term it runs on, and notice ends it after its days', () => {
  const hourly = rateTerms(basics, { amount: money(16000n, 'CHF'), unit: 'minute' })
  const noticed: Terms = { ...hourly, duration: { ...hourly.duration, noticeDays: 14 } }
  expect(endOf(agreement(noticed), day('2030-01-01'))).toBeNull()
  expect(endOf(agreement(noticed, { events: [{ kind: 'notice_given', on: day('2026-03-01') }] }), day('2026-03-02'))).toBe('2026-03-15')
})

test('each renewal adds a term, a pause prolongs it, an early end comes first', () => {
  expect(endOf(agreement(pass, { events: [{ kind: 'renewed', on: day('2026-06-01') }] }), day('2026-06-02'))).toBe('2026-12-31')
  const paused: AgreementFacts['events'] = [
    { kind: 'paused', on: day('2026-02-01') },
    { kind: 'resumed', on: day('2026-02-11') },
  ]
  expect(endOf(agreement(pass, { events: paused }), day('2026-03-01'))).toBe('2026-07-10')
  expect(endOf(agreement(pass, { events: [...paused, { kind: 'ended_early', on: day('2026-03-15') }] }), day('2026-03-20'))).toBe('2026-03-15')
})

test('the terms of a day are those of the last amendment in effect by then', () => {
  const versions = [
    { version: 1, effectiveOn: null, terms: retainer },
    { version: 3, effectiveOn: day('2026-06-01'), terms: retainer },
    { version: 2, effectiveOn: day('2026-03-01'), terms: retainer },
  ]
  const facts = agreement(retainer, { versions })
  expect(['2026-02-28', '2026-03-01', '2026-06-01'].map((on) => termsOn(facts, day(on)).version)).toEqual([1, 2, 3])
})

test('periods count from the start: 31 January, 28 February, 31 March; a new rhythm counts from its first period', () => {
  const facts = agreement(retainer, { acceptedOn: day('2026-01-31') })
  expect(periodsUntil(facts, { until: day('2026-04-01'), today: day('2026-04-01') }).map(({ whole }) => whole.from)).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
  ])
  const quarterly: Terms = { ...retainer, billing: { ...retainer.billing, rhythm: { unit: 'month', count: 3 } } }
  const changed = agreement(retainer, {
    versions: [
      { version: 1, effectiveOn: null, terms: retainer },
      { version: 2, effectiveOn: day('2026-02-10'), terms: quarterly },
    ],
  })
  expect(periodsUntil(changed, { until: day('2026-07-01'), today: day('2026-07-01') }).map(({ whole }) => whole.from)).toEqual([
    '2026-01-01',
    '2026-02-01',
    '2026-03-01',
    '2026-06-01',
  ])
})

function agreement(terms: Terms, changes: Partial<AgreementFacts> = {}): AgreementFacts {
  return {
    id: 'agreement-1' as AgreementId,
    payerId: 'contact-1' as ContactId,
    name: 'Product',
    offeredOn: null,
    validUntil: null,
    acceptedOn: day('2026-01-01'),
    declinedOn: null,
    withdrawnOn: null,
    openingOn: null,
    versions: [{ version: 1, effectiveOn: null, terms }],
    events: [],
    ...changes,
  }
}

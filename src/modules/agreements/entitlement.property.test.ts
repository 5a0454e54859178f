import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, type Day } from '../../kernel/day.ts'
import type { AgreementId, ContactId } from '../../kernel/id.ts'
import { money } from '../../kernel/money.ts'
import { Quantity, quantity } from '../../kernel/quantity.ts'
import type { ScopeLine, Terms } from '../offer/terms.ts'
import { passTerms, rateTerms, retainerTerms, type WayBasics } from '../offer/ways.ts'
import type { Delivery } from './delivery.ts'
import { coverage, lotBalances, type LedgerEntry } from './entitlement.ts'
import type { AgreementFacts } from './facts.ts'
import { planLedger, type LedgerFacts } from './plan-ledger.ts'
import type { Adjustment } from './replay.ts'

const basics: WayBasics = { currency: 'CHF', isTaxIncluded: false, taxCategory: 'standard', daysToPay: 30 }
const chf = (francs: number) => money(BigInt(francs) * 100n, 'CHF')
const begin = day('2026-01-01')

const retainer = retainerTerms(basics, { units: quantity(600), unit: 'minute', fee: chf(1500), overage: chf(160), rollOverMax: quantity(300) })
const pass = passTerms(basics, { units: quantity(600), unit: 'minute', amount: chf(300), validMonths: 3, isGrantedOnPayment: true })
const creditLine: ScopeLine = { ...pass.scope[0]!, key: 'credit', unit: 'money', units: quantity(200), isGrantedOnPayment: false }
const credit: Terms = { ...rateTerms(basics, { amount: chf(120), unit: 'minute' }), scope: [creditLine] }
const both: Terms = { ...retainer, scope: [...retainer.scope, { ...pass.scope[0]!, key: 'extra', isGrantedOnPayment: false }] }

const outcome = fc.constantFrom<Delivery['outcome']>('booked', 'attended', 'no_show', 'cancelled_in_time', 'cancelled_late')
const moment = fc.record({
  today: fc.nat(200),
  deliveries: fc.array(fc.record({ id: fc.nat(6), on: fc.nat(200), booked: fc.option(fc.nat(200)), units: fc.integer({ min: 1, max: 900 }), outcome }), {
    maxLength: 5,
  }),
  adjustment: fc.option(fc.record({ units: fc.integer({ min: -400, max: 400 }), on: fc.nat(200) }), { freq: 4 }),
  isPaid: fc.boolean(),
  isWithdrawn: fc.boolean(),
  pause: fc.option(fc.record({ on: fc.nat(150), days: fc.integer({ min: 1, max: 40 }) }), { freq: 5 }),
  endsOn: fc.option(fc.nat(200), { freq: 8 }),
})

test('the balance is never negative on any day, coverage never exceeds a delivery, and planning twice adds nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(retainer, pass, credit, both), fc.array(moment, { minLength: 1, maxLength: 7 }), (terms, moments) => {
      const deliveries = new Map<string, Delivery>()
      const adjustments: Adjustment[] = []
      let events: AgreementFacts['events'] = []
      let ledger: LedgerEntry[] = []
      let today = begin
      for (const each of moments) {
        today = later(today, addDays(begin, each.today))
        for (const told of each.deliveries) deliveries.set(`d${told.id}`, delivery(told))
        if (each.adjustment && each.adjustment.units !== 0) adjustments.push(adjustment(adjustments.length, each.adjustment, terms))
        if (each.pause)
          events = [...events, { kind: 'paused', on: addDays(begin, each.pause.on) }, { kind: 'resumed', on: addDays(begin, each.pause.on + each.pause.days) }]
        if (each.endsOn !== null) events = [...events, { kind: 'ended_early', on: addDays(begin, each.endsOn) }]
        const situation: LedgerFacts = {
          facts: facts(terms, events),
          ledger,
          deliveries: [...deliveries.values()],
          adjustments,
          accountedFor: new Map(),
          today,
          settled: new Map<string, Day>(each.isPaid ? [['agreement/agreement-1/fee/once', addDays(begin, 5)]] : []),
          withdrawn: new Set(each.isWithdrawn ? ['scope/once', 'scope/2026-02-01'] : []),
        }
        const before = ledger
        ledger = [...ledger, ...planLedger(situation)]
        expect(ledger.slice(0, before.length)).toEqual(before)
        expectSound(ledger, deliveries)
        expect(planLedger({ ...situation, ledger })).toEqual([])
      }
    }),
    { numRuns: 250 },
  )
})

test('earliest expiry is drawn first, then the oldest', () => {
  const deliveries = [delivery({ id: 1, on: 40, booked: null, units: 700, outcome: 'attended' })]
  const ledger = planLedger({
    facts: facts(both, []),
    ledger: [],
    deliveries,
    adjustments: [],
    settled: new Map(),
    withdrawn: new Set(),
    accountedFor: new Map(),
    today: addDays(begin, 45),
  })
  const draws = ledger.filter((entry) => entry.kind === 'draw').map((entry) => `${entry.lot} ${-entry.units.thousandths / 1000n}`)
  expect(draws).toEqual(['scope/2026-02-01 700'])
  expect(ledger.filter((entry) => entry.kind === 'roll_over').map((entry) => entry.units.thousandths / 1000n)).toEqual([-300n, 300n])
})

function expectSound(ledger: readonly LedgerEntry[], deliveries: ReadonlyMap<string, Delivery>): void {
  expect(new Set(ledger.map((entry) => entry.identity)).size).toBe(ledger.length)
  for (const on of new Set(ledger.map((entry) => entry.on))) {
    for (const [lot, balance] of lotBalances(ledger, on)) expect(balance.thousandths, `${lot} on ${on}`).toBeGreaterThanOrEqual(0n)
  }
  for (const [id, covered] of coverage(ledger)) {
    expect(covered.thousandths).toBeGreaterThanOrEqual(0n)
    expect(covered.thousandths).toBeLessThanOrEqual(deliveries.get(id)!.units.thousandths)
  }
}

function delivery(told: { id: number; on: number; booked: number | null; units: number; outcome: Delivery['outcome'] }): Delivery {
  const performedOn = addDays(begin, told.on)
  const bookedOn = told.booked === null ? null : addDays(begin, Math.min(told.booked, told.on))
  return {
    id: `d${told.id}`,
    kind: 'session',
    contactId: 'contact-1' as ContactId,
    agreementId: 'agreement-1' as AgreementId,
    serviceId: null,
    performedOn,
    bookedOn,
    units: quantity(told.units),
    unit: 'minute',
    isBillable: true,
    outcome: told.outcome,
    ownRate: null,
    name: 'Session',
    description: null,
  }
}

function adjustment(index: number, told: { units: number; on: number }, terms: Terms): Adjustment {
  return {
    id: `a${index}`,
    lineKey: terms.scope[0]!.key,
    lot: null,
    units: new Quantity(BigInt(told.units) * 1000n),
    on: addDays(begin, told.on),
    expiresOn: null,
  }
}

function facts(terms: Terms, events: AgreementFacts['events']): AgreementFacts {
  return {
    id: 'agreement-1' as AgreementId,
    payerId: 'contact-1' as ContactId,
    name: 'Product',
    offeredOn: null,
    validUntil: null,
    acceptedOn: begin,
    declinedOn: null,
    withdrawnOn: null,
    openingOn: null,
    versions: [{ version: 1, effectiveOn: null, terms }],
    events,
  }
}

function later(left: Day, right: Day): Day {
  return left > right ? left : right
}

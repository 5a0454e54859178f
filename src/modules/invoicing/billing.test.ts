import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { ContactId } from '../../kernel/id.ts'
import { amountText, money, sum } from '../../kernel/money.ts'
import { quantity, quantityText } from '../../kernel/quantity.ts'
import { balanceOn } from '../agreements/entitlement.ts'
import type { Terms } from '../offer/terms.ts'
import { courseTerms, goodsTerms, passTerms, projectTerms, rateTerms, retainerTerms, subscriptionTerms, type WayBasics } from '../offer/ways.ts'
import { prorate } from './fees.ts'
import { Life } from './testing/life.ts'

const basics: WayBasics = { currency: 'CHF', isTaxIncluded: false, taxCategory: 'standard', daysToPay: 30 }
const chf = (francs: number) => money(BigInt(francs) * 100n, 'CHF')

test('hourly work: two hours at 160 are 320, in arrears', () => {
  const life = new Life(rateTerms(basics, { amount: chf(160), unit: 'minute' }), day('2026-01-01'))
  life.deliver({ on: day('2026-01-01'), units: 120 })
  expect(lines(life)).toEqual(['delivery 120 320.00'])
})

test('a fixed project: 30 % on acceptance, 70 % when the milestone is reached', () => {
  const life = new Life(projectTerms(basics, { amount: chf(1200) }), day('2026-01-01'))
  expect(lines(life)).toEqual(['milestone 1 360.00'])
  life.invoice()
  life.moveTo(day('2026-02-15'))
  life.happen({ kind: 'milestone_reached', key: 'delivery', on: day('2026-02-15') })
  expect(lines(life)).toEqual(['milestone 1 840.00'])
})

test('a retainer: 10 h for 1,500 in advance, the hours beyond at 160, and 5 unused hours move on', () => {
  const life = new Life(retainer(), day('2026-01-01'))
  expect(lines(life)).toEqual(['fee 1 1500.00'])
  life.deliver({ on: day('2026-01-01'), units: 180 })
  life.moveTo(day('2026-02-01'))
  expect(left(life, '2026-02-01')).toBe('900')
  life.deliver({ on: day('2026-02-01'), units: 960 })
  expect(lines(life)).toEqual(['fee 1 1500.00', 'fee 1 1500.00', 'overage 60 160.00'])
})

test('of a 3 h entry at 9 of 10 h, one hour is covered and two are overage', () => {
  const life = new Life(retainer(), day('2026-01-01'))
  life.moveTo(day('2026-01-20'))
  life.deliver({ on: day('2026-01-05'), units: 540 })
  life.deliver({ on: day('2026-01-06'), units: 180, id: 'long' })
  const overage = life.charges().charges.find((charge) => charge.kind === 'overage')!
  expect(overage.causes).toEqual([{ deliveryId: 'long', from: quantity(60), to: quantity(180) }])
  expect(amountText(overage.amount)).toBe('320.00')
  expect(overage.dueOn).toBe('2026-02-01')
})

test('a pass: 10 lessons for 300, a no-show counts as used, the eleventh has no price and is shown as such', () => {
  const life = new Life(passTerms(basics, { units: quantity(10), amount: chf(300), validMonths: 6 }), day('2026-01-01'))
  life.moveTo(day('2026-02-01'))
  for (let lesson = 1; lesson <= 9; lesson += 1) life.deliver({ on: day('2026-01-10'), units: 1, unit: 'lesson' })
  expect(left(life, '2026-02-01', 'lesson')).toBe('1')
  life.deliver({ on: day('2026-01-11'), units: 1, unit: 'lesson', outcome: 'no_show' })
  life.deliver({ on: day('2026-01-12'), units: 1, unit: 'lesson', id: 'eleventh' })
  expect(lines(life)).toEqual(['fee 1 300.00'])
  expect(life.charges().unpriced).toEqual([{ deliveryId: 'eleventh', units: quantity(1) }])
  life.moveTo(day('2026-07-02'))
  expect(left(life, '2026-07-02', 'lesson')).toBe('0')
})

test('what is left of a pass expires after its six months, and a pause prolongs them', () => {
  const plain = new Life(passTerms(basics, { units: quantity(10), amount: chf(300), validMonths: 6 }), day('2026-01-01'))
  plain.moveTo(day('2026-07-01'))
  expect(left(plain, '2026-06-30', 'lesson')).toBe('10')
  expect(left(plain, '2026-07-01', 'lesson')).toBe('0')
  const paused = new Life(passTerms(basics, { units: quantity(10), amount: chf(300), validMonths: 6 }), day('2026-01-01'))
  paused.happen({ kind: 'paused', on: day('2026-03-01') })
  paused.happen({ kind: 'resumed', on: day('2026-03-11') })
  paused.moveTo(day('2026-07-11'))
  expect(left(paused, '2026-07-10', 'lesson')).toBe('10')
  expect(left(paused, '2026-07-11', 'lesson')).toBe('0')
})

test('a course of 8 lessons with its book is billed on acceptance', () => {
  const goods = [{ description: 'Book', quantity: quantity(1), amount: chf(29), taxCategory: 'reduced' as const }]
  const life = new Life(courseTerms(basics, { lessons: 8, amount: chf(320), goods }), day('2026-01-01'))
  expect(lines(life)).toEqual(['fee 1 320.00', 'good 1 29.00'])
})

test('a subscription: 49 a month, lessons without limit, and no month is forgotten', () => {
  const life = new Life(subscriptionTerms(basics, { fee: chf(49), noShowFee: chf(10) }), day('2026-01-31'))
  life.invoice()
  life.moveTo(day('2026-04-15'))
  life.deliver({ on: day('2026-02-10'), units: 1, unit: 'lesson' })
  life.deliver({ on: day('2026-02-11'), units: 1, unit: 'lesson', outcome: 'no_show' })
  expect(lines(life)).toEqual(['no_show 1 10.00', 'fee 1 49.00', 'fee 1 49.00'])
  expect(life.charges().charges.map((charge) => charge.period.from)).toEqual(['2026-02-11', '2026-02-28', '2026-03-31'])
})

test('goods are charged once', () => {
  const goods = [{ description: 'Book', quantity: quantity(2), amount: chf(30), taxCategory: 'reduced' as const }]
  const life = new Life(goodsTerms(basics, { goods }), day('2026-01-01'))
  life.invoice()
  life.moveTo(day('2027-01-01'))
  expect(lines(life)).toEqual([])
  expect(amountText(life.billed[0]!.amount)).toBe('60.00')
})

test('a pause stops the fee by days, and what was invoiced already is corrected', () => {
  const life = new Life(subscriptionTerms(basics, { fee: chf(310) }), day('2026-01-01'))
  life.invoice()
  life.happen({ kind: 'paused', on: day('2026-01-11') })
  expect(lines(life)).toEqual(['fee -1 -210.00'])
  life.happen({ kind: 'resumed', on: day('2026-01-21') })
  expect(lines(life)).toEqual(['fee -1 -100.00'])
})

test('the parts of a divided month sum to its fee', () => {
  const whole = { from: day('2026-02-01'), to: day('2026-02-28') }
  const first = prorate(chf(100), whole, [{ from: day('2026-02-01'), to: day('2026-02-11') }])
  const rest = prorate(chf(100), whole, [{ from: day('2026-02-12'), to: day('2026-02-28') }])
  expect(sum([first, rest], 'CHF')).toEqual(chf(100))
})

test('an early end gives back the units left, or charges the used ones at the single price', () => {
  const pass = passTerms(basics, { units: quantity(10), amount: chf(300), validMonths: 6 })
  const ended = (earlyEnd: Terms['duration']['earlyEnd']) => {
    const life = new Life({ ...pass, duration: { ...pass.duration, earlyEnd } }, day('2026-01-01'))
    life.invoice()
    life.moveTo(day('2026-03-01'))
    for (const on of ['2026-01-10', '2026-01-11', '2026-01-12', '2026-01-13']) life.deliver({ on: day(on), units: 1, unit: 'lesson' })
    life.happen({ kind: 'ended_early', on: day('2026-03-01') })
    return lines(life)
  }
  expect(ended({ kind: 'nothing' })).toEqual([])
  expect(ended({ kind: 'units_left' })).toEqual(['settlement -1 -180.00'])
  expect(ended({ kind: 'single_price', amount: chf(40) })).toEqual(['settlement -1 -140.00'])
})

test('new terms hold from the period that begins on their day; earlier periods keep the earlier terms', () => {
  const life = new Life(retainer(), day('2026-01-01'))
  life.amend(day('2026-02-10'), { ...retainer(), price: { ...retainer().price, fixed: { ...retainer().price.fixed!, amount: chf(1800) } } })
  life.moveTo(day('2026-03-05'))
  expect(life.charges().charges.map((charge) => `${charge.period.from} ${amountText(charge.amount)} v${charge.termsVersion}`)).toEqual([
    '2026-01-01 1500.00 v1',
    '2026-02-01 1500.00 v1',
    '2026-03-01 1800.00 v2',
  ])
})

test('a credited charge is unbilled again, or written off and gone', () => {
  const life = new Life(subscriptionTerms(basics, { fee: chf(49) }), day('2026-01-01'))
  life.invoice()
  life.credit(0, 'unbilled_again')
  expect(lines(life)).toEqual(['fee 1 49.00'])
  life.invoice()
  life.credit(1, 'written_off')
  expect(lines(life)).toEqual([])
})

test('what was written off and then falls away is credited to nobody', () => {
  const life = new Life(rateTerms(basics, { amount: chf(120), unit: 'minute' }), day('2026-01-01'))
  life.deliver({ on: day('2026-01-01'), units: 120, id: 'entry' })
  life.invoice()
  life.credit(0, 'written_off')
  life.deliver({ on: day('2026-01-01'), units: 30, id: 'entry' })
  expect(lines(life)).toEqual([])
  life.deliver({ on: day('2026-01-01'), units: 150, id: 'entry' })
  expect(lines(life)).toEqual(['delivery 30 60.00'])
})

test('work that was changed after it was invoiced comes back as a correction at its old price', () => {
  const life = new Life(rateTerms(basics, { amount: chf(120), unit: 'minute' }), day('2026-01-01'))
  life.deliver({ on: day('2026-01-01'), units: 120, id: 'entry' })
  life.invoice()
  life.deliver({ on: day('2026-01-01'), units: 90, id: 'entry' })
  expect(lines(life)).toEqual(['delivery -30 -60.00'])
  life.deliver({ on: day('2026-01-01'), units: 150, id: 'entry' })
  expect(lines(life)).toEqual(['delivery 30 60.00'])
})

test('work that moves to another customer is given back to the one and billed to the other', () => {
  const life = new Life(rateTerms(basics, { amount: chf(120), unit: 'minute' }), day('2026-01-01'))
  life.deliver({ on: day('2026-01-01'), units: 60, id: 'entry' })
  life.invoice()
  const other = 'contact-2' as ContactId
  const ownRate = { amount: chf(100), per: quantity(60), taxCategory: 'standard' as const, isTaxIncluded: false }
  life.deliveries = life.deliveries.map((delivery) => ({ ...delivery, agreementId: null, contactId: other, ownRate }))
  const { charges } = life.charges()
  expect(charges.map((charge) => `${charge.contactId} ${amountText(charge.amount)}`).sort()).toEqual(['contact-1 -120.00', 'contact-2 100.00'])
  life.invoice(charges)
  expect(life.charges().charges).toEqual([])
})

test('units that wait for the payment are granted when it is there, for lessons held meanwhile too', () => {
  const terms = passTerms(basics, { units: quantity(10), amount: chf(300), validMonths: 6, isGrantedOnPayment: true })
  const life = new Life(terms, day('2026-01-01'))
  life.moveTo(day('2026-01-20'))
  life.deliver({ on: day('2026-01-10'), units: 1, unit: 'lesson' })
  expect(left(life, '2026-01-20', 'lesson')).toBe('0')
  life.settled.set('agreement/agreement-1/fee/once', day('2026-01-15'))
  life.settle()
  expect(left(life, '2026-01-20', 'lesson')).toBe('9')
  expect(left(life, '2026-01-14', 'lesson')).toBe('0')
})

test('a credit in money pays for any work at its price until it is used', () => {
  const plain = rateTerms(basics, { amount: chf(120), unit: 'minute' })
  const scope = { ...passTerms(basics, { units: quantity(200), amount: chf(200), validMonths: null }).scope[0]!, unit: 'money' as const }
  const life = new Life({ ...plain, scope: [scope] }, day('2026-01-01'))
  life.moveTo(day('2026-01-20'))
  life.deliver({ on: day('2026-01-10'), units: 60 })
  expect(left(life, '2026-01-20', 'money')).toBe('80')
  life.deliver({ on: day('2026-01-11'), units: 60 })
  expect(lines(life)).toEqual(['overage 20 40.00'])
  expect(left(life, '2026-01-20', 'money')).toBe('0')
})

function retainer(): Terms {
  return retainerTerms(basics, { units: quantity(600), unit: 'minute', fee: chf(1500), overage: chf(160), rollOverMax: quantity(300) })
}

function lines(life: Life): string[] {
  return life.charges().charges.map((charge) => `${charge.kind} ${quantityText(charge.quantity)} ${amountText(charge.amount)}`)
}

function left(life: Life, on: string, unit: 'minute' | 'lesson' | 'money' = 'minute'): string {
  return quantityText(balanceOn(life.ledger, { unit, on: day(on) }))
}

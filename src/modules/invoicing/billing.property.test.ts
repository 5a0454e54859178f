import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money, sum } from '../../kernel/money.ts'
import { Quantity, quantity, sumQuantities } from '../../kernel/quantity.ts'
import { lotBalances } from '../agreements/entitlement.ts'
import { passTerms, projectTerms, rateTerms, retainerTerms, subscriptionTerms, type WayBasics } from '../offer/ways.ts'
import type { Terms } from '../offer/terms.ts'
import { creditOf } from './lines/credit-part.ts'
import { begin, Life, onDay } from './testing/life.ts'

const basics: WayBasics = { currency: 'CHF', isTaxIncluded: false, taxCategory: 'standard', daysToPay: 30 }
const chf = (francs: number) => money(BigInt(francs) * 100n, 'CHF')

const termsOf: readonly Terms[] = [
  rateTerms(basics, { amount: chf(160), unit: 'minute' }),
  projectTerms(basics, { amount: money(100001n, 'CHF') }),
  retainerTerms(basics, { units: quantity(600), unit: 'minute', fee: chf(1500), overage: chf(160), rollOverMax: quantity(300) }),
  withEarlyEnd(passTerms(basics, { units: quantity(600), unit: 'minute', amount: chf(300), validMonths: 6 })),
  subscriptionTerms(basics, { fee: chf(49), unit: 'minute' }),
]

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('deliver' as const), on: fc.nat(150), units: fc.integer({ min: 1, max: 500 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('change' as const), pick: fc.nat(9), units: fc.nat(500) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), pick: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('miss' as const), pick: fc.nat(9) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('move' as const), on: fc.nat(160) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('invoice' as const), part: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('credit' as const),
      pick: fc.nat(9),
      isForGood: fc.boolean(),
      units: fc.option(fc.integer({ min: 1, max: 200_000 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('writeOff' as const), pick: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), on: fc.nat(120), days: fc.integer({ min: 1, max: 50 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('amend' as const), on: fc.nat(120), fee: fc.integer({ min: 1, max: 2000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const), on: fc.nat(150) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('milestone' as const), on: fc.nat(100) }) },
)
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never

test('whatever happens in whatever order: covered + invoiced + written off + unbilled = all, and nothing is billed twice', () => {
  fc.assert(
    fc.property(fc.constantFrom(...termsOf), fc.array(step, { maxLength: 18 }), (terms, steps) => {
      const life = new Life(terms, begin)
      for (const each of steps) {
        live(life, each)
        expectSound(life)
      }
      expect(life.settle()).toEqual([])
      const everything = life.invoice()
      expect(new Set(life.billed.map((line) => line.identity)).size).toBe(life.billed.length)
      expect(everything.every((charge) => charge.unitPrice.minor >= 0n)).toBe(true)
      expect(life.charges().charges).toEqual([])
      expect(life.account().fixed.every((entry) => entry.unbilled.minor === 0n)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('the order in which deliveries become known, and when billing ran, do not change what is charged in all', () => {
  const work = fc.array(fc.record({ on: fc.nat(120), units: fc.integer({ min: 1, max: 400 }) }), { maxLength: 10 })
  fc.assert(
    fc.property(work, fc.array(fc.nat(130), { maxLength: 5 }), fc.infiniteStream(fc.nat(1000)), (entries, billingDays, shuffle) => {
      const named = entries.map((entry, index) => ({ ...entry, id: `w${index}` }))
      const inOrder = new Life(termsOf[2]!, begin)
      for (const entry of [...named].sort((left, right) => left.on - right.on)) inOrder.deliver({ ...entry, on: onDay(entry.on) })
      inOrder.moveTo(onDay(140))
      const mixed = new Life(termsOf[2]!, begin)
      const shuffled = named.map((entry) => ({ entry, at: shuffle.next().value as number })).sort((left, right) => left.at - right.at)
      const days = [...billingDays].sort((left, right) => left - right)
      for (const { entry } of shuffled) {
        mixed.deliver({ ...entry, on: onDay(entry.on) })
        const next = days.shift()
        if (next !== undefined) {
          mixed.moveTo(onDay(next))
          mixed.invoice()
        }
      }
      mixed.moveTo(onDay(140))
      mixed.invoice()
      const charged = [...unitsByKind(mixed)]
      inOrder.invoice()
      expect(charged).toEqual([...unitsByKind(inOrder)])
    }),
    { numRuns: 150 },
  )
})

test('however a line is credited in parts, the parts add up to it to the last cent and unit', () => {
  const units = fc.integer({ min: 1, max: 5_000_000 })
  fc.assert(
    fc.property(units, units, fc.bigInt({ min: -10_000_000n, max: 10_000_000n }), fc.array(fc.nat(1000), { maxLength: 6 }), (of, charged, minor, shares) => {
      const life = new Life(termsOf[1]!, begin)
      const [charge] = life.invoice(life.charges().charges.slice(0, 1))
      const whole = { ...life.billed[0]!, quantity: new Quantity(BigInt(charged)), amount: money(minor, charge!.currency) }
      const cuts = [0, ...shares.map((share) => Math.floor((of * share) / 1000)).sort((left, right) => left - right), of].map(
        (cut) => new Quantity(BigInt(cut)),
      )
      const parts = cuts.slice(1).map((to, index) => creditOf(whole, { from: cuts[index]!, to, of: new Quantity(BigInt(of)) }))
      expect(
        sum(
          parts.map((part) => part.amount),
          'CHF',
        ),
      ).toEqual(whole.amount)
      expect(sumQuantities(parts.map((part) => part.quantity))).toEqual(whole.quantity)
      expect(parts.every((part) => part.quantity.thousandths >= 0n)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('a forgotten month is found whenever billing runs later', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 6 }), (days) => {
      const life = new Life(termsOf[4]!, begin)
      for (const day of days) {
        life.moveTo(onDay(day))
        life.invoice(life.charges().charges.slice(1))
      }
      life.moveTo(onDay(300))
      life.invoice()
      expect(
        sum(
          life.billed.map((line) => line.amount),
          'CHF',
        ),
      ).toEqual(chf(49 * 10))
    }),
    { numRuns: 60 },
  )
})

test('milestones sum to the price exactly, however it divides', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10_000_000n }), fc.integer({ min: 1, max: 99 }), (minor, share) => {
      const terms = projectTerms(basics, { amount: money(minor, 'CHF') })
      const [first, second] = terms.billing.milestones
      const divided: Terms = {
        ...terms,
        billing: {
          ...terms.billing,
          milestones: [
            { ...first!, share: percent(share) },
            { ...second!, share: percent(100 - share) },
          ],
        },
      }
      const life = new Life(divided, begin)
      life.happen({ kind: 'milestone_reached', key: 'delivery', on: begin })
      expect(
        sum(
          life.charges().charges.map((charge) => charge.amount),
          'CHF',
        ).minor,
      ).toBe(minor)
    }),
  )
})

function live(life: Life, each: Step): void {
  const delivery = 'pick' in each ? life.deliveries[each.pick % Math.max(1, life.deliveries.length)] : undefined
  if (each.do === 'deliver') life.deliver({ on: onDay(each.on), units: each.units, id: `x${life.deliveries.length}-${each.on}-${each.units}` })
  if (each.do === 'change' && delivery) life.deliver({ id: delivery.id, on: delivery.performedOn, units: each.units })
  if (each.do === 'miss' && delivery) life.deliver({ id: delivery.id, on: delivery.performedOn, units: 60, outcome: 'no_show' })
  if (each.do === 'remove') {
    life.deliveries = life.deliveries.filter((known) => known !== delivery)
    life.settle()
  }
  if (each.do === 'move') life.moveTo(onDay(each.on))
  if (each.do === 'invoice') life.invoice(life.charges().charges.filter((_, index) => index % each.part === 0))
  if (each.do === 'credit') {
    const units = each.units === null ? undefined : new Quantity(BigInt(each.units))
    life.credit(each.pick, each.isForGood ? 'written_off' : 'unbilled_again', units)
  }
  if (each.do === 'writeOff') {
    const charge = life.charges().charges[each.pick]
    if (charge && !charge.isCorrection) life.writeOff(charge)
  }
  if (each.do === 'pause') {
    life.happen({ kind: 'paused', on: onDay(each.on) })
    life.happen({ kind: 'resumed', on: onDay(each.on + each.days) })
  }
  if (each.do === 'amend') {
    const terms = life.versions.at(-1)!.terms
    const fixed = terms.price.fixed && { ...terms.price.fixed, amount: chf(each.fee) }
    life.amend(onDay(each.on), { ...terms, price: { ...terms.price, fixed } })
  }
  if (each.do === 'end') life.happen({ kind: 'ended_early', on: onDay(each.on) })
  if (each.do === 'milestone') life.happen({ kind: 'milestone_reached', key: 'delivery', on: onDay(each.on) })
}

function expectSound(life: Life): void {
  expect(life.settle()).toEqual([])
  expect(new Set(life.ledger.map((entry) => entry.identity)).size).toBe(life.ledger.length)
  for (const on of new Set(life.ledger.map((entry) => entry.on))) {
    for (const balance of lotBalances(life.ledger, on).values()) expect(balance.thousandths).toBeGreaterThanOrEqual(0n)
  }
  const { deliveries, fixed } = life.account()
  for (const entry of deliveries) {
    const parts = entry.covered.thousandths + entry.invoiced.thousandths + entry.writtenOff.thousandths + entry.unbilled.thousandths
    expect(parts).toBe(entry.all.thousandths)
    expect(entry.covered.thousandths).toBeGreaterThanOrEqual(0n)
  }
  for (const entry of fixed) expect(entry.invoiced.minor + entry.writtenOff.minor + entry.unbilled.minor).toBe(entry.all.minor)
  const { charges, unpriced } = life.charges()
  const open = deliveries.filter((entry) => entry.unbilled.thousandths !== 0n).length
  expect(charges.filter((charge) => charge.causes.length > 0 && charge.cause.startsWith('delivery/')).length + unpriced.length).toBe(open)
}

function unitsByKind(life: Life): Map<string, string> {
  const kinds = new Map<string, bigint>()
  for (const line of life.billed) kinds.set(line.kind, (kinds.get(line.kind) ?? 0n) + line.quantity.thousandths)
  return new Map([...kinds].sort().map(([kind, units]) => [kind, String(units)]))
}

function percent(whole: number) {
  return { ...termsOf[1]!.billing.milestones[0]!.share, basisPoints: whole * 100 } as Terms['billing']['milestones'][number]['share']
}

function withEarlyEnd(terms: Terms): Terms {
  return { ...terms, duration: { ...terms.duration, earlyEnd: { kind: 'units_left' } } }
}

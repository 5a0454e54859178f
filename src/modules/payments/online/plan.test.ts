import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../../kernel/day.ts'
import { money, sum } from '../../../kernel/money.ts'
import { planSettlement, type KnownCheckout } from './plan.ts'
import type { ReportedCheckout } from './provider.ts'

const on = '2026-03-02' as Day
const euro = (minor: bigint) => money(minor, 'EUR')
const report = (changes: Partial<ReportedCheckout> = {}): ReportedCheckout => ({
  state: 'paid',
  amount: euro(10_000n),
  paidOn: on,
  way: 'card',
  fee: euro(175n),
  refunds: [],
  ...changes,
})
const nothing: KnownCheckout = { isPaid: false, hasFee: false, refunded: [] }

/** Adds what a plan says to what is known. */
function after(known: KnownCheckout, told: ReportedCheckout): KnownCheckout {
  const plan = planSettlement(known, told)
  return {
    isPaid: known.isPaid || plan.payment !== null,
    hasFee: known.hasFee || plan.fee !== null,
    refunded: [...known.refunded, ...plan.refunds],
  }
}

test('a paid checkout becomes a payment with its fee, once', () => {
  const plan = planSettlement(nothing, report())
  expect(plan).toMatchObject({ payment: euro(10_000n), fee: euro(175n), refunds: [] })
  expect(planSettlement(after(nothing, report()), report())).toEqual({ payment: null, fee: null, refunds: [] })
})

test.each(['open', 'pending', 'failed', 'expired'] as const)('%s is no payment, and takes none back', (state) => {
  expect(planSettlement(nothing, report({ state })).payment).toBeNull()
  expect(planSettlement(after(nothing, report()), report({ state })).refunds).toEqual([])
})

test('a fee in another currency is left to the payout', () => {
  expect(planSettlement(nothing, report({ fee: money(180n, 'CHF') })).fee).toBeNull()
})

const refunds = fc.uniqueArray(
  fc.record({ providerId: fc.constantFrom('re_1', 're_2', 're_3', 're_4'), minor: fc.bigInt(1n, 8_000n), isDispute: fc.boolean() }),
  { selector: (refund) => refund.providerId },
)
/** The life of a checkout at the provider: each report knows all that the one before knew. */
const life = refunds.map((all) => {
  const moved = all.map(({ minor, ...refund }) => ({ ...refund, amount: euro(minor), on }))
  const states = [report({ state: 'open', paidOn: null, fee: null }), report({ state: 'pending', paidOn: null, fee: null }), report({ fee: null }), report()]
  return [...states, ...moved.map((_, index) => report({ refunds: moved.slice(0, index + 1) }))]
})

test('late, doubled and reordered reports come to the same facts as the last one alone', () => {
  fc.assert(
    fc.property(
      life.chain((reports) => fc.tuple(fc.constant(reports), fc.array(fc.nat({ max: reports.length - 1 }), { maxLength: 20 }))),
      ([reports, order]) => {
        const last = reports.at(-1)!
        const known = [...order.map((index) => reports[index]!), last].reduce(after, nothing)
        expect(known.isPaid).toBe(true)
        expect(known.hasFee).toBe(true)
        expect(new Set(known.refunded.map((refund) => refund.providerId)).size).toBe(known.refunded.length)
        const back = sum(
          known.refunded.map((refund) => refund.amount),
          'EUR',
        )
        const alone = sum(
          after(nothing, last).refunded.map((refund) => refund.amount),
          'EUR',
        )
        expect(back).toEqual(alone)
        expect(back.minor <= 10_000n).toBe(true)
      },
    ),
  )
})

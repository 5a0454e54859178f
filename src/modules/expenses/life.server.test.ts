import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'
import type { Context } from '../../platform/operation/context.ts'
import { expensesBetween, expensesModule } from './index.ts'
import { day } from '../../kernel/day.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
})
afterAll(() => world.close())

const francs = (minor: number) => ({ amount: (minor / 100).toFixed(2), currency: 'CHF' })
const deed = fc.record({
  what: fc.constantFrom('record', 'change', 'reopen', 'confirm', 'remove', 'restore', 'pay', 'unpay'),
  which: fc.nat(4),
  minor: fc.integer({ min: 1, max: 500_000 }),
  rate: fc.constantFrom('0', '2.6', '8.1'),
  paidBy: fc.constantFrom('bank', 'card', 'cash', 'member'),
})
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never

/** Does a deed; one that is refused by name changes nothing. */
async function act(owner: Seat, ids: string[], { what, which, minor, rate, paidBy }: Deed): Promise<void> {
  const expenseId = ids[which % Math.max(1, ids.length)]
  const said = { parts: [{ gross: francs(minor), rate, treatment: rate === '0' ? 'exempt' : 'domestic' }], paidBy }
  const run = (operation: string, input: object) => owner.call(`expenses.${operation}`, input).catch((error: { code?: string }) => expect(error.code).toBeTypeOf('string')) // prettier-ignore
  if (what === 'record' || expenseId === undefined) return void ids.push((await owner.call('expenses.record', { description: 'Lunch', ...said })).id)
  if (what === 'change') return run('change', { expenseId, ...said })
  if (what === 'pay') return run('mark-paid', { expenseId, amount: francs(minor) })
  if (what !== 'unpay') return run(what, { expenseId })
  const payment = (await owner.call('expenses.read', { expenseId })).payments.at(-1)
  return payment && run('undo-payment', { paymentId: payment.id })
}

test('whatever is done in whatever order, the books’ costs are the sum of what stands, nothing is paid twice and all verifies', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 14 }), async (deeds) => {
      const owner = await world.company({ country: 'CH' })
      const ids: string[] = []
      for (const each of deeds) await act(owner, ids, each)
      const stand = await Promise.all(ids.map((expenseId) => owner.call('expenses.read', { expenseId })))
      const minorOf = (amount: { amount: string }) => Math.round(Number(amount.amount) * 100)
      for (const expense of stand) {
        expect(minorOf(expense.gross)).toBe(minorOf(expense.net) + minorOf(expense.tax))
        const paid = expense.payments.reduce((sum: number, payment: { amount: { amount: string } }) => sum + minorOf(payment.amount), 0)
        expect(minorOf(expense.paid)).toBe(paid)
        if (expense.state === 'recorded') expect(minorOf(expense.open)).toBe(minorOf(expense.gross) - paid)
        if (expense.state !== 'recorded') expect(expense.payments).toEqual([])
        const isPaidAtOnce = expense.paidBy === 'card' || expense.paidBy === 'cash'
        if (expense.state === 'recorded' && isPaidAtOnce) expect(minorOf(expense.open)).toBe(0)
      }
      const recorded = stand.filter((expense) => expense.state === 'recorded').reduce((sum, expense) => sum + minorOf(expense.gross), 0)
      await world.read(owner, async (database) => {
        const context = { database, company: owner.company } as Context
        const between = await expensesBetween(context, { from: day('2026-03-01'), to: day('2026-03-31') })
        expect(between.reduce((sum, expense) => sum + expense.gross.minor, 0n)).toBe(BigInt(recorded))
        expect((await expensesModule.check!(context)).flatMap((verified) => verified.findings)).toEqual([])
      })
    }),
    { numRuns: 25 },
  )
}, 120_000)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../../kernel/day.ts'
import { Failure } from '../../kernel/failure.ts'
import { amountText, isNegative, isPositive, money, subtract, sum, type Money } from '../../kernel/money.ts'
import { balanceOf, leftOf, openOf, planAllocation, planCreditUse, planDraw, reversalOf, settlementOf, type CustomerMoney } from './balance.ts'

const francs = (minor: number) => money(BigInt(minor), 'CHF')
const start = day('2026-01-01')

test('a payment settles the earliest due invoice first and the rest stays credit', () => {
  const open = [
    { invoiceId: 'late', dueOn: day('2026-03-01'), issuedOn: start, open: francs(100) },
    { invoiceId: 'early', dueOn: day('2026-02-01'), issuedOn: start, open: francs(50) },
  ]
  const plan = planAllocation({ amount: francs(170), open })
  expect(plan.allocations.map((each) => [each.invoiceId, each.amount.minor])).toEqual([
    ['early', 50n],
    ['late', 100n],
  ])
  expect(plan.rest.minor).toBe(20n)
  expect(planAllocation({ amount: francs(60), open, chosen: ['late'] }).allocations).toEqual([{ invoiceId: 'late', amount: francs(60) }])
})

test('a credit is drawn oldest first and never beyond what is left', () => {
  const credits = [
    { creditId: 'b', on: day('2026-02-01'), left: francs(50) },
    { creditId: 'a', on: start, left: francs(20) },
  ]
  expect(planDraw({ amount: francs(30), credits })).toEqual([
    { creditId: 'a', amount: francs(20) },
    { creditId: 'b', amount: francs(10) },
  ])
  expect(() => planDraw({ amount: francs(71), credits })).toThrow(Failure)
})

test('an instalment is overdue by itself, from the day after its due day', () => {
  const dueDates = [
    { on: day('2026-02-01'), amount: francs(60) },
    { on: day('2026-03-01'), amount: francs(40) },
  ]
  const at = (today: string, settled: number) =>
    settlementOf({ total: francs(100), dueDates, settled: francs(settled), writtenOff: francs(0), today: day(today) })
  expect(at('2026-02-01', 0)).toMatchObject({ state: 'open', isOverdue: false, dueOn: '2026-02-01' })
  expect(at('2026-02-02', 20)).toMatchObject({ state: 'partly_settled', isOverdue: true })
  expect(amountText(at('2026-02-02', 20).overdue)).toBe('0.40')
  expect(at('2026-02-02', 60)).toMatchObject({ isOverdue: false, dueOn: '2026-03-01' })
  expect(at('2026-04-01', 100)).toMatchObject({ state: 'settled', isOverdue: false, dueOn: null })
})

type Step = { readonly what: 'invoice' | 'pay' | 'creditNote' | 'useCredit' | 'refund' | 'writeOff' | 'undo'; readonly amount: number; readonly pick: number }
const steps = fc.array(
  fc.record({
    what: fc.constantFrom<Step['what']>('invoice', 'pay', 'creditNote', 'useCredit', 'refund', 'writeOff', 'undo'),
    amount: fc.integer({ min: 1, max: 5000 }),
    pick: fc.nat(20),
  }),
  { maxLength: 40 },
)

test('whatever happens in a customer’s life, the balance is what is open minus what is left', () => {
  fc.assert(
    fc.property(steps, (life) => {
      let state: CustomerMoney = { currency: 'CHF', invoices: [], credits: [], allocations: [], refunds: [], writeOffs: [] }
      let expected = 0n
      life.forEach((step, index) => {
        const before = state
        state = apply(state, step, index)
        expected += effectOf(before, state)
        const open = openOf(state).map((each) => each.open)
        const left = leftOf(state).map((each) => each.left)
        expect(open.some(isNegative) || left.some(isNegative)).toBe(false)
        expect(balanceOf(state).minor).toBe(subtract(sum(open, 'CHF'), sum(left, 'CHF')).minor)
        expect(balanceOf(state).minor).toBe(expected)
      })
    }),
    { numRuns: 300 },
  )
})

test('the parts of an invoice are open exactly as much as the invoice', () => {
  const plan = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(plan, fc.nat(6000), fc.nat(6000), fc.nat(200), (parts, settled, writtenOff, shift) => {
      const total = francs(parts.reduce((left, right) => left + right, 0))
      const dueDates = parts.map((amount, index) => ({ on: addDays(start, index * 30), amount: francs(amount) }))
      const capped = Math.min(settled, Number(total.minor))
      const result = settlementOf({
        total,
        dueDates,
        settled: francs(capped),
        writtenOff: francs(Math.min(writtenOff, Number(total.minor) - capped)),
        today: addDays(start, shift),
      })
      expect(
        sum(
          result.instalments.map((each) => each.open),
          'CHF',
        ).minor,
      ).toBe(result.open.minor)
      expect(result.overdue.minor <= result.open.minor).toBe(true)
      expect(result.state === 'settled').toBe(result.dueOn === null)
    }),
    { numRuns: 300 },
  )
})

function apply(state: CustomerMoney, step: Step, index: number): CustomerMoney {
  const amount = francs(step.amount)
  const on = addDays(start, index)
  const open = openOf(state).map(({ invoice, open }) => ({ invoiceId: invoice.id, dueOn: invoice.dueDates[0]!.on, issuedOn: invoice.issuedOn, open }))
  const credits = leftOf(state).map(({ credit, left }) => ({ creditId: credit.id, on: credit.on, left }))
  switch (step.what) {
    case 'invoice':
      return { ...state, invoices: [...state.invoices, { id: `i${index}`, total: amount, issuedOn: on, dueDates: [{ on: addDays(on, 30), amount }] }] }
    case 'pay':
    case 'creditNote': {
      const id = `c${index}`
      const plan = planAllocation({ amount, open })
      return {
        ...state,
        credits: [...state.credits, { id, kind: step.what === 'pay' ? 'payment' : 'credit_note', amount, on }],
        allocations: [...state.allocations, ...plan.allocations.map((each) => ({ creditId: id, ...each }))],
      }
    }
    case 'useCredit':
      return { ...state, allocations: [...state.allocations, ...planCreditUse({ credits, open })] }
    case 'refund': {
      const available = sum(
        credits.map((each) => each.left),
        'CHF',
      )
      if (!isPositive(available)) return state
      return { ...state, refunds: [...state.refunds, ...planDraw({ amount: smaller(amount, available), credits })] }
    }
    case 'writeOff': {
      const target = open.filter((each) => isPositive(each.open))[step.pick]
      return target ? { ...state, writeOffs: [...state.writeOffs, { invoiceId: target.invoiceId, amount: smaller(amount, target.open) }] } : state
    }
    case 'undo': {
      const undone = state.allocations[step.pick]
      const isOpenAgain =
        undone &&
        isPositive(undone.amount) &&
        !state.allocations.some((each) => isNegative(each.amount) && each.creditId === undone.creditId && each.invoiceId === undone.invoiceId)
      return isOpenAgain ? { ...state, allocations: [...state.allocations, reversalOf(undone)] } : state
    }
  }
}

/** What a step changes by definition: invoiced, credited or paid, refunded, written off; allocations change nothing. */
function effectOf(before: CustomerMoney, after: CustomerMoney): bigint {
  const added = <Fact>(pick: (state: CustomerMoney) => readonly Fact[], value: (fact: Fact) => Money) =>
    sum(pick(after).slice(pick(before).length).map(value), 'CHF').minor
  return (
    added(
      (state) => state.invoices,
      (fact) => fact.total,
    ) -
    added(
      (state) => state.credits,
      (fact) => fact.amount,
    ) +
    added(
      (state) => state.refunds,
      (fact) => fact.amount,
    ) -
    added(
      (state) => state.writeOffs,
      (fact) => fact.amount,
    )
  )
}

function smaller(left: Money, right: Money): Money {
  return left.minor < right.minor ? left : right
}

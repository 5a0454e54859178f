import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { money, portion, type Money } from '../../../kernel/money.ts'
import { saleTreatments } from '../accounts/kinds.ts'
import { documentEntry, type BookedDocument } from './document-entry.ts'
import { shareOf, sumOf, undone, type Entry } from './entry.ts'
import { expenseEntry } from './expense-entry.ts'
import { paymentEntry, writeOffEntry } from './money-entry.ts'

const on = day('2026-03-02')
const minor = fc.bigInt({ min: -10_000_000n, max: 10_000_000n })
const positive = fc.bigInt({ min: 1n, max: 10_000_000n })
/** A rate as a fraction, so that almost every amount is rounded. */
const rate = fc.tuple(fc.bigInt({ min: 1n, max: 9999n }), fc.bigInt({ min: 1n, max: 9999n }))
const atRate =
  ([numerator, denominator]: readonly [bigint, bigint]) =>
  (value: Money) =>
    portion(value, numerator, denominator).minor
const usd = (value: bigint) => money(value, 'USD')
const about = { id: 'x', on, party: null, document: null, isTyped: false }

const part = fc.record({ sale: fc.constantFrom('services' as const, 'goods' as const), treatment: fc.constantFrom(...saleTreatments), amount: minor.map(usd) })
const group = fc.record({
  code: fc.constantFrom('S', 'E', 'O'),
  basisPoints: fc.constantFrom(0, 260, 810, 1900),
  net: minor.map(usd),
  tax: minor.map(usd),
  deducted: minor.map(usd),
  parts: fc.array(part, { minLength: 1, maxLength: 5 }),
})
const document: fc.Arbitrary<BookedDocument> = fc.record({
  id: fc.constant('i'),
  kind: fc.constantFrom('invoice' as const, 'credit_note' as const),
  number: fc.constant('2026-1'),
  on: fc.constant(on),
  customer: fc.constant({ key: 'c', name: 'Marie' }),
  groups: fc.array(group, { minLength: 1, maxLength: 4 }),
  correctsId: fc.constantFrom(null, 'o'),
  carried: fc.option(fc.record({ minor: positive, foreign: positive })),
  settled: fc.option(positive.map(usd)),
})

describe('whatever is booked balances', () => {
  const balances = (entry: Entry) => expect(sumOf(entry.postings)).toBe(0n)

  test('documents, in any currency, and what is net stays net', () => {
    fc.assert(
      fc.property(document, rate, (given, at) => {
        const entry = documentEntry(given, atRate(at))
        balances(entry)
        const sign = given.kind === 'credit_note' ? 1n : -1n
        const earned = entry.postings.filter((line) => line.kind.startsWith('revenue')).reduce((sum, line) => sum + (line.foreign?.minor ?? 0n), 0n)
        expect(earned).toBe(sign * given.groups.reduce((sum, each) => sum + each.net.minor, 0n))
      }),
    )
  })

  test('payments over any invoices, and what is settled whole is carried no longer', () => {
    const parts = fc.array(fc.record({ amount: positive, value: positive }), { maxLength: 5 })
    fc.assert(
      fc.property(parts, positive, rate, (settled, rest, at) => {
        const total = settled.reduce((sum, each) => sum + each.amount, rest)
        const allocated = settled.map((each, index) => ({
          id: `a${index}`,
          invoiceId: `i${index}`,
          amount: usd(each.amount),
          carried: { minor: each.value, foreign: each.amount },
        }))
        const entry = paymentEntry({ ...about, amount: usd(total), account: 'bank', parts: allocated }, atRate(at))
        balances(entry)
        for (const [index, each] of settled.entries()) {
          const relieved = entry.postings.filter((line) => line.kind === 'receivable' && line.subject === `i${index}`)
          expect(relieved.reduce((sum, line) => sum + line.minor, 0n)).toBe(-each.value)
        }
        expect(sumOf([...entry.postings, ...undone(entry.postings, 'undo')])).toBe(0n)
      }),
    )
  })

  test('bad debts, with the tax in proportion', () => {
    fc.assert(
      fc.property(positive, positive, fc.array(minor, { maxLength: 3 }), fc.integer({ min: 1, max: 100 }), (total, value, taxes, percent) => {
        const amount = (total * BigInt(percent) + 99n) / 100n
        const lines = taxes.map((tax) => ({ kind: 'tax_payable.standard', minor: -tax, foreign: usd(-tax), fact: 'invoice/i' }))
        const carried = { minor: value, foreign: total }
        balances(writeOffEntry({ ...about, invoiceId: 'i', amount: usd(amount), total: usd(total), carried, taxes: lines }))
      }),
    )
  })

  test('costs of any treatment', () => {
    const costPart = fc
      .record({ net: minor, tax: minor, treatment: fc.constantFrom('domestic', 'not_deductible', 'foreign', 'reverse_charge', 'import', 'exempt') })
      .map(({ net, tax, treatment }) => ({
        treatment: treatment as 'domestic',
        basisPoints: 810,
        rateKind: 'standard' as const,
        net: usd(net),
        tax: usd(tax),
        gross: usd(net + tax),
      }))
    fc.assert(
      fc.property(fc.array(costPart, { minLength: 1, maxLength: 4 }), fc.boolean(), rate, (parts, deductsTax, at) => {
        balances(expenseEntry({ ...about, source: 'expense/x/1/a', category: 'goods', isOwedToMember: false, parts, deductsTax }, atRate(at)))
      }),
    )
  })
})

test('the shares of a value add up to it, however it is divided', () => {
  fc.assert(
    fc.property(positive, fc.array(positive, { minLength: 1, maxLength: 8 }), (value, parts) => {
      let left = { minor: value, foreign: parts.reduce((sum, each) => sum + each, 0n) }
      let taken = 0n
      for (const each of parts) {
        const share = shareOf(left.minor, each, left.foreign)
        left = { minor: left.minor - share, foreign: left.foreign - each }
        taken += share
      }
      expect(taken).toBe(value)
      expect(left.minor).toBe(0n)
    }),
  )
})

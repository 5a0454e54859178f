import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { money, sum } from '../../../kernel/money.ts'
import { matchTransactions, type MatchInvoice, type MatchTransaction } from './match.ts'
import { processorMilliseconds } from '../../../../tests/processor-time.ts'

const francs = (minor: number) => money(BigInt(minor), 'CHF')

function invoice(number: string, open: number, more: Partial<MatchInvoice> = {}): MatchInvoice {
  return {
    id: number,
    number,
    customerId: more.customerName ?? 'Anna Meier',
    customerName: 'Anna Meier',
    open: francs(open),
    dueOn: day('2026-03-01'),
    reference: null,
    ...more,
  }
}

function paid(amount: number, remittance: string, more: Partial<MatchTransaction> = {}): MatchTransaction {
  return { id: 't', amount: francs(amount), counterpartyName: null, counterpartyIban: null, reference: null, remittance, ...more }
}

const invoices = [
  invoice('2026-0014', 12_000, { reference: '210000000003139471430009017' }),
  invoice('2026-0015', 12_000, { customerName: 'Bäckerei Müller GmbH' }),
  invoice('2026-0016', 5_000),
  invoice('2026-0017', 7_500, { customerName: 'Zoë Rochat' }),
]
const match = (transaction: MatchTransaction, list = invoices) => matchTransactions([transaction], { invoices: list })[0]!
const settled = (transaction: MatchTransaction, list = invoices) => {
  const found = match(transaction, list)
  return [found.certainty, ...(found.candidates[0]?.allocations.map((each) => each.invoiceId) ?? [])]
}

test('a reference with its amount is certain', () => {
  expect(settled(paid(12_000, '', { reference: { text: '21 00000 00003 13947 14300 09017' } }))).toEqual(['certain', '2026-0014'])
})

test.each(['2026-0015', 'Rechnung 2026-0015 danke', 'RG 2026 0015', 'inv.20260015', 'Nr.2026/0015vom 3.2.'])(
  'the number with its amount is certain: %s',
  (text) => {
    expect(settled(paid(12_000, text))).toEqual(['certain', '2026-0015'])
  },
)

test.each(['2O26-OO15', '2026-O015', '2o26 oo15'])('letters written for digits are repaired: %s', (text) => {
  expect(settled(paid(12_000, text))).toEqual(['certain', '2026-0015'])
})

test('a number without its zeros is certain when the payer is known, else proposed', () => {
  expect(settled(paid(12_000, '2026-15', { counterpartyName: 'MUELLER BAECKEREI' }))).toEqual(['certain', '2026-0015'])
  expect(settled(paid(12_000, '2026-15'))).toEqual(['proposed', '2026-0015'])
})

test('an amount alone, or a name alone, is never certain', () => {
  expect(settled(paid(7_500, 'Danke'))).toEqual(['proposed', '2026-0017'])
  expect(settled(paid(7_500, 'Danke', { counterpartyName: 'Zoe Rochat' }))).toEqual(['proposed', '2026-0017'])
  expect(match(paid(99, 'Danke', { counterpartyName: 'Niemand' })).certainty).toBe('none')
})

test('two invoices named by one amount are rivals', () => {
  expect(match(paid(12_000, '2026-0014 oder 2026-0015')).certainty).toBe('proposed')
  expect(match(paid(12_000, '2026-0015', { reference: { text: '210000000003139471430009017' } })).certainty).toBe('proposed')
})

test('several invoices in one payment are certain when all are named and the sum fits', () => {
  expect(settled(paid(17_000, 'RE 2026-0014 + 2026-0016'))).toEqual(['certain', '2026-0014', '2026-0016'])
  expect(settled(paid(17_000, '', { counterpartyName: 'Meier Anna' }))).toEqual(['proposed', '2026-0014', '2026-0016'])
})

test('part and over payments are proposed with what would remain', () => {
  expect(match(paid(4_000, '2026-0016'))).toMatchObject({ certainty: 'proposed', candidates: [{ reasons: ['number', 'amount_part'] }] })
  expect(match(paid(6_000, '2026-0016')).candidates[0]).toMatchObject({ reasons: ['number', 'amount_over'], rest: { minor: 1000n } })
})

test('an instalment of a payment plan fits', () => {
  const plan = [invoice('2026-0020', 9_000, { openParts: [francs(3_000), francs(6_000)] })]
  expect(settled(paid(3_000, '2026-0020'), plan)).toEqual(['certain', '2026-0020'])
  expect(settled(paid(6_000, '2026-0020'), plan)).toEqual(['proposed', '2026-0020'])
})

test('a double payment is proposed as credit, not put onto another invoice', () => {
  const [first, second] = matchTransactions([paid(5_000, '2026-0016'), paid(5_000, '2026-0016')], { invoices })
  expect(first!.certainty).toBe('certain')
  expect(second).toMatchObject({ certainty: 'proposed', candidates: [{ allocations: [], reasons: ['number', 'already_settled'] }] })
})

test('another currency, and money that went out, match nothing', () => {
  expect(match(paid(0, '2026-0016', { amount: money(5_000n, 'EUR') })).certainty).toBe('none')
  expect(match(paid(-5_000, '2026-0016')).certainty).toBe('none')
})

test('whatever is written, no more is allocated than was paid, and no more than is open', () => {
  const text = fc.array(fc.constantFrom('2026', '0014', '-', '15', ' ', '2026-0016', 'O', 'RE', 'Danke'), { maxLength: 10 }).map((list) => list.join(''))
  fc.assert(
    fc.property(
      fc.array(fc.record({ amount: fc.integer({ min: 1, max: 30_000 }), remittance: text, counterpartyName: fc.constantFrom(null, 'Anna Meier', 'Müller') }), {
        maxLength: 6,
      }),
      (list) => {
        const transactions = list.map((each) => paid(each.amount, each.remittance, { counterpartyName: each.counterpartyName }))
        const found = matchTransactions(transactions, { invoices })
        const certain = found.filter((each) => each.certainty === 'certain').flatMap((each) => each.candidates[0]!.allocations)
        for (const each of invoices)
          expect(
            sum(
              certain.filter((part) => part.invoiceId === each.id).map((part) => part.amount),
              'CHF',
            ).minor <= each.open.minor,
          ).toBe(true)
        found.forEach((each, at) => {
          for (const candidate of each.candidates) {
            const allocated = sum(
              candidate.allocations.map((part) => part.amount),
              'CHF',
            )
            expect(allocated.minor + candidate.rest.minor).toBe(transactions[at]!.amount.minor)
          }
        })
      },
    ),
    { numRuns: 300 },
  )
})

test('ten thousand transactions meet twenty thousand invoices in under five seconds', () => {
  const many = Array.from({ length: 20_000 }, (_, at) =>
    invoice(`2026-${String(at).padStart(5, '0')}`, at % 3 === 0 ? 4_900 : 1_000 + at, { customerName: `Anna Kunde${at % 2000} Meier` }),
  )
  const transactions = Array.from({ length: 10_000 }, (_, at) =>
    paid(at % 3 === 0 ? 4_900 : 1_000 + at, at % 2 === 0 ? `Rechnung 2026-${String(at).padStart(5, '0')} vom 12.11.2026, vielen Dank` : 'Danke', {
      counterpartyName: `Meier Anna Kunde${at % 2000}`,
    }),
  )
  const started = processorMilliseconds()
  const found = matchTransactions(transactions, { invoices: many })
  expect(processorMilliseconds() - started).toBeLessThan(5000)
  expect(found.filter((each) => each.certainty === 'certain').length).toBeGreaterThanOrEqual(5000)
}, 240_000)

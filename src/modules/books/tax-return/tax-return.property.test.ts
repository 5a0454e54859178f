import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, isWithin, type Day } from '../../../kernel/day.ts'
import { factsToDeclare, type Filing } from './declared.ts'
import { figuresOf } from './figures.ts'
import { germanAdvance } from './forms/germany.ts'
import { plainForm } from './forms/other.ts'
import { swissEffective } from './forms/switzerland.ts'
import { taxDueOn, taxPeriodOf, taxPeriodsBetween, type TaxRhythm } from './periods.ts'
import { purchaseFacts, type TaxedExpense } from './purchase-facts.ts'
import { saleFacts, type TaxedDocument } from './sale-facts.ts'
import { gathered, type TaxFact } from './tax-fact.ts'

const start = day('2026-01-01')
const anyDay = fc.integer({ min: 0, max: 364 }).map((offset) => addDays(start, offset))
const amount = fc.bigInt({ min: 0n, max: 500_000n })

const group = fc
  .record({
    treatment: fc.constantFrom(
      { code: 'S', reason: null, basisPoints: 1900 },
      { code: 'S', reason: null, basisPoints: 700 },
      { code: 'S', reason: 'one_stop_shop', basisPoints: 2000 },
      { code: 'AE', reason: 'reverse_charge', basisPoints: 0 },
      { code: 'E', reason: 'exempt', basisPoints: 0 },
    ),
    net: amount,
    isGoods: fc.boolean(),
  })
  .map(({ treatment, net, isGoods }) => ({ ...treatment, isGoods, net, tax: (net * BigInt(treatment.basisPoints) + 5000n) / 10_000n }))

/** The whole life of a document: issued, paid in parts, a payment undone, given up or settled to the last cent. */
const document = fc
  .record({
    kind: fc.constantFrom('invoice' as const, 'credit_note' as const),
    issuedOn: anyDay,
    supplied: fc.option(fc.integer({ min: -40, max: 40 })),
    groups: fc.array(group, { minLength: 1, maxLength: 4 }),
    shares: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 }),
    days: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 5, maxLength: 5 }),
    isUndone: fc.boolean(),
    isGivenUp: fc.boolean(),
  })
  .map((life): TaxedDocument & { isGivenUp: boolean } => {
    const gross = life.groups.reduce((sum, each) => sum + each.net + each.tax, 0n)
    const whole = BigInt(life.shares.reduce((left, right) => left + right, 0))
    let left = gross
    const parts = life.shares.map((share, index) => {
      const part = index === life.shares.length - 1 ? left : (gross * BigInt(share)) / whole
      left -= part
      return { kind: 'settled' as 'settled' | 'written_off', amount: part, on: addDays(life.issuedOn, life.days[index]!) }
    })
    const last = parts.at(-1)!
    if (life.isGivenUp && life.kind === 'invoice') parts[parts.length - 1] = { ...last, kind: 'written_off' }
    const undone = life.isUndone ? [{ ...parts[0]! }, { ...parts[0]!, amount: -parts[0]!.amount }] : []
    return {
      kind: life.kind,
      issuedOn: life.issuedOn,
      suppliedUntil: life.supplied === null ? null : addDays(life.issuedOn, life.supplied),
      groups: life.groups,
      gross,
      settlements: [...undone, ...parts],
      country: 'FR',
      source: { noun: 'invoice', id: '', number: '', name: '', on: life.issuedOn },
      isGivenUp: life.isGivenUp && life.kind === 'invoice',
    }
  })
const documents = fc.array(document, { maxLength: 12 }).map((all) => all.map((each, index) => ({ ...each, source: { ...each.source, id: `d${index}` } })))

const taxOf = (facts: readonly TaxFact[]) => facts.reduce((sum, fact) => sum + fact.tax, 0n)
const signed = (document_: TaxedDocument) => (document_.kind === 'invoice' ? 1n : -1n)
const taxOfDocument = (document_: TaxedDocument) => signed(document_) * document_.groups.reduce((sum, each) => sum + each.tax, 0n)

describe('what falls due', () => {
  test('accrual: the tax of every document once, less what was given up', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('issue' as const, 'supply' as const), (all, taxPoint) => {
        const facts = saleFacts(all, { basis: 'accrual', taxPoint })
        const sold = facts.filter((fact) => fact.kind !== 'bad_debt')
        expect(taxOf(sold)).toBe(all.reduce((sum, each) => sum + taxOfDocument(each), 0n))
        for (const fact of sold) expect(fact.on <= fact.source.on).toBe(true)
      }),
    )
  })

  test('cash: every cent of tax of a settled document falls due exactly once, and never a cent of what was given up', () => {
    fc.assert(
      fc.property(documents, (all) => {
        for (const each of all) {
          const facts = saleFacts([each], { basis: 'cash', taxPoint: 'issue' })
          if (!each.isGivenUp) expect(taxOf(facts)).toBe(taxOfDocument(each))
          else {
            const lost = taxOf(saleFacts([each], { basis: 'accrual', taxPoint: 'issue' }).filter((fact) => fact.kind === 'bad_debt'))
            const parts = BigInt(each.groups.length * each.settlements.length)
            const rest = taxOf(facts) - (taxOfDocument(each) + lost)
            expect(rest >= -parts && rest <= parts).toBe(true)
          }
        }
      }),
    )
  })

  test('input tax on payment: each cent of a paid cost once', () => {
    const part = fc.record({
      treatment: fc.constantFrom('domestic', 'import', 'not_deductible', 'exempt'),
      basisPoints: fc.constantFrom(1900, 700),
      net: amount,
      tax: amount,
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), anyDay, fc.integer({ min: 1, max: 4 }), (parts, on, count) => {
        const gross = parts.reduce((sum, each) => sum + each.net + each.tax, 0n)
        const one = gross / BigInt(count)
        const payments = Array.from({ length: count }, (_, index) => ({ on, amount: index === count - 1 ? gross - one * BigInt(count - 1) : one }))
        const expense: TaxedExpense = {
          source: { noun: 'expense', id: 'e', number: '', name: '', on },
          country: 'DE',
          category: 'office',
          parts,
          gross,
          payments,
        }
        const paid = taxOf(purchaseFacts([expense], { onPayment: true, mayDeduct: true }))
        expect(paid).toBe(taxOf(purchaseFacts([expense], { onPayment: false, mayDeduct: true })))
        expect(taxOf(purchaseFacts([expense], { onPayment: true, mayDeduct: false }))).toBe(0n)
      }),
    )
  })
})

describe('periods', () => {
  test('every day is in exactly one period, and the sum over periods is the whole', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom<TaxRhythm>('month', 'quarter', 'half_year', 'year'), fc.boolean(), (all, rhythm, isCash) => {
        const facts = saleFacts(all, { basis: isCash ? 'cash' : 'accrual', taxPoint: 'supply' })
        const periods = taxPeriodsBetween(day('2025-11-01'), day('2027-06-30'), rhythm)
        const declared = periods.flatMap((period) => factsToDeclare({ period, facts, filings: [], since: day('2025-01-01') }))
        expect(taxOf(declared)).toBe(taxOf(facts))
        for (const fact of facts) expect(periods.filter((period) => isWithin(fact.on, period))).toHaveLength(1)
      }),
    )
  })

  test('whenever returns are handed in and whatever comes late: handed in and to declare are all facts', () => {
    const arrivals = fc.array(fc.tuple(document, fc.integer({ min: 0, max: 11 })), { maxLength: 12 })
    fc.assert(
      fc.property(arrivals, (late) => {
        const all = late.map(([each, delay], index) => ({ document: { ...each, source: { ...each.source, id: `d${index}` } }, delay }))
        const known = (month: number) =>
          saleFacts(
            all.filter(({ document: each, delay }) => Number(each.issuedOn.slice(5, 7)) + delay <= month).map(({ document: each }) => each),
            { basis: 'accrual', taxPoint: 'issue' },
          )
        const filings: Filing[] = []
        const since = day('2020-01-01')
        for (let month = 1; month <= 12; month += 1) {
          const period = taxPeriodOf(day(`2026-${String(month).padStart(2, '0')}-15`), 'month')
          filings.push({ period, facts: factsToDeclare({ period, facts: known(month), filings, since }) })
        }
        const period = taxPeriodOf(day('2027-01-15'), 'month')
        const next = factsToDeclare({ period, facts: known(99), filings, since })
        const declared = [...filings.flatMap((filing) => filing.facts), ...next]
        const upTo = (facts: readonly TaxFact[]) => facts.filter((fact) => fact.on <= period.to)
        expect(gathered(declared)).toEqual(gathered(upTo(known(99))))
      }),
    )
  })

  test.each([
    ['2026-03-31', 'quarter', 'CH', '2026-05-30'],
    ['2026-10-31', 'month', 'DE', '2026-11-10'],
    ['2026-09-30', 'quarter', 'AT', '2026-11-15'],
    ['2026-09-30', 'quarter', 'IT', '2026-11-16'],
    ['2026-10-31', 'month', 'IT', '2026-11-16'],
    ['2026-09-30', 'quarter', 'GB', '2026-11-07'],
    ['2026-09-30', 'quarter', 'SE', '2026-10-20'],
  ] as const)('%s, by %s in %s: due %s', (to, rhythm, country, due) => {
    expect(taxDueOn(taxPeriodOf(day(to), rhythm), country)).toBe(due as Day)
  })
})

describe('forms', () => {
  test('what is to be paid is the tax of all sales less input tax, in every form', () => {
    const purchase = fc
      .record({
        treatment: fc.constantFrom('domestic', 'import', 'reverse_charge'),
        basisPoints: fc.constantFrom(1900, 700),
        net: amount,
        country: fc.constantFrom('DE', 'FR', 'US'),
      })
      .map(({ treatment, basisPoints, net, country }): TaxedExpense => {
        const tax = treatment === 'reverse_charge' ? 0n : net / 5n
        return {
          source: { noun: 'expense', id: 'e', number: '', name: '', on: start },
          country,
          category: 'goods',
          parts: [{ treatment, basisPoints, net, tax }],
          gross: net + tax,
          payments: [],
        }
      })
    fc.assert(
      fc.property(documents, fc.array(purchase, { maxLength: 6 }), (all, costs) => {
        const sales = saleFacts(all, { basis: 'accrual', taxPoint: 'issue' })
        const purchases = purchaseFacts(costs, { onPayment: false, mayDeduct: true })
        const expected = taxOf(sales.filter((fact) => fact.reason !== 'one_stop_shop')) - taxOf(purchases.filter((fact) => fact.kind === 'purchase'))
        for (const form of [germanAdvance, plainForm([...sales, ...purchases])]) {
          const figures = figuresOf(form, [...sales, ...purchases])
          expect(figures.payable).toBe(expected)
          expect(figures.uncounted).toEqual([])
          expect(figures.oneStopShop.reduce((sum, line) => sum + line.tax, 0n)).toBe(taxOf(sales.filter((fact) => fact.reason === 'one_stop_shop')))
          for (const figure of figures.figures.filter((each) => !each.isSum)) {
            if (figure.tax !== null) expect(figure.parts.reduce((sum, part) => sum + part.tax, 0n)).toBe(figure.tax)
          }
        }
        const swiss = [...sales, ...purchases].map((fact) => ({
          ...fact,
          basisPoints: fact.basisPoints === 1900 ? 810 : fact.basisPoints === 700 ? 260 : fact.basisPoints,
        }))
        expect(figuresOf(swissEffective, swiss).payable).toBe(expected)
      }),
    )
  })
})

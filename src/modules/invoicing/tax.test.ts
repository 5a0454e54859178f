import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { add, money, negate, subtract, sum } from '../../kernel/money.ts'
import { Percent } from '../../kernel/percent.ts'
import { taxTreatment, type TaxBuyer, type TaxCompany } from './tax.ts'
import { creditTotals, negateTotals, totalsOf, treatmentKey, type TaxedLine } from './totals.ts'

const on = day('2026-11-24')
const rate = (basisPoints: number, from = '2024-01-01', to: string | null = null) => ({
  category: 'standard' as const,
  basisPoints,
  validFrom: day(from),
  validTo: to ? day(to) : null,
})
const company = (country: string, basisPoints: number): TaxCompany => ({ country, regime: 'standard', vatNumber: 'X1', rates: [rate(basisPoints)] })
/** Numbers with the form of their country. */
const numbers: Readonly<Record<string, string>> = { FR: 'FR40303265045', AT: 'ATU12345678', CH: 'CHE-123.456.788 MWST' }
const business = (country: string, vatNumber: string | null = numbers[country] ?? null): TaxBuyer => ({ country, isBusiness: true, vatNumber })
const person = (country: string): TaxBuyer => ({ country, isBusiness: false, vatNumber: null })
const service = { taxCategory: 'standard' as const, isGoods: false }
const goods = { taxCategory: 'standard' as const, isGoods: true }

describe('treatment', () => {
  test.each([
    ['at home', company('DE', 1900), business('DE'), service, 'S', null],
    ['business with number in the EU', company('DE', 1900), business('FR'), service, 'AE', 'reverse_charge'],
    ['business without number in the EU', company('DE', 1900), business('FR', null), service, 'S', null],
    ['person in the EU', company('DE', 1900), person('FR'), service, 'S', null],
    ['business outside the EU', company('FR', 2000), business('US'), service, 'O', 'supplied_abroad'],
    ['person outside the EU', company('FR', 2000), person('US'), service, 'S', null],
    ['Swiss to a business abroad', company('CH', 810), business('DE'), service, 'O', 'supplied_abroad'],
    ['Swiss to Liechtenstein', company('CH', 810), business('LI'), service, 'S', null],
    ['goods within the EU', company('DE', 1900), business('AT'), goods, 'K', 'intra_community'],
    ['goods out of the EU', company('DE', 1900), business('CH'), goods, 'G', 'export'],
    ['lessons exempt by law', company('CH', 810), person('CH'), { ...service, taxCategory: 'exempt' as const }, 'E', 'exempt'],
    ['a deposit', company('DE', 1900), business('FR'), { ...service, taxCategory: 'outside' as const }, 'O', 'outside'],
    ['a company without rates', { ...company('US', 0), rates: [] }, person('US'), service, 'O', 'outside'],
  ])('%s', (_name, seller, buyer, line, code, reason) => {
    expect(taxTreatment({ company: seller, buyer, line, on })).toMatchObject({ code, reason })
  })

  test.each([
    ['CH', 'O', 'small_business_ch'],
    ['DE', 'E', 'small_business_de'],
    ['AT', 'E', 'small_business_at'],
    ['FR', 'E', 'small_business_fr'],
    ['IT', 'E', 'small_business_it'],
    ['NL', 'E', 'small_business'],
  ])('a small business in %s never charges tax', (country, code, reason) => {
    const seller: TaxCompany = { ...company(country, 2000), vatNumber: null, regime: 'small_business' }
    for (const buyer of [person(country), business('FR'), business('US')]) {
      expect(taxTreatment({ company: seller, buyer, line: service, on })).toMatchObject({ code, reason, rate: Percent.zero })
    }
  })

  test('the rate is that of the tax point', () => {
    const seller: TaxCompany = { ...company('CH', 810), rates: [rate(770, '2018-01-01', '2023-12-31'), rate(810)] }
    const rateAt = (text: string) => taxTreatment({ company: seller, buyer: person('CH'), line: service, on: day(text) }).rate.basisPoints
    expect(rateAt('2023-12-31')).toBe(770)
    expect(rateAt('2024-01-01')).toBe(810)
  })

  test('a missing rate is a named failure', () => {
    const reduced = { taxCategory: 'reduced' as const, isGoods: false }
    expect(() => taxTreatment({ company: company('CH', 810), buyer: person('CH'), line: reduced, on })).toThrow('tax_rate_missing')
  })
})

const line = fc
  .record({
    amount: fc.bigInt({ min: -1_000_000n, max: 10_000_000n }).map((minor) => money(minor, 'EUR')),
    rate: fc.constantFrom(0, 700, 1900, 810).map((basisPoints) => new Percent(basisPoints)),
  })
  .map((each): TaxedLine => ({ ...each, code: each.rate.basisPoints === 0 ? 'Z' : 'S', reason: null }))
const lines = fc.array(line, { maxLength: 30 })
const total = (each: readonly TaxedLine[], isTaxIncluded: boolean) => totalsOf({ lines: each, currency: 'EUR', isTaxIncluded })

describe('totals', () => {
  test('groups sum to the total, net and tax to gross', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (each, isTaxIncluded) => {
        const totals = total(each, isTaxIncluded)
        expect(
          sum(
            totals.groups.map((group) => group.gross),
            'EUR',
          ),
        ).toEqual(totals.gross)
        expect(add(totals.net, totals.tax)).toEqual(totals.gross)
      }),
    )
  })

  test('with tax included the total equals the prices shown; without, the net does', () => {
    fc.assert(
      fc.property(lines, (each) => {
        const shown = sum(
          each.map((one) => one.amount),
          'EUR',
        )
        expect(total(each, true).gross).toEqual(shown)
        expect(total(each, false).net).toEqual(shown)
      }),
    )
  })

  test('allowances, charges and advances leave exactly the rest, per rate', () => {
    fc.assert(
      fc.property(lines, lines, lines, fc.boolean(), (each, adjustments, advance, isTaxIncluded) => {
        const advances = total(advance, isTaxIncluded).groups
        const totals = totalsOf({ lines: each, adjustments, advances, currency: 'EUR', isTaxIncluded })
        const whole = total([...each, ...adjustments], isTaxIncluded)
        for (const part of ['net', 'tax', 'gross'] as const) {
          for (const group of totals.groups) {
            const of = (groups: typeof advances) =>
              sum(
                groups.filter((one) => treatmentKey(one) === treatmentKey(group)).map((one) => one[part]),
                'EUR',
              )
            expect(add(group[part], of(advances))).toEqual(of(whole.groups))
          }
          expect(totals[part]).toEqual(
            subtract(
              whole[part],
              sum(
                advances.map((group) => group[part]),
                'EUR',
              ),
            ),
          )
        }
      }),
    )
  })

  test('the mirror of a document is exact', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (each, isTaxIncluded) => {
        const mirrored = each.map((one) => ({ ...one, amount: negate(one.amount) }))
        const { gross, net, tax } = total(mirrored, isTaxIncluded)
        const expected = negateTotals(total(each, isTaxIncluded))
        expect({ gross, net, tax }).toEqual({ gross: expected.gross, net: expected.net, tax: expected.tax })
      }),
    )
  })

  test('an invoice credited line by line comes to zero in every group', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.boolean(), (each, isTaxIncluded) => {
        const invoice = total(each, isTaxIncluded)
        const notes: ReturnType<typeof total>[] = []
        each.forEach((one, index) => {
          notes.push(creditTotals({ invoice, earlier: [...notes], lines: [one], isLast: index === each.length - 1 }))
        })
        expect(
          sum(
            notes.map((note) => note.gross),
            'EUR',
          ),
        ).toEqual(invoice.gross)
        expect(
          sum(
            notes.map((note) => note.tax),
            'EUR',
          ),
        ).toEqual(invoice.tax)
      }),
    )
  })
})

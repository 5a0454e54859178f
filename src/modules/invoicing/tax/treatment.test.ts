import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { money } from '../../../kernel/money.ts'
import { countries, euCountries } from '../../company/countries.ts'
import { countryRateOn, countryRates } from '../../company/tax-rates.ts'
import { taxTreatment, type TaxBuyer, type TaxCompany, type TaxLine } from '../tax.ts'
import { needsStamp } from './stamp-duty.ts'
import { taxPointOf } from './tax-point.ts'

const on = day('2026-11-24')
const companyIn = (country: string, more: Partial<TaxCompany> = {}): TaxCompany => ({
  country,
  regime: 'standard',
  vatNumber: `${country}1`,
  rates: (countryRates[country] ?? []).map((rate) => ({
    category: rate.category,
    basisPoints: rate.basisPoints,
    validFrom: day(rate.from),
    validTo: rate.to === undefined ? null : day(rate.to),
  })),
  ...more,
})
const numbers: Readonly<Record<string, string>> = { FR: 'FR40303265045', DE: 'DE123456788', IT: 'IT12345670785', GR: 'EL094259216' }
const business = (country: string): TaxBuyer => ({ country, isBusiness: true, vatNumber: numbers[country] ?? null })
const person = (country: string): TaxBuyer => ({ country, isBusiness: false, vatNumber: null })
const service: TaxLine = { taxCategory: 'standard', isGoods: false }
const goods: TaxLine = { taxCategory: 'standard', isGoods: true }
const electronic: TaxLine = { taxCategory: 'electronic', isGoods: false }
const shop = { isOneStopShop: true }

describe('treatment across borders', () => {
  test.each([
    ['electronic to a consumer at home', companyIn('DE', shop), person('DE'), electronic, 'S', 1900, null],
    ['electronic to a consumer in the EU, one-stop shop', companyIn('DE', shop), person('FR'), electronic, 'S', 2000, 'one_stop_shop'],
    ['the same below the threshold', companyIn('DE'), person('FR'), electronic, 'S', 1900, null],
    ['a lesson to a consumer in the EU stays at home', companyIn('DE', shop), person('FR'), service, 'S', 1900, null],
    ['goods sent to a consumer in the EU', companyIn('DE', shop), person('EE'), goods, 'S', 2400, 'one_stop_shop'],
    ['Swiss in the non-union scheme', companyIn('CH', shop), person('DE'), electronic, 'S', 1900, 'one_stop_shop'],
    ['Swiss electronic service to a consumer abroad', companyIn('CH'), person('DE'), electronic, 'O', 0, 'supplied_abroad'],
    ['electronic to a consumer outside the EU', companyIn('FR', shop), person('US'), electronic, 'O', 0, 'supplied_abroad'],
    ['electronic to a business in the EU', companyIn('DE', shop), business('FR'), electronic, 'AE', 0, 'reverse_charge'],
    ['Greece begins its numbers with EL', companyIn('DE'), business('GR'), service, 'AE', 0, 'reverse_charge'],
    ['a number of the own country is no other member state', companyIn('DE'), { ...business('DE'), country: 'FR' }, service, 'S', 1900, null],
    ['a number without the form of one', companyIn('DE'), { ...business('FR'), vatNumber: 'FR1' }, service, 'S', 1900, null],
    ['building work at home', companyIn('DE'), business('DE'), { ...service, taxCategory: 'reverse_charge' as const }, 'AE', 0, 'reverse_charge_home'],
    ['building work for a person', companyIn('DE'), person('DE'), { ...service, taxCategory: 'reverse_charge' as const }, 'S', 1900, null],
    ['credit for several services', companyIn('DE'), person('DE'), { ...service, taxCategory: 'credit' as const }, 'O', 0, 'multi_purpose'],
    ['small business to a business in the EU', companyIn('DE', { regime: 'small_business' }), business('FR'), service, 'AE', 0, 'reverse_charge'],
    ['small business, goods to the same', companyIn('DE', { regime: 'small_business' }), business('FR'), goods, 'E', 0, 'small_business_de'],
  ])('%s', (_name, company, buyer, line, code, basisPoints, reason) => {
    const treatment = taxTreatment({ company, buyer, line, on })
    expect(treatment).toMatchObject({ code, reason })
    expect(treatment.rate.basisPoints).toBe(basisPoints)
  })

  const place = fc.constantFrom('CH', 'LI', 'GB', 'NO', 'US', ...euCountries)
  const seller = fc.record({
    country: place,
    regime: fc.constantFrom('standard' as const, 'small_business' as const),
    isShop: fc.boolean(),
    hasNumber: fc.boolean(),
  })
  const buyer = fc.record({ country: place, isBusiness: fc.boolean(), vatNumber: fc.constantFrom(null, 'X', ...Object.values(numbers)) })
  const line = fc.record({
    taxCategory: fc.constantFrom('standard', 'electronic', 'zero', 'exempt', 'reverse_charge', 'credit', 'outside'),
    isGoods: fc.boolean(),
  })

  test('tax is charged with S only, a reason is given for everything else, and the same sale is always taxed alike', () => {
    fc.assert(
      fc.property(seller, buyer, line, (who, whom, what) => {
        const company = companyIn(who.country, { regime: who.regime, isOneStopShop: who.isShop, vatNumber: who.hasNumber ? 'X' : null })
        const treatment = taxTreatment({ company, buyer: whom, line: what as TaxLine, on })
        expect(treatment.rate.basisPoints > 0).toBe(treatment.code === 'S')
        if (treatment.code !== 'S' && treatment.code !== 'Z') expect(treatment.reason).not.toBeNull()
        // BR-AE, BR-IC: nobody but a business with the number of another member state; never from outside the EU.
        if (treatment.reason === 'reverse_charge' || treatment.code === 'K') {
          expect(whom.isBusiness && whom.vatNumber !== null && euCountries.has(who.country) && euCountries.has(whom.country)).toBe(true)
        }
        // A small business and a consumer: never any tax.
        if (who.regime === 'small_business') expect(treatment.rate.basisPoints).toBe(0)
        if (treatment.reason === 'one_stop_shop') expect(who.isShop && !whom.isBusiness && who.country !== whom.country).toBe(true)
        expect(taxTreatment({ company, buyer: whom, line: what as TaxLine, on })).toEqual(treatment)
      }),
    )
  })
})

describe('rates', () => {
  test('every country has one standard rate on every day since 2021, and no span overlaps another', () => {
    for (const country of Object.keys(countries)) {
      if (country === 'US') continue
      for (const category of ['standard', 'reduced', 'special'] as const) {
        const spans = countryRates[country]!.filter((rate) => rate.category === category)
        for (const [index, span] of spans.entries()) {
          const next = spans[index + 1]
          if (next) expect(span.to !== undefined && span.to < next.from, `${country} ${category}`).toBe(true)
        }
      }
      for (const at of ['2021-01-01', '2023-12-31', '2024-01-01', '2025-07-31', '2026-01-01', '2026-11-24'])
        expect(countryRateOn({ country, category: 'standard', on: at }), `${country} ${at}`).toBeGreaterThan(0)
    }
  })

  test.each([
    ['EE', 'standard', '2025-06-30', 2200],
    ['EE', 'standard', '2025-07-01', 2400],
    ['SK', 'reduced', '2025-01-01', 1900],
    ['RO', 'standard', '2025-08-01', 2100],
    ['RO', 'special', '2025-08-01', undefined],
    ['FI', 'reduced', '2026-01-01', 1350],
    ['LT', 'reduced', '2026-01-01', 1200],
    ['CH', 'special', '2023-12-31', 370],
    ['LU', 'standard', '2023-06-01', 1600],
    ['DE', 'reduced', '2020-07-01', 500],
  ] as const)('%s %s on %s', (country, category, at, basisPoints) => {
    expect(countryRateOn({ country, category, on: at })).toBe(basisPoints)
  })
})

describe('tax point', () => {
  const period = { from: day('2025-12-01'), to: day('2026-05-31') }
  const charge = (kind: 'fee' | 'good' | 'milestone' | 'delivery', cause: string) => ({ kind, cause })
  test.each([
    ['a pass counts at its sale', { period, charge: charge('fee', 'agreement/x/fee/once') }, '2025-12-01', false, '2025-12-01'],
    ['a project paid before it begins counts on issue', { period, charge: charge('fee', 'agreement/x/fee/once') }, '2025-11-20', false, '2025-11-20'],
    ['a period counts on its last day', { period, charge: charge('fee', 'agreement/x/fee/2025-12-01') }, '2025-12-01', false, '2026-05-31'],
    [
      'a delivery counts on its day',
      { period: { from: day('2025-12-30'), to: day('2025-12-30') }, charge: charge('delivery', 'delivery/x') },
      '2026-01-10',
      false,
      '2025-12-30',
    ],
    ['an advance counts on issue', { period, charge: null }, '2025-12-01', true, '2025-12-01'],
    ['a line without a period counts on issue', { period: null, charge: null }, '2026-01-02', false, '2026-01-02'],
  ])('%s', (_name, line, issuedOn, isAdvance, expected) => {
    expect(taxPointOf(line, day(issuedOn), { isAdvance })).toBe(expected)
  })
})

test('an Italian document without VAT above 77.47 needs a stamp', () => {
  const group = (code: 'E' | 'S' | 'K', minor: bigint) => ({ code, net: money(minor, 'EUR') })
  expect(needsStamp({ country: 'IT', groups: [group('E', 7_748n)] })).toBe(true)
  expect(needsStamp({ country: 'IT', groups: [group('E', 7_747n)] })).toBe(false)
  expect(needsStamp({ country: 'IT', groups: [group('S', 100_000n), group('K', 100_000n)] })).toBe(false)
  expect(needsStamp({ country: 'DE', groups: [group('E', 100_000n)] })).toBe(false)
})

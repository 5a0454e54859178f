import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, daysBetween, type Day } from '../../../../kernel/day.ts'
import { add, money, type Money } from '../../../../kernel/money.ts'
import { baseRates, type BaseRate } from './base-rates.ts'
import { interestOn, ratesWithin, reminderClaim, type ClaimCase, type ReminderTerms } from './claim.ts'

const euro = (minor: bigint) => money(minor, 'EUR')
const fees = (currency = 'EUR'): readonly [Money, Money, Money] => [money(0n, currency), money(500n, currency), money(1500n, currency)]
const terms = (more: Partial<ReminderTerms> = {}): ReminderTerms => ({
  chargesFees: true,
  chargesInterest: true,
  fromLevel: 2,
  isAgreed: false,
  agreedRate: null,
  fees: fees(),
  ...more,
})
const late = (more: Partial<ClaimCase> = {}): ClaimCase => ({
  country: 'DE',
  isBusiness: true,
  level: 2,
  parts: [{ open: euro(100_000n), dueOn: day('2025-06-30') }],
  firstRemindedOn: day('2025-07-10'),
  chargedUntil: null,
  hasLumpSum: false,
  today: day('2025-08-09'),
  terms: terms(),
  ...more,
})
const amounts = (each: ClaimCase) => Object.fromEntries(reminderClaim(each).map((charge) => [charge.kind, charge.amount.minor]))

describe('by country', () => {
  test('Germany: nine points above base and 40 euro from a business, five points and its own fee from a consumer', () => {
    // 30 days after the first reminder; 10.27 % a year.
    expect(amounts(late())).toEqual({ lump_sum: 4000n, interest: 844n })
    expect(amounts(late({ isBusiness: false }))).toEqual({ fee: 500n, interest: 515n })
  })
  test('Germany: a business is in default thirty days after the due day even when nobody reminded', () => {
    expect(amounts(late({ firstRemindedOn: null, terms: terms({ fromLevel: 1 }), level: 1, today: day('2025-08-01') }))).toEqual({
      lump_sum: 4000n,
      interest: 56n,
    })
    expect(amounts(late({ isBusiness: false, firstRemindedOn: null, terms: terms({ fromLevel: 1 }), level: 1 }))).toEqual({})
  })
  test('Austria: 9.2 points above base from a business, 4 % from a consumer, from the day after the due day', () => {
    expect(amounts(late({ country: 'AT', today: day('2025-07-30') }))).toEqual({ lump_sum: 4000n, interest: 882n })
    expect(amounts(late({ country: 'AT', isBusiness: false, today: day('2025-07-30') }))).toEqual({ fee: 500n, interest: 329n })
  })
  test('Switzerland: 5 % after the first reminder, a fee only where it was agreed', () => {
    const swiss = late({ country: 'CH', parts: [{ open: money(100_000n, 'CHF'), dueOn: day('2025-06-30') }], terms: terms({ fees: fees('CHF') }) })
    expect(amounts(swiss)).toEqual({ interest: 411n })
    expect(amounts({ ...swiss, terms: terms({ fees: fees('CHF'), isAgreed: true, agreedRate: 700 }) })).toEqual({ fee: 500n, interest: 575n })
  })
  test('France and Italy: 40 euro and points above the European Central Bank; a French consumer owes no fee', () => {
    expect(amounts(late({ country: 'FR', today: day('2025-07-30') }))).toEqual({ lump_sum: 4000n, interest: 999n })
    expect(amounts(late({ country: 'FR', isBusiness: false, terms: terms({ isAgreed: true }) }))).toEqual({ interest: 227n })
    expect(amounts(late({ country: 'IT', today: day('2025-07-30') }))).toEqual({ lump_sum: 4000n, interest: 834n })
    expect(amounts(late({ country: 'NL', today: day('2025-07-30') }))).toEqual({ lump_sum: 4000n, interest: 834n })
  })
  test('United Kingdom: 40, 70 or 100 pounds by the size of the debt', () => {
    const owed = (minor: bigint) => amounts(late({ country: 'GB', parts: [{ open: money(minor, 'GBP'), dueOn: day('2025-06-30') }] })).lump_sum
    expect([owed(99_999n), owed(100_000n), owed(999_999n), owed(1_000_000n)]).toEqual([4000n, 7000n, 7000n, 10_000n])
  })
  test('elsewhere nothing but what was agreed', () => {
    expect(amounts(late({ country: 'US' }))).toEqual({})
    expect(amounts(late({ country: 'US', terms: terms({ isAgreed: true }) }))).toEqual({ fee: 500n })
  })
})

describe('what a company chose', () => {
  test('nothing until it is switched on, and nothing before its level', () => {
    expect(reminderClaim(late({ terms: terms({ chargesFees: false, chargesInterest: false }) }))).toEqual([])
    expect(reminderClaim(late({ terms: terms({ fromLevel: 3 }) }))).toEqual([])
  })
  test('a lump sum is taken once, and interest never twice for a day', () => {
    expect(amounts(late({ hasLumpSum: true, chargedUntil: day('2025-08-08') }))).toEqual({ interest: 28n })
    expect(amounts(late({ hasLumpSum: true, chargedUntil: day('2025-08-09') }))).toEqual({})
  })
})

describe('interest', () => {
  const anyDay = fc.integer({ min: 0, max: 4500 }).map((days) => addDays(day('2013-01-01'), days))
  const anyRule = fc.record({ base: fc.constantFrom(null, ...(Object.keys(baseRates) as BaseRate[])), points: fc.integer({ min: 0, max: 1200 }) })
  const span = fc.tuple(anyDay, fc.integer({ min: 0, max: 1500 })).map(([from, days]) => ({ from, to: addDays(from, days) }))

  test('two halves make the whole, but for the rounding of each', () => {
    fc.assert(
      fc.property(span, anyRule, fc.bigInt({ min: 1n, max: 10n ** 10n }), fc.double({ min: 0, max: 1, noNaN: true }), (days, rule, minor, share) => {
        const middle = addDays(days.from, Math.floor(daysBetween(days.from, days.to) * share))
        const on = (from: Day, to: Day) => interestOn({ principal: euro(minor), rule, from, to })
        const halves = add(on(days.from, middle), on(addDays(middle, 1), days.to))
        const difference = halves.minor - on(days.from, days.to).minor
        expect(difference >= -1n && difference <= 1n).toBe(true)
      }),
    )
  })
  test('a whole year at one rate is the rate, in a leap year too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2013, max: 2040 }), fc.integer({ min: 0, max: 2000 }), (year, points) => {
        const whole = interestOn({ principal: euro(10_000n), rule: { base: null, points }, from: day(`${year}-01-01`), to: day(`${year}-12-31`) })
        expect(whole.minor).toBe(BigInt(points))
      }),
    )
  })
  test('it is what adding up each day at the rate of that day gives', () => {
    fc.assert(
      fc.property(span, anyRule, (days, rule) => {
        const principal = euro(10n ** 12n)
        const total = Array.from({ length: daysBetween(days.from, days.to) + 1 }, (_, index) => addDays(days.from, index)).reduce(
          (soFar, on) => soFar + interestOn({ principal, rule, from: on, to: on }).minor,
          0n,
        )
        const difference = total - interestOn({ principal, rule, ...days }).minor
        expect(difference > -800n && difference < 800n).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
  test('rates are named once each, from the first day', () => {
    expect(ratesWithin({ base: 'bundesbank', points: 500 }, day('2024-12-01'), day('2026-03-01'))).toEqual([
      { from: '2024-12-01', basisPoints: 837 },
      { from: '2025-01-01', basisPoints: 727 },
      { from: '2025-07-01', basisPoints: 627 },
    ])
  })
  test('histories rise by day', () => {
    for (const rates of Object.values(baseRates)) expect([...rates].map((rate) => rate.from)).toEqual([...rates].map((rate) => rate.from).sort())
  })
})

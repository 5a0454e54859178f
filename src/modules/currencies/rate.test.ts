import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { money, sum } from '../../kernel/money.ts'
import { realisedDifferences } from './exchange-difference.ts'
import { convert, crossRate, parseRate, rateOf, sameCurrency } from './rate.ts'

const on = day('2026-04-13')
const cross = (from: string, to: string, perEuroFrom: string, perEuroTo: string) => crossRate({ from, to, perEuroFrom, perEuroTo, on, source: 'ecb' })!

describe('rates', () => {
  test('over the euro, exactly', () => {
    expect(cross('EUR', 'CHF', '1', '0.9242').text).toBe('0.9242')
    const rate = cross('USD', 'CHF', '1.1684', '0.9242')
    expect(rate.text).toBe('0.790996')
    expect(convert(money(100_00n, 'USD'), 'CHF', rate)).toEqual(money(79_10n, 'CHF'))
    expect(cross('KRW', 'EUR', '1740.86', '1').text).toBe('0.00057443')
  })

  test('each currency has its own minor unit', () => {
    expect(convert(money(100_00n, 'EUR'), 'JPY', cross('EUR', 'JPY', '1', '186.75'))).toEqual(money(18_675n, 'JPY'))
    expect(convert(money(1_000n, 'JPY'), 'EUR', cross('JPY', 'EUR', '186.75', '1'))).toEqual(money(5_35n, 'EUR'))
    expect(convert(money(1_234n, 'KWD'), 'CHF', rateOf({ from: 'KWD', to: 'CHF', numerator: 5n, denominator: 2n, on, source: 'own' }))).toEqual(
      money(3_09n, 'CHF'),
    )
  })

  test('a rate is a positive decimal', () => {
    for (const text of ['0', '0.000', '-1', '1e3', 'N/A', '', '1,2', '1.1234567890123']) expect(parseRate(text), text).toBeUndefined()
  })

  const decimal = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 9_999 })).map(([whole, part]) => `${whole}.${part}`)

  test('there and back again is the same rate; the same currency changes nothing', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.bigInt({ min: -1_000_000_000n, max: 1_000_000_000n }), (one, other, minor) => {
        const there = cross('USD', 'CHF', one, other)
        const back = cross('CHF', 'USD', other, one)
        expect(there.numerator * back.numerator).toBe(there.denominator * back.denominator)
        expect(convert(money(minor, 'CHF'), 'CHF', sameCurrency('CHF', on)).minor).toBe(minor)
        expect(convert(money(-minor, 'USD'), 'CHF', there).minor).toBe(-convert(money(minor, 'USD'), 'CHF', there).minor)
      }),
    )
  })

  test('the differences of a claim settled in parts leave nothing of it in the books', () => {
    const parts = fc.array(fc.bigInt({ min: 1n, max: 1_000_000n }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(parts, decimal, fc.array(decimal, { minLength: 6, maxLength: 6 }), (minors, atIssue, later) => {
        const total = money(
          minors.reduce((left, right) => left + right, 0n),
          'USD',
        )
        const atDocument = cross('USD', 'CHF', atIssue, '1.0')
        const payments = minors.map((minor, index) => ({ part: money(minor, 'USD'), atPayment: cross('USD', 'CHF', later[index]!, '1.0') }))
        const differences = realisedDifferences({ total, atDocument, payments })
        const booked = sum(
          differences.map((each) => each.booked),
          'CHF',
        )
        expect(booked).toEqual(convert(total, 'CHF', atDocument))
        for (const each of differences) expect(each.difference.minor).toBe(each.received.minor - each.booked.minor)
      }),
    )
  })
})

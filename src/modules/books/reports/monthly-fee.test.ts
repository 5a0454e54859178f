import { expect, test } from 'vitest'
import { money } from '../../../kernel/money.ts'
import type { Terms } from '../../offer/terms.ts'
import { monthlyFee, monthsUntil } from './monthly-fee.ts'

const terms = (minor: bigint, unit: 'week' | 'month' | 'year', count = 1, every: 'once' | 'period' = 'period') =>
  ({ price: { fixed: { amount: money(minor, 'CHF'), every, taxCategory: 'standard' } }, billing: { rhythm: { unit, count } } }) as Terms

test.each([
  [60000n, 'year', 1, 5000n],
  [1000n, 'week', 1, 4333n],
  [4900n, 'month', 1, 4900n],
  [9000n, 'month', 3, 3000n],
] as const)('%i minor units each %s (%i) are %i a month', (minor, unit, count, expected) => {
  expect(monthlyFee(terms(minor, unit, count))?.minor).toBe(expected)
})

test('what is paid once does not recur', () => {
  expect(monthlyFee(terms(60000n, 'month', 1, 'once'))).toBeNull()
})

test('months run over the turn of the year', () => {
  expect(monthsUntil('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})

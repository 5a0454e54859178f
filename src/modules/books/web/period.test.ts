import { expect, test } from 'vitest'
import { daysOf, moved, periodAt, periodName } from './period.ts'

test.each([
  ['2026-02', { from: '2026-02-01', to: '2026-02-28' }],
  ['2024-02', { from: '2024-02-01', to: '2024-02-29' }],
  ['2026-Q4', { from: '2026-10-01', to: '2026-12-31' }],
  ['2026', { from: '2026-01-01', to: '2026-12-31' }],
])('%s has its days', (period, days) => expect(daysOf(period)).toEqual(days))

test.each([
  ['2026-01', '2025-12', '2026-02'],
  ['2026-Q1', '2025-Q4', '2026-Q2'],
  ['2026', '2025', '2027'],
])('around %s lie %s and %s', (period, before, after) => {
  expect(moved(period, -1)).toBe(before)
  expect(moved(period, 1)).toBe(after)
})

test('a day lies in a month, a quarter and a year', () => {
  expect([periodAt('2026-11-24', 'month'), periodAt('2026-11-24', 'quarter'), periodAt('2026-11-24', 'year')]).toEqual(['2026-11', '2026-Q4', '2026'])
  expect(periodName('2026-11', 'en')).toBe('November 2026')
})

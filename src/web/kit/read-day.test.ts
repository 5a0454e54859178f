import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { readDay } from './read-day.ts'

const tuesday = day('2026-11-24')
const read = (text: string, options: { locale?: string; prefersPast?: boolean } = {}) => readDay(text, { today: tuesday, locale: 'de-CH', ...options })

test('a day is read in every language', () => {
  expect(['today', 'morgen', 'hier', 'dopodomani', 'Aujourd’hui'].map((text) => read(text))).toEqual([
    '2026-11-24',
    '2026-11-25',
    '2026-11-23',
    '2026-11-26',
    '2026-11-24',
  ])
})

test('a day without a year is the nearest one', () => {
  expect(read('24.12.')).toBe('2026-12-24')
  expect(read('3.1.')).toBe('2027-01-03')
  expect(read('15/10')).toBe('2026-10-15')
  expect(read('1')).toBe('2026-12-01')
  expect(read('24.11.25')).toBe('2025-11-24')
  expect(read('2027-02-28')).toBe('2027-02-28')
})

test('work done lies in the past', () => {
  expect(read('1', { prefersPast: true })).toBe('2026-11-01')
  expect(read('mo', { prefersPast: true })).toBe('2026-11-23')
  expect(read('fr', { prefersPast: true })).toBe('2026-11-20')
})

test('a weekday is the next one, today included', () => {
  expect(read('fr')).toBe('2026-11-27')
  expect(read('tue')).toBe('2026-11-24')
  expect(read('lundi')).toBe('2026-11-30')
  expect(read('+3')).toBe('2026-11-27')
})

test('what is no day is not guessed', () => {
  expect(['', '31.2.', 'soon', 'x'].map((text) => read(text))).toEqual([undefined, undefined, undefined, undefined])
})

import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { firstOfWeek, firstWeekday, weeksOfMonth } from './week.ts'

test('the week starts as people of the country are used to', () => {
  expect(firstWeekday('de-CH')).toBe(1)
  expect(firstWeekday('en-GB')).toBe(1)
  expect(firstWeekday('en-US')).toBe(7)
})

test('a month is shown in whole weeks, from the first day of the week', () => {
  const monday = weeksOfMonth(day('2026-11-24'), 1)
  expect(monday).toHaveLength(6)
  expect(monday[0]?.[0]).toBe('2026-10-26')
  expect(monday.at(-1)?.at(-1)).toBe('2026-12-06')
  const sunday = weeksOfMonth(day('2026-11-24'), 7)
  expect(sunday).toHaveLength(5)
  expect(sunday[0]?.[0]).toBe('2026-11-01')
  expect(weeksOfMonth(day('2027-02-10'), 1)).toHaveLength(4)
})

test('a day belongs to the week that began before it', () => {
  expect(firstOfWeek(day('2026-11-29'), 1)).toBe('2026-11-23')
  expect(firstOfWeek(day('2026-11-29'), 7)).toBe('2026-11-29')
})

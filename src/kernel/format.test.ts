import { expect, test } from 'vitest'
import { day } from './day.ts'
import { formatDay, formatHours, formatInstant, formatMinutes, formatMoney, formatPeriod, formatQuantity } from './format.ts'
import { instant, type Zone } from './instant.ts'
import { money } from './money.ts'
import { parseQuantity, quantity } from './quantity.ts'

const swiss = { language: 'de', country: 'CH' } as const
const german = { language: 'de', country: 'DE' } as const

test('money is written by the custom of the place, exactly', () => {
  expect(formatMoney(money(150000n, 'CHF'), swiss)).toBe("CHF\u00a01'500.00")
  expect(formatMoney(money(150000n, 'EUR'), german)).toBe('1.500,00\u00a0€')
  expect(formatMoney(money(1500n, 'JPY'), { language: 'en' })).toContain('1,500')
  expect(formatMoney(money(900719925474099301n, 'EUR'), { language: 'en' })).toBe('€9,007,199,254,740,993.01')
})

test('minutes are hours and minutes', () => {
  expect(formatMinutes(quantity(150))).toBe('2:30')
  expect(formatMinutes(parseQuantity('-5')!)).toBe('-0:05')
  expect(formatHours(quantity(600), { language: 'it' })).toBe('10\u00a0ore'.replace('\u00a0', formatHours(quantity(600), { language: 'it' })[2]!))
})

test('a unit has its word in the right number', () => {
  expect(formatQuantity(quantity(1), 'lesson', swiss)).toBe('1 Lektion')
  expect(formatQuantity(quantity(10), 'lesson', { language: 'fr' })).toBe('10 leçons')
})

test('days and moments have four digits of the year and the clock of the zone', () => {
  expect(formatDay(day('2026-11-04'), swiss)).toBe('04.11.2026')
  expect(formatPeriod({ from: day('2026-11-01'), to: day('2026-11-30') }, swiss)).toMatch(/01\.–30\.11\.2026/)
  expect(formatInstant(instant('2026-11-24T06:43:00Z'), 'Europe/Zurich' as Zone, swiss)).toBe('24.11.2026, 07:43')
})

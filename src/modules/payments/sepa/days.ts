import { addDays, weekdayOf, yearOf, type Day } from '../../../kernel/day.ts'

/** The days on which TARGET is closed besides weekends: 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December. */
export function isBankingDay(on: Day): boolean {
  if (weekdayOf(on) >= 6) return false
  const easter = easterOf(yearOf(on))
  if (on === addDays(easter, -2) || on === addDays(easter, 1)) return false
  return !['01-01', '05-01', '12-25', '12-26'].includes(on.slice(5))
}

/** The day itself, or the first banking day after it. */
export function nextBankingDay(on: Day): Day {
  let found = on
  while (!isBankingDay(found)) found = addDays(found, 1)
  return found
}

/** So many banking days after a day. */
export function addBankingDays(from: Day, days: number): Day {
  let found = nextBankingDay(from)
  for (let left = days; left > 0; left -= 1) found = nextBankingDay(addDays(found, 1))
  return found
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const dayOfMonth = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}` as Day
}

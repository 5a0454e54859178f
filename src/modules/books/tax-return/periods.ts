import { addDays, addMonths, day, yearOf, type Day, type Period } from '../../../kernel/day.ts'

/** How often the company hands in a return. */
export type TaxRhythm = 'month' | 'quarter' | 'half_year' | 'year'

const monthsOf: Readonly<Record<TaxRhythm, number>> = { month: 1, quarter: 3, half_year: 6, year: 12 }

/** The period of the calendar year that a day is in. */
export function taxPeriodOf(on: Day, rhythm: TaxRhythm): Period {
  const months = monthsOf[rhythm]
  const first = Math.floor((Number(on.slice(5, 7)) - 1) / months) * months
  const from = addMonths(day(`${yearOf(on)}-01-01`), first)
  return { from, to: addDays(addMonths(from, months), -1) }
}

/** The periods from the one of the first day to the one of the last, latest first. */
export function taxPeriodsBetween(first: Day, last: Day, rhythm: TaxRhythm): Period[] {
  const periods: Period[] = []
  for (let period = taxPeriodOf(last, rhythm); period.to >= first; period = taxPeriodOf(addDays(period.from, -1), rhythm)) periods.push(period)
  return periods
}

/**
 * The last day to hand in and pay. CH, LI: 60 days after the period (MWSTG art. 71, 86). DE: the 10th of the next month
 * (UStG § 18 (1)). AT: the 15th of the second month after (UStG § 21 (1)). FR: the 19th, set by the department between 15 and 24.
 * IT: the 16th of the second month after for a quarter, of the next for a month. NL: the last day of the next month.
 * GB: one month and seven days. NO: one month and ten days. Elsewhere the 20th of the next month, which is the most common day.
 */
export function taxDueOn(period: Period, country: string): Day {
  const start = addDays(period.to, 1)
  const months = monthsIn(period)
  switch (country) {
    case 'CH':
    case 'LI':
      return addDays(period.to, 60)
    case 'DE':
      return addDays(start, 9)
    case 'AT':
      return addDays(addMonths(start, 1), 14)
    case 'FR':
      return addDays(start, 18)
    case 'IT':
      return addDays(months === 1 ? start : addMonths(start, 1), 15)
    case 'NL':
      return addDays(addMonths(start, 1), -1)
    case 'GB':
      return addDays(addMonths(start, 1), 6)
    case 'NO':
      return addDays(addMonths(start, 1), 9)
    default:
      return addDays(start, 19)
  }
}

function monthsIn(period: Period): number {
  return Number(period.to.slice(5, 7)) - Number(period.from.slice(5, 7)) + 1
}

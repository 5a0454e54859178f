import { addDays, endOfMonth, startOfMonth, weekdayOf, type Day } from '../../kernel/day.ts'

/** Where the browser does not say it: the countries whose week starts on Sunday or Saturday (CLDR weekData), of those we serve. */
const sundayFirst = new Set(['US', 'CA', 'MX', 'BR', 'JP', 'KR', 'IN', 'IL', 'ZA', 'PT'])
const saturdayFirst = new Set(['EG', 'AE', 'DZ', 'QA', 'KW'])

type WeekLocale = Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } }

/** The weekday on which the week starts there: 1 for Monday to 7 for Sunday. */
export function firstWeekday(locale: string): number {
  const read: WeekLocale = new Intl.Locale(locale)
  const told = read.getWeekInfo?.().firstDay ?? read.weekInfo?.firstDay
  if (told !== undefined) return told
  const region = read.maximize().region ?? ''
  if (sundayFirst.has(region)) return 7
  return saturdayFirst.has(region) ? 6 : 1
}

/** The first day of the day's week, where weeks start on that weekday. */
export function firstOfWeek(value: Day, first: number): Day {
  return addDays(value, -((weekdayOf(value) - first + 7) % 7))
}

/** The whole weeks that show a month: four to six rows of seven days. */
export function weeksOfMonth(value: Day, first: number): readonly (readonly Day[])[] {
  const end = endOfMonth(value)
  const weeks: Day[][] = []
  for (let start = firstOfWeek(startOfMonth(value), first); start <= end; start = addDays(start, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((step) => addDays(start, step)))
  }
  return weeks
}

/** A month ("2026-11"), a quarter ("2026-Q4") or a year ("2026") as people choose it. */
export type PeriodKind = 'month' | 'quarter' | 'year'

export function kindOf(period: string): PeriodKind {
  return period.includes('Q') ? 'quarter' : period.length === 4 ? 'year' : 'month'
}

/** The period of a kind that a day lies in. */
export function periodAt(day: string, kind: PeriodKind): string {
  if (kind === 'year') return day.slice(0, 4)
  if (kind === 'month') return day.slice(0, 7)
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** Its first and last day. */
export function daysOf(period: string): { from: string; to: string } {
  const year = period.slice(0, 4)
  const [first, last] = monthsIn(period)
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(lastDay(Number(year), last))}` }
}

/** The one before or after. */
export function moved(period: string, by: 1 | -1): string {
  const kind = kindOf(period)
  const year = Number(period.slice(0, 4))
  const size = kind === 'year' ? 12 : kind === 'quarter' ? 3 : 1
  const at = year * 12 + monthsIn(period)[0] - 1 + by * size
  return periodAt(`${Math.floor(at / 12)}-${two((at % 12) + 1)}-01`, kind)
}

export function periodName(period: string, locale: string): string {
  if (kindOf(period) === 'year') return period
  if (kindOf(period) === 'quarter') return `${period.slice(5)} ${period.slice(0, 4)}`
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${period}-15`))
}

function monthsIn(period: string): [first: number, last: number] {
  if (kindOf(period) === 'year') return [1, 12]
  if (kindOf(period) === 'month') return [Number(period.slice(5, 7)), Number(period.slice(5, 7))]
  const quarter = Number(period.slice(6))
  return [quarter * 3 - 2, quarter * 3]
}

function lastDay(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

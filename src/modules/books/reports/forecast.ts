import { addDays, startOfWeek, type Day } from '../../../kernel/day.ts'
import { money, type Money } from '../../../kernel/money.ts'

/** Money that is expected to come in (positive) or go out. */
export interface Expected {
  readonly kind: 'invoice' | 'agreements' | 'expense' | 'usual_costs'
  readonly id: string | null
  readonly number: string | null
  readonly party: string | null
  readonly on: Day
  readonly amount: Money
  readonly daysLate: number | null
}

export const weeksShown = 13

/** How many days after the due day somebody usually pays: the middle one of the last payments. */
export function habitOf(daysLate: readonly number[]): number | null {
  if (daysLate.length === 0) return null
  const sorted = [...daysLate].sort((left, right) => left - right)
  return sorted[Math.floor((sorted.length - 1) / 2)]!
}

/** When an open invoice will probably be paid: its due day and the customer's habit; where that is past, within a week. */
export function expectedOn(dueOn: Day, daysLate: number | null, today: Day): Day {
  const usual = addDays(dueOn, daysLate ?? 0)
  return usual < today ? addDays(today, 7) : usual
}

/** The balance at the end of each week; what is expected after the last week is left out. */
export function forecastWeeks(options: { start: Money; expected: readonly Expected[]; today: Day }) {
  const { currency } = options.start
  let balance = options.start.minor
  const first = startOfWeek(options.today)
  return Array.from({ length: weeksShown }, (_, index) => {
    const from = addDays(first, index * 7)
    const to = addDays(from, 6)
    const own = options.expected.filter((each) => each.on <= to && (index === 0 || each.on >= from))
    const total = (isIn: boolean) => own.reduce((sum, each) => (each.amount.minor > 0n === isIn ? sum + each.amount.minor : sum), 0n)
    const [comes, goes] = [total(true), total(false)]
    balance += comes + goes
    return { from, in: money(comes, currency), out: money(-goes, currency), balance: money(balance, currency) }
  })
}

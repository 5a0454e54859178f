import { divideRounded, money, type Money } from '../../../kernel/money.ts'
import type { Terms } from '../../offer/terms.ts'

/** The fixed fee of a period as so much a month: 600 a year is 50 a month, 10 a week is 43.33. Null where nothing recurs. */
export function monthlyFee(terms: Terms): Money | null {
  const { fixed } = terms.price
  const { rhythm } = terms.billing
  if (fixed === null || fixed.every !== 'period' || rhythm === null) return null
  const count = BigInt(rhythm.count)
  const [top, bottom] = rhythm.unit === 'month' ? [1n, count] : rhythm.unit === 'year' ? [1n, 12n * count] : [52n, 12n * count]
  return money(divideRounded(fixed.amount.minor * top, bottom), fixed.amount.currency)
}

/** The months from one to another, both included: "2025-12", "2026-01". */
export function monthsUntil(last: string, count: number): string[] {
  const [year, month] = [Number(last.slice(0, 4)), Number(last.slice(5, 7))]
  return Array.from({ length: count }, (_none, index) => {
    const at = year * 12 + (month - 1) - (count - 1 - index)
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

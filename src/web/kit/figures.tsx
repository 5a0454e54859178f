import type { MoneyOnTheWire } from '../../kernel/money.ts'
import { useFormat } from './format.ts'
import styles from './figures.module.css'

/** An amount in tabular figures; the currency before it unless the column's head names it. */
export function Money({ value, isBare = false, isStrong = false }: { readonly value: MoneyOnTheWire; readonly isBare?: boolean; readonly isStrong?: boolean }) {
  const format = useFormat()
  return (
    <span className={styles.figure} data-strong={isStrong || undefined}>
      {isBare ? null : <span className={styles.currency}>{value.currency} </span>}
      {format.amount(value)}
    </span>
  )
}

/** "2:30 h" for 150 minutes. */
export function Hours({ minutes, isBare = false }: { readonly minutes: number; readonly isBare?: boolean }) {
  const format = useFormat()
  return (
    <span className={styles.figure}>
      {format.hours(minutes)}
      {isBare ? null : <span className={styles.unit}> h</span>}
    </span>
  )
}

/** "24 Nov", with the year when it is another one. */
export function DayText({ value, withWeekday = false, isLong = false }: { readonly value: string; readonly withWeekday?: boolean; readonly isLong?: boolean }) {
  const format = useFormat()
  return (
    <time dateTime={value} className={styles.figure}>
      {format.day(value, { isShort: !isLong, withWeekday })}
    </time>
  )
}

/** "tomorrow", "in 3 days", else the day; the whole date on hover. */
export function RelativeDay({ value }: { readonly value: string }) {
  const format = useFormat()
  return (
    <time dateTime={value} title={format.day(value, { withWeekday: true })}>
      {format.relativeDay(value)}
    </time>
  )
}

/** "14:30" in the company's time zone. */
export function Time({ value }: { readonly value: string }) {
  return (
    <time dateTime={value} className={styles.figure}>
      {useFormat().time(value)}
    </time>
  )
}

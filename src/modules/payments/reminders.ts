import { addDays, daysBetween, type Day } from '../../kernel/day.ts'

export type ReminderLevel = 1 | 2 | 3

/** Days after the due day at which each level may go, and the days that must lie between two reminders. */
export interface ReminderPolicy {
  readonly daysAfterDue: readonly [number, number, number]
  readonly daysBetween: number
}

export const standardReminderPolicy: ReminderPolicy = { daysAfterDue: [5, 20, 35], daysBetween: 10 }

export interface ReminderCase {
  /** The earliest due day that is not settled; null when all is settled: a payment stops reminders. */
  readonly dueOn: Day | null
  /** The reminders sent for this invoice so far. */
  readonly sent: readonly { readonly level: ReminderLevel; readonly on: Day }[]
  /** No reminders up to and including this day; 'always' until it is taken back. */
  readonly pausedUntil: Day | 'always' | null
  readonly today: Day
}

/** The next reminder of an invoice, and the first day on which it may go. */
export type NextReminder =
  | { readonly kind: 'next'; readonly level: ReminderLevel; readonly on: Day; readonly isDue: boolean }
  | { readonly kind: 'none'; readonly because: 'settled' | 'paused' | 'all_sent' }

/**
 * Levels go one after the other and none is skipped, however late it is. Only reminders since the oldest unsettled due
 * day count: the second instalment of a plan begins at level 1 again.
 */
export function nextReminder(each: ReminderCase, policy: ReminderPolicy = standardReminderPolicy): NextReminder {
  const { dueOn, today } = each
  if (dueOn === null) return { kind: 'none', because: 'settled' }
  if (each.pausedUntil === 'always' || (each.pausedUntil !== null && each.pausedUntil >= today)) return { kind: 'none', because: 'paused' }
  const sent = each.sent.filter((reminder) => reminder.on > dueOn)
  const lastLevel = Math.max(0, ...sent.map((reminder) => reminder.level))
  if (lastLevel >= 3) return { kind: 'none', because: 'all_sent' }
  const level = (lastLevel + 1) as ReminderLevel
  const byDue = addDays(dueOn, policy.daysAfterDue[level - 1]!)
  const lastOn = sent
    .map((reminder) => reminder.on)
    .sort()
    .at(-1)
  const byGap = lastOn === undefined ? byDue : addDays(lastOn, policy.daysBetween)
  const on = byGap > byDue ? byGap : byDue
  return { kind: 'next', level, on, isDue: daysBetween(on, today) >= 0 }
}

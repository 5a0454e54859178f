import { daysBetween, type Day } from '../../../kernel/day.ts'
import { causeOf, waitingWeight, type Move } from '../move.ts'

/** The tax period that is over and was not handed in. */
export interface WaitingTaxReturn {
  readonly from: Day
  readonly to: Day
  readonly dueOn: Day
}

/** Days before the due day on which it begins to be said; earlier there is still post to come for the period. */
const noticeDays = 21
/** Longer overdue than this, it was surely handed in elsewhere. */
const silentAfterDays = 120

/** Only a person can hand it in; the page has the figures ready. */
export function taxReturnDueMove(waiting: WaitingTaxReturn, today: Day): Move | undefined {
  const daysLeft = daysBetween(today, waiting.dueOn)
  if (daysLeft > noticeDays || daysLeft < -silentAfterDays) return undefined
  return {
    kind: 'tax-return-due',
    cause: causeOf('tax-return-due', waiting.from),
    contactId: null,
    contactName: '',
    subject: { noun: 'tax-period', id: waiting.from },
    facts: { from: waiting.from, to: waiting.to, on: waiting.dueOn, days: daysLeft },
    since: waiting.to,
    weight: daysLeft < 0 ? 75 + waitingWeight(-daysLeft, 10) : 40 + waitingWeight(noticeDays - daysLeft, 25),
    doing: null,
  }
}

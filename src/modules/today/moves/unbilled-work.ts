import { daysBetween, type Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { causeOf, waitingWeight, type Move } from '../move.ts'

/** What one customer could be invoiced for, in one currency. */
export interface UnbilledFact {
  readonly contactId: string
  readonly contactName: string
  readonly amount: Money
  /** The day of the oldest and of the newest thing that is not billed. */
  readonly since: Day
  readonly latest: Day
}

/**
 * Everything a customer can be invoiced for, as one move. It waits for the month to end before it presses; dismissed,
 * it comes back with the work of another month.
 */
export function unbilledWorkMove(fact: UnbilledFact, today: Day): Move | undefined {
  if (fact.amount.minor <= 0n) return undefined
  const isMonthOver = fact.since.slice(0, 7) < today.slice(0, 7)
  return {
    kind: 'unbilled-work',
    cause: causeOf('unbilled-work', fact.contactId, fact.amount.currency, fact.latest.slice(0, 7)),
    contactId: fact.contactId,
    contactName: fact.contactName,
    subject: { noun: 'contact', id: fact.contactId },
    facts: { amount: fact.amount, since: fact.since },
    since: fact.since,
    weight: (isMonthOver ? 50 : 25) + waitingWeight(daysBetween(fact.since, today), 30),
    doing: { operation: 'invoicing.bill-customer', input: { contactId: fact.contactId, send: true } },
  }
}

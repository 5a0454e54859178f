import { daysBetween, type Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { causeOf, waitingWeight, type Move } from '../move.ts'

/** An invoice for which a reminder may go now. */
export interface ReminderDue {
  readonly invoiceId: string
  readonly contactId: string
  readonly contactName: string
  readonly number: string
  readonly open: Money
  readonly dueOn: Day
  readonly level: 1 | 2 | 3
}

/** The next reminder. Each level is a cause of its own: dismissing the first does not silence the second. */
export function invoiceOverdueMove(invoice: ReminderDue, today: Day): Move {
  return {
    kind: 'invoice-overdue',
    cause: causeOf('invoice-overdue', invoice.invoiceId, invoice.dueOn, invoice.level),
    contactId: invoice.contactId,
    contactName: invoice.contactName,
    subject: { noun: 'invoice', id: invoice.invoiceId },
    facts: { amount: invoice.open, number: invoice.number, dueOn: invoice.dueOn, days: daysBetween(invoice.dueOn, today), level: invoice.level },
    since: invoice.dueOn,
    weight: 70 + invoice.level * 6 + waitingWeight(daysBetween(invoice.dueOn, today), 12),
    doing: { operation: 'payments.remind', input: { invoiceId: invoice.invoiceId } },
  }
}

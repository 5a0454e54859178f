import { daysBetween, type Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { causeOf, waitingWeight, type Move } from '../move.ts'

/** A draft, or an issued invoice that has not been sent. */
export interface WaitingInvoice {
  readonly invoiceId: string
  readonly contactId: string
  readonly contactName: string
  readonly state: 'draft' | 'issued'
  readonly number: string | null
  readonly amount: Money
  readonly on: Day
}

/** A draft is issued and sent in one step; an issued one is sent. */
export function invoiceToSendMove(invoice: WaitingInvoice, today: Day): Move {
  const isDraft = invoice.state === 'draft'
  return {
    kind: 'invoice-to-send',
    cause: causeOf('invoice-to-send', invoice.invoiceId, invoice.state),
    contactId: invoice.contactId,
    contactName: invoice.contactName,
    subject: { noun: 'invoice', id: invoice.invoiceId },
    facts: { amount: invoice.amount, number: invoice.number ?? '', state: invoice.state, on: invoice.on },
    since: invoice.on,
    weight: (isDraft ? 55 : 60) + waitingWeight(daysBetween(invoice.on, today), 20),
    doing: isDraft
      ? { operation: 'invoicing.issue', input: { invoiceId: invoice.invoiceId, send: true } }
      : { operation: 'invoicing.send', input: { invoiceId: invoice.invoiceId } },
  }
}

import type { ContactId } from '../../../kernel/id.ts'
import type { Subscriber } from '../../../platform/operation/module.ts'
import type { ExpenseId } from '../../expenses/index.ts'
import type { MoneyFactKind } from '../../payments/index.ts'
import { openBooks } from '../books.ts'
import { postDocument } from './documents.ts'
import { postExpense } from './expenses.ts'
import { postMoneyFact } from './money.ts'
import { moveParty } from './store.ts'

const document: Subscriber = async (context, payload: { invoiceId: string }) => postDocument(await openBooks(context), payload.invoiceId)

function money<Key extends string>(kind: MoneyFactKind, key: Key): Subscriber {
  return async (context, payload: Readonly<Record<Key, string>>) => postMoneyFact(await openBooks(context), kind, payload[key])
}

const expense: Subscriber = async (context, payload: { expenseId: ExpenseId }) => postExpense(await openBooks(context), payload.expenseId)

/** Every fact of money, booked in the transaction in which it happened. */
export const journalSubscribers: Readonly<Record<string, Subscriber>> = {
  'invoice.issued': document,
  'credit-note.issued': document,
  'invoice.opened': document,
  'payment.received': money('payment', 'paymentId'),
  'credit.allocated': money('allocation', 'allocationId'),
  'payment.removed': money('payment-removal', 'paymentId'),
  'payment.refunded': money('refund', 'refundId'),
  'invoice.written-off': money('write-off', 'writeOffId'),
  'payment.fee': money('payment-fee', 'feeId'),
  'reminder.fee-charged': money('reminder-fee', 'feeId'),
  'reminder.fee-settled': money('fee-settlement', 'settlementId'),
  'expense.recorded': expense,
  'expense.changed': expense,
  'expense.removed': expense,
  'expense.paid': expense,
  'expense.payment-undone': expense,
  'contact.merged': (context, { contactId, otherId }: { contactId: ContactId; otherId: ContactId }) => moveParty(context, { from: otherId, to: contactId }),
}

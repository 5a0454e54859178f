import { compareMoney, isZero, subtract, sum } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { Expense, ExpenseId, ExpensePayment } from '../expense.ts'
import { findExpense } from '../store.ts'
import { insertPayment, reversePayment } from './store.ts'

/**
 * What is paid by card or in cash is paid with its recording. After each turn of an expense the payment that follows from it
 * is made to fit: undone where it no longer holds, added where it is missing.
 */
export async function keepAutomaticPayment(context: Context, id: ExpenseId): Promise<void> {
  const expense = (await findExpense(context, id))!
  const wanted = automaticPayment(expense)
  const known = expense.payments.filter((payment) => payment.isAutomatic)
  const isKept = (payment: ExpensePayment) => wanted !== undefined && payment.on === wanted.on && payment.method === wanted.method && isSame(payment, wanted)
  for (const payment of known.filter((each) => !isKept(each))) {
    await reversePayment(context, id, payment)
    context.emit('expense.payment-undone', { expenseId: id, paymentId: payment.id })
  }
  if (!wanted || known.some(isKept)) return
  const paymentId = await insertPayment(context, { ...wanted, expenseId: id, charged: null, isAutomatic: true, bankTransactionId: null, reversesId: null })
  context.emit('expense.paid', { expenseId: id, paymentId })
}

function isSame(left: Pick<ExpensePayment, 'amount'>, right: Pick<ExpensePayment, 'amount'>): boolean {
  return left.amount.currency === right.amount.currency && compareMoney(left.amount, right.amount) === 0
}

/** What card or cash paid of it: all that no other payment did. */
function automaticPayment(expense: Expense): Pick<ExpensePayment, 'on' | 'amount' | 'method'> | undefined {
  if (expense.state !== 'recorded' || expense.issuedOn === null) return undefined
  if (expense.paidBy !== 'card' && expense.paidBy !== 'cash') return undefined
  const byHand = expense.payments.filter((payment) => !payment.isAutomatic && payment.amount.currency === expense.currency)
  const paid = sum(
    byHand.map((payment) => payment.amount),
    expense.currency,
  )
  const amount = subtract(expense.gross, paid)
  return isZero(amount) ? undefined : { on: expense.issuedOn, amount, method: expense.paidBy }
}

import { isZero, negate } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { matchDebit, unmatchedDebits } from '../../payments/index.ts'
import { markPaid } from '../payments/pay.ts'
import { findExpense } from '../store.ts'
import { standingOrders } from './store.ts'

/** After a bank file: a debit with the end-to-end id of an order and its amount has paid the expense. */
export async function settleOrders(context: Context): Promise<number> {
  const orders = new Map((await standingOrders(context)).map((order) => [order.endToEndId, order]))
  if (orders.size === 0) return 0
  let count = 0
  for (const debit of await unmatchedDebits(context)) {
    const order = orders.get((debit.endToEndId ?? '').toUpperCase())
    const paid = negate(debit.amount)
    if (!order || paid.currency !== order.amount.currency || paid.minor !== order.amount.minor) continue
    const expense = await findExpense(context, order.expenseId)
    if (expense?.state !== 'recorded' || isZero(expense.open) || expense.open.minor < paid.minor) continue
    await matchDebit(context, { bankTransactionId: debit.id, expenseId: expense.id, isCertain: true, reason: 'end_to_end_id' })
    await markPaid(context, { expenseId: expense.id, amount: paid, on: debit.bookedOn, bankTransactionId: debit.id })
    orders.delete(order.endToEndId)
    count += 1
  }
  return count
}

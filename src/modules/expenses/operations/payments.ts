import { implement } from '../../../platform/operation/module.ts'
import { expensesContract } from '../contract.ts'
import { releaseDebitOf } from '../matching/match.ts'
import { keepAutomaticPayment } from '../payments/automatic.ts'
import { markPaid, undoPayment } from '../payments/pay.ts'

export const markExpensePaid = implement(expensesContract['expenses.mark-paid'], async (context, input) => ({ id: await markPaid(context, input) }))

export const undoExpensePayment = implement(expensesContract['expenses.undo-payment'], async (context, { paymentId }) => {
  const { expenseId: id, bankTransactionId } = await undoPayment(context, paymentId)
  await releaseDebitOf(context, bankTransactionId)
  await keepAutomaticPayment(context, id)
  return { id }
})

import { fail, notFound } from '../../../kernel/failure.ts'
import { isNegative } from '../../../kernel/money.ts'
import { implement } from '../../../platform/operation/module.ts'
import { companyDetails } from '../../company/index.ts'
import { debitsOfExpenses } from '../../payments/index.ts'
import { expensesContract } from '../contract.ts'
import { formatOf, orderExpenses } from '../paying/pay.ts'
import { payProblem } from '../paying/problem.ts'
import { selectFiles, standingOrders, undoFile } from '../paying/store.ts'
import { selectExpenses } from '../store.ts'

export const listToPay = implement(expensesContract['expenses.to-pay'], async (context) => {
  const { country } = await companyDetails(context)
  const orders = await standingOrders(context)
  const ordered = new Map(orders.map((order) => [order.expenseId, order.fileId]))
  const open = (await selectExpenses(context, { state: 'recorded', isOpen: true })).filter((each) => each.paidBy === 'bank' && !isNegative(each.open))
  const files = await selectFiles(context, { limit: 20 })
  return {
    expenses: open
      .map((expense) => ({
        id: expense.id,
        payee: expense.payee?.name ?? expense.description,
        documentNumber: expense.documentNumber,
        dueOn: expense.dueOn,
        open: expense.open,
        problem: payProblem(expense, formatOf(country)),
        fileId: (ordered.get(expense.id) ?? null) as never,
      }))
      .toSorted((left, right) => (left.dueOn ?? '').localeCompare(right.dueOn ?? '') || left.id.localeCompare(right.id)),
    files: files.map(({ id, format, executeOn, createdAt, isUndone }) => ({
      id: id as never,
      format: format as never,
      executeOn,
      createdAt,
      count: orders.filter((order) => order.fileId === id).length,
      isUndone,
    })),
  }
})

export const payExpenses = implement(expensesContract['expenses.pay'], async (context, input) => {
  const { id, count } = await orderExpenses(context, input)
  return { id: id as never, count }
})

export const readPaymentFile = implement(expensesContract['expenses.payment-file'], async (context, { fileId }) => {
  const file = (await selectFiles(context, { id: fileId }))[0] ?? notFound('expense-payment-file')
  return { fileName: `${file.executeOn}-${file.format}.xml`, contentType: 'application/xml', content: Buffer.from(file.content).toString('base64') }
})

/** What the bank has paid of it stays paid: such a file went out, and is not taken back. */
export const undoPaymentFile = implement(expensesContract['expenses.undo-payment-file'], async (context, { fileId }) => {
  const file = (await selectFiles(context, { id: fileId }))[0] ?? notFound('expense-payment-file')
  if (file.isUndone) fail('payment_file_undone')
  const orders = await standingOrders(context, { fileId })
  const ids = new Set(orders.map((order) => order.endToEndId))
  const paid = await debitsOfExpenses(
    context,
    orders.map((order) => order.expenseId),
  )
  if ([...paid.values()].flat().some((debit) => ids.has((debit.endToEndId ?? '').toUpperCase()))) fail('payment_file_paid')
  await undoFile(context, fileId)
  return { id: fileId }
})

import type { Context } from '../../../platform/operation/context.ts'
import { expensesWaiting, expensesWithoutReceipt, type Expense } from '../../expenses/index.ts'
import type { Move } from '../move.ts'
import { expenseToCheckMove, expenseWithoutReceiptMove } from '../moves/expense.ts'

const expensesMax = 30

export async function expenseMoves(context: Context): Promise<Move[]> {
  const waiting = (expense: Expense) => ({
    expenseId: expense.id,
    payee: expense.payee?.name ?? expense.description,
    amount: expense.gross,
    on: expense.issuedOn ?? context.today,
  })
  const toCheck = await expensesWaiting(context, { limit: expensesMax })
  const withoutReceipt = await expensesWithoutReceipt(context, { limit: expensesMax })
  return [
    ...toCheck.map(({ expense, isComplete }) => expenseToCheckMove({ ...waiting(expense), isComplete }, context.today)),
    ...withoutReceipt.map((expense) => expenseWithoutReceiptMove(waiting(expense), context.today)),
  ]
}

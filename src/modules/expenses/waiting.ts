import { addDays, type Day } from '../../kernel/day.ts'
import type { Context } from '../../platform/operation/context.ts'
import { problemsOf, type Expense } from './expense.ts'
import { selectExpenses } from './store.ts'

/** A cost of yesterday may still have its receipt in a pocket; one of last winter will never get it. */
const receiptMissingAfterDays = 3
const receiptAskedForDays = 100

/** What waits for a look: proposals, and whether one key is enough to record them. */
export async function expensesWaiting(context: Context, options: { limit: number }): Promise<{ expense: Expense; isComplete: boolean }[]> {
  const waiting = await selectExpenses(context, { state: 'to_check', limit: options.limit })
  return waiting.map((expense) => ({ expense, isComplete: Object.keys(problemsOf(expense)).length === 0 }))
}

/** Recorded costs of the last hundred days that still have no receipt after three. */
export async function expensesWithoutReceipt(context: Context, options: { limit: number }): Promise<Expense[]> {
  const days: { from: Day; to: Day } = { from: addDays(context.today, -receiptAskedForDays), to: addDays(context.today, -receiptMissingAfterDays) }
  return selectExpenses(context, { state: 'recorded', hasNoReceipt: true, ...days, limit: options.limit })
}

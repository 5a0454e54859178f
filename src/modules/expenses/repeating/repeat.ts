import { addDays, daysBetween, later, type Day } from '../../../kernel/day.ts'
import { fail, notFound } from '../../../kernel/failure.ts'
import { newId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { expensesContract } from '../contract.ts'
import type { Expense, ExpenseDetails, ExpenseId } from '../expense.ts'
import { findExpense, insertExpense, selectExpenses } from '../store.ts'
import { firstRepetition, repeatedOn } from './rhythm.ts'
import { endRhythm, insertRhythm, lastProposedOn, noteRepetition, repetitionsOf, rhythmOf, rhythmsDue, type StandingRhythm } from './store.ts'

/** Counted from the day of this expense; a rhythm that it had ends. */
export const repeatExpense = implement(expensesContract['expenses.repeat'], async (context, { expenseId, rhythm }) => {
  const expense = (await findExpense(context, expenseId)) ?? notFound('expense')
  if (expense.state !== 'recorded' || expense.issuedOn === null) fail('expense_not_recorded')
  const fromOn = expense.issuedOn
  const before = await rhythmOf(context, expenseId)
  if (before) await endRhythm(context, before.id)
  // Begun again on a day that was proposed already, it goes on with the next.
  const proposedOn = await lastProposedOn(context, expenseId)
  const notBefore = proposedOn ? later(context.today, addDays(proposedOn, 1)) : context.today
  const nextCount = firstRepetition(fromOn, rhythm, notBefore)
  const nextOn = repeatedOn(fromOn, rhythm, nextCount)
  await insertRhythm(context, { expenseId, rhythm, fromOn, nextCount, nextOn })
  return { id: expenseId, nextOn }
})

export const stopRepeating = implement(expensesContract['expenses.stop-repeating'], async (context, { expenseId }) => {
  if (!(await findExpense(context, expenseId))) notFound('expense')
  const rhythm = await rhythmOf(context, expenseId)
  if (rhythm) await endRhythm(context, rhythm.id)
  return { id: expenseId }
})

/** Every day up to today that is not proposed yet, also those on which nothing ran. */
export const proposeDue = implement(expensesContract['expenses.propose-due'], async (context) => {
  let proposed = 0
  let due = await rhythmsDue(context, context.today)
  while (due.length > 0) {
    for (const rhythm of due) if (await proposeNext(context, rhythm)) proposed += 1
    due = await rhythmsDue(context, context.today)
  }
  return { proposed }
})

async function proposeNext(context: Context, rhythm: StandingRhythm): Promise<boolean> {
  const source = (await findExpense(context, rhythm.expenseId))!
  if (source.state === 'removed') {
    await endRhythm(context, rhythm.id)
    return false
  }
  const like = await latestOf(context, rhythm, source)
  const expenseId = newId<'expense'>()
  const details = repeated(like, rhythm.nextOn)
  await insertExpense(context, { id: expenseId, state: 'to_check', source: 'recurring', payeeContactId: like.payeeContactId, details })
  const count = rhythm.nextCount + 1
  await noteRepetition(context, rhythm, { expenseId, next: { count, on: repeatedOn(rhythm.fromOn, rhythm.rhythm, count) } })
  context.emit('expense.proposed', { expenseId })
  return true
}

/** What was recorded last of this rhythm: a rent that rose is proposed as it is now. */
async function latestOf(context: Context, rhythm: StandingRhythm, source: Expense): Promise<Expense> {
  const ids: readonly ExpenseId[] = await repetitionsOf(context, rhythm.id)
  const recorded = (await selectExpenses(context, { ids })).filter((expense) => expense.state === 'recorded')
  return ids.map((id) => recorded.find((expense) => expense.id === id)).find((expense) => expense !== undefined) ?? source
}

/** The same cost on another day; number and reference are those of one bill only. */
function repeated(like: Expense, on: Day): ExpenseDetails {
  const { payee, category, description, currency, parts, paidBy, memberId, rebill, issuedOn } = like
  const dueOn = like.dueOn && issuedOn ? addDays(on, daysBetween(issuedOn, like.dueOn)) : null
  return { payee, category, description, currency, parts, paidBy, memberId, rebill, issuedOn: on, dueOn, documentNumber: null, reference: null }
}

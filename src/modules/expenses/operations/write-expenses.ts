import { fail, notFound } from '../../../kernel/failure.ts'
import { newId, type ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { ensureContact } from '../../contacts/index.ts'
import { expensesContract } from '../contract.ts'
import { ensureRecordable, newDetails, withInput, type DetailsInput } from '../details.ts'
import type { Expense, ExpenseDetails, ExpenseId } from '../expense.ts'
import { keepAutomaticPayment } from '../payments/automatic.ts'
import { addRevision, findExpense, insertExpense, setPayeeContact, turn, turnsOf } from '../store.ts'

export const recordExpense = implement(expensesContract['expenses.record'], async (context, input) => {
  const details = newDetails(context, input)
  await ensureRecordable(context, details)
  await ensureNamed(context, details, input.payeeContactId)
  const id = newId<'expense'>()
  await insertExpense(context, { id, state: 'recorded', source: 'by_hand', payeeContactId: input.payeeContactId ?? null, details })
  await turn(context, id, { state: 'recorded', kind: 'recorded' })
  await keepAutomaticPayment(context, id)
  context.emit('expense.recorded', { expenseId: id })
  return { id }
})

export const changeExpense = implement(expensesContract['expenses.change'], async (context, { expenseId, ...input }) => {
  const before = await liveExpense(context, expenseId)
  await say(context, before, input)
  if (before.state === 'recorded') {
    await keepAutomaticPayment(context, expenseId)
    context.emit('expense.changed', { expenseId })
  }
  return { id: expenseId }
})

export const confirmExpense = implement(expensesContract['expenses.confirm'], async (context, { expenseId, ...input }) => {
  const before = await liveExpense(context, expenseId)
  if (before.state !== 'to_check') fail('expense_already_recorded')
  const details = await say(context, before, input)
  await ensureRecordable(context, details)
  await turn(context, expenseId, { state: 'recorded', kind: 'recorded' })
  await keepAutomaticPayment(context, expenseId)
  context.emit('expense.recorded', { expenseId })
  return { id: expenseId }
})

export const reopenExpense = implement(expensesContract['expenses.reopen'], async (context, { expenseId }) => {
  const expense = await liveExpense(context, expenseId)
  if (expense.state !== 'recorded') fail('expense_not_recorded')
  ensureUnpaid(expense)
  await turn(context, expenseId, { state: 'to_check', kind: 'reopened' })
  await keepAutomaticPayment(context, expenseId)
  context.emit('expense.removed', { expenseId })
  return { id: expenseId }
})

export const removeExpense = implement(expensesContract['expenses.remove'], async (context, { expenseId }) => {
  const expense = await liveExpense(context, expenseId)
  ensureUnpaid(expense)
  await turn(context, expenseId, { state: 'removed', kind: 'removed' })
  await keepAutomaticPayment(context, expenseId)
  if (expense.state === 'recorded') context.emit('expense.removed', { expenseId })
  return { id: expenseId }
})

export const restoreExpense = implement(expensesContract['expenses.restore'], async (context, { expenseId }) => {
  const expense = (await findExpense(context, expenseId)) ?? notFound('expense')
  if (expense.state !== 'removed') fail('expense_not_removed')
  const isRecorded = wasRecorded(await turnsOf(context, expenseId))
  await turn(context, expenseId, { state: isRecorded ? 'recorded' : 'to_check', kind: 'restored' })
  await keepAutomaticPayment(context, expenseId)
  if (isRecorded) context.emit('expense.recorded', { expenseId })
  return { id: expenseId }
})

/** Whether it was a recorded cost when it was removed last. */
function wasRecorded(turns: readonly string[]): boolean {
  return turns.findLast((kind) => kind === 'recorded' || kind === 'reopened') === 'recorded'
}

/** Adds a revision where something differs; returns what the expense says now. */
async function say(context: Context, before: Expense, input: DetailsInput): Promise<ExpenseDetails> {
  const details = withInput(context, before, input)
  if (before.state === 'recorded') await ensureRecordable(context, details)
  await ensureNamed(context, details, input.payeeContactId)
  if (input.payeeContactId !== undefined) await setPayeeContact(context, before.id, input.payeeContactId)
  const isSaid = Object.keys(input).some((key) => key !== 'payeeContactId')
  if (isSaid) await addRevision(context, { id: before.id, revision: before.revision + 1, details })
  return details
}

async function ensureNamed(context: Context, details: ExpenseDetails, payeeContactId: ContactId | null | undefined): Promise<void> {
  if (details.rebill) await ensureContact(context, details.rebill.contactId)
  if (payeeContactId) await ensureContact(context, payeeContactId)
}

async function liveExpense(context: Context, id: ExpenseId): Promise<Expense> {
  const expense = (await findExpense(context, id)) ?? notFound('expense')
  if (expense.state === 'removed') fail('expense_removed')
  return expense
}

/** What a payment stands on is not taken away: the payment is taken back first. */
function ensureUnpaid(expense: Expense): void {
  if (expense.payments.some((payment) => !payment.isAutomatic)) fail('expense_is_paid')
}

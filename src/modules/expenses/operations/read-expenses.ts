import type { Context } from '../../../platform/operation/context.ts'
import { notFound } from '../../../kernel/failure.ts'
import { implement } from '../../../platform/operation/module.ts'
import { contactNames } from '../../contacts/index.ts'
import { expensesContract } from '../contract.ts'
import type { Expense } from '../expense.ts'
import { perhapsTwice } from '../doubts.ts'
import { selectReadings, selectReceipts, type Reading } from '../receipts/store.ts'
import { rhythmOf } from '../repeating/store.ts'
import { countExpenses, findExpense, selectExpenses, type ExpensesWanted } from '../store.ts'

export const readExpense = implement(expensesContract['expenses.read'], async (context, { expenseId }) => {
  const expense = (await findExpense(context, expenseId)) ?? notFound('expense')
  const receipts = await selectReceipts(context, { expenseId })
  const rhythm = await rhythmOf(context, expenseId)
  const readings = await selectReadings(
    context,
    receipts.map((receipt) => receipt.id),
  )
  return {
    ...(await asRows(context, [expense]))[0]!,
    payments: expense.payments.map((payment) => ({ ...payment })),
    receipts: receipts.map(({ id, fileName, contentType, size }) => {
      const reading = readings.get(id)
      return { id, fileName, contentType, size, hasPicture: (reading?.picture ?? null) !== null, reading: reading ? shown(reading) : null }
    }),
    perhapsTwice: await perhapsTwice(context, expense),
    repeats: rhythm ? { rhythm: rhythm.rhythm, nextOn: rhythm.nextOn } : null,
  }
})

function shown({ kind, isCertain, problem, findings }: Reading) {
  return { kind, isCertain, problem, findings: findings.map((finding) => ({ ...finding })) }
}

const filters = {
  to_check: { state: 'to_check' },
  recorded: { state: 'recorded' },
  to_pay: { state: 'recorded', isOpen: true },
  without_receipt: { state: 'recorded', hasNoReceipt: true },
  removed: { state: 'removed' },
} as const satisfies Record<string, ExpensesWanted>

export const listExpenses = implement(expensesContract['expenses.list'], async (context, input) => {
  const [on, id] = (input.after ?? '').split(' ')
  const { from, to, category } = input
  const found = await selectExpenses(context, {
    ...filters[input.filter],
    from,
    to,
    category,
    after: on && id ? { on, id } : undefined,
    limit: input.limit + 1,
  })
  const page = found.slice(0, input.limit)
  const last = page.at(-1)
  return {
    expenses: await asRows(context, page),
    next: found.length > input.limit && last?.issuedOn ? `${last.issuedOn} ${last.id}` : null,
    toCheckCount: await countExpenses(context, 'to_check'),
  }
})

/** As the contract says, with the names of the customers whom they are passed on to. */
async function asRows(context: Context, expenses: readonly Expense[]) {
  const names = await contactNames(
    context,
    expenses.flatMap((expense) => expense.rebill?.contactId ?? []),
  )
  return expenses.map((expense) => ({
    ...expense,
    parts: expense.parts.map((part) => ({ ...part })),
    rebill: expense.rebill && { ...expense.rebill, contactName: names.get(expense.rebill.contactId) ?? '' },
  }))
}

import { fail, invalid } from '../../../kernel/failure.ts'
import type { Day } from '../../../kernel/day.ts'
import { isPositive } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { companyDetails } from '../../company/index.ts'
import { creditTransferFile, nextBankingDay, type TransferFormat, type TransferOrder } from '../../payments/index.ts'
import type { Expense, ExpenseId } from '../expense.ts'
import { selectExpenses } from '../store.ts'
import { payProblem } from './problem.ts'
import { insertFile, newFileId, standingOrders } from './store.ts'

/** Swiss companies hand in the Swiss message, everybody else the European one. */
export function formatOf(country: string): TransferFormat {
  return country === 'CH' || country === 'LI' ? 'pain.001.001.09.ch.03' : 'pain.001.001.09'
}

/**
 * Puts chosen expenses into one file of orders for the bank; they are ordered from then on. Fails whole where one of
 * them cannot be paid, was ordered before or is not owed to a payee, and says which.
 */
export async function orderExpenses(
  context: Context,
  options: { expenseIds: readonly ExpenseId[]; executeOn?: Day | undefined; format?: TransferFormat | undefined },
): Promise<{ id: string; count: number }> {
  const company = await companyDetails(context)
  if (!company.iban) fail('company_iban_missing')
  const format = options.format ?? formatOf(company.country)
  const ordered = new Set((await standingOrders(context)).map((order) => order.expenseId))
  const open = await selectExpenses(context, { state: 'recorded', isOpen: true })
  const chosen = [...new Set(options.expenseIds)].map((id) => open.find((expense) => expense.id === id) ?? fail('expense_not_to_pay'))
  for (const expense of chosen) {
    if (expense.paidBy !== 'bank' || !isPositive(expense.open)) fail('expense_not_to_pay')
    if (ordered.has(expense.id)) fail('expense_ordered_already', { name: nameOf(expense) })
    const problem = payProblem(expense, format)
    if (problem) fail(`pay_${problem}`, { name: nameOf(expense) })
  }
  const executeOn = options.executeOn ?? nextBankingDay(context.today)
  if (executeOn < context.today) invalid({ executeOn: 'day_in_past' })
  const id = newFileId()
  const orders = chosen.map((expense) => ({ expenseId: expense.id, endToEndId: endToEndIdOf(id, expense.id), amount: expense.open }))
  const content = creditTransferFile({
    format,
    messageId: compact(id),
    createdAt: context.now,
    executeOn: nextBankingDay(executeOn),
    debtor: { ...company, name: company.legalName ?? company.name, iban: company.iban, bic: company.bic },
    orders: chosen.map((expense, index) => orderOf(expense, orders[index]!.endToEndId)),
  })
  await insertFile(context, { id, format, content, executeOn }, orders)
  return { id, count: orders.length }
}

function orderOf(expense: Expense, endToEndId: string): TransferOrder {
  const { reference, documentNumber, description } = expense
  const text = documentNumber ?? description
  return {
    endToEndId,
    amount: expense.open,
    payee: expense.payee!,
    iban: expense.payee!.iban!,
    reference: reference ? { kind: reference.kind, text: reference.text } : { kind: text === '' ? 'none' : 'text', text },
  }
}

/** The end of both ids, so that an expense that is ordered anew has another one: 31 signs of the 35 that a bank keeps. */
function endToEndIdOf(fileId: string, expenseId: string): string {
  return `E${compact(fileId).slice(-14)}${compact(expenseId).slice(-16)}`.toUpperCase()
}

function compact(id: string): string {
  return id.replaceAll('-', '')
}

function nameOf(expense: Expense): string {
  return expense.payee?.name ?? expense.description
}

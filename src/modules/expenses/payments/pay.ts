import type { Day } from '../../../kernel/day.ts'
import { fail, invalid, notFound } from '../../../kernel/failure.ts'
import type { BankTransactionId } from '../../../kernel/id.ts'
import { isNegative, isZero, subtract, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { Expense, ExpenseId, ExpensePayment, ExpensePaymentId } from '../expense.ts'
import { findExpense, selectExpenses } from '../store.ts'
import { findPayment, insertPayment, reversePayment } from './store.ts'

/** Recorded and owed to somebody whose account is known, earliest due first: what can be paid out. */
export async function expensesToPay(context: Context): Promise<Expense[]> {
  const open = await selectExpenses(context, { state: 'recorded', isOpen: true })
  return open
    .filter((expense) => expense.paidBy === 'bank' && typeof expense.payee?.iban === 'string' && !isNegative(expense.open))
    .toSorted((left, right) => dueOf(left).localeCompare(dueOf(right)) || left.id.localeCompare(right.id))
}

function dueOf(expense: Expense): string {
  return expense.dueOn ?? expense.issuedOn ?? ''
}

/**
 * Says that an expense was paid, whole or in part. Fails with not_found, expense_not_recorded, expense_already_paid,
 * and by field where the currency is another one or more would be paid than is open.
 */
export async function markPaid(
  context: Context,
  payment: {
    expenseId: ExpenseId
    amount?: Money | undefined
    charged?: Money | undefined
    on?: Day | undefined
    method?: ExpensePayment['method']
    bankTransactionId?: BankTransactionId
  },
): Promise<ExpensePaymentId> {
  const expense = (await findExpense(context, payment.expenseId)) ?? notFound('expense')
  if (expense.state !== 'recorded') fail('expense_not_recorded')
  if (isZero(expense.open)) fail('expense_already_paid')
  const amount = payment.amount ?? expense.open
  if (amount.currency !== expense.currency) invalid({ amount: 'expense_currency_differs' })
  if (isZero(amount) || isNegative(amount) !== isNegative(expense.open)) invalid({ amount: 'amount_not_positive' })
  const left = subtract(expense.open, amount)
  if (!isZero(left) && isNegative(left) !== isNegative(expense.open)) invalid({ amount: 'expense_overpaid' })
  const id = await insertPayment(context, {
    expenseId: expense.id,
    on: payment.on ?? context.today,
    amount,
    charged: payment.charged ?? null,
    method: payment.method ?? 'bank',
    isAutomatic: false,
    bankTransactionId: payment.bankTransactionId ?? null,
    reversesId: null,
  })
  context.emit('expense.paid', { expenseId: expense.id, paymentId: id })
  return id
}

/** Takes a payment back; the amount is owed again. Returns whose it was, and the debit that it came from. */
export async function undoPayment(context: Context, id: ExpensePaymentId): Promise<{ expenseId: ExpenseId; bankTransactionId: BankTransactionId | null }> {
  const found = (await findPayment(context, id)) ?? notFound('expense-payment')
  if (found.payment.isAutomatic) fail('expense_payment_automatic')
  await reversePayment(context, found.expenseId, found.payment)
  context.emit('expense.payment-undone', { expenseId: found.expenseId, paymentId: id })
  return { expenseId: found.expenseId, bankTransactionId: found.payment.bankTransactionId }
}

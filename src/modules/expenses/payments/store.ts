import type { Day } from '../../../kernel/day.ts'
import { newId, type BankTransactionId } from '../../../kernel/id.ts'
import { negate, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { ExpenseId, ExpensePayment, ExpensePaymentId } from '../expense.ts'
import { paymentsOf } from '../rows.ts'
import { tables } from '../tables.ts'

/** Adds the fact that money left the company for an expense; `reversesId` with a negative amount undoes another. */
export async function insertPayment(
  context: Context,
  payment: {
    expenseId: ExpenseId
    on: Day
    amount: Money
    charged: Money | null
    method: ExpensePayment['method']
    isAutomatic: boolean
    bankTransactionId: BankTransactionId | null
    reversesId: ExpensePaymentId | null
  },
): Promise<ExpensePaymentId> {
  const id = newId<'expense-payment'>()
  await tables(context.database)
    .insertInto('expense_payments')
    .values({
      company_id: context.company.id,
      id,
      expense_id: payment.expenseId,
      paid_on: payment.on,
      amount_minor: payment.amount.minor,
      currency: payment.amount.currency,
      charged_minor: payment.charged?.minor ?? null,
      charged_currency: payment.charged?.currency ?? null,
      method: payment.method,
      is_automatic: payment.isAutomatic ? 1n : 0n,
      bank_transaction_id: payment.bankTransactionId,
      reverses_id: payment.reversesId,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
  await tables(context.database)
    .updateTable('expenses')
    .set((is) => ({ paid_minor: is('paid_minor', '+', payment.amount.minor) }))
    .where('company_id', '=', context.company.id)
    .where('id', '=', payment.expenseId)
    .execute()
  return id
}

/** Undoes a payment by a fact of its own. */
export async function reversePayment(context: Context, expenseId: ExpenseId, payment: ExpensePayment): Promise<void> {
  await insertPayment(context, {
    ...payment,
    expenseId,
    amount: negate(payment.amount),
    charged: payment.charged && negate(payment.charged),
    reversesId: payment.id,
  })
}

/** A payment that stands, with its expense. */
export async function findPayment(context: Context, id: ExpensePaymentId): Promise<{ expenseId: ExpenseId; payment: ExpensePayment } | undefined> {
  const rows = await tables(context.database)
    .selectFrom('expense_payments')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where((is) => is.or([is('id', '=', id), is('reverses_id', '=', id)]))
    .execute()
  const payment = paymentsOf(rows)[0]
  return payment && { expenseId: rows[0]!.expense_id as ExpenseId, payment }
}

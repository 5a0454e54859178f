import { daysBetween, type Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { causeOf, waitingWeight, type Move } from '../move.ts'

export interface WaitingExpense {
  readonly expenseId: string
  readonly payee: string
  readonly amount: Money
  readonly on: Day
}

/** A receipt that was read and waits for a yes; where something is missing, its page asks for it. */
export function expenseToCheckMove(expense: WaitingExpense & { readonly isComplete: boolean }, today: Day): Move {
  return {
    ...moveOf('expense-to-check', expense),
    weight: 40 + waitingWeight(daysBetween(expense.on, today), 15),
    doing: expense.isComplete ? { operation: 'expenses.confirm', input: { expenseId: expense.expenseId } } : null,
  }
}

/** A cost that nothing proves yet: its page takes the receipt. */
export function expenseWithoutReceiptMove(expense: WaitingExpense, today: Day): Move {
  return { ...moveOf('expense-without-receipt', expense), weight: 20 + waitingWeight(daysBetween(expense.on, today), 10), doing: null }
}

function moveOf(kind: 'expense-to-check' | 'expense-without-receipt', expense: WaitingExpense) {
  return {
    kind,
    cause: causeOf(kind, expense.expenseId),
    contactId: null,
    contactName: expense.payee,
    subject: { noun: 'expense' as const, id: expense.expenseId },
    facts: { payee: expense.payee, amount: expense.amount, on: expense.on },
    since: expense.on,
  }
}

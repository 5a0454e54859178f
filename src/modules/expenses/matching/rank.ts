import { daysBetween, type Day } from '../../../kernel/day.ts'
import { foldedWords } from '../../../kernel/fold.ts'
import { negate, type Money } from '../../../kernel/money.ts'
import type { Expense } from '../expense.ts'
import { foldedNumber } from '../store.ts'

/** Money that left the account, as the bank says it; the amount is negative. */
export interface Debit {
  readonly amount: Money
  readonly bookedOn: Day
  readonly counterpartyName: string | null
  readonly counterpartyIban: string | null
  readonly reference: string | null
  readonly remittance: string
}

export interface RankedExpense {
  readonly expense: Expense
  readonly score: number
  /** Nothing else comes near, and reference or account say the same as the amount. */
  readonly isCertain: boolean
}

const daysBefore = 10
const daysAfter = 90

/**
 * Which expenses a debit may have paid, best first. Only the same amount to the cent counts; reference, account, number and name
 * then say how sure it is. Two that are alike are never certain.
 */
export function rankExpenses(debit: Debit, expenses: readonly Expense[]): RankedExpense[] {
  const paid = negate(debit.amount)
  const ranked = expenses
    .filter((expense) => isPossible(expense, { paid, on: debit.bookedOn }))
    .map((expense) => ({ expense, score: scoreOf(expense, debit) }))
    .toSorted((left, right) => right.score - left.score || (left.expense.issuedOn ?? '').localeCompare(right.expense.issuedOn ?? ''))
  const second = ranked[1]?.score ?? 0
  return ranked.map((each, at) => ({ ...each, isCertain: at === 0 && each.score >= 60 && each.score - second >= 30 }))
}

function isPossible(expense: Expense, debit: { paid: Money; on: Day }): boolean {
  // What is only proposed is not owed yet. What a card paid shows on the account too: it has its own payment already, so its whole amount counts.
  const wanted = expense.paidBy === 'card' || expense.state === 'to_check' ? expense.gross : expense.open
  if (wanted.currency !== debit.paid.currency || wanted.minor !== debit.paid.minor || wanted.minor <= 0n) return false
  if (expense.payments.some((payment) => payment.bankTransactionId !== null)) return false
  const days = expense.issuedOn === null ? 0 : daysBetween(expense.issuedOn, debit.on)
  return expense.paidBy !== 'cash' && days >= -daysBefore && days <= daysAfter
}

function scoreOf(expense: Expense, debit: Debit): number {
  const text = foldedNumber(`${debit.reference ?? ''} ${debit.remittance}`)
  const reference = foldedNumber(expense.reference?.text ?? null)
  const number = foldedNumber(expense.documentNumber)
  const words = new Set(foldedWords(`${debit.counterpartyName ?? ''} ${debit.remittance}`))
  const name = foldedWords(expense.payee?.name ?? expense.description).filter((word) => word.length > 2)
  const named = name.length === 0 ? 0 : name.filter((word) => words.has(word)).length / name.length
  const days = expense.issuedOn === null ? 0 : daysBetween(expense.issuedOn, debit.bookedOn)
  return (
    20 +
    (reference.length > 5 && text.includes(reference) ? 60 : 0) +
    (expense.payee?.iban && expense.payee.iban === debit.counterpartyIban ? 45 : 0) +
    (number.length > 3 && text.includes(number) ? 35 : 0) +
    Math.round(named * 30) +
    (days >= 0 && days <= 3 ? 10 : 0)
  )
}

import { add, isZero, money, subtract, type Money } from '../../../kernel/money.ts'

/** Whether opening and movements make the closing balance; a statement that does not say both is believed. */
export function addsUp(opening: Money | null, closing: Money | null, transactions: readonly { readonly amount: Money }[]): boolean {
  if (!opening || !closing || opening.currency !== closing.currency) return true
  if (transactions.some((transaction) => transaction.amount.currency !== opening.currency)) return true
  const moved = transactions.reduce((soFar, transaction) => add(soFar, transaction.amount), money(0n, opening.currency))
  return isZero(subtract(closing, add(opening, moved)))
}

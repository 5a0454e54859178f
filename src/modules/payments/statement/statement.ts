import { daysBetween, type Day } from '../../../kernel/day.ts'
import { add, isPositive, sum, zero, type Money } from '../../../kernel/money.ts'

export const statementKinds = ['invoice', 'opening', 'credit_note', 'payment', 'refund', 'write_off', 'fee', 'interest'] as const
export type StatementKind = (typeof statementKinds)[number]

/** One movement of what a customer owes: positive more, negative less. */
export interface Movement {
  readonly on: Day
  readonly kind: StatementKind
  /** The document's number, or the way of payment. */
  readonly about: string | null
  readonly amount: Money
  /** What undoes another one. */
  readonly isUndoing: boolean
}

export interface StatementLine extends Movement {
  /** What is owed after it. */
  readonly balance: Money
}

export interface OpenItem {
  readonly kind: 'invoice' | 'fee' | 'credit'
  readonly number: string
  readonly dueOn: Day
  /** Negative: the customer's credit. */
  readonly open: Money
  /** Days since the due day; nought where it is not due yet. */
  readonly daysLate: number
}

export interface Statement {
  readonly currency: string
  readonly brought: Money
  readonly lines: readonly StatementLine[]
  readonly balance: Money
}

/** The movements of some days in one currency, after what was owed before them. Of one day in the order given. */
export function statementOf(movements: readonly Movement[], period: { from: Day; to: Day }, currency: string): Statement {
  const ofCurrency = movements.filter((movement) => movement.amount.currency === currency)
  const brought = sum(
    ofCurrency.filter((movement) => movement.on < period.from).map((movement) => movement.amount),
    currency,
  )
  let balance = brought
  const lines = ofCurrency
    .filter((movement) => movement.on >= period.from && movement.on <= period.to)
    .sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))
    .map((movement) => {
      balance = add(balance, movement.amount)
      return { ...movement, balance }
    })
  return { currency, brought, lines, balance }
}

/** How long something is late. */
export function daysLate(dueOn: Day, today: Day): number {
  return Math.max(0, daysBetween(dueOn, today))
}

/** What is open altogether, credit taken off. */
export function totalOf(items: readonly OpenItem[], currency: string): Money {
  const own = items.filter((item) => item.open.currency === currency)
  return own.length === 0
    ? zero(currency)
    : sum(
        own.map((item) => item.open),
        currency,
      )
}

/** What is late by so many days: not yet due, up to 30, 60, 90, and longer. */
export function agesOf(items: readonly OpenItem[], currency: string): { readonly upTo: number | null; readonly amount: Money }[] {
  const steps = [0, 30, 60, 90, null]
  return steps.map((upTo, index) => {
    const above = index === 0 ? -1 : steps[index - 1]!
    const within = items.filter(
      (item) => item.open.currency === currency && isPositive(item.open) && item.daysLate > above && (upTo === null || item.daysLate <= upTo),
    )
    return {
      upTo,
      amount: sum(
        within.map((item) => item.open),
        currency,
      ),
    }
  })
}

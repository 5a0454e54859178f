import type { Currency } from '../../kernel/currency.ts'
import type { Day } from '../../kernel/day.ts'
import { fail } from '../../kernel/failure.ts'
import { add, isNegative, isPositive, isZero, minimum, negate, subtract, sum, zero, type Money } from '../../kernel/money.ts'

/**
 * The money of one customer in one currency, as facts that are only ever added:
 * invoices − credit notes + reminder fees − payments + refunds − write-offs = balance, always. (Fees have facts and
 * settlements of their own, beside these: reminding/claims.)
 */
export interface CustomerMoney {
  readonly currency: Currency
  readonly invoices: readonly InvoiceFact[]
  /** What the customer gave or was granted: payments and credit notes. */
  readonly credits: readonly CreditFact[]
  /** Which credit settles which invoice; undone by a negative one. */
  readonly allocations: readonly AllocationFact[]
  /** Money given back, out of a credit. */
  readonly refunds: readonly { readonly creditId: string; readonly amount: Money }[]
  readonly writeOffs: readonly { readonly invoiceId: string; readonly amount: Money }[]
}

export interface InvoiceFact {
  readonly id: string
  readonly total: Money
  readonly issuedOn: Day
  /** The parts of the total with their due days, earliest first; they sum to the total. */
  readonly dueDates: readonly DueDate[]
}

export interface DueDate {
  readonly on: Day
  readonly amount: Money
}

export interface CreditFact {
  readonly id: string
  readonly kind: 'payment' | 'credit_note'
  readonly amount: Money
  readonly on: Day
}

export interface AllocationFact {
  readonly creditId: string
  readonly invoiceId: string
  readonly amount: Money
}

/** Positive: the customer owes; negative: the customer has credit. */
export function balanceOf(state: CustomerMoney): Money {
  const total = (values: readonly { readonly amount: Money }[]) =>
    sum(
      values.map((value) => value.amount),
      state.currency,
    )
  const invoiced = sum(
    state.invoices.map((invoice) => invoice.total),
    state.currency,
  )
  return subtract(add(subtract(invoiced, total(state.credits)), total(state.refunds)), total(state.writeOffs))
}

/** What is still open of each invoice, in the order of the invoices. */
export function openOf(state: CustomerMoney): { readonly invoice: InvoiceFact; readonly open: Money }[] {
  const covered = new Map<string, Money>()
  const cover = (invoiceId: string, amount: Money) => covered.set(invoiceId, add(covered.get(invoiceId) ?? zero(state.currency), amount))
  for (const allocation of state.allocations) cover(allocation.invoiceId, allocation.amount)
  for (const writeOff of state.writeOffs) cover(writeOff.invoiceId, writeOff.amount)
  return state.invoices.map((invoice) => ({ invoice, open: subtract(invoice.total, covered.get(invoice.id) ?? zero(state.currency)) }))
}

/** What is left of each credit, in the order of the credits. */
export function leftOf(state: CustomerMoney): { readonly credit: CreditFact; readonly left: Money }[] {
  const used = new Map<string, Money>()
  const use = (creditId: string, amount: Money) => used.set(creditId, add(used.get(creditId) ?? zero(state.currency), amount))
  for (const allocation of state.allocations) use(allocation.creditId, allocation.amount)
  for (const refund of state.refunds) use(refund.creditId, refund.amount)
  return state.credits.map((credit) => ({ credit, left: subtract(credit.amount, used.get(credit.id) ?? zero(state.currency)) }))
}

/**
 * Spreads an amount over open invoices: the chosen ones in the order chosen, or else the earliest due first, then the
 * oldest. Never more than is open; `rest` stays customer credit.
 */
export function planAllocation(options: {
  readonly amount: Money
  readonly open: readonly { readonly invoiceId: string; readonly dueOn: Day; readonly issuedOn: Day; readonly open: Money }[]
  readonly chosen?: readonly string[] | undefined
}): { readonly allocations: { readonly invoiceId: string; readonly amount: Money }[]; readonly rest: Money } {
  const { amount, open, chosen } = options
  const ordered = chosen
    ? chosen.flatMap((id) => open.filter((candidate) => candidate.invoiceId === id))
    : [...open].sort((left, right) => compare(left.dueOn, right.dueOn) || compare(left.issuedOn, right.issuedOn) || compare(left.invoiceId, right.invoiceId))
  const allocations: { invoiceId: string; amount: Money }[] = []
  let rest = amount
  for (const candidate of ordered) {
    const part = minimum(rest, candidate.open)
    if (!isPositive(part)) continue
    allocations.push({ invoiceId: candidate.invoiceId, amount: part })
    rest = subtract(rest, part)
  }
  return { allocations, rest }
}

/** Takes an amount out of what is left of credits, the oldest first. Fails with `credit_too_small`. */
export function planDraw(options: {
  readonly amount: Money
  readonly credits: readonly { readonly creditId: string; readonly on: Day; readonly left: Money }[]
}): {
  readonly creditId: string
  readonly amount: Money
}[] {
  const draws: { creditId: string; amount: Money }[] = []
  let missing = options.amount
  for (const credit of [...options.credits].sort((left, right) => compare(left.on, right.on) || compare(left.creditId, right.creditId))) {
    const part = minimum(missing, credit.left)
    if (!isPositive(part)) continue
    draws.push({ creditId: credit.creditId, amount: part })
    missing = subtract(missing, part)
  }
  if (isPositive(missing)) fail('credit_too_small', { missing: missing.toJSON().amount, currency: missing.currency })
  return draws
}

/** Puts credits that are left onto open invoices, oldest credit first, earliest due invoice first. */
export function planCreditUse(options: {
  readonly credits: readonly { readonly creditId: string; readonly on: Day; readonly left: Money }[]
  readonly open: Parameters<typeof planAllocation>[0]['open']
  readonly chosen?: readonly string[] | undefined
}): AllocationFact[] {
  const remaining = options.open.map((candidate) => ({ ...candidate }))
  return [...options.credits]
    .sort((left, right) => compare(left.on, right.on) || compare(left.creditId, right.creditId))
    .filter((credit) => isPositive(credit.left))
    .flatMap((credit) => {
      const plan = planAllocation({ amount: credit.left, open: remaining, chosen: options.chosen })
      for (const allocation of plan.allocations) {
        const target = remaining.find((candidate) => candidate.invoiceId === allocation.invoiceId)!
        target.open = subtract(target.open, allocation.amount)
      }
      return plan.allocations.map((allocation) => ({ creditId: credit.creditId, ...allocation }))
    })
}

/** How far an invoice is settled, and each of its due parts. */
export interface Settlement {
  readonly state: 'open' | 'partly_settled' | 'settled'
  readonly open: Money
  /** By payments and credit notes. */
  readonly settled: Money
  readonly writtenOff: Money
  /** What is open and was due before today. */
  readonly overdue: Money
  /** The earliest due day that is not settled. */
  readonly dueOn: Day | null
  readonly isOverdue: boolean
  readonly instalments: readonly { readonly on: Day; readonly amount: Money; readonly open: Money }[]
}

/** What was settled or written off covers the earliest due part first. */
export function settlementOf(options: {
  readonly total: Money
  readonly dueDates: readonly DueDate[]
  readonly settled: Money
  readonly writtenOff: Money
  readonly today: Day
}): Settlement {
  const { total, dueDates, settled, writtenOff, today } = options
  const covered = add(settled, writtenOff)
  const open = isNegative(subtract(total, covered)) ? zero(total.currency) : subtract(total, covered)
  let left = covered
  const instalments = [...dueDates]
    .sort((one, other) => compare(one.on, other.on))
    .map((due) => {
      const part = minimum(isNegative(left) ? zero(total.currency) : left, due.amount)
      left = subtract(left, part)
      return { on: due.on, amount: due.amount, open: subtract(due.amount, part) }
    })
  const unsettled = instalments.filter((instalment) => isPositive(instalment.open))
  const overdue = sum(
    unsettled.filter((instalment) => instalment.on < today).map((instalment) => instalment.open),
    total.currency,
  )
  return {
    state: isZero(open) ? 'settled' : isZero(covered) ? 'open' : 'partly_settled',
    open,
    settled,
    writtenOff,
    overdue,
    dueOn: unsettled[0]?.on ?? null,
    isOverdue: isPositive(overdue),
    instalments,
  }
}

/** The fact that undoes an allocation. */
export function reversalOf(allocation: AllocationFact): AllocationFact {
  return { ...allocation, amount: negate(allocation.amount) }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

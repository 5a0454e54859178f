import type { Day } from '../../../kernel/day.ts'
import { divideRounded } from '../../../kernel/money.ts'
import type { TaxFact, TaxSource } from './tax-fact.ts'

/** A recorded cost with its parts in the company's currency. */
export interface TaxedExpense {
  readonly source: TaxSource
  readonly country: string
  readonly category: string
  readonly parts: readonly TaxedPart[]
  /** What it costs and what was paid of it, in minor units of its own currency. */
  readonly gross: bigint
  readonly payments: readonly { readonly amount: bigint; readonly on: Day }[]
}

export interface TaxedPart {
  readonly treatment: string
  readonly basisPoints: number
  readonly net: bigint
  readonly tax: bigint
}

/**
 * Input tax, and the tax that the company owes itself. `onPayment`: input tax counts with the payment (MWSTG art. 40 (2)
 * with cash basis); else with the receipt (UStG § 15 (1) 1, on cash basis too).
 * Tax that is not deductible, or of another country, is none of the return's business.
 */
export function purchaseFacts(expenses: readonly TaxedExpense[], options: { onPayment: boolean; mayDeduct: boolean }): TaxFact[] {
  return expenses.flatMap((expense) =>
    expense.parts.flatMap((part) => {
      if (part.treatment === 'reverse_charge') return [acquired(expense, part)]
      if (!options.mayDeduct || (part.treatment !== 'domestic' && part.treatment !== 'import')) return []
      return options.onPayment && expense.gross !== 0n
        ? paidShares(expense, part)
        : [factOf(expense, part, { on: expense.source.on, net: part.net, tax: part.tax })]
    }),
  )
}

/** The tax on the bare amount: the supplier charged none (MWSTG art. 45; UStG § 13b; Directive 2006/112/EC art. 196). */
function acquired(expense: TaxedExpense, part: TaxedPart): TaxFact {
  const tax = divideRounded(part.net * BigInt(part.basisPoints), 10_000n)
  return { ...factOf(expense, part, { on: expense.source.on, net: part.net, tax }), kind: 'acquisition' }
}

function paidShares(expense: TaxedExpense, part: TaxedPart): TaxFact[] {
  let paid = 0n
  return expense.payments.map((payment) => {
    const before = paid
    paid += payment.amount
    const share = (amount: bigint) => shareOf(amount, paid, expense.gross) - shareOf(amount, before, expense.gross)
    return factOf(expense, part, { on: payment.on, net: share(part.net), tax: share(part.tax) })
  })
}

function factOf(expense: TaxedExpense, part: TaxedPart, due: { on: Day; net: bigint; tax: bigint }): TaxFact {
  return {
    kind: 'purchase',
    source: expense.source,
    on: due.on,
    code: 'S',
    reason: part.treatment,
    basisPoints: part.basisPoints,
    country: expense.country,
    isGoods: expense.category === 'goods',
    category: expense.category,
    net: due.net,
    tax: due.tax,
  }
}

function shareOf(amount: bigint, part: bigint, whole: bigint): bigint {
  return part === whole ? amount : divideRounded(amount * part, whole)
}

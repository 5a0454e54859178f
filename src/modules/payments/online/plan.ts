import { compareMoney, minimum, subtract, sum, type Money } from '../../../kernel/money.ts'
import type { ReportedCheckout } from './provider.ts'

/** What we know of a checkout: facts that were added before. */
export interface KnownCheckout {
  readonly isPaid: boolean
  readonly hasFee: boolean
  /** By the provider's ids. */
  readonly refunded: readonly { readonly providerId: string; readonly amount: Money }[]
}

/** The facts that a report adds. */
export interface SettlementPlan {
  readonly payment: Money | null
  readonly fee: Money | null
  readonly refunds: ReportedCheckout['refunds']
}

/**
 * What is new in a report. Facts are only ever added, so reports may come late, twice and in any order: a paid checkout
 * never becomes open again, a refund is known by the provider's id, and never more goes back than came in.
 */
export function planSettlement(known: KnownCheckout, report: ReportedCheckout): SettlementPlan {
  const isPaid = known.isPaid || report.state === 'paid'
  const nothing: SettlementPlan = { payment: null, fee: null, refunds: [] }
  if (!isPaid) return nothing
  const payment = known.isPaid || report.amount.minor <= 0n ? null : report.amount
  // A fee in another currency was taken from a converted amount; the books learn it from the payout.
  const isFeeNew = !known.hasFee && report.fee !== null && report.fee.minor > 0n && report.fee.currency === report.amount.currency
  return { payment, fee: isFeeNew && compareMoney(report.fee!, report.amount) < 0 ? report.fee : null, refunds: newRefunds(known, report) }
}

function newRefunds(known: KnownCheckout, report: ReportedCheckout): ReportedCheckout['refunds'] {
  const { currency } = report.amount
  const ids = new Set(known.refunded.map((refund) => refund.providerId))
  const before = sum(
    known.refunded.map((refund) => refund.amount),
    currency,
  )
  let left = subtract(report.amount, before)
  const added: ReportedCheckout['refunds'][number][] = []
  for (const refund of report.refunds) {
    if (ids.has(refund.providerId) || refund.amount.currency !== currency || refund.amount.minor <= 0n || left.minor <= 0n) continue
    const amount = minimum(refund.amount, left)
    ids.add(refund.providerId)
    left = subtract(left, amount)
    added.push({ ...refund, amount })
  }
  return added
}

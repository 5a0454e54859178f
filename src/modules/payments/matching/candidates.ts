import { isPositive, sum } from '../../../kernel/money.ts'
import { fitOf, paidIn } from './amounts.ts'
import { bucketMax, namedInvoices, type Named } from './evidence.ts'
import { amountKey, type InvoiceIndex } from './index-invoices.ts'
import { payersOf, type Payers } from './payers.ts'
import type { MatchCandidate, MatchInvoice, MatchReason, MatchTransaction, OpenNow } from './types.ts'

export interface Found {
  readonly candidates: readonly MatchCandidate[]
  /** What reference and text name: more than one is a rivalry. */
  readonly named: ReadonlyMap<MatchInvoice, Named>
  readonly payers: Payers
}

const candidatesMax = 5
const named20 = 20

interface Search {
  readonly transaction: MatchTransaction
  readonly index: InvoiceIndex
  readonly openNow: OpenNow
  readonly named: ReadonlyMap<MatchInvoice, Named>
  readonly payers: Payers
}

/** The candidates for one transaction of money that came in, best first. */
export function candidatesFor(transaction: MatchTransaction, index: InvoiceIndex, openNow: OpenNow): Found {
  const payers = payersOf(transaction, index)
  const named = new Map([...namedInvoices(transaction, index)].filter(([invoice]) => paidIn(transaction, invoice.open.currency) !== undefined))
  const search: Search = { transaction, index, openNow, named, payers }
  const sets = [
    ...[...named.keys()].map((invoice) => [invoice]),
    ...severalNamed(search),
    ...byAmount(search)
      .filter((invoice) => !named.has(invoice))
      .map((invoice) => [invoice]),
    ...severalOfPayer(search),
  ]
  return { candidates: best(sets.flatMap((invoices) => candidateOf(search, invoices) ?? [])), named, payers }
}

function byAmount({ transaction, index, payers, openNow }: Search): MatchInvoice[] {
  const amounts = [
    transaction.amount,
    transaction.instructed,
    transaction.charges && transaction.charges.currency === transaction.amount.currency
      ? sum([transaction.amount, transaction.charges], transaction.amount.currency)
      : null,
  ]
  const bucket = amounts.flatMap((amount) => (amount ? (index.byAmount.get(amountKey(amount)) ?? []) : []))
  // Where many owe the same amount, only the payer's own are worth looking at.
  const ofPayers = [...payers.likely.keys()].slice(0, named20).flatMap((customerId) => (index.byCustomer.get(customerId) ?? []).slice(0, bucketMax))
  const pool = bucket.length <= bucketMax ? [...bucket, ...ofPayers] : ofPayers
  return [...new Set(pool)].filter((invoice) => paidIn(transaction, invoice.open.currency) !== undefined && isPositive(openNow(invoice)))
}

/** All named invoices together, and those named in full together, when there are several. */
function severalNamed({ named, openNow }: Search): MatchInvoice[][] {
  const open = [...named].filter(([invoice]) => isPositive(openNow(invoice)))
  const full = open.filter(([, each]) => each.reason === 'number' || each.reason === 'reference')
  return [open, full].filter((set) => set.length > 1 && set.length <= 20).map((set) => set.map(([invoice]) => invoice))
}

/** Two or more open invoices of a likely payer that sum to the amount: all, the oldest ones, or a pair. */
function severalOfPayer({ transaction, index, payers, openNow }: Search): MatchInvoice[][] {
  return [...payers.likely.keys()].slice(0, named20).flatMap((customerId) => {
    const currency = transaction.amount.currency
    const open = (index.byCustomer.get(customerId) ?? [])
      .filter((invoice) => invoice.open.currency === currency && isPositive(openNow(invoice)))
      .slice(0, bucketMax)
    const oldest = open.map((_, count) => open.slice(0, count + 1)).slice(1)
    const pairs = open.slice(0, 12).flatMap((one, at) => open.slice(at + 1, 12).map((other) => [one, other]))
    const fitting = [...oldest, ...pairs].find((set) => sum(set.map(openNow), currency).minor === transaction.amount.minor)
    return fitting ? [fitting] : []
  })
}

function candidateOf(search: Search, invoices: readonly MatchInvoice[]): MatchCandidate | undefined {
  const { transaction, named, payers, index, openNow } = search
  const fit = fitOf(transaction, invoices, openNow)
  if (!fit) return undefined
  const evidence = [...new Set(invoices.flatMap((invoice) => named.get(invoice)?.reason ?? []))]
  const payer = payers.of(invoices[0]!.customerId)
  const habit =
    payer && payer.by !== 'text' && fit.reasons.includes('amount_exact') && index.habits.get(invoices[0]!.customerId)?.has(amountKey(transaction.amount))
  const reasons: MatchReason[] = [
    ...evidence,
    ...fit.reasons,
    ...(payer ? [payer.by === 'account' ? ('account' as const) : payer.by === 'name' ? ('name' as const) : ('name_in_text' as const)] : []),
    ...(habit ? (['standing_order'] as const) : []),
  ]
  const score = scoreOf({ reasons, likeness: payer?.likeness ?? 0, isStranger: payers.isNamed && !payer })
  return { kind: 'settle', customerId: invoices[0]!.customerId, ...fit, paymentId: null, score, reasons }
}

const weights: Readonly<Record<MatchReason, number>> = {
  reference: 60,
  number: 50,
  number_damaged: 32,
  number_short: 18,
  amount_exact: 30,
  amount_instalment: 28,
  amount_sum: 31,
  amount_with_fees: 29,
  amount_charges: 28,
  amount_fee: 14,
  amount_part: 4,
  amount_over: 4,
  exchange: 0,
  already_settled: 0,
  name: 20,
  name_in_text: 12,
  account: 24,
  standing_order: 8,
  returned: 40,
  credit_left: 20,
}

const fitting = new Set<MatchReason>(['amount_exact', 'amount_instalment', 'amount_sum', 'amount_with_fees', 'amount_charges'])

/** A number without its amount, from somebody else, is more likely a number of something else. */
function scoreOf({ reasons, likeness, isStranger }: { reasons: readonly MatchReason[]; likeness: number; isStranger: boolean }): number {
  const points = reasons.reduce((soFar, reason) => soFar + (reason === 'name' || reason === 'account' ? weights[reason] * likeness : weights[reason]), 0)
  const isFitting = reasons.some((reason) => fitting.has(reason))
  return Math.max(0, Math.min(100, Math.round(points) - (isStranger && !isFitting ? 22 : 0) - (isStranger && isFitting ? 4 : 0)))
}

/** Nothing is proposed on a part of an amount alone, or on nothing but a name that does not fit. */
export function best(candidates: readonly MatchCandidate[]): MatchCandidate[] {
  const seen = new Set<string>()
  return [...candidates]
    .filter((each) => each.score >= 20)
    .sort((left, right) => right.score - left.score || right.allocations.length - left.allocations.length)
    .filter((each) => {
      const invoices = each.allocations.map((allocation) => allocation.invoiceId).sort()
      const key = `${each.kind} ${each.customerId} ${each.paymentId ?? ''} ${invoices.join()}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, candidatesMax)
}

import { isPositive, minimum, subtract, sum, type Money } from '../../../kernel/money.ts'
import { amountKey, referenceKey, type InvoiceIndex, type MatchInvoice } from './index-invoices.ts'
import { nameLikeness, nameWords } from './name.ts'
import { keysOfText } from './number.ts'

/** Why a candidate is one; each is a text for people too. */
export type MatchReason =
  | 'reference'
  | 'number'
  | 'number_damaged'
  | 'amount_exact'
  | 'amount_instalment'
  | 'amount_sum'
  | 'amount_part'
  | 'amount_over'
  | 'already_settled'
  | 'name'
  | 'account'

export interface MatchCandidate {
  readonly customerId: string
  /** What would go onto which invoice; empty when all of it would be customer credit. */
  readonly allocations: readonly { readonly invoiceId: string; readonly amount: Money }[]
  /** What would stay as customer credit. */
  readonly rest: Money
  /** 0 to 100. */
  readonly score: number
  readonly reasons: readonly MatchReason[]
}

/** What matching looks at in a transaction. */
export interface MatchTransaction {
  readonly id: string
  readonly amount: Money
  readonly counterpartyName: string | null
  readonly counterpartyIban: string | null
  readonly reference: { readonly text: string } | null
  readonly remittance: string
}

/** What is still open of an invoice while a whole file is matched. */
export type OpenNow = (invoice: MatchInvoice) => Money

export interface Found {
  readonly candidates: MatchCandidate[]
  /** The customers that a reference or a number names: more than one is a rivalry. */
  readonly named: readonly MatchInvoice[]
}

const bucketMax = 30
const candidatesMax = 5

/** The candidates for one transaction of money that came in, best first. */
export function candidatesFor(transaction: MatchTransaction, index: InvoiceIndex, openNow: OpenNow): Found {
  const evidence = namedInvoices(transaction, index)
  const payers = likelyPayers(transaction, index)
  const named = [...evidence.keys()].filter((invoice) => invoice.open.currency === transaction.amount.currency)
  const candidates = [
    ...named.map((invoice) => candidate(transaction, [invoice], evidence.get(invoice)!, payers, openNow)),
    ...severalNamed(transaction, named, evidence, payers, openNow),
    ...byAmount(transaction, index, payers, openNow)
      .filter((invoice) => !evidence.has(invoice))
      .map((invoice) => candidate(transaction, [invoice], [], payers, openNow)),
    ...severalOfPayer(transaction, index, payers, openNow),
  ]
  return { candidates: best(candidates), named }
}

function namedInvoices(transaction: MatchTransaction, index: InvoiceIndex): Map<MatchInvoice, MatchReason[]> {
  const evidence = new Map<MatchInvoice, MatchReason[]>()
  const note = (invoice: MatchInvoice, reason: MatchReason) => {
    const reasons = evidence.get(invoice) ?? []
    if (!reasons.includes(reason)) evidence.set(invoice, [...reasons, reason])
  }
  const reference = transaction.reference && referenceKey(transaction.reference.text)
  if (reference) for (const invoice of index.byReference.get(reference) ?? []) note(invoice, 'reference')
  for (const key of keysOfText(`${transaction.remittance} ${transaction.reference?.text ?? ''}`)) {
    const filed = index.byNumberKey.get(key) ?? []
    // A short number such as "14" means too many invoices, or none.
    if (filed.length > bucketMax) continue
    for (const { invoice, isStrong } of filed) note(invoice, isStrong ? 'number' : 'number_damaged')
  }
  const entries = [...evidence].map(
    ([invoice, reasons]) => [invoice, reasons.includes('number') ? reasons.filter((reason) => reason !== 'number_damaged') : reasons] as const,
  )
  const isAnySure = entries.some(([, reasons]) => !reasons.every((reason) => reason === 'number_damaged'))
  // Where the text names an invoice as it is written, what it might name with repairs is chance.
  return new Map(entries.filter(([, reasons]) => !isAnySure || !reasons.every((reason) => reason === 'number_damaged')).slice(0, bucketMax))
}

/** Customers by account and by name, each with a likeness from 0 to 1. */
function likelyPayers(transaction: MatchTransaction, index: InvoiceIndex): Map<string, { likeness: number; isByAccount: boolean }> {
  const payers = new Map<string, { likeness: number; isByAccount: boolean }>()
  for (const customerId of index.customersByIban.get(transaction.counterpartyIban ?? '') ?? []) payers.set(customerId, { likeness: 1, isByAccount: true })
  const words = nameWords(transaction.counterpartyName ?? '')
  const rarest = words
    .map((word) => index.customersByWord.get(word) ?? [])
    .filter((customers) => customers.length > 0 && customers.length <= 200)
    .sort((left, right) => left.length - right.length)
    .slice(0, 3)
  for (const customerId of new Set(rarest.flat())) {
    const likeness = Math.max(...(index.wordsOfCustomer.get(customerId) ?? []).map((other) => nameLikeness(words, other)))
    if (likeness >= 0.5 && !payers.has(customerId)) payers.set(customerId, { likeness, isByAccount: false })
  }
  return payers
}

type Payers = ReturnType<typeof likelyPayers>

function byAmount(transaction: MatchTransaction, index: InvoiceIndex, payers: Payers, openNow: OpenNow): MatchInvoice[] {
  const bucket = index.byAmount.get(amountKey(transaction.amount)) ?? []
  // Where many owe the same amount, only the payer's own are worth looking at.
  const ofPayers = [...payers.keys()].flatMap((customerId) => (index.byCustomer.get(customerId) ?? []).slice(0, bucketMax))
  const pool = bucket.length <= bucketMax ? [...bucket, ...ofPayers] : ofPayers
  return [...new Set(pool)].filter((invoice) => invoice.open.currency === transaction.amount.currency && isPositive(openNow(invoice)))
}

/** All named invoices together, of one customer, when there are several. */
function severalNamed(
  transaction: MatchTransaction,
  named: readonly MatchInvoice[],
  evidence: ReadonlyMap<MatchInvoice, MatchReason[]>,
  payers: Payers,
  openNow: OpenNow,
): MatchCandidate[] {
  const open = named.filter((invoice) => isPositive(openNow(invoice)))
  if (open.length < 2 || open.some((invoice) => invoice.customerId !== open[0]!.customerId)) return []
  const reasons = [...new Set(open.flatMap((invoice) => evidence.get(invoice)!))]
  return [candidate(transaction, open, reasons, payers, openNow)]
}

/** Two or more open invoices of a likely payer that sum to the amount: all, the oldest ones, or a pair. */
function severalOfPayer(transaction: MatchTransaction, index: InvoiceIndex, payers: Payers, openNow: OpenNow): MatchCandidate[] {
  return [...payers.keys()].slice(0, 20).flatMap((customerId) => {
    const open = (index.byCustomer.get(customerId) ?? [])
      .filter((invoice) => invoice.open.currency === transaction.amount.currency && isPositive(openNow(invoice)))
      .sort((left, right) => (left.dueOn < right.dueOn ? -1 : 1))
      .slice(0, bucketMax)
    const oldest = open.map((_, count) => open.slice(0, count + 1)).slice(1)
    const pairs = open.slice(0, 12).flatMap((one, at) => open.slice(at + 1, 12).map((other) => [one, other]))
    const fitting = [...oldest, ...pairs].find((set) => sum(set.map(openNow), transaction.amount.currency).minor === transaction.amount.minor)
    return fitting ? [candidate(transaction, fitting, [], payers, openNow)] : []
  })
}

function candidate(
  transaction: MatchTransaction,
  invoices: readonly MatchInvoice[],
  evidence: readonly MatchReason[],
  payers: Payers,
  openNow: OpenNow,
): MatchCandidate {
  const { amount } = transaction
  let rest = amount
  const allocations = invoices.flatMap((invoice) => {
    const part = minimum(rest, openNow(invoice))
    if (!isPositive(part)) return []
    rest = subtract(rest, part)
    return [{ invoiceId: invoice.id, amount: part }]
  })
  const customerId = invoices[0]!.customerId
  const payer = payers.get(customerId)
  const reasons = [...evidence, amountReason(amount, invoices, openNow), ...(payer ? [payer.isByAccount ? ('account' as const) : ('name' as const)] : [])]
  return { customerId, allocations, rest, reasons, score: scoreOf(reasons, payer?.likeness ?? 0) }
}

function amountReason(amount: Money, invoices: readonly MatchInvoice[], openNow: OpenNow): MatchReason {
  const open = sum(invoices.map(openNow), amount.currency)
  if (!isPositive(open)) return 'already_settled'
  if (amount.minor === open.minor) return invoices.length > 1 ? 'amount_sum' : 'amount_exact'
  if (amount.minor > open.minor) return 'amount_over'
  return invoices.length === 1 && isInstalment(amount, invoices[0]!, openNow) ? 'amount_instalment' : 'amount_part'
}

/** The first one, two, … open parts of a payment plan. Only valid while nothing of it was used up in this run. */
function isInstalment(amount: Money, invoice: MatchInvoice, openNow: OpenNow): boolean {
  if (!invoice.openParts || openNow(invoice).minor !== invoice.open.minor) return false
  let soFar = 0n
  return invoice.openParts.some((part) => (soFar += part.minor) === amount.minor)
}

const weights: Readonly<Record<MatchReason, number>> = {
  reference: 60,
  number: 50,
  number_damaged: 30,
  amount_exact: 30,
  amount_instalment: 28,
  amount_sum: 30,
  amount_part: 5,
  amount_over: 5,
  already_settled: 0,
  name: 15,
  account: 20,
}

function scoreOf(reasons: readonly MatchReason[], likeness: number): number {
  const points = reasons.reduce((soFar, reason) => soFar + (reason === 'name' ? weights.name * likeness : weights[reason]), 0)
  return Math.min(100, Math.round(points))
}

/** Nothing is proposed on a part of an amount alone, or on nothing but a name that does not fit. */
function best(candidates: readonly MatchCandidate[]): MatchCandidate[] {
  const seen = new Set<string>()
  return [...candidates]
    .filter((each) => each.score >= 20)
    .sort((left, right) => right.score - left.score || right.allocations.length - left.allocations.length)
    .filter((each) => {
      const key = `${each.customerId} ${each.allocations
        .map((allocation) => allocation.invoiceId)
        .sort()
        .join()}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, candidatesMax)
}

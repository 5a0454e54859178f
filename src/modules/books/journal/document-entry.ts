import type { Day } from '../../../kernel/day.ts'
import { add, money, negate, portion, subtract, sum, zero, type Money } from '../../../kernel/money.ts'
import type { SaleTreatment } from '../accounts/kinds.ts'
import { exchangeLine, shareOf, sumOf, type Carried, type Entry, type Posting } from './entry.ts'

/** An issued document as the journal reads it; amounts in the document's currency and positive, also of a credit note. */
export interface BookedDocument {
  readonly id: string
  readonly kind: 'invoice' | 'credit_note' | 'opening'
  readonly number: string
  readonly on: Day
  readonly customer: { readonly key: string; readonly name: string }
  readonly groups: readonly DocumentGroup[]
  /** What a credit note corrects, and at what value its open amount stands in the books. */
  readonly correctsId: string | null
  readonly carried: Carried | null
  /** Of an opening invoice what is still open; of a credit note what it settled of its invoice at once. */
  readonly settled: Money | null
}

/** The lines of one rate, by what was sold. */
export interface DocumentGroup {
  readonly code: string
  readonly basisPoints: number
  /** What the lines come to, before the advances. */
  readonly net: Money
  /** Charged by this document alone. */
  readonly tax: Money
  /** What advance invoices charged of it before, without tax. */
  readonly deducted: Money
  readonly parts: readonly { readonly sale: SaleOf; readonly treatment: SaleTreatment; readonly amount: Money }[]
}

/** services and goods are earned now; the rest is owed back, or earned later. */
export type SaleOf = 'services' | 'goods' | 'advance' | 'deposit' | 'voucher' | 'reminder_fee' | 'interest_income'

/** Turns money of a document into the currency of the books at the rate of its day. */
export type ToBook = (value: Money) => bigint

/**
 * An invoice: receivable against revenue, per kind of sale and rate, and tax owed. An advance, a security deposit and
 * credit for several services are no revenue yet but owed. A credit note is the same the other way round; what it gives
 * beyond what was open of its invoice is the customer's credit. An invoice from before is set against the opening balance.
 * In another currency every line is converted, and the receivable is their sum, so that the entry balances.
 */
export function documentEntry(document: BookedDocument, toBook: ToBook): Entry {
  const fact = `invoice/${document.id}`
  const sign = document.kind === 'credit_note' ? -1n : 1n
  const postings = document.kind === 'opening' ? openingLines(document, toBook, fact) : salesLines(document, toBook, { fact, sign })
  return {
    kind: document.kind,
    source: fact,
    includes: [],
    on: document.on,
    document: document.number,
    party: { ...document.customer, side: 'customer' },
    postings: [...owedLines(document, postings, toBook, fact), ...postings].filter((posting) => posting.minor !== 0n || (posting.foreign?.minor ?? 0n) !== 0n),
    isTyped: false,
  }
}

function salesLines(document: BookedDocument, toBook: ToBook, given: { fact: string; sign: bigint }): Posting[] {
  const line = (kind: string, amount: Money, tax: Posting['tax'], sign: bigint): Posting => ({
    kind,
    minor: sign * toBook(amount),
    foreign: sign < 0n ? negate(amount) : amount,
    fact: given.fact,
    tax,
  })
  const sales = document.groups.flatMap((group) => {
    const tax = { code: group.code, basisPoints: group.basisPoints }
    const parts = partsOf(group)
    const taxed = line(taxKindOf(group), group.tax, tax, -given.sign)
    return [...parts.map((part) => line(saleKind(part), part.amount, tax, -given.sign)), taxed]
  })
  // The advances were taxed when they were invoiced; here they become what they were for.
  const deducted = document.groups.flatMap((group) =>
    group.deducted.minor === 0n ? [] : [line('advance', group.deducted, { code: group.code, basisPoints: group.basisPoints }, given.sign)],
  )
  return [...sales, ...deducted]
}

/** The net of a rate divided over what was sold, by the amounts of the lines; the last part takes what rounding leaves. */
function partsOf(group: DocumentGroup): { sale: SaleOf; treatment: SaleTreatment; amount: Money }[] {
  const { currency } = group.net
  const bySale = [...Map.groupBy(group.parts, (part) => `${part.sale} ${part.treatment}`).values()].map((parts) => ({
    sale: parts[0]!.sale,
    treatment: parts[0]!.treatment,
    amount: sum(
      parts.map((part) => part.amount),
      currency,
    ),
  }))
  const total = sum(
    bySale.map((part) => part.amount),
    currency,
  )
  let left = group.net
  return bySale.map((part, index) => {
    const amount = index === bySale.length - 1 || total.minor === 0n ? left : portion(group.net, part.amount.minor, total.minor)
    left = subtract(left, amount)
    return { ...part, amount }
  })
}

function saleKind(part: { sale: SaleOf; treatment: SaleTreatment }): string {
  return part.sale === 'services' || part.sale === 'goods' ? `revenue.${part.treatment}.${part.sale}` : part.sale
}

function taxKindOf(group: DocumentGroup): string {
  return `tax_payable.${group.parts[0]?.treatment ?? 'standard'}`
}

function openingLines(document: BookedDocument, toBook: ToBook, fact: string): Posting[] {
  const open = document.settled!
  return [{ kind: 'opening', minor: -toBook(open), foreign: negate(open), fact }]
}

/** What the customer owes by it, or is owed: the other side of all other lines. */
function owedLines(document: BookedDocument, others: readonly Posting[], toBook: ToBook, fact: string): Posting[] {
  const [first] = others
  if (!first?.foreign) return []
  const { currency } = first.foreign
  const total = money(-others.reduce((soFar, line) => soFar + (line.foreign?.minor ?? 0n), 0n), currency)
  const minor = -sumOf(others)
  if (document.kind !== 'credit_note') return [{ kind: 'receivable', minor, foreign: total, subject: document.id, fact }]
  const settled = document.settled ?? zero(currency)
  const rest = add(total, settled)
  const carried = document.carried ?? { minor: toBook(settled), foreign: settled.minor }
  const lines: Posting[] = [
    {
      kind: 'receivable',
      minor: -shareOf(carried.minor, settled.minor, carried.foreign),
      foreign: negate(settled),
      subject: document.correctsId ?? undefined,
      fact,
    },
    { kind: 'customer_credit', minor: -toBook(negate(rest)), foreign: rest, subject: document.id, fact },
  ]
  return [...lines, ...exchangeLine(minor - sumOf(lines), fact)]
}

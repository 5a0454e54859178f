import type { CodeLists } from './code-lists.ts'
import { decimal, type Decimal } from './decimal.ts'
import type { EInvoiceKind } from './kind.ts'
import type { DocumentAllowanceCharge, DocumentTotals, EInvoice, EInvoiceLine, LineAllowanceCharge, TaxSubtotal } from './model.ts'

export type Syntax = 'ubl' | 'cii'

/** What the rules look at: the invoice with its numbers read once and its sums per tax category, so that 10,000 lines cost one pass. */
export interface Facts {
  readonly invoice: EInvoice
  readonly syntax: Syntax
  readonly kind: EInvoiceKind
  readonly codes: CodeLists
  readonly lines: readonly LineFacts[]
  readonly allowances: readonly AllowanceFacts[]
  readonly charges: readonly AllowanceFacts[]
  readonly breakdown: readonly SubtotalFacts[]
  readonly totals: TotalsFacts
  /** How many lines, allowances and charges of the document have a tax category. */
  readonly uses: ReadonlyMap<string, number>
  /** Lines + charges − allowances per tax category, and per category and rate (`categoryAtRate`). */
  readonly sums: ReadonlyMap<string, Decimal>
  readonly usesAtRate: ReadonlyMap<string, number>
  readonly sumsAtRate: ReadonlyMap<string, Decimal>
}

export interface LineFacts {
  readonly line: EInvoiceLine
  readonly index: number
  readonly amount: Decimal | undefined
  readonly category: string | null
  readonly rate: Decimal | undefined
}

export interface AllowanceFacts {
  readonly item: DocumentAllowanceCharge
  readonly amount: Decimal | undefined
  readonly category: string | null
  readonly rate: Decimal | undefined
}

export interface SubtotalFacts {
  readonly subtotal: TaxSubtotal
  readonly taxable: Decimal | undefined
  readonly tax: Decimal | undefined
  readonly category: string | null
  readonly rate: Decimal | undefined
}

export type TotalsFacts = { readonly [Name in keyof DocumentTotals]: Decimal | undefined }

/** An allowance or charge of a line, with the line it is on. */
export interface LineAllowanceFacts {
  readonly item: LineAllowanceCharge
  readonly line: number
}

/** Gathers the facts of an invoice in one pass. */
export function factsOf(invoice: EInvoice, options: { syntax: Syntax; kind: EInvoiceKind; codes: CodeLists }): Facts {
  const lines = invoice.lines.map((line, index) => ({
    line,
    index,
    amount: decimal(line.amount),
    category: code(line.tax?.category),
    rate: decimal(line.tax?.rate),
  }))
  const allowances = invoice.allowances.map(allowanceFacts)
  const charges = invoice.charges.map(allowanceFacts)
  const sums = new Map<string, Decimal>()
  const uses = new Map<string, number>()
  const sumsAtRate = new Map<string, Decimal>()
  const usesAtRate = new Map<string, number>()
  const count = (entry: { category: string | null; rate: Decimal | undefined; amount: Decimal | undefined }, sign: bigint) => {
    if (entry.category === null) return
    const atRate = categoryAtRate(entry.category, entry.rate)
    uses.set(entry.category, (uses.get(entry.category) ?? 0) + 1)
    usesAtRate.set(atRate, (usesAtRate.get(atRate) ?? 0) + 1)
    const amount = sign * (entry.amount ?? 0n)
    sums.set(entry.category, (sums.get(entry.category) ?? 0n) + amount)
    sumsAtRate.set(atRate, (sumsAtRate.get(atRate) ?? 0n) + amount)
  }
  for (const line of lines) count(line, 1n)
  for (const charge of charges) count(charge, 1n)
  for (const allowance of allowances) count(allowance, -1n)
  const breakdown = invoice.taxBreakdown.map(subtotalFacts)
  return { invoice, ...options, lines, allowances, charges, breakdown, totals: totalsFacts(invoice.totals), uses, sums, usesAtRate, sumsAtRate }
}

/** The key of a category at a rate; a rate that is missing is a rate of its own. */
export function categoryAtRate(category: string, rate: Decimal | undefined): string {
  return `${category}@${rate ?? 'none'}`
}

/** Whether there is a text with something in it. */
export function isGiven(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text.trim() !== ''
}

/** A code without the white space around it; null where there is none. */
export function code(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : text.trim()
}

function allowanceFacts(item: DocumentAllowanceCharge): AllowanceFacts {
  return { item, amount: decimal(item.amount), category: code(item.taxCategory), rate: decimal(item.taxRate) }
}

function subtotalFacts(subtotal: TaxSubtotal): SubtotalFacts {
  return {
    subtotal,
    taxable: decimal(subtotal.taxable),
    tax: decimal(subtotal.tax),
    category: code(subtotal.category),
    rate: decimal(subtotal.rate),
  }
}

function totalsFacts(totals: DocumentTotals | null): TotalsFacts {
  return {
    lines: decimal(totals?.lines),
    allowances: decimal(totals?.allowances),
    charges: decimal(totals?.charges),
    withoutTax: decimal(totals?.withoutTax),
    tax: decimal(totals?.tax),
    taxInTaxCurrency: decimal(totals?.taxInTaxCurrency),
    withTax: decimal(totals?.withTax),
    prepaid: decimal(totals?.prepaid),
    rounding: decimal(totals?.rounding),
    payable: decimal(totals?.payable),
  }
}

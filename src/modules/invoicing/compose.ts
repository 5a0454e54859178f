import type { Day } from '../../kernel/day.ts'
import { sum, zero, type Money } from '../../kernel/money.ts'
import { documentedTotals, duesOf, periodOf, type Buyer, type DocumentedLine, type InvoiceDocument, type Seller } from './invoice.ts'
import type { InvoiceLine } from './lines/line.ts'
import type { InvoiceHead } from './store.ts'
import { taxTreatment, type TaxRate, type TaxTreatment } from './tax.ts'
import { creditTotals, totalsOf, type Totals } from './totals.ts'

export interface Composed {
  readonly document: InvoiceDocument
  readonly lines: readonly InvoiceLine[]
  readonly totals: Totals
  readonly dues: readonly { on: Day; amount: Money }[]
}

/**
 * Makes the document of an invoice from what is known of it: each line taxed on its tax point, the sums, the due
 * dates. Pure; the same for the preview of a draft and for issuing. Fails with `tax_rate_missing`.
 */
export function composeInvoice(options: {
  head: InvoiceHead
  lines: readonly InvoiceLine[]
  seller: Seller
  buyer: Buyer
  rates: readonly TaxRate[]
  issuedOn: Day
  number: string | null
}): Composed {
  const { head, seller, buyer, issuedOn } = options
  const company = { country: seller.country, regime: seller.regime, vatNumber: seller.vatNumber, rates: options.rates }
  const lines = options.lines.map((line) => ({
    ...line,
    // The tax point is the supply; where nothing is known of it, the day of issue.
    tax: line.tax ?? taxTreatment({ company, buyer, line, on: line.period?.to ?? issuedOn }),
  }))
  const totals = totalsOf({ lines: lines.map(taxed), currency: head.currency, isTaxIncluded: head.isTaxIncluded })
  const dues = duesOf({ issuedOn, daysToPay: head.daysToPay, instalments: head.instalments, gross: totals.gross })
  return { lines, totals, dues, document: documentOf({ ...options, lines, totals, dues, corrects: null }) }
}

/** The credit note over lines of an issued invoice: seller and buyer are those of the invoice, the tax is its tax. */
export function composeCreditNote(options: {
  head: InvoiceHead
  lines: readonly InvoiceLine[]
  invoice: InvoiceHead & { document: InvoiceDocument }
  invoiceTotals: Totals
  earlier: readonly Totals[]
  isLast: boolean
  issuedOn: Day
  number: string | null
}): Composed {
  const { seller, buyer } = options.invoice.document
  const totals = creditTotals({
    invoice: options.invoiceTotals,
    earlier: options.earlier,
    lines: options.lines.map(taxed),
    isLast: options.isLast,
  })
  const corrects = { number: options.invoice.number!, issuedOn: options.invoice.issuedOn! }
  return { lines: options.lines, totals, dues: [], document: documentOf({ ...options, seller, buyer, totals, dues: [], corrects }) }
}

/** The sum of the lines as they stand, for lists of drafts: without tax unless it is included. */
export function roughTotal(lines: readonly InvoiceLine[], currency: string): Money {
  return lines.length === 0
    ? zero(currency)
    : sum(
        lines.map((line) => line.amount),
        currency,
      )
}

function taxed(line: InvoiceLine): TaxTreatment & { amount: Money } {
  return { ...line.tax!, amount: line.amount }
}

function documentOf(options: {
  head: InvoiceHead
  lines: readonly InvoiceLine[]
  seller: Seller
  buyer: Buyer
  totals: Totals
  dues: readonly { on: Day; amount: Money }[]
  issuedOn: Day
  number: string | null
  corrects: InvoiceDocument['corrects']
}): InvoiceDocument {
  const { head, dues } = options
  return {
    version: 1,
    kind: head.kind,
    number: options.number,
    issuedOn: options.issuedOn,
    period: periodOf(options.lines.map((line) => line.period)),
    language: head.language,
    currency: head.currency,
    isTaxIncluded: head.isTaxIncluded,
    seller: options.seller,
    buyer: options.buyer,
    lines: options.lines.map(documentedLine),
    totals: documentedTotals(options.totals),
    dues: head.kind === 'credit_note' ? [] : dues.map((due) => ({ on: due.on, amount: due.amount.toJSON() })),
    note: head.note,
    corrects: options.corrects,
    reason: head.reason,
  }
}

function documentedLine(line: InvoiceLine): DocumentedLine {
  return {
    id: line.id,
    name: line.name,
    detail: line.detail,
    period: line.period,
    quantity: line.quantity.toJSON(),
    unit: line.unit,
    unitPrice: line.unitPrice.toJSON(),
    per: line.per.toJSON(),
    discount: line.discount && { amount: line.discount.amount.toJSON(), reason: line.discount.reason },
    amount: line.amount.toJSON(),
    taxCategory: line.taxCategory,
    isGoods: line.isGoods,
    taxCode: line.tax!.code,
    taxRate: line.tax!.rate.toJSON(),
    taxReason: line.tax!.reason,
  }
}

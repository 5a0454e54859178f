import type { Day } from '../../kernel/day.ts'
import { sum, zero, type Money } from '../../kernel/money.ts'
import type { ExchangeRate } from '../currencies/index.ts'
import { documentedAdjustment, taxedAdjustment } from './adjustment.ts'
import { documentedPrepaid, type Advance } from './advance.ts'
import { convertedAgain, convertedTax } from './converted-tax.ts'
import { typeCodeOf, type ConvertedTax, type DocumentedAdjustment, type DocumentedPrepaid } from './document-parts.ts'
import { exemptionCodeOf } from './exemption.ts'
import { chooseFormat } from './formats.ts'
import { documentedTotals } from './document-totals.ts'
import { duesOf, periodOf, type Buyer, type DocumentedLine, type InvoiceDocument, type Seller } from './invoice.ts'
import type { InvoiceLine } from './lines/line.ts'
import { paymentReferenceOf } from './payment-reference.ts'
import { anyRecipient, type Recipient } from './recipients/store.ts'
import type { InvoiceHead } from './store.ts'
import { taxPointOf } from './tax/tax-point.ts'
import { taxTreatment, type TaxRate, type TaxTreatment } from './tax.ts'
import { creditTotals, totalsOf, type Totals } from './totals.ts'

export interface Composed {
  readonly document: InvoiceDocument
  readonly lines: readonly InvoiceLine[]
  readonly totals: Totals
  readonly dues: readonly { on: Day; amount: Money }[]
}

/** The number that a document takes: what it reads, and its place in the series of its year. */
export interface TakenNumber {
  readonly text: string
  readonly year: number
  readonly number: number
}

/**
 * Makes the document of an invoice from what is known of it: each line taxed on its tax point, the sums, the due
 * dates. Pure; the same for the preview of a draft and for issuing. Fails with `tax_rate_missing`.
 */
export function composeInvoice(options: {
  head: InvoiceHead
  lines: readonly InvoiceLine[]
  /** What it deducts. */
  advances?: readonly Advance[]
  seller: Seller
  buyer: Buyer
  recipient: Recipient
  rates: readonly TaxRate[]
  /** From the document's currency into the company's, where they differ and a rate is known. */
  exchange?: ExchangeRate | undefined
  issuedOn: Day
  number: TakenNumber | null
  isOneStopShop?: boolean
}): Composed {
  const { head, seller, buyer, issuedOn, advances = [] } = options
  const { isOneStopShop = false } = options
  const company = { country: seller.country, regime: seller.regime, vatNumber: seller.vatNumber, rates: options.rates, isOneStopShop }
  const isAdvance = head.purpose === 'advance'
  const lines = options.lines.map((line) => ({
    ...line,
    // A security deposit is given back: no supply, no tax.
    tax:
      line.tax ??
      taxTreatment({
        company,
        buyer,
        line: head.purpose === 'deposit' ? { ...line, taxCategory: 'outside' } : line,
        on: taxPointOf(line, issuedOn, { isAdvance }),
      }),
  }))
  const adjusted = head.adjustments.map((adjustment) => ({
    adjustment,
    tax: taxTreatment({ company, buyer, line: { taxCategory: adjustment.taxCategory, isGoods: lines.every((line) => line.isGoods) }, on: issuedOn }),
  }))
  const totals = totalsOf({
    lines: lines.map(taxed),
    adjustments: adjusted.map(({ adjustment, tax }) => taxedAdjustment(adjustment, tax)),
    advances: advances.flatMap((advance) => advance.groups),
    currency: head.currency,
    isTaxIncluded: head.isTaxIncluded,
  })
  const dues = duesOf({ issuedOn, daysToPay: head.daysToPay, instalments: head.instalments, gross: totals.gross })
  const document = documentOf({
    ...options,
    lines,
    totals,
    dues,
    corrects: null,
    allowancesAndCharges: adjusted.map(({ adjustment, tax }) => documentedAdjustment(adjustment, tax)),
    prepaid: documentedPrepaid(advances, head.currency),
    taxInCompanyCurrency: options.exchange ? convertedTax(totals.tax, options.exchange) : null,
  })
  return { lines, totals, dues, document }
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
  number: TakenNumber | null
}): Composed {
  const { document: invoice } = options.invoice
  const totals = creditTotals({
    invoice: options.invoiceTotals,
    earlier: options.earlier,
    lines: options.lines.map(taxed),
    isLast: options.isLast,
  })
  const corrects = { number: options.invoice.number!, issuedOn: options.invoice.issuedOn! }
  // What belongs to the whole document goes with the last of its lines.
  const ofTheWhole = options.isLast
    ? { allowancesAndCharges: invoice.allowancesAndCharges, prepaid: invoice.prepaid }
    : { allowancesAndCharges: [], prepaid: null }
  const recipient = { ...anyRecipient, buyerReference: invoice.buyerReference }
  const taxInCompanyCurrency = invoice.taxInCompanyCurrency && convertedAgain(totals.tax, invoice.taxInCompanyCurrency)
  const document = documentOf({
    ...options,
    taxInCompanyCurrency,
    seller: invoice.seller,
    buyer: invoice.buyer,
    recipient,
    totals,
    dues: [],
    corrects,
    ...ofTheWhole,
  })
  return { lines: options.lines, totals, dues: [], document: { ...document, format: invoice.format } }
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
  recipient: Recipient
  totals: Totals
  dues: readonly { on: Day; amount: Money }[]
  issuedOn: Day
  number: TakenNumber | null
  corrects: InvoiceDocument['corrects']
  allowancesAndCharges: readonly DocumentedAdjustment[]
  prepaid: DocumentedPrepaid | null
  taxInCompanyCurrency: ConvertedTax | null
}): InvoiceDocument {
  const { head, dues, seller, buyer, recipient, number } = options
  return {
    version: 2,
    kind: head.kind,
    purpose: head.purpose,
    typeCode: typeCodeOf(head.kind, head.purpose),
    format: chooseFormat({
      kind: head.kind,
      currency: head.currency,
      wish: recipient.format,
      buyerReference: head.buyerReference ?? recipient.buyerReference,
      seller,
      buyer,
    }),
    number: number?.text ?? null,
    issuedOn: options.issuedOn,
    period: periodOf(options.lines.map((line) => line.period)),
    language: head.language,
    currency: head.currency,
    isTaxIncluded: head.isTaxIncluded,
    buyerReference: head.buyerReference ?? recipient.buyerReference,
    orderReference: head.orderReference ?? recipient.orderReference,
    contractReference: head.contractReference ?? recipient.contractReference,
    projectReference: head.projectReference,
    seller,
    buyer,
    lines: options.lines.map(documentedLine),
    allowancesAndCharges: options.allowancesAndCharges,
    prepaid: options.prepaid,
    totals: documentedTotals(options.totals),
    paymentReference:
      head.kind === 'invoice' && number ? paymentReferenceOf({ seller, currency: head.currency, ...number }) : { kind: 'none', text: number?.text ?? '' },
    taxInCompanyCurrency: options.taxInCompanyCurrency,
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
    exemptionCode: exemptionCodeOf(line.tax!.reason),
    note: line.note,
  }
}

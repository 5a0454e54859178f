import { formatDay, formatMoney, type Locale } from '../../../kernel/format.ts'
import { fromWire } from '../../../kernel/money.ts'
import type { InvoiceDocument } from '../invoice.ts'
import type { TaxReason } from '../tax.ts'
import { adjustmentsOfDocument, linesOfDocument } from './from-lines.ts'
import { addressOf, buyerParty, isOutsideScope, sellerParty } from './from-parties.ts'
import { paymentOf } from './from-payment.ts'
import { documentTotals, netDocument, taxBreakdown } from './from-totals.ts'
import type { Delivery, EInvoice, InvoicingPeriod } from './model.ts'
import { frenchNotes } from './french-notes.ts'
import type { FormatVersion } from './format-versions.ts'

/** The few words that a file says beyond what stands on the document, in its language. */
export interface EInvoiceWords {
  /** Why there is no tax. */
  readonly reason: (reason: TaxReason) => string
  /** "Advance invoice 2026-0003 of 3 March 2026" */
  readonly advance: (number: string, day: string) => string
  /** "Part 1, payable until 31 March 2026: EUR 500.00" */
  readonly part: (options: { count: number; day: string; amount: string }) => string
  /** How the amount of a credit note is settled. */
  readonly credit: string
}

/**
 * An issued document in the semantic model of EN 16931, as a version of a format writes it. Pure: the same document and version give the same
 * model. Amounts are without tax and add up to the totals of the document to the minor unit, whatever its price mode.
 */
export function eInvoiceOf(document: InvoiceDocument, version: FormatVersion, words: EInvoiceWords): EInvoice {
  const net = netDocument(document)
  const built = linesOfDocument(document, net, words)
  const isOutside = isOutsideScope(document)
  return {
    ...nothingElse,
    businessProcess: version.businessProcess,
    specification: version.specification,
    number: document.number,
    issuedOn: document.issuedOn,
    typeCode: typeCodeIn(document, version),
    currency: document.currency,
    taxCurrency: taxCurrencyOf(document),
    dueOn: document.dues.length === 1 ? document.dues[0]!.on : null,
    buyerReference: document.buyerReference,
    projectReference: document.projectReference,
    contractReference: document.contractReference,
    purchaseOrderReference: document.orderReference,
    paymentTerms: termsOf(document, words),
    notes: notesOf(document, version),
    precedingInvoices: precedingOf(document),
    seller: sellerParty(document.seller, { isOutsideScope: isOutside }),
    buyer: buyerParty(document.buyer, { isOutsideScope: isOutside, buyerReference: document.buyerReference }),
    delivery: deliveryOf(document),
    period: periodOf(document),
    payments: [paymentOf(document)],
    allowances: adjustmentsOfDocument(document, net, 'allowance'),
    charges: adjustmentsOfDocument(document, net, 'charge'),
    totals: documentTotals(
      document,
      net,
      built.map((each) => each.minor),
    ),
    taxBreakdown: taxBreakdown(document, net, words.reason),
    lines: built.map((each) => each.line),
  }
}

const nothingElse = {
  taxPointOn: null,
  taxPointCode: null,
  salesOrderReference: null,
  receivingAdviceReference: null,
  despatchAdviceReference: null,
  tenderReference: null,
  invoicedObject: null,
  buyerAccountingReference: null,
  payee: null,
  taxRepresentative: null,
  attachments: [],
}

/**
 * BT-3. XRechnung does not list 386 (BR-DE-17), there an advance is a partial invoice; Peppol takes 326 between two German
 * parties only (PEPPOL-EN16931-P0112), elsewhere a partial invoice is an invoice.
 */
function typeCodeIn(document: InvoiceDocument, version: FormatVersion): string {
  if (version.profile === 'xrechnung-3.0' && document.typeCode === '386') return '326'
  const isGerman = document.seller.country === 'DE' && document.buyer.country === 'DE'
  if (version.profile === 'peppol-bis-3' && document.typeCode === '326' && !isGerman) return '380'
  return document.typeCode
}

/** BT-6: only where there is tax to be told in it (BR-53). */
function taxCurrencyOf(document: InvoiceDocument): string | null {
  return document.taxInCompanyCurrency && fromWire(document.totals.tax).minor !== 0n ? document.taxInCompanyCurrency.tax.currency : null
}

/** BT-20. With one due date it stands in BT-9; a plan is told part by part. BR-CO-25 asks credit notes in CII, too, how they are settled. */
function termsOf(document: InvoiceDocument, words: EInvoiceWords): string | null {
  if (document.kind === 'credit_note') return words.credit
  if (document.dues.length < 2) return null
  const locale: Locale = { language: document.language, country: document.seller.country }
  return document.dues
    .map((due, index) => words.part({ count: index + 1, day: formatDay(due.on, locale, 'long'), amount: formatMoney(fromWire(due.amount), locale) }))
    .join('\n')
}

function notesOf(document: InvoiceDocument, version: FormatVersion): EInvoice['notes'] {
  const own = [document.reason, document.note].filter((text) => text !== null && text.trim() !== '')
  if (own.length === 0 && (version.hasOneNote || document.seller.country !== 'FR')) return []
  if (version.hasOneNote) return [{ subjectCode: null, text: own.join('\n') }]
  return [...own.map((text) => ({ subjectCode: null, text })), ...frenchNotes(document)]
}

/** BG-3: what a credit note corrects, and the advances that are deducted. */
function precedingOf(document: InvoiceDocument): EInvoice['precedingInvoices'] {
  const advances = document.prepaid?.advances ?? []
  return [...(document.corrects ? [document.corrects] : []), ...advances].map(({ number, issuedOn }) => ({ number, issuedOn }))
}

/** BG-14: the days that all lines cover together; each line's own days lie within them (PEPPOL-EN16931-R110, R111). */
function periodOf(document: InvoiceDocument): InvoicingPeriod | null {
  return document.period && { from: document.period.from, to: document.period.to }
}

/**
 * BG-13. The day of supply where no line says its days (an advance has none yet). For a supply within the EU also where it
 * went (BR-IC-11, BR-IC-12).
 */
function deliveryOf(document: InvoiceDocument): Delivery | null {
  const isWithinUnion = document.totals.groups.some((group) => group.code === 'K')
  const hasDays = document.lines.some((line) => line.period !== null)
  const day = document.period?.to ?? (hasDays || document.purpose === 'advance' ? null : document.issuedOn)
  if (!isWithinUnion && (document.period !== null || day === null)) return null
  return {
    name: null,
    location: null,
    deliveredOn: day ?? document.issuedOn,
    address: isWithinUnion ? addressOf(document.buyer) : null,
  }
}

import { addDays, earlier, later, type Day, type Period } from '../../kernel/day.ts'
import type { Language } from '../../kernel/language.ts'
import { allocate, type Money, type MoneyOnTheWire } from '../../kernel/money.ts'
import type { DocumentLook } from '../company/index.ts'
import type { Billing, TaxCategory, Unit } from '../offer/terms.ts'
import type {
  ConvertedTax,
  DocumentedAdjustment,
  DocumentedPrepaid,
  DocumentedTaxGroup,
  DocumentTypeCode,
  InvoicePurpose,
  PaymentReference,
} from './document-parts.ts'
import type { DocumentFormat } from './formats.ts'
import type { TaxCode, TaxReason } from './tax.ts'

/**
 * An invoice or credit note as it is read, printed and chained. Once issued it is kept as canonical JSON and never
 * changes; a draft is composed anew each time it is looked at. Values are in their wire form.
 *
 * Version 1 knew less; `documentOf` (stored-document.ts) reads it with what it did not know left empty. What is chained is the text as stored.
 */
export interface InvoiceDocument {
  readonly version: 1 | 2
  readonly kind: InvoiceKind
  readonly purpose: InvoicePurpose
  readonly typeCode: DocumentTypeCode
  /** How it is handed over, chosen from the customer's country and kind or by the customer's setting. */
  readonly format: DocumentFormat
  /** Null while it is a draft. */
  readonly number: string | null
  readonly issuedOn: Day
  readonly period: Period | null
  readonly language: Language
  readonly currency: string
  readonly isTaxIncluded: boolean
  /** BT-10: the reference that the buyer asked for; of a German public body its Leitweg-ID. */
  readonly buyerReference: string | null
  readonly orderReference: string | null
  readonly contractReference: string | null
  readonly projectReference: string | null
  readonly seller: Seller
  readonly buyer: Buyer
  readonly lines: readonly DocumentedLine[]
  readonly allowancesAndCharges: readonly DocumentedAdjustment[]
  /** The advances that are deducted in the totals; null where there are none. */
  readonly prepaid: DocumentedPrepaid | null
  /** What this document charges: lines, allowances and charges, less the advances. */
  readonly totals: DocumentedTotals
  readonly paymentReference: PaymentReference
  /** Null where the document is in the currency of the company. */
  readonly taxInCompanyCurrency: ConvertedTax | null
  /** Empty on a credit note. */
  readonly dues: readonly { readonly on: Day; readonly amount: MoneyOnTheWire }[]
  readonly note: string | null
  /** What a credit note corrects, and why. */
  readonly corrects: { readonly number: string; readonly issuedOn: Day } | null
  readonly reason: string | null
}

/** opening: an invoice from before Cloudburo, known by its number and what is open of it. */
export const invoiceKinds = ['invoice', 'credit_note', 'opening'] as const
export type InvoiceKind = (typeof invoiceKinds)[number]

export interface Seller {
  readonly name: string
  readonly legalName: string | null
  readonly street: string | null
  readonly postalCode: string | null
  readonly city: string | null
  readonly country: string
  readonly email: string | null
  readonly phone: string | null
  readonly website: string | null
  readonly vatNumber: string | null
  readonly registrationNumber: string | null
  readonly iban: string | null
  readonly bankName: string | null
  readonly regime: 'standard' | 'small_business'
  readonly accent: string
  /** The file's hash and type, so that the page looks the same in ten years. */
  readonly logo: { readonly file: string; readonly type: 'image/png' | 'image/jpeg' } | null
  readonly bic: string | null
  readonly qrIban: string | null
  /** BT-32: the number that a tax office gives beside the VAT number. */
  readonly taxNumber: string | null
  /** BT-34 */
  readonly electronicAddress: ElectronicAddress | null
  /** BT-41 */
  readonly contactPerson: string | null
  /** BT-90 */
  readonly creditorIdentifier: string | null
  readonly look: DocumentLook
}

/** `scheme` is a code of the EAS list: "0204" a Leitweg-ID, "EM" e-mail. */
export interface ElectronicAddress {
  readonly scheme: string
  readonly id: string
}

export interface Buyer {
  readonly contactId: string
  readonly name: string
  /** "Attn." line: the person at an organisation. */
  readonly attention: string | null
  readonly street: string | null
  readonly postalCode: string | null
  readonly city: string | null
  readonly country: string
  readonly vatNumber: string | null
  readonly isBusiness: boolean
  readonly email: string | null
  readonly isPublicBody: boolean
  /** BT-49 */
  readonly electronicAddress: ElectronicAddress | null
  /** BT-47 */
  readonly legalRegistration: string | null
}

export interface DocumentedLine {
  readonly id: string
  readonly name: string
  readonly detail: string | null
  readonly period: Period | null
  readonly quantity: string
  readonly unit: Unit
  readonly unitPrice: MoneyOnTheWire
  readonly per: string
  readonly discount: { readonly amount: MoneyOnTheWire; readonly reason: string } | null
  readonly amount: MoneyOnTheWire
  readonly taxCategory: TaxCategory
  readonly isGoods: boolean
  readonly taxCode: TaxCode
  readonly taxRate: string
  readonly taxReason: TaxReason | null
  /** VATEX code (BT-121); null where tax is charged or none fits. */
  readonly exemptionCode: string | null
  /** BT-127 */
  readonly note: string | null
}

export interface DocumentedTotals {
  /** Of the lines alone, in the price mode of the document. */
  readonly lines: MoneyOnTheWire
  readonly net: MoneyOnTheWire
  readonly tax: MoneyOnTheWire
  readonly gross: MoneyOnTheWire
  readonly groups: readonly DocumentedTaxGroup[]
}

/** The due dates of an invoice: one, or those of its payment plan, whose parts sum to the total. */
export function duesOf(options: { issuedOn: Day; daysToPay: number; instalments: Billing['instalments']; gross: Money }): { on: Day; amount: Money }[] {
  if (options.gross.minor <= 0n || options.instalments.length === 0) {
    return [{ on: addDays(options.issuedOn, options.daysToPay), amount: options.gross }]
  }
  const weights = options.instalments.map((instalment) => BigInt(instalment.share.basisPoints))
  const amounts = allocate(options.gross, weights)
  return options.instalments.map((instalment, index) => ({
    on: addDays(options.issuedOn, instalment.daysAfterIssue),
    amount: amounts[index]!,
  }))
}

/** The first due date whose part is not settled, or null when nothing is open. */
export function nextDueOn(dues: readonly { on: Day; amount: Money }[], open: Money): Day | null {
  if (open.minor <= 0n || dues.length === 0) return null
  const total = dues.reduce((soFar, due) => soFar + due.amount.minor, 0n)
  let settled = total - open.minor
  const sorted = [...dues].sort((left, right) => (left.on < right.on ? -1 : 1))
  for (const due of sorted) {
    settled -= due.amount.minor
    if (settled < 0n) return due.on
  }
  return sorted.at(-1)!.on
}

/** The days that all lines cover together (EN 16931 BG-14); none where a line has no days of its own. */
export function periodOf(periods: readonly (Period | null)[]): Period | null {
  const known = periods.filter((period) => period !== null)
  if (known.length === 0 || known.length < periods.length) return null
  return known.reduce((soFar, period) => ({ from: earlier(soFar.from, period.from), to: later(soFar.to, period.to) }))
}

/** What the money balance and the list call it; facts combine, so this is only the one word to show first. */
export function statusOf(options: {
  state: 'draft' | 'issued'
  kind: InvoiceKind
  open: Money
  nextDueOn: Day | null
  isCredited: boolean
  today: Day
}): InvoiceStatus {
  if (options.state === 'draft') return 'draft'
  if (options.kind === 'credit_note') return 'credit_note'
  if (options.isCredited) return 'credited'
  if (options.open.minor <= 0n) return 'paid'
  return options.nextDueOn !== null && options.nextDueOn < options.today ? 'overdue' : 'open'
}

export const invoiceStatuses = ['draft', 'open', 'overdue', 'paid', 'credited', 'credit_note'] as const
export type InvoiceStatus = (typeof invoiceStatuses)[number]

import type { Day } from '../../kernel/day.ts'
import type { MoneyOnTheWire } from '../../kernel/money.ts'
import type { TaxCategory } from '../offer/terms.ts'
import type { TaxCode, TaxReason } from './tax.ts'

/**
 * What a document is for: an ordinary invoice, an advance on what is not delivered yet, a part of a whole, the final one
 * that deducts the advances, a security deposit (untaxed, given back).
 */
export const invoicePurposes = ['invoice', 'advance', 'partial', 'final', 'deposit'] as const
export type InvoicePurpose = (typeof invoicePurposes)[number]

/** BT-3 by UNTDID 1001: 326 partial invoice, 380 invoice, 381 credit note, 386 prepayment invoice. */
export const documentTypeCodes = ['326', '380', '381', '386'] as const
export type DocumentTypeCode = (typeof documentTypeCodes)[number]

export function typeCodeOf(kind: 'invoice' | 'credit_note' | 'opening', purpose: InvoicePurpose): DocumentTypeCode {
  if (kind === 'credit_note') return '381'
  return purpose === 'advance' ? '386' : purpose === 'partial' ? '326' : '380'
}

/**
 * What the payer writes on the transfer. `qr`: 27 digits for a QR-IBAN. `scor`: ISO 11649, "RF18…". `none`: free text, the number
 * of the document; empty on a draft.
 */
export interface PaymentReference {
  readonly kind: 'qr' | 'scor' | 'none'
  readonly text: string
}

/** Off or onto the whole document (EN 16931 BG-20, BG-21). Amounts are positive and in the price mode of the document. */
export interface DocumentedAdjustment {
  readonly kind: 'allowance' | 'charge'
  readonly amount: MoneyOnTheWire
  readonly reason: string
  /** UNTDID 5189 of an allowance, 7161 of a charge. */
  readonly reasonCode: string | null
  readonly taxCategory: TaxCategory
  readonly taxCode: TaxCode
  readonly taxRate: string
  readonly taxReason: TaxReason | null
  /** VATEX code (BT-121); null where tax is charged or none fits. */
  readonly exemptionCode: string | null
}

export interface DocumentedTaxGroup {
  readonly code: TaxCode
  readonly rate: string
  readonly reason: TaxReason | null
  readonly exemptionCode: string | null
  readonly net: MoneyOnTheWire
  readonly tax: MoneyOnTheWire
  readonly gross: MoneyOnTheWire
}

/**
 * The advances that a final invoice deducts, already taken off in its totals: what the whole comes to is a group of the totals plus
 * the same group here. On the credit note of a final invoice: what it gives back of the deduction.
 */
export interface DocumentedPrepaid {
  readonly advances: readonly {
    readonly id: string
    readonly number: string
    readonly issuedOn: Day
    readonly groups: readonly DocumentedTaxGroup[]
    readonly net: MoneyOnTheWire
    readonly tax: MoneyOnTheWire
    readonly gross: MoneyOnTheWire
  }[]
  readonly net: MoneyOnTheWire
  readonly tax: MoneyOnTheWire
  readonly gross: MoneyOnTheWire
}

/** The tax in the currency of the tax return where the document has another one (Directive 2006/112/EC art. 230). */
export interface ConvertedTax {
  readonly tax: MoneyOnTheWire
  /** One unit of the document's currency in the tax currency, as a decimal text. */
  readonly rate: string
  readonly on: Day
  readonly source: string
}

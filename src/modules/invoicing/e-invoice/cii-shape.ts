import type { DocumentAllowanceCharge, EInvoice, EInvoiceLine, Identifier, LineAllowanceCharge, Party, TaxSubtotal } from './model.ts'
import type { Indicated, RepresentativeShape, TaxRegistration, TotalsShape } from './shapes.ts'
import type { AmountInCurrency } from './xml-table.ts'

/** The model in the arrangement of CII (EN 16931-3-3): the same terms, grouped as the syntax groups them. */
export interface CiiShape extends Omit<
  EInvoice,
  | 'tenderReference'
  | 'invoicedObject'
  | 'attachments'
  | 'seller'
  | 'buyer'
  | 'payee'
  | 'taxRepresentative'
  | 'delivery'
  | 'payments'
  | 'allowances'
  | 'charges'
  | 'totals'
  | 'taxBreakdown'
  | 'lines'
  | 'taxPointOn'
  | 'taxPointCode'
> {
  readonly documents: readonly CiiDocumentReference[]
  readonly seller: CiiParty | null
  readonly buyer: CiiParty | null
  readonly payee: CiiPayee | null
  readonly taxRepresentative: RepresentativeShape | null
  readonly shipTo: CiiShipTo | null
  readonly deliveredOn: string | null
  readonly creditor: string | null
  readonly remittance: string | null
  readonly mandate: string | null
  readonly payments: readonly CiiPaymentMeans[]
  readonly allowanceCharges: readonly Indicated<DocumentAllowanceCharge>[]
  readonly totals: CiiTotals | null
  readonly taxBreakdown: readonly CiiTax[]
  readonly lines: readonly CiiLine[]
}

/** An identifier without a scheme and one with a scheme are two elements. */
export interface CiiIdentified {
  readonly plainIdentifiers: readonly Identifier[]
  readonly globalIdentifiers: readonly Identifier[]
}

export interface CiiParty extends Omit<Party, 'identifiers' | 'vatNumber' | 'taxNumber' | 'contact'>, CiiIdentified {
  readonly taxRegistrations: readonly TaxRegistration[]
  readonly contact: (NonNullable<Party['contact']> & { readonly department: string | null }) | null
}

export interface CiiPayee extends CiiIdentified {
  readonly name: string | null
  readonly legalRegistration: Identifier | null
}

export interface CiiShipTo extends CiiIdentified {
  readonly name: string | null
  readonly address: Party['address']
}

/** BT-17 (type code 50), BT-18 (130), BG-24 (916). */
export interface CiiDocumentReference {
  readonly number: string | null
  readonly scheme: string | null
  readonly typeCode: string | null
  readonly description: string | null
  readonly location: string | null
  readonly base64: string | null
  readonly mediaType: string | null
  readonly fileName: string | null
}

export interface CiiPaymentMeans {
  readonly meansCode: string | null
  readonly meansText: string | null
  readonly card: EInvoice['payments'][number]['card']
  readonly debitedAccount: string | null
  readonly account: { readonly iban: string | null; readonly other: string | null; readonly name: string | null } | null
  readonly serviceProvider: string | null
}

export interface CiiTotals extends TotalsShape {
  readonly taxes: readonly AmountInCurrency[]
}

export interface CiiTax extends TaxSubtotal {
  readonly taxPointOn: string | null
  readonly taxPointCode: string | null
}

export interface CiiLine extends Omit<EInvoiceLine, 'object' | 'allowances' | 'charges' | 'price'> {
  readonly document: { readonly number: string | null; readonly scheme: string | null; readonly typeCode: string | null } | null
  readonly allowanceCharges: readonly Indicated<LineAllowanceCharge>[]
  readonly grossPrice: (CiiPrice & { readonly discount: string | null }) | null
  readonly netPrice: CiiPrice | null
}

export interface CiiPrice {
  readonly amount: string | null
  readonly baseQuantity: string | null
  readonly baseQuantityUnit: string | null
}

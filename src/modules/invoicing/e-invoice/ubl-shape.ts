import type { DocumentAllowanceCharge, EInvoice, EInvoiceLine, Identifier, LineAllowanceCharge, PaymentInstruction, TaxSubtotal } from './model.ts'
import type { Indicated, PartyShape, PayeeShape, RepresentativeShape, TotalsShape } from './shapes.ts'

/** The model in the arrangement of UBL 2.1 (EN 16931-3-2): the same terms, grouped as the syntax groups them. */
export interface UblShape extends Omit<
  EInvoice,
  | 'notes'
  | 'invoicedObject'
  | 'attachments'
  | 'seller'
  | 'buyer'
  | 'payee'
  | 'taxRepresentative'
  | 'payments'
  | 'allowances'
  | 'charges'
  | 'totals'
  | 'taxBreakdown'
  | 'lines'
> {
  readonly notes: readonly string[]
  readonly documents: readonly UblDocumentReference[]
  readonly seller: PartyShape | null
  readonly buyer: PartyShape | null
  readonly payee: PayeeShape | null
  readonly taxRepresentative: RepresentativeShape | null
  readonly payments: readonly UblPaymentMeans[]
  readonly allowanceCharges: readonly Indicated<DocumentAllowanceCharge>[]
  readonly taxTotals: readonly UblTaxTotal[]
  readonly totals: TotalsShape | null
  readonly lines: readonly UblLine[]
}

/** BT-18 (type code 130), BT-11 of a credit note (50), BG-24 (no type code). */
export interface UblDocumentReference {
  readonly id: Identifier | null
  readonly typeCode: string | null
  readonly description: string | null
  readonly base64: string | null
  readonly mediaType: string | null
  readonly fileName: string | null
  readonly location: string | null
}

export interface UblPaymentMeans {
  readonly meansCode: string | null
  readonly meansText: string | null
  readonly dueOn: string | null
  readonly remittance: string | null
  readonly card: PaymentInstruction['card']
  readonly creditTransfer: PaymentInstruction['creditTransfers'][number] | null
  readonly mandate: { readonly id: string | null; readonly debitedAccount: string | null } | null
}

export interface UblTaxTotal {
  readonly amount: string | null
  readonly currency: string | null
  readonly subtotals: readonly TaxSubtotal[]
}

export interface UblLine extends Omit<EInvoiceLine, 'object' | 'allowances' | 'charges' | 'tax' | 'item'> {
  readonly documents: readonly { readonly id: Identifier | null; readonly typeCode: string | null }[]
  readonly allowanceCharges: readonly Indicated<LineAllowanceCharge>[]
  readonly item: (NonNullable<EInvoiceLine['item']> & { readonly tax: EInvoiceLine['tax'] }) | null
}

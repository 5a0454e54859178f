/**
 * The semantic model of an electronic invoice as EN 16931-1 defines it: business terms (BT) and groups of them (BG),
 * without a syntax. Names are those of the standard, in our spelling; each carries its number.
 *
 * Values are the texts of the file, untouched: amounts, quantities and percentages as decimal texts ("12.50"), days as
 * "2026-11-24", codes as written. So the rules can look at what really stands in a file, a wrong number of places
 * included. What is not there is null, or an empty list.
 */
export interface EInvoice {
  /** BT-23, BT-24 */
  readonly businessProcess: string | null
  readonly specification: string | null
  /** BT-1 to BT-9 */
  readonly number: string | null
  readonly issuedOn: string | null
  readonly typeCode: string | null
  readonly currency: string | null
  readonly taxCurrency: string | null
  readonly taxPointOn: string | null
  readonly taxPointCode: string | null
  readonly dueOn: string | null
  /** BT-10 to BT-20 */
  readonly buyerReference: string | null
  readonly projectReference: string | null
  readonly contractReference: string | null
  readonly purchaseOrderReference: string | null
  readonly salesOrderReference: string | null
  readonly receivingAdviceReference: string | null
  readonly despatchAdviceReference: string | null
  readonly tenderReference: string | null
  readonly invoicedObject: Identifier | null
  readonly buyerAccountingReference: string | null
  readonly paymentTerms: string | null
  /** BG-1: BT-21, BT-22 */
  readonly notes: readonly { readonly subjectCode: string | null; readonly text: string | null }[]
  /** BG-3: BT-25, BT-26 */
  readonly precedingInvoices: readonly { readonly number: string | null; readonly issuedOn: string | null }[]
  /** BG-4, BG-7 */
  readonly seller: Party | null
  readonly buyer: Party | null
  /** BG-10: BT-59 to BT-61 */
  readonly payee: { readonly name: string | null; readonly identifiers: readonly Identifier[]; readonly legalRegistration: Identifier | null } | null
  /** BG-11: BT-62, BT-63, BG-12 */
  readonly taxRepresentative: { readonly name: string | null; readonly vatNumber: string | null; readonly address: Address | null } | null
  /** BG-13 */
  readonly delivery: Delivery | null
  /** BG-14 of the whole document: BT-73, BT-74 */
  readonly period: InvoicingPeriod | null
  /** BG-16: one per means of payment. */
  readonly payments: readonly PaymentInstruction[]
  /** BG-20, BG-21 */
  readonly allowances: readonly DocumentAllowanceCharge[]
  readonly charges: readonly DocumentAllowanceCharge[]
  /** BG-22 */
  readonly totals: DocumentTotals | null
  /** BG-23 */
  readonly taxBreakdown: readonly TaxSubtotal[]
  /** BG-24 */
  readonly attachments: readonly SupportingDocument[]
  /** BG-25 */
  readonly lines: readonly EInvoiceLine[]
}

/** An identifier with the scheme that issued it (ISO 6523 for parties, EAS for electronic addresses). */
export interface Identifier {
  readonly id: string
  readonly scheme: string | null
}

/** BG-4 seller, BG-7 buyer. */
export interface Party {
  /** BT-27, BT-44: the legal name. */
  readonly name: string | null
  /** BT-28, BT-45 */
  readonly tradingName: string | null
  /** BT-29, BT-46 */
  readonly identifiers: readonly Identifier[]
  /** BT-30, BT-47 */
  readonly legalRegistration: Identifier | null
  /** BT-31, BT-48 */
  readonly vatNumber: string | null
  /** BT-32, of the seller only */
  readonly taxNumber: string | null
  /** BT-33, of the seller only */
  readonly legalInformation: string | null
  /** BT-34, BT-49 */
  readonly electronicAddress: Identifier | null
  /** BG-5, BG-8 */
  readonly address: Address | null
  /** BG-6: BT-41 to BT-43; BG-9: BT-56 to BT-58 */
  readonly contact: { readonly name: string | null; readonly phone: string | null; readonly email: string | null } | null
}

/** BG-5, BG-8, BG-12, BG-15 */
export interface Address {
  readonly line1: string | null
  readonly line2: string | null
  readonly line3: string | null
  readonly city: string | null
  readonly postalCode: string | null
  readonly subdivision: string | null
  readonly country: string | null
}

/** BG-13: BT-70 to BT-72, BG-15 */
export interface Delivery {
  readonly name: string | null
  readonly location: Identifier | null
  readonly deliveredOn: string | null
  readonly address: Address | null
}

/** BG-14, BG-26 */
export interface InvoicingPeriod {
  readonly from: string | null
  readonly to: string | null
}

/** BG-16: BT-81 to BT-83; BG-17 credit transfer, BG-18 card, BG-19 direct debit */
export interface PaymentInstruction {
  readonly meansCode: string | null
  readonly meansText: string | null
  readonly remittance: string | null
  readonly creditTransfers: readonly { readonly account: string | null; readonly accountName: string | null; readonly serviceProvider: string | null }[]
  readonly card: { readonly number: string | null; readonly holder: string | null } | null
  readonly directDebit: { readonly mandate: string | null; readonly creditor: string | null; readonly debitedAccount: string | null } | null
}

/** BG-20: BT-92 to BT-98; BG-21: BT-99 to BT-105 */
export interface DocumentAllowanceCharge {
  readonly amount: string | null
  readonly baseAmount: string | null
  readonly percentage: string | null
  readonly taxCategory: string | null
  readonly taxRate: string | null
  readonly reason: string | null
  readonly reasonCode: string | null
}

/** BG-22: BT-106 to BT-115 */
export interface DocumentTotals {
  readonly lines: string | null
  readonly allowances: string | null
  readonly charges: string | null
  readonly withoutTax: string | null
  /** BT-110, in the invoice's currency. */
  readonly tax: string | null
  /** BT-111, in the tax currency. */
  readonly taxInTaxCurrency: string | null
  readonly withTax: string | null
  readonly prepaid: string | null
  readonly rounding: string | null
  readonly payable: string | null
}

/** BG-23: BT-116 to BT-121 */
export interface TaxSubtotal {
  readonly taxable: string | null
  readonly tax: string | null
  readonly category: string | null
  readonly rate: string | null
  readonly exemptionReason: string | null
  readonly exemptionCode: string | null
}

/** BG-24: BT-122 to BT-125 */
export interface SupportingDocument {
  readonly reference: string | null
  readonly description: string | null
  readonly location: string | null
  readonly content: { readonly base64: string; readonly mediaType: string | null; readonly fileName: string | null } | null
}

/** BG-25 */
export interface EInvoiceLine {
  /** BT-126 to BT-133 */
  readonly id: string | null
  readonly note: string | null
  readonly object: Identifier | null
  readonly quantity: string | null
  readonly unitCode: string | null
  readonly amount: string | null
  readonly orderLineReference: string | null
  readonly buyerAccountingReference: string | null
  /** BG-26: BT-134, BT-135 */
  readonly period: InvoicingPeriod | null
  /** BG-27: BT-136 to BT-140; BG-28: BT-141 to BT-145 */
  readonly allowances: readonly LineAllowanceCharge[]
  readonly charges: readonly LineAllowanceCharge[]
  /** BG-29: BT-146 to BT-150 */
  readonly price: {
    readonly net: string | null
    readonly discount: string | null
    readonly gross: string | null
    readonly baseQuantity: string | null
    readonly baseQuantityUnit: string | null
  } | null
  /** BG-30: BT-151, BT-152 */
  readonly tax: { readonly category: string | null; readonly rate: string | null } | null
  /** BG-31: BT-153 to BT-161 */
  readonly item: {
    readonly name: string | null
    readonly description: string | null
    readonly sellerIdentifier: string | null
    readonly buyerIdentifier: string | null
    readonly standardIdentifier: Identifier | null
    readonly classifications: readonly (Identifier & { readonly version: string | null })[]
    readonly originCountry: string | null
    readonly attributes: readonly { readonly name: string | null; readonly value: string | null }[]
  } | null
}

/** BG-27, BG-28 */
export interface LineAllowanceCharge {
  readonly amount: string | null
  readonly baseAmount: string | null
  readonly percentage: string | null
  readonly reason: string | null
  readonly reasonCode: string | null
}

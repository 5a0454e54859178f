import type { Address, Delivery, DocumentAllowanceCharge, Identifier, LineAllowanceCharge, TaxSubtotal } from './model.ts'
import type { Indicated, PartyShape, PayeeShape, RepresentativeShape, TaxRegistration, TotalsShape } from './shapes.ts'
import type { UblDocumentReference, UblLine, UblPaymentMeans, UblShape, UblTaxTotal } from './ubl-shape.ts'
import { table, type Table, type Words } from './xml-table.ts'

/** EN 16931-3-2, the binding of the semantic model to UBL 2.1: each element with the term it carries. */
export function ublTable(kind: 'invoice' | 'credit_note'): Table<UblShape> {
  return table<UblShape>((is) => [
    is.text('cbc:CustomizationID', 'specification'),
    is.text('cbc:ProfileID', 'businessProcess'),
    is.text('cbc:ID', 'number'),
    is.text('cbc:IssueDate', 'issuedOn', { kind: 'day' }),
    is.texts('cbc:Note', 'notes'),
    is.text('cbc:TaxPointDate', 'taxPointOn', { kind: 'day' }),
    is.text('cbc:DocumentCurrencyCode', 'currency'),
    is.text('cbc:TaxCurrencyCode', 'taxCurrency'),
    is.text('cbc:AccountingCost', 'buyerAccountingReference'),
    is.text('cbc:BuyerReference', 'buyerReference'),
    is.inside('cac:InvoicePeriod', [is.here('period', period), is.text('cbc:DescriptionCode', 'taxPointCode')], { once: 'UBL-SR-08' }),
    is.inside('cac:OrderReference', [is.text('cbc:ID', 'purchaseOrderReference'), is.text('cbc:SalesOrderID', 'salesOrderReference')]),
    is.many('cac:BillingReference', 'precedingInvoices', precedingInvoice),
    is.inside('cac:DespatchDocumentReference', [is.text('cbc:ID', 'despatchAdviceReference')], { once: 'UBL-SR-03' }),
    is.inside('cac:ReceiptDocumentReference', [is.text('cbc:ID', 'receivingAdviceReference')], { once: 'UBL-SR-02' }),
    is.inside('cac:OriginatorDocumentReference', [is.text('cbc:ID', 'tenderReference')]),
    is.inside('cac:ContractDocumentReference', [is.text('cbc:ID', 'contractReference')], { once: 'UBL-SR-01' }),
    is.many('cac:AdditionalDocumentReference', 'documents', documentReference),
    is.inside('cac:AccountingSupplierParty', [is.one('cac:Party', 'seller', party)]),
    is.inside('cac:AccountingCustomerParty', [is.one('cac:Party', 'buyer', party)]),
    is.one('cac:PayeeParty', 'payee', payee),
    is.one('cac:TaxRepresentativeParty', 'taxRepresentative', representative),
    is.one('cac:Delivery', 'delivery', delivery, { once: 'UBL-SR-24' }),
    is.many('cac:PaymentMeans', 'payments', kind === 'invoice' ? paymentMeans : creditNotePaymentMeans),
    is.inside('cac:PaymentTerms', [is.text('cbc:Note', 'paymentTerms', { kind: 'verbatim' })], { once: 'UBL-SR-05' }),
    is.many('cac:AllowanceCharge', 'allowanceCharges', documentAllowanceCharge),
    is.many('cac:TaxTotal', 'taxTotals', taxTotal),
    is.one('cac:LegalMonetaryTotal', 'totals', totals),
    ...(kind === 'invoice' ? ofInvoice(is) : ofCreditNote(is)),
  ])
}

const ofInvoice = (is: Words<UblShape>) => [
  is.text('cbc:DueDate', 'dueOn', { kind: 'day' }),
  is.text('cbc:InvoiceTypeCode', 'typeCode'),
  is.inside('cac:ProjectReference', [is.text('cbc:ID', 'projectReference')]),
  is.many('cac:InvoiceLine', 'lines', line('cbc:InvoicedQuantity')),
]

const ofCreditNote = (is: Words<UblShape>) => [
  is.text('cbc:CreditNoteTypeCode', 'typeCode'),
  is.many('cac:CreditNoteLine', 'lines', line('cbc:CreditedQuantity')),
]

const period = table<{ from: string | null; to: string | null }>((is) => [
  is.text('cbc:StartDate', 'from', { kind: 'day' }),
  is.text('cbc:EndDate', 'to', { kind: 'day' }),
])

const precedingInvoice = table<UblShape['precedingInvoices'][number]>((is) => [
  is.inside('cac:InvoiceDocumentReference', [is.text('cbc:ID', 'number'), is.text('cbc:IssueDate', 'issuedOn', { kind: 'day' })]),
])

const documentReference = table<UblDocumentReference>((is) => [
  is.identifier('cbc:ID', 'id'),
  is.text('cbc:DocumentTypeCode', 'typeCode'),
  is.text('cbc:DocumentDescription', 'description', { once: 'UBL-SR-33' }),
  is.inside('cac:Attachment', [
    is.text('cbc:EmbeddedDocumentBinaryObject', 'base64', {
      kind: 'base64',
      attributes: { mimeCode: { field: 'mediaType' }, filename: { field: 'fileName' } },
    }),
    is.inside('cac:ExternalReference', [is.text('cbc:URI', 'location')]),
  ]),
])

const identification = table<{ id: Identifier | null }>((is) => [is.identifier('cbc:ID', 'id')])

const address = table<Address>((is) => [
  is.text('cbc:StreetName', 'line1'),
  is.text('cbc:AdditionalStreetName', 'line2'),
  is.text('cbc:CityName', 'city'),
  is.text('cbc:PostalZone', 'postalCode'),
  is.text('cbc:CountrySubentity', 'subdivision'),
  is.inside('cac:AddressLine', [is.text('cbc:Line', 'line3')], { once: 'UBL-SR-51' }),
  is.inside('cac:Country', [is.text('cbc:IdentificationCode', 'country')]),
])

const taxRegistration = table<TaxRegistration>((is) => [is.text('cbc:CompanyID', 'number'), is.inside('cac:TaxScheme', [is.text('cbc:ID', 'scheme')])])

const contact = table<NonNullable<PartyShape['contact']>>((is) => [
  is.text('cbc:Name', 'name'),
  is.text('cbc:Telephone', 'phone'),
  is.text('cbc:ElectronicMail', 'email'),
])

const party = table<PartyShape>((is) => [
  is.identifier('cbc:EndpointID', 'electronicAddress'),
  is.many('cac:PartyIdentification', 'identifiers', identification),
  is.inside('cac:PartyName', [is.text('cbc:Name', 'tradingName')], { once: 'UBL-SR-10' }),
  is.one('cac:PostalAddress', 'address', address),
  is.many('cac:PartyTaxScheme', 'taxRegistrations', taxRegistration),
  is.inside('cac:PartyLegalEntity', [
    is.text('cbc:RegistrationName', 'name'),
    is.identifier('cbc:CompanyID', 'legalRegistration'),
    is.text('cbc:CompanyLegalForm', 'legalInformation'),
  ]),
  is.one('cac:Contact', 'contact', contact),
])

const payee = table<PayeeShape>((is) => [
  is.many('cac:PartyIdentification', 'identifiers', identification),
  is.inside('cac:PartyName', [is.text('cbc:Name', 'name')], { once: 'UBL-SR-19' }),
  is.inside('cac:PartyLegalEntity', [is.identifier('cbc:CompanyID', 'legalRegistration')], { once: 'UBL-SR-21' }),
])

const representative = table<RepresentativeShape>((is) => [
  is.inside('cac:PartyName', [is.text('cbc:Name', 'name')], { once: 'UBL-SR-22' }),
  is.one('cac:PostalAddress', 'address', address),
  is.many('cac:PartyTaxScheme', 'taxRegistrations', taxRegistration),
])

const delivery = table<Delivery>((is) => [
  is.text('cbc:ActualDeliveryDate', 'deliveredOn', { kind: 'day' }),
  is.inside('cac:DeliveryLocation', [is.identifier('cbc:ID', 'location'), is.one('cac:Address', 'address', address)]),
  is.inside('cac:DeliveryParty', [is.inside('cac:PartyName', [is.text('cbc:Name', 'name')], { once: 'UBL-SR-25' })]),
])

const creditTransfer = table<NonNullable<UblPaymentMeans['creditTransfer']>>((is) => [
  is.text('cbc:ID', 'account'),
  is.text('cbc:Name', 'accountName'),
  is.inside('cac:FinancialInstitutionBranch', [is.text('cbc:ID', 'serviceProvider')]),
])

const card = table<NonNullable<UblPaymentMeans['card']>>((is) => [
  is.text('cbc:PrimaryAccountNumberID', 'number'),
  is.filler('cbc:NetworkID', 'NA'),
  is.text('cbc:HolderName', 'holder'),
])

const mandate = table<NonNullable<UblPaymentMeans['mandate']>>((is) => [
  is.text('cbc:ID', 'id'),
  is.inside('cac:PayerFinancialAccount', [is.text('cbc:ID', 'debitedAccount')]),
])

const paymentMeans = table<UblPaymentMeans>((is) => [
  is.text('cbc:PaymentMeansCode', 'meansCode', { attributes: { name: { field: 'meansText' } } }),
  is.text('cbc:PaymentID', 'remittance', { once: 'UBL-SR-44' }),
  is.one('cac:CardAccount', 'card', card),
  is.one('cac:PayeeFinancialAccount', 'creditTransfer', creditTransfer),
  is.one('cac:PaymentMandate', 'mandate', mandate),
])

/** A credit note has no due date of its own: BT-9 stands with the means of payment. */
const creditNotePaymentMeans = table<UblPaymentMeans>((is) => [...paymentMeans.rules, is.text('cbc:PaymentDueDate', 'dueOn', { kind: 'day' })])

const lineAllowanceCharge = table<Indicated<LineAllowanceCharge>>((is) => [
  is.text('cbc:ChargeIndicator', 'isCharge', { kind: 'indicator' }),
  is.text('cbc:AllowanceChargeReasonCode', 'reasonCode'),
  is.text('cbc:AllowanceChargeReason', 'reason', { once: 'UBL-SR-30' }),
  is.text('cbc:MultiplierFactorNumeric', 'percentage', { kind: 'decimal' }),
  is.amount('cbc:Amount', 'amount'),
  is.amount('cbc:BaseAmount', 'baseAmount'),
])

const documentAllowanceCharge = table<Indicated<DocumentAllowanceCharge>>((is) => [
  ...lineAllowanceCharge.rules,
  is.inside('cac:TaxCategory', [
    is.text('cbc:ID', 'taxCategory'),
    is.text('cbc:Percent', 'taxRate', { kind: 'decimal' }),
    is.inside('cac:TaxScheme', [is.fixed('cbc:ID', 'VAT')]),
  ]),
])

const taxSubtotal = table<TaxSubtotal>((is) => [
  is.amount('cbc:TaxableAmount', 'taxable'),
  is.amount('cbc:TaxAmount', 'tax'),
  is.inside('cac:TaxCategory', [
    is.text('cbc:ID', 'category'),
    is.text('cbc:Percent', 'rate', { kind: 'decimal' }),
    is.text('cbc:TaxExemptionReasonCode', 'exemptionCode'),
    is.text('cbc:TaxExemptionReason', 'exemptionReason', { once: 'UBL-SR-32' }),
    is.inside('cac:TaxScheme', [is.fixed('cbc:ID', 'VAT')]),
  ]),
])

const taxTotal = table<UblTaxTotal>((is) => [
  is.text('cbc:TaxAmount', 'amount', { kind: 'decimal', attributes: { currencyID: { field: 'currency' } } }),
  is.many('cac:TaxSubtotal', 'subtotals', taxSubtotal),
])

const totals = table<TotalsShape>((is) => [
  is.amount('cbc:LineExtensionAmount', 'lines'),
  is.amount('cbc:TaxExclusiveAmount', 'withoutTax'),
  is.amount('cbc:TaxInclusiveAmount', 'withTax'),
  is.amount('cbc:AllowanceTotalAmount', 'allowances'),
  is.amount('cbc:ChargeTotalAmount', 'charges'),
  is.amount('cbc:PrepaidAmount', 'prepaid'),
  is.amount('cbc:PayableRoundingAmount', 'rounding'),
  is.amount('cbc:PayableAmount', 'payable'),
])

const lineTax = table<NonNullable<NonNullable<UblLine['item']>['tax']>>((is) => [
  is.text('cbc:ID', 'category'),
  is.text('cbc:Percent', 'rate', { kind: 'decimal' }),
  is.inside('cac:TaxScheme', [is.fixed('cbc:ID', 'VAT')]),
])

const lineDocument = table<UblLine['documents'][number]>((is) => [is.identifier('cbc:ID', 'id'), is.text('cbc:DocumentTypeCode', 'typeCode')])

const classification = table<Identifier & { version: string | null }>((is) => [
  is.text('cbc:ItemClassificationCode', 'id', { attributes: { listID: { field: 'scheme' }, listVersionID: { field: 'version' } } }),
])

const itemProperty = table<{ name: string | null; value: string | null }>((is) => [is.text('cbc:Name', 'name'), is.text('cbc:Value', 'value')])

const item = table<NonNullable<UblLine['item']>>((is) => [
  is.text('cbc:Description', 'description', { once: 'UBL-SR-50' }),
  is.text('cbc:Name', 'name'),
  is.inside('cac:BuyersItemIdentification', [is.text('cbc:ID', 'buyerIdentifier')]),
  is.inside('cac:SellersItemIdentification', [is.text('cbc:ID', 'sellerIdentifier')]),
  is.inside('cac:StandardItemIdentification', [is.identifier('cbc:ID', 'standardIdentifier')]),
  is.inside('cac:OriginCountry', [is.text('cbc:IdentificationCode', 'originCountry')]),
  is.many('cac:CommodityClassification', 'classifications', classification),
  is.one('cac:ClassifiedTaxCategory', 'tax', lineTax, { once: 'UBL-SR-48' }),
  is.many('cac:AdditionalItemProperty', 'attributes', itemProperty),
])

const price = table<NonNullable<UblLine['price']>>((is) => [
  is.amount('cbc:PriceAmount', 'net'),
  is.text('cbc:BaseQuantity', 'baseQuantity', { kind: 'decimal', attributes: { unitCode: { field: 'baseQuantityUnit' } } }),
  is.inside('cac:AllowanceCharge', [is.fixed('cbc:ChargeIndicator', 'false'), is.amount('cbc:Amount', 'discount'), is.amount('cbc:BaseAmount', 'gross')]),
])

function line(quantityName: string): Table<UblLine> {
  return table<UblLine>((is) => [
    is.text('cbc:ID', 'id'),
    is.text('cbc:Note', 'note', { once: 'UBL-SR-34' }),
    is.text(quantityName, 'quantity', { kind: 'decimal', attributes: { unitCode: { field: 'unitCode' } } }),
    is.amount('cbc:LineExtensionAmount', 'amount'),
    is.text('cbc:AccountingCost', 'buyerAccountingReference'),
    is.one('cac:InvoicePeriod', 'period', period, { once: 'UBL-SR-36' }),
    is.inside('cac:OrderLineReference', [is.text('cbc:LineID', 'orderLineReference')], { once: 'UBL-SR-35' }),
    is.many('cac:DocumentReference', 'documents', lineDocument),
    is.many('cac:AllowanceCharge', 'allowanceCharges', lineAllowanceCharge),
    is.one('cac:Item', 'item', item),
    is.one('cac:Price', 'price', price),
  ])
}

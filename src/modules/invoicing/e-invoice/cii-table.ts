import type { CiiDocumentReference, CiiLine, CiiParty, CiiPayee, CiiPaymentMeans, CiiPrice, CiiShape, CiiShipTo, CiiTax, CiiTotals } from './cii-shape.ts'
import type { Address, DocumentAllowanceCharge, EInvoice, Identifier, InvoicingPeriod, LineAllowanceCharge } from './model.ts'
import type { Indicated, RepresentativeShape, TaxRegistration } from './shapes.ts'
import { table, type Rule, type Words } from './xml-table.ts'

const format102 = { kind: 'day102', attributes: { format: { fixed: '102' } } } as const
const vat = 'VAT'

const address = table<Address>((is) => [
  is.text('ram:PostcodeCode', 'postalCode'),
  is.text('ram:LineOne', 'line1'),
  is.text('ram:LineTwo', 'line2'),
  is.text('ram:LineThree', 'line3'),
  is.text('ram:CityName', 'city'),
  is.text('ram:CountryID', 'country'),
  is.text('ram:CountrySubDivisionName', 'subdivision'),
])

const taxRegistration = table<TaxRegistration>((is) => [is.text('ram:ID', 'number', { attributes: { schemeID: { field: 'scheme' } } })])

const contact = table<NonNullable<CiiParty['contact']>>((is) => [
  is.text('ram:PersonName', 'name'),
  is.text('ram:DepartmentName', 'department'),
  is.inside('ram:TelephoneUniversalCommunication', [is.text('ram:CompleteNumber', 'phone')]),
  is.inside('ram:EmailURIUniversalCommunication', [is.text('ram:URIID', 'email')]),
])

const party = table<CiiParty>((is) => [
  is.identifiers('ram:ID', 'plainIdentifiers'),
  is.identifiers('ram:GlobalID', 'globalIdentifiers'),
  is.text('ram:Name', 'name'),
  is.text('ram:Description', 'legalInformation'),
  is.inside('ram:SpecifiedLegalOrganization', [is.identifier('ram:ID', 'legalRegistration'), is.text('ram:TradingBusinessName', 'tradingName')]),
  is.one('ram:DefinedTradeContact', 'contact', contact),
  is.one('ram:PostalTradeAddress', 'address', address),
  is.inside('ram:URIUniversalCommunication', [is.identifier('ram:URIID', 'electronicAddress')]),
  is.many('ram:SpecifiedTaxRegistration', 'taxRegistrations', taxRegistration),
])

const payee = table<CiiPayee>((is) => [
  is.identifiers('ram:ID', 'plainIdentifiers'),
  is.identifiers('ram:GlobalID', 'globalIdentifiers'),
  is.text('ram:Name', 'name'),
  is.inside('ram:SpecifiedLegalOrganization', [is.identifier('ram:ID', 'legalRegistration')]),
])

const representative = table<RepresentativeShape>((is) => [
  is.text('ram:Name', 'name'),
  is.one('ram:PostalTradeAddress', 'address', address),
  is.many('ram:SpecifiedTaxRegistration', 'taxRegistrations', taxRegistration),
])

const shipTo = table<CiiShipTo>((is) => [
  is.identifiers('ram:ID', 'plainIdentifiers'),
  is.identifiers('ram:GlobalID', 'globalIdentifiers'),
  is.text('ram:Name', 'name'),
  is.one('ram:PostalTradeAddress', 'address', address),
])

const documentReference = table<CiiDocumentReference>((is) => [
  is.text('ram:IssuerAssignedID', 'number'),
  is.text('ram:URIID', 'location'),
  is.text('ram:TypeCode', 'typeCode'),
  is.text('ram:Name', 'description'),
  is.text('ram:AttachmentBinaryObject', 'base64', { kind: 'base64', attributes: { mimeCode: { field: 'mediaType' }, filename: { field: 'fileName' } } }),
  is.text('ram:ReferenceTypeCode', 'scheme'),
])

const period = table<InvoicingPeriod>((is) => [
  is.inside('ram:StartDateTime', [is.text('udt:DateTimeString', 'from', format102)]),
  is.inside('ram:EndDateTime', [is.text('udt:DateTimeString', 'to', format102)]),
])

const precedingInvoice = table<EInvoice['precedingInvoices'][number]>((is) => [
  is.text('ram:IssuerAssignedID', 'number'),
  is.inside('ram:FormattedIssueDateTime', [is.text('qdt:DateTimeString', 'issuedOn', format102)]),
])

const note = table<EInvoice['notes'][number]>((is) => [is.text('ram:Content', 'text'), is.text('ram:SubjectCode', 'subjectCode')])

const card = table<NonNullable<CiiPaymentMeans['card']>>((is) => [is.text('ram:ID', 'number'), is.text('ram:CardholderName', 'holder')])

const account = table<NonNullable<CiiPaymentMeans['account']>>((is) => [
  is.text('ram:IBANID', 'iban'),
  is.text('ram:AccountName', 'name'),
  is.text('ram:ProprietaryID', 'other'),
])

const paymentMeans = table<CiiPaymentMeans>((is) => [
  is.text('ram:TypeCode', 'meansCode'),
  is.text('ram:Information', 'meansText'),
  is.one('ram:ApplicableTradeSettlementFinancialCard', 'card', card),
  is.inside('ram:PayerPartyDebtorFinancialAccount', [is.text('ram:IBANID', 'debitedAccount')]),
  is.one('ram:PayeePartyCreditorFinancialAccount', 'account', account),
  is.inside('ram:PayeeSpecifiedCreditorFinancialInstitution', [is.text('ram:BICID', 'serviceProvider')]),
])

const lineAllowanceCharge = table<Indicated<LineAllowanceCharge>>((is) => [
  is.inside('ram:ChargeIndicator', [is.text('udt:Indicator', 'isCharge', { kind: 'indicator' })]),
  is.text('ram:CalculationPercent', 'percentage', { kind: 'decimal' }),
  is.text('ram:BasisAmount', 'baseAmount', { kind: 'decimal' }),
  is.text('ram:ActualAmount', 'amount', { kind: 'decimal' }),
  is.text('ram:ReasonCode', 'reasonCode'),
  is.text('ram:Reason', 'reason'),
])

const documentAllowanceCharge = table<Indicated<DocumentAllowanceCharge>>((is) => [
  ...lineAllowanceCharge.rules,
  is.inside('ram:CategoryTradeTax', [
    is.fixed('ram:TypeCode', vat),
    is.text('ram:CategoryCode', 'taxCategory'),
    is.text('ram:RateApplicablePercent', 'taxRate', { kind: 'decimal' }),
  ]),
])

const tax = table<CiiTax>((is) => [
  is.text('ram:CalculatedAmount', 'tax', { kind: 'decimal' }),
  is.fixed('ram:TypeCode', vat),
  is.text('ram:ExemptionReason', 'exemptionReason'),
  is.text('ram:BasisAmount', 'taxable', { kind: 'decimal' }),
  is.text('ram:CategoryCode', 'category'),
  is.text('ram:ExemptionReasonCode', 'exemptionCode'),
  is.inside('ram:TaxPointDate', [is.text('udt:DateString', 'taxPointOn', format102)]),
  is.text('ram:DueDateTypeCode', 'taxPointCode'),
  is.text('ram:RateApplicablePercent', 'rate', { kind: 'decimal' }),
])

const totals = table<CiiTotals>((is) => [
  is.text('ram:LineTotalAmount', 'lines', { kind: 'decimal' }),
  is.text('ram:ChargeTotalAmount', 'charges', { kind: 'decimal' }),
  is.text('ram:AllowanceTotalAmount', 'allowances', { kind: 'decimal' }),
  is.text('ram:TaxBasisTotalAmount', 'withoutTax', { kind: 'decimal' }),
  is.amounts('ram:TaxTotalAmount', 'taxes'),
  is.text('ram:RoundingAmount', 'rounding', { kind: 'decimal' }),
  is.text('ram:GrandTotalAmount', 'withTax', { kind: 'decimal' }),
  is.text('ram:TotalPrepaidAmount', 'prepaid', { kind: 'decimal' }),
  is.text('ram:DuePayableAmount', 'payable', { kind: 'decimal' }),
])

const price = table<CiiPrice>((is) => [
  is.text('ram:ChargeAmount', 'amount', { kind: 'decimal' }),
  is.text('ram:BasisQuantity', 'baseQuantity', { kind: 'decimal', attributes: { unitCode: { field: 'baseQuantityUnit' } } }),
])

const grossPrice = table<NonNullable<CiiLine['grossPrice']>>((is) => [
  ...price.rules,
  is.inside('ram:AppliedTradeAllowanceCharge', [
    is.inside('ram:ChargeIndicator', [is.fixed('udt:Indicator', 'false')]),
    is.text('ram:ActualAmount', 'discount', { kind: 'decimal' }),
  ]),
])

const characteristic = table<{ name: string | null; value: string | null }>((is) => [is.text('ram:Description', 'name'), is.text('ram:Value', 'value')])

const classification = table<Identifier & { version: string | null }>((is) => [
  is.text('ram:ClassCode', 'id', { attributes: { listID: { field: 'scheme' }, listVersionID: { field: 'version' } } }),
])

const product = table<NonNullable<CiiLine['item']>>((is) => [
  is.identifier('ram:GlobalID', 'standardIdentifier'),
  is.text('ram:SellerAssignedID', 'sellerIdentifier'),
  is.text('ram:BuyerAssignedID', 'buyerIdentifier'),
  is.text('ram:Name', 'name'),
  is.text('ram:Description', 'description'),
  is.many('ram:ApplicableProductCharacteristic', 'attributes', characteristic),
  is.many('ram:DesignatedProductClassification', 'classifications', classification),
  is.inside('ram:OriginTradeCountry', [is.text('ram:ID', 'originCountry')]),
])

const lineTax = table<NonNullable<CiiLine['tax']>>((is) => [
  is.fixed('ram:TypeCode', vat),
  is.text('ram:CategoryCode', 'category'),
  is.text('ram:RateApplicablePercent', 'rate', { kind: 'decimal' }),
])

const lineDocument = table<NonNullable<CiiLine['document']>>((is) => [
  is.text('ram:IssuerAssignedID', 'number'),
  is.text('ram:TypeCode', 'typeCode'),
  is.text('ram:ReferenceTypeCode', 'scheme'),
])

const line = table<CiiLine>((is) => [
  is.inside('ram:AssociatedDocumentLineDocument', [is.text('ram:LineID', 'id'), is.inside('ram:IncludedNote', [is.text('ram:Content', 'note')])]),
  is.one('ram:SpecifiedTradeProduct', 'item', product),
  is.inside('ram:SpecifiedLineTradeAgreement', [
    is.inside('ram:BuyerOrderReferencedDocument', [is.text('ram:LineID', 'orderLineReference')]),
    is.one('ram:GrossPriceProductTradePrice', 'grossPrice', grossPrice),
    is.one('ram:NetPriceProductTradePrice', 'netPrice', price),
  ]),
  is.inside('ram:SpecifiedLineTradeDelivery', [
    is.text('ram:BilledQuantity', 'quantity', { kind: 'decimal', attributes: { unitCode: { field: 'unitCode' } } }),
  ]),
  is.inside('ram:SpecifiedLineTradeSettlement', [
    is.one('ram:ApplicableTradeTax', 'tax', lineTax),
    is.one('ram:BillingSpecifiedPeriod', 'period', period),
    is.many('ram:SpecifiedTradeAllowanceCharge', 'allowanceCharges', lineAllowanceCharge),
    is.inside('ram:SpecifiedTradeSettlementLineMonetarySummation', [is.text('ram:LineTotalAmount', 'amount', { kind: 'decimal' })]),
    is.one('ram:AdditionalReferencedDocument', 'document', lineDocument),
    is.inside('ram:ReceivableSpecifiedTradeAccountingAccount', [is.text('ram:ID', 'buyerAccountingReference')]),
  ]),
])

/** The number of a document that is only referred to. */
function referred(is: Words<CiiShape>, name: string, field: Parameters<Words<CiiShape>['text']>[1]): Rule {
  return is.inside(name, [is.text('ram:IssuerAssignedID', field)])
}

/** EN 16931-3-3, the binding of the semantic model to CII: each element with the term it carries. */
export const ciiTable = table<CiiShape>((is) => [
  is.inside('rsm:ExchangedDocumentContext', [
    is.inside('ram:BusinessProcessSpecifiedDocumentContextParameter', [is.text('ram:ID', 'businessProcess')]),
    is.inside('ram:GuidelineSpecifiedDocumentContextParameter', [is.text('ram:ID', 'specification')]),
  ]),
  is.inside('rsm:ExchangedDocument', [
    is.text('ram:ID', 'number'),
    is.text('ram:TypeCode', 'typeCode'),
    is.inside('ram:IssueDateTime', [is.text('udt:DateTimeString', 'issuedOn', format102)]),
    is.many('ram:IncludedNote', 'notes', note),
  ]),
  is.inside('rsm:SupplyChainTradeTransaction', [
    is.many('ram:IncludedSupplyChainTradeLineItem', 'lines', line),
    is.inside('ram:ApplicableHeaderTradeAgreement', agreement(is)),
    is.inside('ram:ApplicableHeaderTradeDelivery', delivery(is), { always: true }),
    is.inside('ram:ApplicableHeaderTradeSettlement', settlement(is)),
  ]),
])

function agreement(is: Words<CiiShape>): Rule[] {
  return [
    is.text('ram:BuyerReference', 'buyerReference'),
    is.one('ram:SellerTradeParty', 'seller', party),
    is.one('ram:BuyerTradeParty', 'buyer', party),
    is.one('ram:SellerTaxRepresentativeTradeParty', 'taxRepresentative', representative),
    referred(is, 'ram:SellerOrderReferencedDocument', 'salesOrderReference'),
    referred(is, 'ram:BuyerOrderReferencedDocument', 'purchaseOrderReference'),
    referred(is, 'ram:ContractReferencedDocument', 'contractReference'),
    is.many('ram:AdditionalReferencedDocument', 'documents', documentReference),
    is.inside('ram:SpecifiedProcuringProject', [is.text('ram:ID', 'projectReference'), is.filler('ram:Name', 'Project reference')]),
  ]
}

function delivery(is: Words<CiiShape>): Rule[] {
  return [
    is.one('ram:ShipToTradeParty', 'shipTo', shipTo),
    is.inside('ram:ActualDeliverySupplyChainEvent', [is.inside('ram:OccurrenceDateTime', [is.text('udt:DateTimeString', 'deliveredOn', format102)])]),
    referred(is, 'ram:DespatchAdviceReferencedDocument', 'despatchAdviceReference'),
    referred(is, 'ram:ReceivingAdviceReferencedDocument', 'receivingAdviceReference'),
  ]
}

function settlement(is: Words<CiiShape>): Rule[] {
  return [
    is.text('ram:CreditorReferenceID', 'creditor'),
    is.text('ram:PaymentReference', 'remittance'),
    is.text('ram:TaxCurrencyCode', 'taxCurrency'),
    is.text('ram:InvoiceCurrencyCode', 'currency'),
    is.one('ram:PayeeTradeParty', 'payee', payee),
    is.many('ram:SpecifiedTradeSettlementPaymentMeans', 'payments', paymentMeans),
    is.many('ram:ApplicableTradeTax', 'taxBreakdown', tax),
    is.one('ram:BillingSpecifiedPeriod', 'period', period),
    is.many('ram:SpecifiedTradeAllowanceCharge', 'allowanceCharges', documentAllowanceCharge),
    is.inside('ram:SpecifiedTradePaymentTerms', [
      is.text('ram:Description', 'paymentTerms', { kind: 'verbatim' }),
      is.inside('ram:DueDateDateTime', [is.text('udt:DateTimeString', 'dueOn', format102)]),
      is.text('ram:DirectDebitMandateID', 'mandate'),
    ]),
    is.one('ram:SpecifiedTradeSettlementHeaderMonetarySummation', 'totals', totals),
    is.many('ram:InvoiceReferencedDocument', 'precedingInvoices', precedingInvoice),
    is.inside('ram:ReceivableSpecifiedTradeAccountingAccount', [is.text('ram:ID', 'buyerAccountingReference')]),
  ]
}

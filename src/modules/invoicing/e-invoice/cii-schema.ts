/**
 * Cross Industry Invoice D16B and D22B (UN/CEFACT; the same namespaces, the later one has more): the elements of each type
 * in schema order, as far as EN 16931-3-3 enters them. "?" may be missing, "*" may be missing and repeat.
 * What must be there is left to the business rules: the schema itself demands hardly anything.
 */
export const ciiTypes = {
  CrossIndustryInvoice: 'rsm:ExchangedDocumentContext rsm:ExchangedDocument rsm:SupplyChainTradeTransaction',
  DateTime: 'udt:DateTimeString?',
  Date: 'udt:DateString?',
  FormattedDateTime: 'qdt:DateTimeString?',
  Indicator: 'udt:Indicator?',
  CreditorFinancialAccount: 'ram:IBANID? ram:AccountName? ram:ProprietaryID?',
  CreditorFinancialInstitution: 'ram:BICID?',
  DebtorFinancialAccount: 'ram:IBANID?',
  DocumentContextParameter: 'ram:ID?',
  DocumentLineDocument: 'ram:LineID? ram:IncludedNote?',
  ExchangedDocumentContext: 'ram:BusinessProcessSpecifiedDocumentContextParameter? ram:GuidelineSpecifiedDocumentContextParameter?',
  ExchangedDocument: 'ram:ID? ram:TypeCode? ram:IssueDateTime? ram:IncludedNote*',
  HeaderTradeAgreement:
    'ram:BuyerReference? ram:SellerTradeParty? ram:BuyerTradeParty? ram:SellerTaxRepresentativeTradeParty? ram:SellerOrderReferencedDocument? ' +
    'ram:BuyerOrderReferencedDocument? ram:ContractReferencedDocument? ram:AdditionalReferencedDocument* ram:SpecifiedProcuringProject?',
  HeaderTradeDelivery: 'ram:ShipToTradeParty? ram:ActualDeliverySupplyChainEvent? ram:DespatchAdviceReferencedDocument? ram:ReceivingAdviceReferencedDocument?',
  HeaderTradeSettlement:
    'ram:CreditorReferenceID? ram:PaymentReference? ram:TaxCurrencyCode? ram:InvoiceCurrencyCode? ram:PayeeTradeParty? ' +
    'ram:SpecifiedTradeSettlementPaymentMeans* ram:ApplicableTradeTax* ram:BillingSpecifiedPeriod? ram:SpecifiedTradeAllowanceCharge* ' +
    'ram:SpecifiedTradePaymentTerms? ram:SpecifiedTradeSettlementHeaderMonetarySummation? ram:InvoiceReferencedDocument* ' +
    'ram:ReceivableSpecifiedTradeAccountingAccount?',
  LegalOrganization: 'ram:ID? ram:TradingBusinessName?',
  LineTradeAgreement: 'ram:BuyerOrderReferencedDocument? ram:GrossPriceProductTradePrice? ram:NetPriceProductTradePrice?',
  LineTradeDelivery: 'ram:BilledQuantity?',
  LineTradeSettlement:
    'ram:ApplicableTradeTax? ram:BillingSpecifiedPeriod? ram:SpecifiedTradeAllowanceCharge* ram:SpecifiedTradeSettlementLineMonetarySummation? ' +
    'ram:AdditionalReferencedDocument? ram:ReceivableSpecifiedTradeAccountingAccount?',
  Note: 'ram:Content? ram:SubjectCode?',
  ProcuringProject: 'ram:ID? ram:Name?',
  ProductCharacteristic: 'ram:Description? ram:Value?',
  ProductClassification: 'ram:ClassCode?',
  ReferencedDocument:
    'ram:IssuerAssignedID? ram:URIID? ram:LineID? ram:TypeCode? ram:Name? ram:AttachmentBinaryObject? ram:ReferenceTypeCode? ' + 'ram:FormattedIssueDateTime?',
  SpecifiedPeriod: 'ram:StartDateTime? ram:EndDateTime?',
  SupplyChainEvent: 'ram:OccurrenceDateTime?',
  SupplyChainTradeLineItem:
    'ram:AssociatedDocumentLineDocument? ram:SpecifiedTradeProduct? ram:SpecifiedLineTradeAgreement? ram:SpecifiedLineTradeDelivery? ' +
    'ram:SpecifiedLineTradeSettlement?',
  SupplyChainTradeTransaction:
    'ram:IncludedSupplyChainTradeLineItem* ram:ApplicableHeaderTradeAgreement ram:ApplicableHeaderTradeDelivery ' + 'ram:ApplicableHeaderTradeSettlement',
  TaxRegistration: 'ram:ID?',
  TradeAccountingAccount: 'ram:ID?',
  TradeAddress: 'ram:PostcodeCode? ram:LineOne? ram:LineTwo? ram:LineThree? ram:CityName? ram:CountryID? ram:CountrySubDivisionName?',
  TradeAllowanceCharge: 'ram:ChargeIndicator? ram:CalculationPercent? ram:BasisAmount? ram:ActualAmount? ram:ReasonCode? ram:Reason? ram:CategoryTradeTax?',
  TradeContact: 'ram:PersonName? ram:DepartmentName? ram:TelephoneUniversalCommunication? ram:EmailURIUniversalCommunication?',
  TradeCountry: 'ram:ID?',
  TradeParty:
    'ram:ID* ram:GlobalID* ram:Name? ram:Description? ram:SpecifiedLegalOrganization? ram:DefinedTradeContact? ram:PostalTradeAddress? ' +
    'ram:URIUniversalCommunication? ram:SpecifiedTaxRegistration*',
  TradePaymentTerms: 'ram:Description? ram:DueDateDateTime? ram:DirectDebitMandateID?',
  TradePrice: 'ram:ChargeAmount? ram:BasisQuantity? ram:AppliedTradeAllowanceCharge?',
  TradeProduct:
    'ram:GlobalID? ram:SellerAssignedID? ram:BuyerAssignedID? ram:Name? ram:Description? ram:ApplicableProductCharacteristic* ' +
    'ram:DesignatedProductClassification* ram:OriginTradeCountry?',
  TradeSettlementFinancialCard: 'ram:ID? ram:CardholderName?',
  TradeSettlementHeaderMonetarySummation:
    'ram:LineTotalAmount? ram:ChargeTotalAmount? ram:AllowanceTotalAmount? ram:TaxBasisTotalAmount? ram:TaxTotalAmount* ram:RoundingAmount? ' +
    'ram:GrandTotalAmount? ram:TotalPrepaidAmount? ram:DuePayableAmount?',
  TradeSettlementLineMonetarySummation: 'ram:LineTotalAmount?',
  TradeSettlementPaymentMeans:
    'ram:TypeCode? ram:Information? ram:ApplicableTradeSettlementFinancialCard? ram:PayerPartyDebtorFinancialAccount? ' +
    'ram:PayeePartyCreditorFinancialAccount? ram:PayeeSpecifiedCreditorFinancialInstitution?',
  TradeTax:
    'ram:CalculatedAmount? ram:TypeCode? ram:ExemptionReason? ram:BasisAmount? ram:CategoryCode? ram:ExemptionReasonCode? ram:TaxPointDate? ' +
    'ram:DueDateTypeCode? ram:RateApplicablePercent?',
  UniversalCommunication: 'ram:URIID? ram:CompleteNumber?',
} as const

/** Elements whose type has another name than they have. */
export const ciiTypeOf: Readonly<Record<string, keyof typeof ciiTypes>> = {
  'ram:IncludedNote': 'Note',
  'ram:BusinessProcessSpecifiedDocumentContextParameter': 'DocumentContextParameter',
  'ram:GuidelineSpecifiedDocumentContextParameter': 'DocumentContextParameter',
  'ram:SellerTradeParty': 'TradeParty',
  'ram:BuyerTradeParty': 'TradeParty',
  'ram:SellerTaxRepresentativeTradeParty': 'TradeParty',
  'ram:SellerOrderReferencedDocument': 'ReferencedDocument',
  'ram:BuyerOrderReferencedDocument': 'ReferencedDocument',
  'ram:ContractReferencedDocument': 'ReferencedDocument',
  'ram:AdditionalReferencedDocument': 'ReferencedDocument',
  'ram:SpecifiedProcuringProject': 'ProcuringProject',
  'ram:ShipToTradeParty': 'TradeParty',
  'ram:ActualDeliverySupplyChainEvent': 'SupplyChainEvent',
  'ram:DespatchAdviceReferencedDocument': 'ReferencedDocument',
  'ram:ReceivingAdviceReferencedDocument': 'ReferencedDocument',
  'ram:PayeeTradeParty': 'TradeParty',
  'ram:SpecifiedTradeSettlementPaymentMeans': 'TradeSettlementPaymentMeans',
  'ram:ApplicableTradeTax': 'TradeTax',
  'ram:BillingSpecifiedPeriod': 'SpecifiedPeriod',
  'ram:SpecifiedTradeAllowanceCharge': 'TradeAllowanceCharge',
  'ram:SpecifiedTradePaymentTerms': 'TradePaymentTerms',
  'ram:SpecifiedTradeSettlementHeaderMonetarySummation': 'TradeSettlementHeaderMonetarySummation',
  'ram:InvoiceReferencedDocument': 'ReferencedDocument',
  'ram:ReceivableSpecifiedTradeAccountingAccount': 'TradeAccountingAccount',
  'ram:GrossPriceProductTradePrice': 'TradePrice',
  'ram:NetPriceProductTradePrice': 'TradePrice',
  'ram:SpecifiedTradeSettlementLineMonetarySummation': 'TradeSettlementLineMonetarySummation',
  'ram:AssociatedDocumentLineDocument': 'DocumentLineDocument',
  'ram:SpecifiedTradeProduct': 'TradeProduct',
  'ram:SpecifiedLineTradeAgreement': 'LineTradeAgreement',
  'ram:SpecifiedLineTradeDelivery': 'LineTradeDelivery',
  'ram:SpecifiedLineTradeSettlement': 'LineTradeSettlement',
  'ram:IncludedSupplyChainTradeLineItem': 'SupplyChainTradeLineItem',
  'ram:ApplicableHeaderTradeAgreement': 'HeaderTradeAgreement',
  'ram:ApplicableHeaderTradeDelivery': 'HeaderTradeDelivery',
  'ram:ApplicableHeaderTradeSettlement': 'HeaderTradeSettlement',
  'ram:CategoryTradeTax': 'TradeTax',
  'ram:TelephoneUniversalCommunication': 'UniversalCommunication',
  'ram:EmailURIUniversalCommunication': 'UniversalCommunication',
  'ram:SpecifiedLegalOrganization': 'LegalOrganization',
  'ram:DefinedTradeContact': 'TradeContact',
  'ram:PostalTradeAddress': 'TradeAddress',
  'ram:URIUniversalCommunication': 'UniversalCommunication',
  'ram:SpecifiedTaxRegistration': 'TaxRegistration',
  'ram:AppliedTradeAllowanceCharge': 'TradeAllowanceCharge',
  'ram:ApplicableProductCharacteristic': 'ProductCharacteristic',
  'ram:DesignatedProductClassification': 'ProductClassification',
  'ram:OriginTradeCountry': 'TradeCountry',
  'ram:ApplicableTradeSettlementFinancialCard': 'TradeSettlementFinancialCard',
  'ram:PayerPartyDebtorFinancialAccount': 'DebtorFinancialAccount',
  'ram:PayeePartyCreditorFinancialAccount': 'CreditorFinancialAccount',
  'ram:PayeeSpecifiedCreditorFinancialInstitution': 'CreditorFinancialInstitution',
  'ram:IssueDateTime': 'DateTime',
  'ram:DueDateDateTime': 'DateTime',
  'ram:OccurrenceDateTime': 'DateTime',
  'ram:StartDateTime': 'DateTime',
  'ram:EndDateTime': 'DateTime',
  'ram:TaxPointDate': 'Date',
  'ram:FormattedIssueDateTime': 'FormattedDateTime',
  'ram:ChargeIndicator': 'Indicator',
}

import type { EInvoice, EInvoiceLine, PaymentInstruction, TaxSubtotal } from './model.ts'
import {
  indicate,
  partByIndicator,
  partyFromShape,
  partyToShape,
  payeeFromShape,
  payeeToShape,
  representativeFromShape,
  representativeToShape,
  type PartyShape,
  type PayeeShape,
} from './shapes.ts'
import type { UblDocumentReference, UblLine, UblPaymentMeans, UblShape, UblTaxTotal } from './ubl-shape.ts'

const schemes = { vat: 'VAT', other: 'FC' }
/** UNCL 1001: what an AdditionalDocumentReference is when it is no supporting document. */
const invoicedObjectCode = '130'
const projectCode = '50'
/** The scheme under which BT-90, the creditor identifier of a direct debit, stands among a party's identifiers. */
const creditorScheme = 'SEPA'

/** The model of what a UBL file says. */
export function fromUbl(shape: UblShape, kind: 'invoice' | 'credit_note'): EInvoice {
  const { documents, seller, buyer, payee, taxRepresentative, payments, allowanceCharges, taxTotals, totals, lines, notes, ...same } = shape
  const creditor = creditorOf(seller) ?? creditorOf(payee)
  const own = ownTaxTotal(taxTotals, shape.currency)
  const foreign = taxTotals.find((total) => total !== own && total.currency !== null && total.currency === shape.taxCurrency)
  return {
    ...same,
    dueOn: kind === 'invoice' ? shape.dueOn : (payments.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null),
    projectReference: shape.projectReference ?? documentOf(documents, projectCode)?.id?.id ?? null,
    purchaseOrderReference: shape.purchaseOrderReference === 'NA' && shape.salesOrderReference !== null ? null : shape.purchaseOrderReference,
    invoicedObject: documentOf(documents, invoicedObjectCode)?.id ?? null,
    notes: notes.map(noteFromText),
    seller: partyFromShape(seller && withoutCreditor(seller), schemes),
    buyer: partyFromShape(buyer, schemes),
    payee: payeeFromShape(payee && withoutCreditor(payee)),
    taxRepresentative: representativeFromShape(taxRepresentative, schemes),
    payments: payments.map((means) => paymentFromMeans(means, creditor)),
    ...partByIndicator(allowanceCharges),
    totals: totals || own ? { ...(totals ?? noTotals), tax: own?.amount ?? null, taxInTaxCurrency: foreign?.amount ?? null } : null,
    taxBreakdown: subtotalsOf(taxTotals, own),
    attachments: documents.filter(({ typeCode }) => typeCode !== invoicedObjectCode && typeCode !== projectCode).map(attachmentFrom),
    lines: lines.map(lineFromShape),
  }
}

/** What a UBL file must say for the model. */
export function toUbl(model: EInvoice, kind: 'invoice' | 'credit_note'): UblShape {
  const { invoicedObject, attachments, seller, buyer, payee, taxRepresentative, payments, allowances, charges, totals, lines, notes, ...same } = model
  const creditor = payments.find(({ directDebit }) => directDebit?.creditor)?.directDebit?.creditor ?? null
  const isCreditNote = kind === 'credit_note'
  const references = [
    ...(invoicedObject === null ? [] : [reference({ id: invoicedObject, typeCode: invoicedObjectCode })]),
    ...(isCreditNote && model.projectReference !== null ? [reference({ id: { id: model.projectReference, scheme: null }, typeCode: projectCode })] : []),
  ]
  return {
    ...same,
    // OrderReference/ID is mandatory in UBL; Peppol BIS Billing 3 writes NA where only the seller's order number is known.
    purchaseOrderReference: model.purchaseOrderReference ?? (model.salesOrderReference === null ? null : 'NA'),
    notes: notes.flatMap(({ subjectCode, text }) => (text === null ? [] : [subjectCode === null ? text : `#${subjectCode}#${text}`])),
    documents: [...references, ...attachments.map(referenceOf)],
    seller: withCreditor(partyToShape(seller, schemes), payee === null ? creditor : null),
    buyer: partyToShape(buyer, schemes),
    payee: withCreditor(payeeToShape(payee), creditor),
    taxRepresentative: representativeToShape(taxRepresentative, schemes),
    payments: withDueDay(payments.flatMap(meansFromPayment), isCreditNote ? model.dueOn : null),
    allowanceCharges: indicate(allowances, charges),
    taxTotals: taxTotalsOf(model),
    totals,
    lines: lines.map(lineToShape),
  }
}

const noTotals = { lines: null, allowances: null, charges: null, withoutTax: null, withTax: null, prepaid: null, rounding: null, payable: null }

/** The total in the invoice's currency carries the breakdown; BT-111 is a second total without one. */
function ownTaxTotal(taxTotals: readonly UblTaxTotal[], currency: string | null): UblTaxTotal | undefined {
  return taxTotals.find((total) => total.currency === currency) ?? taxTotals.find(({ subtotals }) => subtotals.length > 0) ?? taxTotals[0]
}

/** The breakdown in the invoice's currency, of every total that wrongly repeats it too; else the first there is. */
function subtotalsOf(taxTotals: readonly UblTaxTotal[], own: UblTaxTotal | undefined): readonly TaxSubtotal[] {
  const subtotals = taxTotals.filter(({ currency }) => currency === own?.currency).flatMap((total) => total.subtotals)
  return subtotals.length > 0 ? subtotals : (taxTotals.find((total) => total.subtotals.length > 0)?.subtotals ?? [])
}

function taxTotalsOf({ totals, taxBreakdown, currency, taxCurrency }: EInvoice): UblTaxTotal[] {
  const own = { amount: totals?.tax ?? null, currency, subtotals: taxBreakdown }
  const foreign = totals?.taxInTaxCurrency ?? null
  return [own, ...(foreign === null ? [] : [{ amount: foreign, currency: taxCurrency, subtotals: [] }])]
}

function documentOf(documents: readonly UblDocumentReference[], code: string): UblDocumentReference | undefined {
  return documents.find(({ typeCode }) => typeCode === code)
}

/** BT-21 stands before the text between number signs. */
function noteFromText(note: string): EInvoice['notes'][number] {
  const [, code, text] = /^#([A-Z]{3})#(.*)$/s.exec(note) ?? []
  return code === undefined ? { subjectCode: null, text: note } : { subjectCode: code, text: text?.trim() || null }
}

type WithIdentifiers = Pick<PartyShape | PayeeShape, 'identifiers'>

function creditorOf(party: WithIdentifiers | null): string | null {
  return party?.identifiers.find(({ id }) => id?.scheme === creditorScheme)?.id?.id ?? null
}

function withoutCreditor<T extends WithIdentifiers>(party: T): T {
  return { ...party, identifiers: party.identifiers.filter(({ id }) => id?.scheme !== creditorScheme) }
}

function withCreditor<T extends WithIdentifiers>(party: T | null, creditor: string | null): T | null {
  if (party === null || creditor === null) return party
  return { ...party, identifiers: [...party.identifiers, { id: { id: creditor, scheme: creditorScheme } }] }
}

function paymentFromMeans(means: UblPaymentMeans, creditor: string | null): PaymentInstruction {
  const { meansCode, meansText, remittance, card, creditTransfer, mandate } = means
  const directDebit = mandate && { mandate: mandate.id, creditor, debitedAccount: mandate.debitedAccount }
  return { meansCode, meansText, remittance, card, creditTransfers: creditTransfer === null ? [] : [creditTransfer], directDebit }
}

/** UBL has one account per means of payment: a second account is a second means with the same code. */
function meansFromPayment({ creditTransfers, directDebit, ...same }: PaymentInstruction): UblPaymentMeans[] {
  const mandate = directDebit && { id: directDebit.mandate, debitedAccount: directDebit.debitedAccount }
  const accounts = creditTransfers.length === 0 ? [null] : creditTransfers
  return accounts.map((creditTransfer) => ({ ...same, dueOn: null, creditTransfer, mandate }))
}

function withDueDay(payments: readonly UblPaymentMeans[], dueOn: string | null): UblPaymentMeans[] {
  return payments.map((means, index) => (index === 0 ? { ...means, dueOn } : means))
}

function reference(known: Pick<UblDocumentReference, 'id' | 'typeCode'>): UblDocumentReference {
  return { description: null, base64: null, mediaType: null, fileName: null, location: null, ...known }
}

function attachmentFrom({ id, description, base64, mediaType, fileName, location }: UblDocumentReference): EInvoice['attachments'][number] {
  return { reference: id?.id ?? null, description, location, content: base64 === null ? null : { base64, mediaType, fileName } }
}

function referenceOf({ reference: id, description, location, content }: EInvoice['attachments'][number]): UblDocumentReference {
  return {
    id: id === null ? null : { id, scheme: null },
    typeCode: null,
    description,
    location,
    base64: content?.base64 ?? null,
    mediaType: content?.mediaType ?? null,
    fileName: content?.fileName ?? null,
  }
}

function lineFromShape({ documents, allowanceCharges, item, ...same }: UblLine): EInvoiceLine {
  const object = lineObjectOf(documents)
  if (item === null) return { ...same, object, ...partByIndicator(allowanceCharges), tax: null, item: null }
  const { tax, ...plain } = item
  return { ...same, object, ...partByIndicator(allowanceCharges), tax, item: plain }
}

/** BT-128. A reference without a type code is read too, but its scheme is nobody's: BR-CL-07 is about type code 130 only. */
function lineObjectOf(documents: UblLine['documents']): EInvoiceLine['object'] {
  const typed = documents.find(({ typeCode }) => typeCode === invoicedObjectCode)?.id
  const [first] = documents
  return typed ?? (first?.typeCode === null && first.id ? { id: first.id.id, scheme: null } : null)
}

function lineToShape({ object, allowances, charges, tax, item, price, ...same }: EInvoiceLine): UblLine {
  const nothing = {
    name: null,
    description: null,
    sellerIdentifier: null,
    buyerIdentifier: null,
    standardIdentifier: null,
    classifications: [],
    originCountry: null,
    attributes: [],
  }
  return {
    ...same,
    documents: object === null ? [] : [{ id: object, typeCode: invoicedObjectCode }],
    allowanceCharges: indicate(allowances, charges),
    item: item === null && tax === null ? null : { ...(item ?? nothing), tax },
    // UBL has no gross price without a discount, so the discount is said to be nothing.
    price: price && price.gross !== null && price.discount === null ? { ...price, discount: '0' } : price,
  }
}

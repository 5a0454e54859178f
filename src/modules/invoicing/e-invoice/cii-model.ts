import type { CiiDocumentReference, CiiIdentified, CiiParty, CiiPaymentMeans, CiiShape, CiiShipTo, CiiTotals } from './cii-shape.ts'
import { identifierOf, lineFromCii, lineToCii } from './cii-line-model.ts'
import type { DocumentTotals, EInvoice, Identifier, Party, PaymentInstruction, SupportingDocument } from './model.ts'
import { indicate, numbersOf, partByIndicator, registrationsOf, representativeFromShape, representativeToShape } from './shapes.ts'

const schemes = { vat: 'VA', other: 'FC' }
/** UNCL 1001: what an AdditionalReferencedDocument is. */
const documentCodes = { tender: '50', invoicedObject: '130', supporting: '916' }
/** BT-8 is UNCL 2005 in the model and in UBL, UNCL 2475 in CII: issue, delivery, payment. */
const taxPointCodes = [
  ['3', '5'],
  ['35', '29'],
  ['432', '72'],
] as const
/** UNCL 4461: direct debit, SEPA direct debit. */
const directDebitCodes = ['49', '59']

/** The model of what a CII file says. */
export function fromCii(shape: CiiShape): EInvoice {
  const { documents, seller, buyer, payee, taxRepresentative, shipTo, deliveredOn, creditor, remittance, mandate, ...more } = shape
  const { payments, allowanceCharges, totals, taxBreakdown, lines, ...same } = more
  const taxPointCode = taxBreakdown.find((tax) => tax.taxPointCode !== null)?.taxPointCode ?? null
  const object = documents.find(({ typeCode }) => typeCode === documentCodes.invoicedObject)
  return {
    ...same,
    taxPointOn: taxBreakdown.find((tax) => tax.taxPointOn !== null)?.taxPointOn ?? null,
    taxPointCode: taxPointCodes.find(([, cii]) => cii === taxPointCode)?.[0] ?? taxPointCode,
    tenderReference: documents.find(({ typeCode }) => typeCode === documentCodes.tender)?.number ?? null,
    invoicedObject: identifierOf(object),
    attachments: documents.filter(isSupporting).map(attachmentFrom),
    seller: seller && partyFrom(seller),
    buyer: buyer && partyFrom(buyer),
    payee: payee && { name: payee.name, identifiers: identifiersOf(payee), legalRegistration: payee.legalRegistration },
    taxRepresentative: representativeFromShape(taxRepresentative, schemes),
    delivery: deliveryFrom(shipTo, deliveredOn),
    payments: withDirectDebit(payments, { creditor, mandate }).map((payment) => ({ ...payment, remittance })),
    ...partByIndicator(allowanceCharges),
    totals: totals && totalsFrom(totals, shape),
    taxBreakdown: taxBreakdown.map(({ taxPointOn: _on, taxPointCode: _code, ...subtotal }) => subtotal),
    lines: lines.map(lineFromCii),
  }
}

/** What a CII file must say for the model. */
export function toCii(model: EInvoice): CiiShape {
  const { tenderReference, invoicedObject, attachments, seller, buyer, payee, taxRepresentative, delivery, payments, ...more } = model
  const { allowances, charges, totals, taxBreakdown, lines, taxPointOn, taxPointCode, ...same } = more
  const debits = payments.flatMap(({ directDebit }) => directDebit ?? [])
  const code = taxPointCodes.find(([ubl]) => ubl === taxPointCode)?.[1] ?? taxPointCode
  return {
    ...same,
    documents: [
      ...(tenderReference === null ? [] : [reference({ number: tenderReference, typeCode: documentCodes.tender })]),
      ...(invoicedObject === null ? [] : [reference({ number: invoicedObject.id, scheme: invoicedObject.scheme, typeCode: documentCodes.invoicedObject })]),
      ...attachments.map(referenceOf),
    ],
    seller: seller && partyTo(seller),
    buyer: buyer && partyTo(buyer),
    payee: payee && { name: payee.name, legalRegistration: payee.legalRegistration, ...identified(payee.identifiers) },
    taxRepresentative: representativeToShape(taxRepresentative, schemes),
    shipTo: delivery && { name: delivery.name, address: delivery.address, ...identified(delivery.location ? [delivery.location] : []) },
    deliveredOn: delivery?.deliveredOn ?? null,
    creditor: debits.find((debit) => debit.creditor !== null)?.creditor ?? null,
    mandate: debits.find((debit) => debit.mandate !== null)?.mandate ?? null,
    remittance: payments.find((payment) => payment.remittance !== null)?.remittance ?? null,
    payments: payments.flatMap(meansOf),
    allowanceCharges: indicate(allowances, charges),
    totals: totals && totalsTo(totals, model),
    taxBreakdown: taxBreakdown.map((subtotal) => ({ ...subtotal, taxPointOn, taxPointCode: code })),
    lines: lines.map(lineToCii),
  }
}

function isSupporting({ typeCode }: CiiDocumentReference): boolean {
  return typeCode !== documentCodes.tender && typeCode !== documentCodes.invoicedObject
}

function attachmentFrom({ number, description, location, base64, mediaType, fileName }: CiiDocumentReference): SupportingDocument {
  return { reference: number, description, location, content: base64 === null ? null : { base64, mediaType, fileName } }
}

function referenceOf({ reference: number, description, location, content }: SupportingDocument): CiiDocumentReference {
  return reference({ number, description, location, typeCode: documentCodes.supporting, ...content })
}

function reference(known: Partial<CiiDocumentReference>): CiiDocumentReference {
  return { number: null, scheme: null, typeCode: null, description: null, location: null, base64: null, mediaType: null, fileName: null, ...known }
}

function identifiersOf({ plainIdentifiers, globalIdentifiers }: CiiIdentified): Identifier[] {
  return [...plainIdentifiers, ...globalIdentifiers]
}

function identified(identifiers: readonly Identifier[]): CiiIdentified {
  return { plainIdentifiers: identifiers.filter(({ scheme }) => scheme === null), globalIdentifiers: identifiers.filter(({ scheme }) => scheme !== null) }
}

function partyFrom({ plainIdentifiers, globalIdentifiers, taxRegistrations, contact, ...same }: CiiParty): Party {
  return {
    ...same,
    identifiers: [...plainIdentifiers, ...globalIdentifiers],
    ...numbersOf(taxRegistrations, schemes),
    contact: contact && { name: contact.name ?? contact.department, phone: contact.phone, email: contact.email },
  }
}

function partyTo({ identifiers, vatNumber, taxNumber, contact, ...same }: Party): CiiParty {
  return {
    ...same,
    ...identified(identifiers),
    taxRegistrations: registrationsOf({ vatNumber, taxNumber }, schemes),
    contact: contact && { ...contact, department: null },
  }
}

function deliveryFrom(shipTo: CiiShipTo | null, deliveredOn: string | null): EInvoice['delivery'] {
  if (shipTo === null && deliveredOn === null) return null
  return { name: shipTo?.name ?? null, location: (shipTo && identifiersOf(shipTo).at(-1)) ?? null, deliveredOn, address: shipTo?.address ?? null }
}

type Payment = Omit<PaymentInstruction, 'remittance'>

/** BT-89 and BT-90 stand once for the whole document; they belong to the means of payment that is a direct debit. */
function withDirectDebit(means: readonly CiiPaymentMeans[], { creditor, mandate }: { creditor: string | null; mandate: string | null }): Payment[] {
  const isDebit = ({ meansCode, debitedAccount }: CiiPaymentMeans) => debitedAccount !== null || directDebitCodes.includes(meansCode ?? '')
  const holder = means.some(isDebit) ? isDebit : (_: CiiPaymentMeans, index: number) => index === 0 && mandate !== null
  return means.map((one, index) => {
    const { meansCode, meansText, card, account, serviceProvider, debitedAccount } = one
    const known = account ?? (serviceProvider === null ? null : { iban: null, other: null, name: null })
    return {
      meansCode,
      meansText,
      card,
      creditTransfers: known === null ? [] : [{ account: known.iban ?? known.other, accountName: known.name, serviceProvider }],
      directDebit: holder(one, index) ? { mandate, creditor, debitedAccount } : null,
    }
  })
}

/** CII has one account per means of payment: a second account is a second means with the same code. */
function meansOf({ meansCode, meansText, card, creditTransfers, directDebit }: PaymentInstruction): CiiPaymentMeans[] {
  const debitedAccount = directDebit?.debitedAccount ?? null
  if (creditTransfers.length === 0) return [{ meansCode, meansText, card, debitedAccount, account: null, serviceProvider: null }]
  return creditTransfers.map(({ account, accountName: name, serviceProvider }) => {
    const isIban = account !== null && /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(account.replace(/ /g, ''))
    return { meansCode, meansText, card, debitedAccount, account: { iban: isIban ? account : null, other: isIban ? null : account, name }, serviceProvider }
  })
}

function totalsFrom({ taxes, ...same }: CiiTotals, { currency, taxCurrency }: CiiShape): DocumentTotals {
  const own = taxes.find((tax) => tax.currency === currency) ?? taxes.find((tax) => tax.currency === null) ?? taxes[0]
  const foreign = taxes.find((tax) => tax !== own && tax.currency !== null && tax.currency === taxCurrency)
  return { ...same, tax: own?.amount ?? null, taxInTaxCurrency: foreign?.amount ?? null }
}

function totalsTo({ tax, taxInTaxCurrency, ...same }: DocumentTotals, { currency, taxCurrency }: EInvoice): CiiTotals {
  return {
    ...same,
    taxes: [...(tax === null ? [] : [{ amount: tax, currency }]), ...(taxInTaxCurrency === null ? [] : [{ amount: taxInTaxCurrency, currency: taxCurrency }])],
  }
}

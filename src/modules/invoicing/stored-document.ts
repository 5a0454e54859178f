import { typeCodeOf } from './document-parts.ts'
import { exemptionCodeOf } from './exemption.ts'
import type { DocumentedLine, DocumentedTotals, InvoiceDocument, Seller } from './invoice.ts'

type FirstVersion = Pick<
  InvoiceDocument,
  | 'kind'
  | 'number'
  | 'issuedOn'
  | 'period'
  | 'language'
  | 'currency'
  | 'isTaxIncluded'
  | 'seller'
  | 'buyer'
  | 'lines'
  | 'totals'
  | 'dues'
  | 'note'
  | 'corrects'
  | 'reason'
> & { readonly version: 1 }

/**
 * An issued document as it was stored, in the shape of today: what version 1 did not know is empty. Its digest is taken
 * over the stored text, never over this.
 */
export function readDocument(text: string): InvoiceDocument {
  const stored = JSON.parse(text) as InvoiceDocument | FirstVersion
  // After its retention the content of a document may be gone, and only its digest is left.
  if (stored.version !== 1 || stored.totals === undefined) return stored as InvoiceDocument
  return ofFirstVersion(stored as FirstVersion)
}

function ofFirstVersion(stored: FirstVersion): InvoiceDocument {
  return {
    ...stored,
    purpose: 'invoice',
    typeCode: typeCodeOf(stored.kind, 'invoice'),
    format: 'pdf',
    buyerReference: null,
    orderReference: null,
    contractReference: null,
    projectReference: null,
    seller: { ...sellerOfFirstVersion, ...(stored.seller as Partial<Seller>) } as Seller,
    buyer: { ...stored.buyer, isPublicBody: false, electronicAddress: null, legalRegistration: null },
    lines: stored.lines.map((line): DocumentedLine => ({ ...line, exemptionCode: exemptionCodeOf(line.taxReason), note: null })),
    totals: totalsOfFirstVersion(stored.totals),
    allowancesAndCharges: [],
    prepaid: null,
    paymentReference: { kind: 'none', text: stored.number ?? '' },
    taxInCompanyCurrency: null,
  }
}

const sellerOfFirstVersion = {
  bic: null,
  qrIban: null,
  taxNumber: null,
  electronicAddress: null,
  contactPerson: null,
  creditorIdentifier: null,
  look: { layout: 'clear', font: 'sans', showsPaymentCode: false, footer: null },
} as const

function totalsOfFirstVersion(totals: DocumentedTotals): DocumentedTotals {
  return { ...totals, groups: totals.groups.map((group) => ({ ...group, exemptionCode: exemptionCodeOf(group.reason) })) }
}

import { exponentOf } from '../../kernel/currency.ts'
import type { Buyer, InvoiceKind, Seller } from './invoice.ts'

/**
 * How a document leaves the house. `pdf` is paper; `facturx` a PDF/A-3 with the CII file inside (ZUGFeRD and Factur-X,
 * profile EN 16931); the others are files in UBL 2.1 or UN/CEFACT CII by the named specification, `ubl` and `cii` by
 * EN 16931 alone.
 */
export const documentFormats = ['pdf', 'facturx', 'xrechnung_ubl', 'xrechnung_cii', 'peppol_ubl', 'ubl', 'cii'] as const
export type DocumentFormat = (typeof documentFormats)[number]

/**
 * How a document goes to a customer. Where nobody has chosen: a German public body takes XRechnung, a business in Germany or France a
 * PDF with the data inside, a business with an address in the Peppol network its invoice; everyone else, and all of
 * Switzerland, a PDF (with the QR-bill). A seller whose own data is not complete enough for electronic invoices sends PDF.
 */
export function chooseFormat(options: {
  kind: InvoiceKind
  wish: 'automatic' | DocumentFormat
  currency: string
  buyerReference: string | null
  seller: Seller
  buyer: Buyer
}): DocumentFormat {
  const { wish, seller, buyer } = options
  if (options.kind === 'opening') return 'pdf'
  if (wish !== 'automatic') return wish
  // Amounts of an electronic invoice have two decimal places at most (BR-DEC): a dinar has three.
  if (exponentOf(options.currency) > 2 || !isReadyForElectronic(seller)) return 'pdf'
  if (buyer.country === 'DE' && (buyer.isPublicBody || isLeitwegId(options.buyerReference))) return 'xrechnung_ubl'
  if (buyer.electronicAddress !== null && buyer.electronicAddress.scheme !== 'EM') return 'peppol_ubl'
  return buyer.isBusiness && (buyer.country === 'DE' || buyer.country === 'FR') ? 'facturx' : 'pdf'
}

/** Who sells must be known by a number and a full address (EN 16931 BR-CO-26, BR-S-02, BG-5), and not only by a name. */
export function isReadyForElectronic(seller: Seller): boolean {
  const hasNumber = [seller.vatNumber, seller.taxNumber].some((number) => number !== null && number.trim() !== '')
  return hasNumber && [seller.street, seller.postalCode, seller.city].every((part) => part !== null && part.trim() !== '')
}

/** "04011000-1234512345-06": coarse part, fine part, two check digits (KoSIT, Formatspezifikation Leitweg-ID 2.0.2). */
export function isLeitwegId(reference: string | null): boolean {
  return reference !== null && /^\d{2,12}(-[0-9A-Z]{1,30})?-\d{2}$/i.test(reference.trim())
}

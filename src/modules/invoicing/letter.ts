import type { Day } from '../../kernel/day.ts'
import { formatDay } from '../../kernel/format.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { textIn } from '../texts.ts'
import type { DocumentLogo, DocumentModel, DocumentSender } from './document-model.ts'
import type { Buyer, Seller } from './invoice.ts'

/**
 * A document with all that is the same in each of them: who writes to whom, the look, the date, the words of the layout.
 * `parts` are what this one says: title, intro, columns and lines, totals, how to pay, closing.
 */
export function letterModel(
  frame: { kind: DocumentModel['kind']; language: Language; seller: Seller; buyer: Buyer; logo: DocumentLogo | null; writtenOn: Day; madeAt?: Instant },
  parts: Partial<DocumentModel> & Pick<DocumentModel, 'title'>,
): DocumentModel {
  const { language, seller, writtenOn } = frame
  const text = (key: string) => textIn(language, `document.${key}`)
  return {
    kind: frame.kind,
    language,
    country: seller.country,
    accent: seller.accent,
    look: { layout: seller.look.layout, font: seller.look.font, footer: seller.look.footer },
    logo: frame.logo,
    sender: senderOf(seller, language),
    recipient: addressOf(frame.buyer, seller.country, language),
    intro: null,
    columns: [],
    lines: [],
    taxGroups: [],
    totals: [],
    deductions: [],
    remarks: [],
    payment: null,
    paymentCodes: [],
    closing: null,
    legalNotes: [],
    madeAt: frame.madeAt ?? (`${writtenOn}T00:00:00.000Z` as Instant),
    isDraft: false,
    ...parts,
    meta: [{ label: text('date'), value: formatDay(writtenOn, { language, country: seller.country }, 'long') }, ...(parts.meta ?? [])],
    words: {
      description: text('description'),
      carriedForward: text('carried-forward'),
      draft: text('draft'),
      pageOf: text('page-of'),
      ...parts.words,
    },
  }
}

/** Who writes, for the head and the foot of every document. */
export function senderOf(seller: Seller, language: Language): DocumentSender {
  return {
    name: seller.legalName || seller.name,
    address: [seller.street, `${seller.postalCode ?? ''} ${seller.city ?? ''}`.trim()].filter(isThere).flatMap((line) => line.split('\n')),
    contact: [seller.email, seller.phone, seller.website?.replace(/^https?:\/\//, '').replace(/\/$/, '')].filter(isThere),
    legal: [
      seller.vatNumber && textIn(language, isSwiss(seller) ? 'document.vat-number-swiss' : 'document.vat-number', { number: seller.vatNumber }),
      seller.taxNumber && textIn(language, 'document.tax-number', { number: seller.taxNumber }),
      seller.registrationNumber && textIn(language, 'document.registration', { number: seller.registrationNumber }),
    ].filter(isThere),
  }
}

/** The recipient's address; the country, in capitals as the Universal Postal Union asks, only when it is another one. */
export function addressOf(buyer: Buyer, from: string, language: Language): string[] {
  const country = buyer.country === from ? null : (new Intl.DisplayNames([language], { type: 'region' }).of(buyer.country) ?? buyer.country)
  return [
    buyer.name,
    buyer.attention,
    ...(buyer.street ?? '').split('\n'),
    `${buyer.postalCode ?? ''} ${buyer.city ?? ''}`.trim(),
    country?.toLocaleUpperCase(language),
  ].filter(isThere)
}

function isSwiss(seller: Seller): boolean {
  return seller.country === 'CH' || seller.country === 'LI'
}

function isThere(line: string | null | undefined): line is string {
  return typeof line === 'string' && line.trim() !== ''
}

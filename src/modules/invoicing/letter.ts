import type { Language } from '../../kernel/language.ts'
import { textIn } from '../texts.ts'
import type { DocumentSender } from './document-model.ts'
import type { Buyer, Seller } from './invoice.ts'

/** Who writes, for the head and the foot of every document. */
export function senderOf(seller: Seller, language: Language): DocumentSender {
  return {
    name: seller.legalName || seller.name,
    address: [seller.street, `${seller.postalCode ?? ''} ${seller.city ?? ''}`.trim()].filter(isThere).flatMap((line) => line.split('\n')),
    contact: [seller.email, seller.phone, seller.website?.replace(/^https?:\/\//, '').replace(/\/$/, '')].filter(isThere),
    legal: [
      seller.vatNumber && textIn(language, isSwiss(seller) ? 'document.vat-number-swiss' : 'document.vat-number', { number: seller.vatNumber }),
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

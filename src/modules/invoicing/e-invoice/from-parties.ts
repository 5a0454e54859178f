import type { Buyer, ElectronicAddress, InvoiceDocument, Seller } from '../invoice.ts'
import { isLeitwegId } from '../formats.ts'
import type { Address, Identifier, Party } from './model.ts'

/**
 * BG-4. On a document outside the scope of tax no VAT number may stand (BR-O-02); then the seller is known by the register,
 * or by a number without scheme (BR-CO-26).
 */
export function sellerParty(seller: Seller, options: { isOutsideScope: boolean }): Party {
  const vatNumber = vatNumberOf(seller.vatNumber, seller.country)
  const legalRegistration = registrationOf(seller.registrationNumber, seller.country)
  const shown = options.isOutsideScope ? null : vatNumber
  const isKnown = shown !== null || legalRegistration !== null
  const number = seller.taxNumber ?? vatNumber
  return {
    name: seller.legalName || seller.name,
    tradingName: seller.legalName && seller.legalName !== seller.name ? seller.name : null,
    identifiers: isKnown || number === null ? [] : [{ id: number, scheme: null }],
    legalRegistration,
    vatNumber: shown,
    // BR-E-02 asks for a number of the tax office; who has no VAT number is known there by the number in the register.
    taxNumber:
      options.isOutsideScope && vatNumber !== null ? null : (filled(seller.taxNumber) ?? (vatNumber === null ? filled(seller.registrationNumber) : null)),
    legalInformation: null,
    electronicAddress: seller.electronicAddress ?? mailAddress(seller.email),
    address: addressOf(seller),
    contact: { name: filled(seller.contactPerson) ?? seller.legalName ?? seller.name, phone: filled(seller.phone), email: filled(seller.email) },
  }
}

/** BG-7 */
export function buyerParty(buyer: Buyer, options: { isOutsideScope: boolean; buyerReference: string | null }): Party {
  const leitweg: ElectronicAddress | null = isLeitwegId(options.buyerReference) ? { scheme: '0204', id: options.buyerReference!.trim() } : null
  return {
    name: buyer.name,
    tradingName: null,
    identifiers: [],
    legalRegistration: registrationOf(buyer.legalRegistration, buyer.country),
    vatNumber: options.isOutsideScope ? null : vatNumberOf(buyer.vatNumber, buyer.country),
    taxNumber: null,
    legalInformation: null,
    electronicAddress: buyer.electronicAddress ?? leitweg ?? mailAddress(buyer.email),
    address: addressOf(buyer),
    contact: buyer.attention === null ? null : { name: buyer.attention, phone: null, email: null },
  }
}

export function addressOf(party: Pick<Seller, 'street' | 'postalCode' | 'city' | 'country'>): Address {
  const [line1, line2, ...rest] = (party.street ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return {
    line1: line1 ?? null,
    line2: line2 ?? null,
    line3: rest.length === 0 ? null : rest.join(', '),
    city: filled(party.city),
    postalCode: filled(party.postalCode),
    subdivision: null,
    country: party.country,
  }
}

/** With the letters of its country in front (BR-CO-09), Greece as EL, and without what people write in between. */
export function vatNumberOf(written: string | null, country: string): string | null {
  const compact = (written ?? '').replace(/[\s.\-/]/g, '').toUpperCase()
  if (compact === '') return null
  if (/^[A-Z]{2}/.test(compact)) return compact
  return `${country === 'GR' ? 'EL' : country}${compact}`
}

/** A number in a register, with the scheme where its form and country tell it (ISO 6523). */
function registrationOf(written: string | null, country: string): Identifier | null {
  const text = filled(written)
  if (text === null) return null
  const compact = text.replace(/[\s.-]/g, '').toUpperCase()
  const known = schemes.find((each) => each.country === country && each.form.test(compact))
  return known ? { id: compact, scheme: known.scheme } : { id: text, scheme: null }
}

const schemes: readonly { country: string; form: RegExp; scheme: string }[] = [
  { country: 'FR', form: /^\d{9}$/, scheme: '0002' },
  { country: 'FR', form: /^\d{14}$/, scheme: '0009' },
  { country: 'CH', form: /^CHE\d{9}$/, scheme: '0183' },
  { country: 'NL', form: /^\d{8}$/, scheme: '0106' },
  { country: 'BE', form: /^[01]\d{9}$/, scheme: '0208' },
  { country: 'NO', form: /^\d{9}$/, scheme: '0192' },
  { country: 'DK', form: /^DK\d{8}$/, scheme: '0184' },
  { country: 'SE', form: /^\d{10}$/, scheme: '0007' },
]

/** An e-mail address is an electronic address of the scheme EM. */
function mailAddress(email: string | null): Identifier | null {
  return filled(email) === null ? null : { id: email!.trim(), scheme: 'EM' }
}

function filled(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

/** Whether the whole document is outside the scope of tax. */
export function isOutsideScope(document: InvoiceDocument): boolean {
  return [...document.totals.groups, ...(document.prepaid?.advances.flatMap((advance) => advance.groups) ?? [])].every((group) => group.code === 'O')
}

import type { PaymentReference } from './document-parts.ts'
import type { Seller } from './invoice.ts'

/**
 * The reference that a document asks to pay by. With a QR-IBAN it must be a QR reference (SIX IG QR-bill 2.3, 3.3), and that only
 * in francs and euro; anywhere else it is an ISO 11649 creditor reference. Derived from the year and the number in the
 * series, which are unique in a company, so that no two of its invoices share one.
 */
export function paymentReferenceOf(options: { seller: Pick<Seller, 'country' | 'qrIban'>; currency: string; year: number; number: number }): PaymentReference {
  const digits = `${String(options.year).padStart(4, '0')}${String(options.number).padStart(4, '0')}`
  const isSwiss = options.seller.country === 'CH' || options.seller.country === 'LI'
  const hasQr = isSwiss && options.seller.qrIban !== null && (options.currency === 'CHF' || options.currency === 'EUR')
  return hasQr ? { kind: 'qr', text: qrReference(digits) } : { kind: 'scor', text: creditorReference(digits) }
}

/** 27 digits: the given ones, filled with zeros from the left, and the check digit. */
export function qrReference(digits: string): string {
  const body = digits.padStart(26, '0')
  return `${body}${checkDigit(body)}`
}

/** ISO 11649: RF, two check digits by ISO 7064 MOD 97-10, and at most 21 letters or digits. */
export function creditorReference(body: string): string {
  const rest = remainder97(`${body}RF00`)
  return `RF${String(98 - rest).padStart(2, '0')}${body}`
}

/** Whether a text is a QR or an ISO 11649 reference that is right by its check digits. */
export function isReference(text: string): boolean {
  const compact = text.replace(/\s/g, '').toUpperCase()
  if (/^\d{27}$/.test(compact)) return checkDigit(compact.slice(0, 26)) === Number(compact[26])
  if (!/^RF\d\d[0-9A-Z]{1,21}$/.test(compact)) return false
  return remainder97(`${compact.slice(4)}${compact.slice(0, 4)}`) === 1
}

/** Modulo 10, recursive: SIX IG QR-bill, annex B. */
function checkDigit(digits: string): number {
  const table = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]
  const carry = [...digits].reduce((soFar, digit) => table[(soFar + Number(digit)) % 10]!, 0)
  return (10 - carry) % 10
}

/** Letters count as 10 to 35. */
function remainder97(text: string): number {
  const digits = [...text].map((sign) => Number.parseInt(sign, 36)).join('')
  return Number(BigInt(digits) % 97n)
}

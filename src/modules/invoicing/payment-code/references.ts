import { isReference } from '../payment-reference.ts'

/** Whether the text is a QR reference: 27 digits, the last the recursive modulo 10 of the others (IG QR-bill 2.3, annex B). */
export function isQrReference(text: string): boolean {
  return /^\d{27}$/.test(text) && !/^0+$/.test(text) && isReference(text)
}

/** Whether the text is a creditor reference: RF, two check digits, up to 21 letters and digits, modulo 97 (ISO 11649). */
export function isCreditorReference(text: string): boolean {
  return /^RF/.test(text) && isReference(text)
}

/** Whether the account is a QR-IBAN: Swiss or Liechtenstein, its institution number (IID) 30000 to 31999 (IG QR-bill 2.3, 2.4). */
export function isQrIban(iban: string): boolean {
  return /^(CH|LI)\d{2}3[01]\d{3}/.test(compact(iban))
}

/** "CH44 3199 …" without its spaces. */
export function compact(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

/** As people read it: an IBAN and a creditor reference in fours from the left, a QR reference in fives from the right. */
export function spaced(text: string): string {
  const plain = compact(text)
  return /^\d{27}$/.test(plain) ? plain.replace(/(\d)(?=(\d{5})+$)/g, '$1 ') : plain.replace(/(.{4})(?=.)/g, '$1 ')
}

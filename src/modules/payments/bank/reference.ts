/**
 * A structured payment reference. `qr` is the Swiss QR reference (27 digits, modulo 10 recursive), `iso11649` the
 * creditor reference that begins with RF (modulo 97), `other` whatever else stood in the field for references.
 */
export interface PaymentReference {
  readonly kind: 'qr' | 'iso11649' | 'other'
  /** Upper case without spaces. */
  readonly text: string
}

/** The reference in a field that is meant for one; null when the field is empty or says that nothing was given. */
export function paymentReference(field: string): PaymentReference | null {
  const text = field.replace(/\s/g, '').toUpperCase().slice(0, 140)
  if (text === '' || /^(NOTPROVIDED|NONREF|NONE|N\/A|0+)$/.test(text)) return null
  if (isQrReference(text)) return { kind: 'qr', text }
  if (isCreditorReference(text)) return { kind: 'iso11649', text }
  return { kind: 'other', text }
}

/** The first checked reference that a free text contains, also when it is grouped by spaces. */
export function referenceWithin(freeText: string): PaymentReference | null {
  for (const match of freeText.matchAll(/(?<!\d)\d(?: ?\d){26}(?! ?\d)/g)) {
    const text = match[0].replace(/ /g, '')
    if (isQrReference(text)) return { kind: 'qr', text }
  }
  for (const match of freeText.matchAll(/\bRF\d{2}/gi)) {
    const found = creditorReferenceAt(freeText.slice(match.index, match.index + 32))
    if (found) return { kind: 'iso11649', text: found }
  }
  return null
}

/** Swiss Implementation Guidelines QR-bill, annex B: modulo 10, recursive; 27 digits and not all zero. */
export function isQrReference(text: string): boolean {
  if (!/^\d{27}$/.test(text) || /^0+$/.test(text)) return false
  let carry = 0
  for (const digit of text.slice(0, 26)) carry = carryTable[(carry + Number(digit)) % 10]!
  return (10 - carry) % 10 === Number(text[26])
}

/** ISO 11649: RF, two check digits, up to 21 letters or digits; the whole, rearranged, is 1 modulo 97. */
export function isCreditorReference(text: string): boolean {
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(text) && modulo97(text.slice(4) + text.slice(0, 4)) === 1
}

/** The IBAN of a field, upper case without spaces, when its check digits are right (ISO 13616). */
export function readIban(field: string): string | null {
  const text = field.replace(/[\s.-]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(text)) return null
  return modulo97(text.slice(4) + text.slice(0, 4)) === 1 ? text : null
}

const carryTable = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]

/** Tries the longest run first: letters that follow the reference are often part of the next word. */
function creditorReferenceAt(text: string): string | undefined {
  const words = text.toUpperCase().match(/[A-Z0-9]+/g) ?? []
  for (let count = words.length; count > 0; count -= 1) {
    const joined = words.slice(0, count).join('')
    if (isCreditorReference(joined)) return joined
  }
  return undefined
}

function modulo97(text: string): number {
  let rest = 0
  for (const letter of text) {
    const value = parseInt(letter, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

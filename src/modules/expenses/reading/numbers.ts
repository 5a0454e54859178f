import { checkVAT, countries } from 'jsvat'
import { readIban, referenceWithin } from '../../payments/index.ts'
import type { PayeeReference } from '../expense.ts'
import { phrases, says, type Line } from './lines.ts'

const numberWords = phrases(
  'rechnungsnummer,rechnung nr,rechnungs nr,rechnungsnr,rechnung no,rechnung,beleg nr,belegnr,belegnummer,bon nr,bonnr,bon,quittung nr,quittungsnummer,quittung,kassenbon nr,ticket nr,invoice number,' +
    'invoice no,invoice,receipt no,receipt number,receipt,facture n,facture no,no facture,n facture,numero de facture,facture,ticket n,ticket no,fattura n,fattura nr,fattura,numero fattura,' +
    'documento n,doc n,documento commerciale n,n documento,ricevuta n,scontrino n,dokument nr,transaction id,order no,reservation no,buchungsnummer,bestellnummer,order number,referenz nr,dossier,beleg,ticket',
)
/** The number after its word: "Rechnung Nr. 2026-014", "Invoice # INV/0012", "N° F-2201". */
const afterWord = /(?:n(?:[ruo]|umm?er(?:o)?|umber)?[.°º:#]*|no\.?|#|id)?\s*[:.#°º]*\s*((?=[\p{Lu}\d/._-]*\d)[\p{Lu}\d][\p{Lu}\d/._-]{1,28}[\p{Lu}\d])/u

/** The document's own number, as it is written; null where none is named. */
export function documentNumberOf(lines: readonly Line[]): string | null {
  for (const [index, line] of lines.entries()) {
    const word = numberWords.find((phrase) => says(line, [phrase])) ?? (/\p{L}rechnung\b/iu.test(line.text) ? ['rechnung'] : undefined)
    if (!word) continue
    const here = afterPhrase(line.text, word)
    const found = here ?? (here === undefined && lines[index + 1] ? onlyNumber(lines[index + 1]!.text) : undefined)
    if (found) return found
  }
  return null
}

function afterPhrase(text: string, word: readonly string[]): string | undefined {
  const start = text.toLowerCase().search(new RegExp(word[0]!.slice(0, 3), 'i'))
  const rest = text.slice(Math.max(0, start)).replace(/^[\p{L}]+\.?(?=[\s:#.°º-])/u, '')
  const number = afterWord.exec(rest)?.[1]
  return number && isNumberLike(number) ? number : undefined
}

function onlyNumber(text: string): string | undefined {
  const number = /^((?=[\p{Lu}\d/._-]*\d)[\p{Lu}\d][\p{Lu}\d/._-]{2,28})$/u.exec(text.split(' ')[0] ?? '')?.[1]
  return number && isNumberLike(number) ? number : undefined
}

/** Neither a day nor an amount nor a VAT number. */
function isNumberLike(text: string): boolean {
  return (
    !/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(text) &&
    !/^\d+[.,]\d{2}$/.test(text) &&
    !/^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !/^CHE-?\d/.test(text) &&
    !/^(?:19|20)\d\d$/.test(text) &&
    /\d{2}/.test(text)
  )
}

/** The first account whose check digits are right; O and 0 are told apart by trying. */
export function ibanOf(text: string): string | null {
  for (const match of text.toUpperCase().matchAll(/\b[A-Z]{2}[\dOIL]{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/g)) {
    const compact = match[0].replace(/ /g, '')
    for (let length = compact.length; length >= 15; length -= 1) {
      const read = compact.slice(0, length)
      const iban = readIban(read) ?? readIban(read.slice(0, 2) + read.slice(2).replace(/O/g, '0').replace(/[IL]/g, '1'))
      if (iban) return iban
    }
  }
  return null
}

/** A reference with right check digits: of a Swiss QR-bill or by ISO 11649. */
export function payeeReferenceOf(text: string): PayeeReference | null {
  const found = referenceWithin(text)
  if (!found || found.kind === 'other') return null
  return { kind: found.kind === 'qr' ? 'qr' : 'scor', text: found.text }
}

const vatShapes = [
  /\bCHE[- ]?\d{3}[. ]?\d{3}[. ]?\d{3}(?:\s?(?:MWST|TVA|IVA))?/g,
  /\b(?:DE|IT|FR|ES|NL|BE|LU|PL|PT|SE|DK|FI|IE|CZ|SK|SI|HU|HR|RO|BG|GR|EL|LT|LV|EE|CY|MT|GB|XI)\s?[A-Z\d]{2,3}(?:[. ]?[A-Z\d]{2,4}){1,4}\b/g,
  /\bATU\s?\d{8}\b/g,
]
/** Italian and British receipts leave out the country. */
const unnamed = [
  { country: 'IT', shape: /(?:P\.?\s?IVA|PARTITA IVA)[^\d]{0,6}(\d{11})\b/ },
  { country: 'GB', shape: /VAT(?: REG)?(?: NO| NUMBER| N)?[.: ]{0,3}(\d{3} ?\d{4} ?\d{2})\b/ },
] as const

/** The first tax number whose check digits are right, without spaces and dots, with its country; never one of `without`. */
export function vatNumberOf(text: string, without: readonly string[] = []): { number: string; country: string } | null {
  const upper = text.toUpperCase().replace(/\bU5T\b/g, 'UST')
  const candidates = [...vatShapes.flatMap((shape) => [...upper.matchAll(shape)].map((match) => match[0])), ...unnamed.flatMap((each) => { const digits = each.shape.exec(upper)?.[1]; return digits ? [each.country + digits] : [] })] // prettier-ignore
  const excluded = new Set(without.map(compactVat))
  for (const candidate of candidates) {
    const number = compactVat(candidate)
    if (excluded.has(number)) continue
    const known = vatCheck(number)
    if (known) return { number: known, country: countryOf(known) }
  }
  return null
}

function vatCheck(number: string): string | undefined {
  if (/^CHE\d{9}$/.test(number)) return isSwissUid(number.slice(3)) ? number : undefined
  // A word that follows may have been taken along: shorter until it fits.
  for (let length = number.length; length >= 9; length -= 1) if (checkVAT(number.slice(0, length), countries).isValid) return number.slice(0, length)
  return undefined
}

/** Federal Statistical Office, UID: weights 5 4 3 2 7 6 5 4, modulo 11. */
function isSwissUid(digits: string): boolean {
  const sum = [5, 4, 3, 2, 7, 6, 5, 4].reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return (11 - (sum % 11)) % 11 === Number(digits[8])
}

function compactVat(number: string): string {
  return number
    .toUpperCase()
    .replace(/[^A-Z\d]/g, '')
    .replace(/^(CHE\d{9}).*/, '$1')
}

function countryOf(vatNumber: string): string {
  const prefix = vatNumber.slice(0, 2)
  return prefix === 'EL' ? 'GR' : prefix === 'XI' ? 'GB' : prefix
}

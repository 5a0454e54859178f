import { checkVAT, countries } from 'jsvat'

/** What the form of a VAT number says; whether somebody holds it only the tax office knows (VIES). */
export interface VatNumberForm {
  /** Without spaces, dots and hyphens, in capitals: "FR40303265045", "CHE123456788MWST". */
  readonly value: string
  /** ISO 3166-1; Greece is GR although its numbers begin with EL. Null where the form is that of no country. */
  readonly country: string | null
  /** It looks like a number of its country. */
  readonly hasForm: boolean
  /** Its check digits are right too. Some new numbers have others than the known rule: never refuse for this alone. */
  readonly hasCheckDigits: boolean
}

export function vatNumberForm(text: string): VatNumberForm {
  const value = text.toUpperCase().replace(/[\s.\-/]/g, '')
  const found = checkVAT(value, countries)
  return {
    value: found.value ?? value,
    country: found.isValidFormat ? (found.country?.isoCode.short ?? null) : null,
    hasForm: found.isValidFormat,
    hasCheckDigits: found.isValid,
  }
}

import { isQRIBAN, isValidBIC, isValidIBAN } from 'ibantools'
import { invalid } from '../../kernel/failure.ts'

export interface Accounts {
  readonly iban?: string | null | undefined
  readonly qrIban?: string | null | undefined
  readonly bic?: string | null | undefined
  readonly creditorIdentifier?: string | null | undefined
}

/**
 * The numbers of accounts as they are kept: without spaces, in capitals, with right check digits (ISO 13616, ISO 7064).
 * A QR-IBAN (institution 30000 to 31999, SIX IG QR-bill) is told from an IBAN, since each asks for another reference.
 * Fails at the field with `iban_malformed`, `iban_is_qr`, `qr_iban_malformed`, `bic_malformed`, `creditor_identifier_malformed`.
 */
export function readAccounts(given: Accounts): Accounts {
  const iban = compact(given.iban)
  const qrIban = compact(given.qrIban)
  const bic = compact(given.bic)
  const creditorIdentifier = compact(given.creditorIdentifier)
  if (iban && !isValidIBAN(iban)) invalid({ iban: 'iban_malformed' })
  if (iban && isQRIBAN(iban)) invalid({ iban: 'iban_is_qr' })
  if (qrIban && !isQRIBAN(qrIban)) invalid({ qrIban: 'qr_iban_malformed' })
  if (bic && !isValidBIC(bic)) invalid({ bic: 'bic_malformed' })
  if (creditorIdentifier && !isCreditorIdentifier(creditorIdentifier)) invalid({ creditorIdentifier: 'creditor_identifier_malformed' })
  return { iban, qrIban, bic, creditorIdentifier }
}

/** EPC262-08: country, two check digits (ISO 7064, mod 97-10, without the business code), business code, national part. */
export function isCreditorIdentifier(text: string): boolean {
  const match = /^([A-Z]{2})(\d{2})[A-Z0-9]{3}([A-Z0-9]{1,28})$/.exec(text)
  if (!match) return false
  const digits = [...`${match[3]}${match[1]}${match[2]}`].map((letter) => parseInt(letter, 36)).join('')
  return BigInt(digits) % 97n === 1n
}

function compact(text: string | null | undefined): string | null | undefined {
  return text?.replace(/\s/g, '').toUpperCase() || (text === '' ? null : text)
}

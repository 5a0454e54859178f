import type { Language } from '../../../kernel/language.ts'
import { amountText } from '../../../kernel/money.ts'
import { bankText, bankTextLossy } from './characters.ts'
import type { PaymentParty, PaymentRequest } from './payment-code.ts'
import { compact, isCreditorReference, isQrIban, isQrReference, spaced } from './references.ts'

/** What stands on the payment part and the receipt, beside the code. */
export interface SwissBill {
  readonly language: Language
  /** Account, then name and address, line by line. */
  readonly creditor: readonly string[]
  /** Null leaves a frame to write into. */
  readonly debtor: readonly string[] | null
  readonly reference: string | null
  readonly additional: readonly string[]
  readonly currency: 'CHF' | 'EUR'
  /** "1 234.50"; null leaves a frame to write into. */
  readonly amount: string | null
}

/** An address of type S, the only one since 22 November 2025 (IG QR-bill 2.3, 4.2.2). */
interface StructuredAddress {
  readonly name: string
  readonly street: string
  readonly houseNumber: string
  readonly postalCode: string
  readonly town: string
  readonly country: string
}

/**
 * The payload of a Swiss QR code (IG QR-bill 2.3, 4.2.2) and the texts beside it. Null where the guidelines leave no way: another currency
 * than CHF or EUR, an amount above 999,999,999.99, a payee without town or postal code, a QR-IBAN without QR reference or the other way round.
 */
export function swissBill(request: PaymentRequest, account: string): { payload: string; bill: SwissBill } | null {
  const { currency, amount } = request
  if (currency !== 'CHF' && currency !== 'EUR') return null
  if (amount !== null && amount.minor > 99_999_999_999n) return null
  const iban = compact(account)
  const reference = referenceOf(request, iban)
  const creditor = addressOf(request.creditor)
  if (!reference || !creditor || iban.length !== 21) return null
  const debtor = request.debtor && addressOf(request.debtor)
  const { message, billInformation } = additionalOf(request)
  const payload = [
    'SPC',
    '0200',
    '1',
    iban,
    ...addressLines(creditor),
    ...Array.from({ length: 7 }, () => ''),
    amount === null ? '' : amountText(amount),
    currency,
    ...(debtor ? addressLines(debtor) : Array.from({ length: 7 }, () => '')),
    reference.type,
    reference.text,
    message,
    'EPD',
    ...(billInformation === '' ? [] : [billInformation]),
  ].join('\n')
  const bill: SwissBill = {
    language: request.language,
    creditor: [spaced(iban), ...written(creditor)],
    debtor: debtor ? written(debtor) : null,
    reference: reference.text === '' ? null : spaced(reference.text),
    additional: [message, billInformation].filter((line) => line !== ''),
    currency,
    amount: amount === null ? null : amountText(amount).replace(/(\d)(?=(\d{3})+\.)/g, '$1 '),
  }
  return { payload, bill }
}

/** QRR with a QR-IBAN and only there; SCOR or nothing with an IBAN (IG QR-bill 2.3, 4.2.2, RmtInf). */
function referenceOf(request: PaymentRequest, iban: string): { type: 'QRR' | 'SCOR' | 'NON'; text: string } | undefined {
  const text = compact(request.reference.text ?? '')
  const isOfQr = isQrIban(iban)
  if (isOfQr) return isQrReference(text) ? { type: 'QRR', text } : undefined
  if (request.reference.kind === 'scor' && isCreditorReference(text)) return { type: 'SCOR', text }
  return request.reference.kind === 'qr' ? undefined : { type: 'NON', text: '' }
}

function addressOf(party: PaymentParty): StructuredAddress | null {
  const name = bankText(party.name, 70)
  const postalCode = bankText(party.postalCode ?? '', 16)
  const town = bankText(party.city ?? '', 35)
  if (name === undefined || postalCode === undefined || town === undefined || !/^[A-Z]{2}$/.test(party.country)) return null
  const whole = bankText((party.street ?? '').split('\n')[0] ?? '', 87) ?? ''
  // "Bahnhofstrasse 12a" parts in two; "12, rue de la Paix" stays whole, since a number in front is not set apart in Switzerland.
  const parts = /^(?<street>.*\p{L}.*?)[ ,]+(?<number>\d{1,5} ?[a-zA-Z]?(?:[-/.]\d{1,5} ?[a-zA-Z]?){0,2})$/u.exec(whole)?.groups
  const street = (parts?.['street'] ?? whole).slice(0, 70)
  return { name, street, houseNumber: parts?.['number'] ?? '', postalCode, town, country: party.country }
}

function addressLines(address: StructuredAddress): string[] {
  return ['S', address.name, address.street, address.houseNumber, address.postalCode, address.town, address.country]
}

/** As the guidelines print it (IG QR-bill 2.3, 3.5.4): the country in front where it is another one. */
function written(address: StructuredAddress): string[] {
  const prefix = address.country === 'CH' || address.country === 'LI' ? '' : `${address.country} - `
  return [address.name, `${address.street} ${address.houseNumber}`.trim(), `${prefix}${address.postalCode} ${address.town}`].filter((line) => line !== '')
}

/** Message and bill information may have 140 signs together; the second is whole or not there. */
function additionalOf(request: PaymentRequest): { message: string; billInformation: string } {
  const message = bankTextLossy(request.message, 140)
  const wanted = bankTextLossy(request.billInformation ?? '', 141)
  const billInformation = wanted.startsWith('//') && message.length + wanted.length <= 140 ? wanted : ''
  return { message, billInformation }
}

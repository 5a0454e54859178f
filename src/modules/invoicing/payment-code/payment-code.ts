import type { Language } from '../../../kernel/language.ts'
import type { Money } from '../../../kernel/money.ts'
import { epcPayload } from './epc-payload.ts'
import { isQrIban } from './references.ts'
import { swissBill, type SwissBill } from './swiss-bill.ts'

/** What a phone reads to pay: a Swiss QR-bill with its texts, or the code of the European Payments Council. */
export type PaymentCode =
  | { readonly kind: 'swiss'; readonly payload: string; readonly bill: SwissBill; readonly label: string; readonly caption: string }
  | { readonly kind: 'epc'; readonly payload: string; readonly label: string; readonly caption: string }

/** Who is paid, and by whom, with the address as people write it. */
export interface PaymentParty {
  readonly name: string
  readonly street: string | null
  readonly postalCode: string | null
  readonly city: string | null
  /** "CH" */
  readonly country: string
}

export interface PaymentRequest {
  readonly creditor: PaymentParty
  readonly debtor: PaymentParty | null
  readonly iban: string | null
  readonly qrIban: string | null
  readonly bic: string | null
  readonly reference: { readonly kind: 'qr' | 'scor' | 'none'; readonly text: string | null }
  /** Null leaves the amount to the payer. */
  readonly amount: Money | null
  readonly currency: string
  /** "Invoice 2026-0014": for the payer, and for the payee where there is no reference. */
  readonly message: string
  /** Swico S1, for the payer's bookkeeping; Swiss QR-bill only. */
  readonly billInformation: string | null
  readonly language: Language
  /** What the picture is, for who cannot see it: "QR code to pay CHF 120.00". */
  readonly label: string
  /** Under the European code: "Scan to pay". */
  readonly caption: string
}

/**
 * The code for a payment: a QR-bill where the account is Swiss or from Liechtenstein and the currency CHF or EUR; the European code for
 * euro to any other account of the SEPA area; otherwise none, and none where an obligatory part is missing.
 */
export function paymentCodeOf(request: PaymentRequest): PaymentCode | null {
  if (request.amount !== null && request.amount.minor <= 0n) return null
  const account = request.reference.kind === 'qr' ? request.qrIban : (request.iban ?? request.qrIban)
  if (account === null) return null
  if (/^(CH|LI)/i.test(account.trim())) return swissCode(request, account)
  if (request.currency !== 'EUR' || isQrIban(account)) return null
  const payload = epcPayload({ ...request, iban: account })
  return payload === null ? null : { kind: 'epc', payload, label: request.label, caption: request.caption }
}

function swissCode(request: PaymentRequest, account: string): PaymentCode | null {
  const made = swissBill(request, account)
  return made && { kind: 'swiss', payload: made.payload, bill: made.bill, label: request.label, caption: request.caption }
}

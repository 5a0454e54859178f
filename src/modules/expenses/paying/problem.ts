import { isQRIBAN, isValidIBAN } from 'ibantools'
import { isReference } from '../../invoicing/index.ts'
import type { TransferFormat } from '../../payments/index.ts'
import { isSepa } from '../../payments/index.ts'
import type { Expense } from '../expense.ts'

/** Why an expense cannot go into a file of orders; null when it can. Each has a text: `expenses.pay-problem-<code>`. */
export type PayProblem = 'iban_missing' | 'iban_wrong' | 'qr_reference_missing' | 'reference_wrong' | 'address_missing' | 'currency_not_possible' | 'not_sepa'

/**
 * A QR-IBAN asks for a QR reference and a QR reference for a QR-IBAN (SIX IG Credit Transfer, 4.2.2); Swiss banks ask for
 * town and country of the payee; SEPA is euro within SEPA.
 */
export function payProblem(expense: Pick<Expense, 'payee' | 'open' | 'reference'>, format: TransferFormat): PayProblem | null {
  const { payee, reference, open } = expense
  if (!payee?.iban) return 'iban_missing'
  if (!isValidIBAN(payee.iban)) return 'iban_wrong'
  if (isQRIBAN(payee.iban) !== (reference?.kind === 'qr')) return isQRIBAN(payee.iban) ? 'qr_reference_missing' : 'reference_wrong'
  if (reference && reference.kind !== 'text' && !isReference(reference.text)) return 'reference_wrong'
  if (format !== 'pain.001.001.09.ch.03') return open.currency !== 'EUR' ? 'currency_not_possible' : isSepa(payee.iban) ? null : 'not_sepa'
  return payee.city && payee.country ? null : 'address_missing'
}

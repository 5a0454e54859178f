import { formatAmount, formatDay, type Locale } from '../../kernel/format.ts'
import { fromWire } from '../../kernel/money.ts'
import { textIn } from '../texts.ts'
import type { DocumentPayment, LabelledText } from './document-model.ts'
import type { InvoiceDocument } from './invoice.ts'
import { spaced } from './payment-code/references.ts'

/** When and to which account an invoice is to be paid; null where nothing is due. */
export function paymentOf(document: InvoiceDocument, locale: Locale): DocumentPayment | null {
  const { dues } = document
  const text = (key: string, parameters: Record<string, string | number> = {}) => textIn(document.language, `document.${key}`, parameters)
  if (dues.length === 0 || fromWire(document.totals.gross).minor <= 0n) return null
  const day = (index: number) => formatDay(dues[index]!.on, locale, 'long')
  const account = accountOf(document)
  if (dues.length === 1) return { title: text('payable-until', { day: day(0) }), due: [], account }
  const due = dues.map((each, index) => ({ label: text('part', { count: index + 1, day: day(index) }), value: formatAmount(fromWire(each.amount), locale) }))
  return { title: text('payable-plan', { count: dues.length }), due, account }
}

/** A QR reference may only go to the QR-IBAN, any other only to the ordinary account. */
function accountOf(document: InvoiceDocument): LabelledText[] {
  const { seller, paymentReference } = document
  const text = (key: string) => textIn(document.language, `document.${key}`)
  const iban = paymentReference.kind === 'qr' ? seller.qrIban : seller.iban
  if (iban === null) return []
  const reference = paymentReference.kind === 'none' ? (document.number ?? '') : spaced(paymentReference.text)
  return [
    { label: text('account'), value: spaced(iban) },
    { label: text('bic'), value: seller.bic ?? '' },
    { label: text('bank'), value: seller.bankName ?? '' },
    { label: text('payee'), value: seller.legalName || seller.name },
    { label: text('reference'), value: reference },
  ].filter((row) => row.value !== '')
}

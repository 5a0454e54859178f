import { daysBetween } from '../../kernel/day.ts'
import { formatDay, formatMoney, type Locale } from '../../kernel/format.ts'
import { fromWire, type Money } from '../../kernel/money.ts'
import { textIn } from '../texts.ts'
import { titleKey } from './document-title.ts'
import type { InvoiceDocument } from './invoice.ts'
import { billInformationOf } from './payment-code/bill-information.ts'
import { paymentCodeOf, type PaymentCode } from './payment-code/payment-code.ts'

/** As many parts of a payment plan get a code each; of a longer plan the payer fills in the amount of one. */
const partsMax = 12

/** The codes to pay an invoice by, one per part; none on drafts, on credit notes, or where the company wants none. */
export function paymentCodesOf(document: InvoiceDocument): PaymentCode[] {
  const { seller, dues } = document
  if (document.kind !== 'invoice' || document.number === null || !seller.look.showsPaymentCode) return []
  const amounts = dues.length > partsMax ? [null] : dues.map((due) => fromWire(due.amount))
  return amounts.flatMap((amount, index) => codeOf(document, amount, index) ?? [])
}

function codeOf(document: InvoiceDocument, amount: Money | null, index: number): PaymentCode | null {
  const { seller, buyer, dues, language } = document
  const locale: Locale = { language, country: seller.country }
  const text = (key: string, parameters: Record<string, string | number> = {}) => textIn(language, `document.${key}`, parameters)
  const title = text(titleKey(document), { number: document.number! })
  const part = dues.length > 1 && amount !== null ? text('part', { count: index + 1, day: formatDay(dues[index]!.on, locale) }) : null
  return paymentCodeOf({
    creditor: { ...seller, name: seller.legalName || seller.name },
    debtor: buyer,
    iban: seller.iban,
    qrIban: seller.qrIban,
    bic: seller.bic,
    reference: document.paymentReference,
    amount,
    currency: document.currency,
    message: part === null ? title : `${title}, ${part}`,
    billInformation: billInformation(document),
    language,
    label: amount === null ? text('code-label-open') : text('code-label', { amount: formatMoney(amount, locale) }),
    caption: part ?? text('code-caption'),
  })
}

function billInformation(document: InvoiceDocument): string {
  return billInformationOf({
    number: document.number!,
    issuedOn: document.issuedOn,
    vatNumber: document.seller.vatNumber,
    period: document.period,
    rates: document.totals.groups.filter((group) => group.code === 'S').map((group) => ({ rate: group.rate, net: group.net.amount })),
    daysToPay: document.dues.length === 1 ? daysBetween(document.issuedOn, document.dues[0]!.on) : null,
  })
}

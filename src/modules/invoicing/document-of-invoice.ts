import { formatAmount, formatDay, formatMoney, formatNumber, formatMinutes, formatPercent, formatPeriod, type Locale } from '../../kernel/format.ts'
import type { Instant } from '../../kernel/instant.ts'
import { add, fromWire, zero, type MoneyOnTheWire } from '../../kernel/money.ts'
import { parsePercent } from '../../kernel/percent.ts'
import { parseQuantity, Quantity } from '../../kernel/quantity.ts'
import { textIn } from '../texts.ts'
import type { DocumentLine, DocumentLogo, DocumentModel, DocumentPayment, DocumentTotal, LabelledText } from './document-model.ts'
import type { DocumentedLine, InvoiceDocument } from './invoice.ts'
import { letterModel } from './letter.ts'
import { paymentCodesOf } from './payment-codes-of-invoice.ts'
import { needsStamp } from './tax/stamp-duty.ts'

/** An invoice or credit note as it is read: in the customer's language, by the customs of the seller's country. */
export function documentOfInvoice(document: InvoiceDocument, options: { logo: DocumentLogo | null; madeAt: Instant }): DocumentModel {
  const locale: Locale = { language: document.language, country: document.seller.country }
  const text = (key: string, parameters: Record<string, string | number> = {}) => textIn(document.language, `document.${key}`, parameters)
  const isCredit = document.kind === 'credit_note'
  const kind = isCredit ? 'credit-note' : 'invoice'
  const showsTax = document.totals.groups.some((group) => group.code === 'S' || group.code === 'Z')
  const frame = {
    kind: isCredit ? 'credit_note' : 'invoice',
    language: document.language,
    seller: document.seller,
    buyer: document.buyer,
    logo: options.logo,
    writtenOn: document.issuedOn,
    madeAt: options.madeAt,
  } as const
  return letterModel(frame, {
    title: document.number === null ? text(`${kind}-draft`) : text(kind, { number: document.number }),
    meta: metaOf(document, locale),
    intro: document.note,
    columns: [
      { label: text('quantity'), width: 62 },
      { label: text('price'), width: 70 },
      ...(showsTax ? [{ label: byCustom(text('tax'), locale), width: 42 }] : []),
      { label: text('amount', { currency: document.currency }), width: 74 },
    ],
    lines: linesOf(document, locale, showsTax),
    taxGroups: taxRows(document, locale),
    totals: totalRows(document, locale),
    payment: isCredit ? null : paymentOf(document, locale),
    paymentCodes: paymentCodesOf(document),
    closing: isCredit ? text('credit-closing') : null,
    legalNotes: legalNotesOf(document),
    isDraft: document.number === null,
  })
}

/** Why a line is not taxed as at home, and in Italy the stamp. */
function legalNotesOf(document: InvoiceDocument): string[] {
  const reasons = document.totals.groups.flatMap((group) => (group.reason ? [`tax.reason.${group.reason}`] : []))
  const groups = document.totals.groups.map((group) => ({ code: group.code, net: fromWire(group.net) }))
  const stamp = needsStamp({ country: document.seller.country, groups }) ? ['tax.stamp-duty'] : []
  return [...new Set([...reasons, ...stamp])].map((key) => textIn(document.language, key))
}

function metaOf(document: InvoiceDocument, locale: Locale): LabelledText[] {
  const text = (key: string, parameters: Record<string, string | number> = {}) => textIn(document.language, `document.${key}`, parameters)
  const rows: LabelledText[] = []
  if (document.period) rows.push({ label: text('period'), value: formatPeriod(document.period, locale) })
  if (document.corrects) {
    const day = formatDay(document.corrects.issuedOn, locale)
    rows.push({ label: text('corrects'), value: text('corrects-invoice', { number: document.corrects.number, day }) })
  }
  if (document.reason) rows.push({ label: text('reason'), value: document.reason })
  if (document.buyer.vatNumber) rows.push({ label: text('your-vat-number'), value: document.buyer.vatNumber })
  return rows
}

function linesOf(document: InvoiceDocument, locale: Locale, showsTax: boolean): DocumentLine[] {
  let carried = zero(document.currency)
  return document.lines.map((line) => {
    carried = add(carried, fromWire(line.amount))
    return {
      description: line.name,
      detail: detailOf(line, document, locale),
      cells: [
        quantityOf(line, locale),
        priceOf(line, document, locale),
        ...(showsTax ? [line.taxCode === 'S' ? formatPercent(parsePercent(line.taxRate)!, locale) : '–'] : []),
        formatAmount(fromWire(line.amount), locale),
      ],
      carried: formatAmount(carried, locale),
    }
  })
}

/** The period is said on the line where it differs from the whole document's. */
function detailOf(line: DocumentedLine, document: InvoiceDocument, locale: Locale): string | null {
  const isSame = line.period?.from === document.period?.from && line.period?.to === document.period?.to
  const period = line.period && !isSame ? formatPeriod(line.period, locale) : null
  const discount =
    line.discount &&
    textIn(document.language, 'document.discount', {
      reason: line.discount.reason,
      amount: formatAmount(fromWire(line.discount.amount), locale),
    })
  const parts = [[period, line.detail].filter(Boolean).join(' · '), discount].filter(Boolean)
  return parts.length === 0 ? null : parts.join('\n')
}

function quantityOf(line: DocumentedLine, locale: Locale): string {
  const quantity = parseQuantity(line.quantity)!
  return line.unit === 'minute' ? `${formatMinutes(quantity)} h` : formatNumber(quantity, locale)
}

function priceOf(line: DocumentedLine, document: InvoiceDocument, locale: Locale): string {
  const price = formatAmount(fromWire(line.unitPrice), locale)
  const isHourly = line.unit === 'minute' && line.per === new Quantity(60_000n).toJSON()
  return isHourly ? textIn(document.language, 'document.per-hour', { amount: price }) : price
}

function taxRows(document: InvoiceDocument, locale: Locale): LabelledText[] {
  const key = document.isTaxIncluded ? 'document.tax-included' : 'document.tax-on'
  return document.totals.groups
    .filter((group) => group.code === 'S')
    .map((group) => ({
      label: byCustom(textIn(document.language, key, { rate: formatPercent(parsePercent(group.rate)!, locale), net: amount(group.net, locale) }), locale),
      value: amount(group.tax, locale),
    }))
}

function totalRows(document: InvoiceDocument, locale: Locale): DocumentTotal[] {
  const { totals } = document
  const label = document.kind === 'credit_note' ? 'document.total-credit' : 'document.total'
  const final = { label: textIn(document.language, label), value: formatMoney(fromWire(totals.gross), locale), isFinal: true }
  const hasTax = totals.groups.some((group) => group.code === 'S')
  if (!hasTax || document.isTaxIncluded) return [final]
  return [{ label: textIn(document.language, 'document.net'), value: amount(totals.net, locale), isFinal: false }, final]
}

function paymentOf(document: InvoiceDocument, locale: Locale): DocumentPayment | null {
  const { seller, dues } = document
  const text = (key: string, parameters: Record<string, string | number> = {}) => textIn(document.language, `document.${key}`, parameters)
  if (dues.length === 0 || fromWire(document.totals.gross).minor <= 0n) return null
  const day = (index: number) => formatDay(dues[index]!.on, locale, 'long')
  const account: LabelledText[] = seller.iban
    ? [
        { label: text('account'), value: spaced(seller.iban) },
        ...(seller.bankName ? [{ label: text('bank'), value: seller.bankName }] : []),
        { label: text('payee'), value: seller.legalName || seller.name },
        ...(document.number ? [{ label: text('reference'), value: document.number }] : []),
      ]
    : []
  if (dues.length === 1) return { title: text('payable-until', { day: day(0) }), due: [], account }
  const due = dues.map((each, index) => ({ label: text('part', { count: index + 1, day: day(index) }), value: amount(each.amount, locale) }))
  return { title: text('payable-plan', { count: dues.length }), due, account }
}

/** German writes the tax MWST in Switzerland and MwSt. elsewhere. */
function byCustom(text: string, locale: Locale): string {
  const isSwiss = locale.country === 'CH' || locale.country === 'LI'
  return locale.language === 'de' && !isSwiss ? text.replace('MWST', 'MwSt.') : text
}

function amount(value: MoneyOnTheWire, locale: Locale): string {
  return formatAmount(fromWire(value), locale)
}

/** An IBAN in groups of four, as people read it. */
function spaced(iban: string): string {
  return iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ')
}

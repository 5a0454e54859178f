import { formatAmount, formatDay, formatMinutes, formatNumber, formatPercent, formatPeriod, type Locale } from '../../kernel/format.ts'
import type { Instant } from '../../kernel/instant.ts'
import { add, fromWire, zero } from '../../kernel/money.ts'
import { parsePercent } from '../../kernel/percent.ts'
import { parseQuantity, Quantity } from '../../kernel/quantity.ts'
import { textIn } from '../texts.ts'
import type { DocumentLine, DocumentLogo, DocumentModel, LabelledText } from './document-model.ts'
import { titleKey } from './document-title.ts'
import type { DocumentedLine, InvoiceDocument } from './invoice.ts'
import { letterModel } from './letter.ts'
import { paymentCodesOf } from './payment-codes-of-invoice.ts'
import { paymentOf } from './payment-of-invoice.ts'
import { byCustom, sumsOf } from './sums-of-invoice.ts'
import { needsStamp } from './tax/stamp-duty.ts'

/** An invoice or credit note as it is read: in the customer's language, by the customs of the seller's country. */
export function documentOfInvoice(document: InvoiceDocument, options: { logo: DocumentLogo | null; madeAt: Instant }): DocumentModel {
  const locale: Locale = { language: document.language, country: document.seller.country }
  const text = (key: string, parameters: Record<string, string | number> = {}) => textIn(document.language, `document.${key}`, parameters)
  const isCredit = document.kind === 'credit_note'
  const title = titleKey(document)
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
    title: document.number === null ? text(`${title}-draft`) : text(title, { number: document.number }),
    meta: metaOf(document, locale),
    intro: document.note,
    columns: [
      { label: text('quantity'), width: 62 },
      { label: text('price'), width: 70 },
      ...(showsTax ? [{ label: byCustom(text('tax'), locale), width: 42 }] : []),
      { label: text('amount', { currency: document.currency }), width: 74 },
    ],
    lines: linesOf(document, locale, showsTax),
    ...sumsOf(document, locale),
    payment: isCredit ? null : paymentOf(document, locale),
    paymentCodes: paymentCodesOf(document),
    closing: isCredit ? text('credit-closing') : null,
    legalNotes: legalNotesOf(document),
    isDraft: document.number === null,
  })
}

function metaOf(document: InvoiceDocument, locale: Locale): LabelledText[] {
  const text = (key: string, parameters: Record<string, string | number> = {}) => textIn(document.language, `document.${key}`, parameters)
  const rows: LabelledText[] = []
  const references = { buyerReference: 'buyer-reference', orderReference: 'order', contractReference: 'contract', projectReference: 'project' } as const
  for (const [field, key] of Object.entries(references)) {
    const value = document[field as keyof typeof references]
    if (value) rows.push({ label: text(key), value })
  }
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
  const parts = [[period, line.detail].filter(Boolean).join(' · '), line.note, discount].filter(Boolean)
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

/** Why a line is not taxed as at home, of what is charged now and of what advances charged; and in Italy the stamp. */
function legalNotesOf(document: InvoiceDocument): string[] {
  const groups = [...document.totals.groups, ...(document.prepaid?.advances.flatMap((advance) => advance.groups) ?? [])]
  const reasons = [...groups.map((group) => group.reason), ...document.lines.map((line) => line.taxReason)]
  const charged = document.totals.groups.map((group) => ({ code: group.code, net: fromWire(group.net) }))
  const stamp = needsStamp({ country: document.seller.country, groups: charged }) ? ['tax.stamp-duty'] : []
  const keys = [...reasons.flatMap((reason) => (reason ? [`tax.reason.${reason}`] : [])), ...stamp]
  return [...new Set(keys)].map((key) => textIn(document.language, key))
}

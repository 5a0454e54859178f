import { formatAmount, formatDay, formatMoney, formatPercent, type Locale } from '../../kernel/format.ts'
import { add, fromWire, negate, type Money, type MoneyOnTheWire } from '../../kernel/money.ts'
import { parsePercent } from '../../kernel/percent.ts'
import { textIn } from '../texts.ts'
import type { DocumentModel, DocumentTotal, LabelledText } from './document-model.ts'
import type { DocumentedTaxGroup } from './document-parts.ts'
import type { InvoiceDocument } from './invoice.ts'

/**
 * The sums at the end: allowances and charges, net, tax per rate, and the total. A final invoice says what the whole comes to, then
 * each advance with its tax, then the rest (§ 14 (5) UStG; Directive 2006/112/EC art. 226 (8) to (10)).
 */
export function sumsOf(document: InvoiceDocument, locale: Locale): Pick<DocumentModel, 'taxGroups' | 'totals' | 'deductions' | 'remarks'> {
  const groups = wholeGroups(document)
  const whole = groups.length === 0 ? fromWire(document.totals.gross) : sumOf(groups, 'gross')
  const { language } = document
  const label = document.kind === 'credit_note' ? 'total-credit' : document.prepaid ? 'total-rest' : 'total'
  const final = { label: textIn(language, `document.${label}`), value: formatMoney(fromWire(document.totals.gross), locale), isFinal: true }
  return {
    totals: [...beforeTax(document, groups, locale), final],
    taxGroups: taxRows(document, groups, locale),
    deductions: document.prepaid
      ? [{ label: textIn(language, 'document.total-whole'), value: formatAmount(whole, locale) }, ...advances(document, locale)]
      : [],
    remarks: converted(document, locale),
  }
}

function beforeTax(document: InvoiceDocument, groups: readonly DocumentedTaxGroup[], locale: Locale): DocumentTotal[] {
  const text = (key: string, parameters: Record<string, string> = {}) => textIn(document.language, `document.${key}`, parameters)
  const rows: DocumentTotal[] = []
  if (document.allowancesAndCharges.length > 0) {
    rows.push({ label: text('subtotal'), value: amount(document.totals.lines, locale), isFinal: false })
    for (const each of document.allowancesAndCharges) {
      const value = fromWire(each.amount)
      rows.push({ label: each.reason, value: formatAmount(each.kind === 'allowance' ? negate(value) : value, locale), isFinal: false })
    }
  }
  const hasTax = groups.some((group) => group.code === 'S')
  if (hasTax && !document.isTaxIncluded) rows.push({ label: text('net'), value: formatAmount(sumOf(groups, 'net'), locale), isFinal: false })
  return rows
}

function taxRows(document: InvoiceDocument, groups: readonly DocumentedTaxGroup[], locale: Locale): LabelledText[] {
  const key = document.isTaxIncluded ? 'document.tax-included' : 'document.tax-on'
  return groups
    .filter((group) => group.code === 'S')
    .map((group) => ({
      label: byCustom(textIn(document.language, key, { rate: formatPercent(parsePercent(group.rate)!, locale), net: amount(group.net, locale) }), locale),
      value: amount(group.tax, locale),
    }))
}

function advances(document: InvoiceDocument, locale: Locale): LabelledText[] {
  return (document.prepaid?.advances ?? []).map((advance) => ({
    label: byCustom(
      textIn(document.language, 'document.deducted-advance', {
        number: advance.number,
        day: formatDay(advance.issuedOn, locale),
        tax: amount(advance.tax, locale),
      }),
      locale,
    ),
    value: formatAmount(negate(fromWire(advance.gross)), locale),
  }))
}

/** The tax in the company's currency, with the rate it was reckoned by (Directive 2006/112/EC art. 91 and 230). */
function converted(document: InvoiceDocument, locale: Locale): LabelledText[] {
  const { taxInCompanyCurrency } = document
  if (!taxInCompanyCurrency) return []
  const { tax, rate, on, source } = taxInCompanyCurrency
  const day = `${source === 'ecb' ? `${textIn(document.language, 'document.source-ecb')}, ` : ''}${formatDay(on, locale)}`
  const label = textIn(document.language, 'document.tax-converted', { currency: tax.currency, rate, day })
  return [{ label: byCustom(label, locale), value: amount(tax, locale) }]
}

/** The tax groups of the whole: what is charged now and what advances have charged. */
function wholeGroups(document: InvoiceDocument): DocumentedTaxGroup[] {
  const result = new Map<string, DocumentedTaxGroup>()
  for (const group of [...document.totals.groups, ...(document.prepaid?.advances.flatMap((advance) => advance.groups) ?? [])]) {
    const key = `${group.code} ${group.rate} ${group.reason}`
    const known = result.get(key)
    const plus = (part: 'net' | 'tax' | 'gross') => (known ? add(fromWire(known[part]), fromWire(group[part])).toJSON() : group[part])
    result.set(key, { ...group, net: plus('net'), tax: plus('tax'), gross: plus('gross') })
  }
  return [...result.values()]
}

function sumOf(groups: readonly DocumentedTaxGroup[], part: 'net' | 'gross'): Money {
  return groups.map((group) => fromWire(group[part])).reduce(add)
}

/** German writes the tax MWST in Switzerland and MwSt. elsewhere. */
export function byCustom(text: string, locale: Locale): string {
  const isSwiss = locale.country === 'CH' || locale.country === 'LI'
  return locale.language === 'de' && !isSwiss ? text.replace('MWST', 'MwSt.') : text
}

function amount(value: MoneyOnTheWire, locale: Locale): string {
  return formatAmount(fromWire(value), locale)
}

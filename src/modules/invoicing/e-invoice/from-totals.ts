import { exponentOf } from '../../../kernel/currency.ts'
import { fromWire, type MoneyOnTheWire } from '../../../kernel/money.ts'
import { parsePercent } from '../../../kernel/percent.ts'
import type { DocumentedTaxGroup } from '../document-parts.ts'
import type { InvoiceDocument } from '../invoice.ts'
import type { TaxCode, TaxReason } from '../tax.ts'
import type { DocumentTotals, TaxSubtotal } from './model.ts'
import { decimal } from './unit-price.ts'
import { netAmounts } from './net-amounts.ts'

/** How something is taxed, as lines, allowances and groups of a document say it. */
interface Taxed {
  readonly code: TaxCode
  readonly rate: string
  readonly reason: TaxReason | null
}

/** The amounts of a document as its file says them: all without tax, in minor units. */
export interface NetDocument {
  /** Of the lines, in their order, without tax. */
  readonly lines: readonly bigint[]
  /** Of allowances and charges of the document, in their order, positive. */
  readonly adjustments: readonly bigint[]
  readonly amount: (minor: bigint) => string
  readonly exponent: number
}

export function netDocument(document: InvoiceDocument): NetDocument {
  const signed = document.allowancesAndCharges.map((each) => (each.kind === 'charge' ? minorOf(each.amount) : -minorOf(each.amount)))
  const nets = netAmounts({
    parts: [
      ...document.lines.map((line) => ({ minor: minorOf(line.amount), group: keyOf({ code: line.taxCode, rate: line.taxRate, reason: line.taxReason }) })),
      ...document.allowancesAndCharges.map((each, index) => ({
        minor: signed[index]!,
        group: keyOf({ code: each.taxCode, rate: each.taxRate, reason: each.taxReason }),
      })),
    ],
    isTaxIncluded: document.isTaxIncluded,
    groups: wholeGroups(document),
  })
  const exponent = exponentOf(document.currency)
  return {
    lines: nets.slice(0, document.lines.length),
    adjustments: nets.slice(document.lines.length).map((net, index) => (document.allowancesAndCharges[index]!.kind === 'charge' ? net : -net)),
    amount: (minor) => decimal(minor, exponent),
    exponent,
  }
}

/** What lines, allowances and charges come to per group, before advances are deducted. */
function wholeGroups(document: InvoiceDocument): Map<string, { basisPoints: number; netMinor: bigint }> {
  const groups = new Map<string, { basisPoints: number; netMinor: bigint }>()
  const deducted = document.prepaid?.advances.flatMap((advance) => advance.groups) ?? []
  for (const group of [...document.totals.groups, ...deducted]) {
    const before = groups.get(keyOf(group))?.netMinor ?? 0n
    groups.set(keyOf(group), { basisPoints: parsePercent(group.rate)!.basisPoints, netMinor: before + minorOf(group.net) })
  }
  return groups
}

/**
 * The category that a file says. "Outside the scope" may not stand beside another category (BR-O-11 to BR-O-14): on such a document
 * it is said as exempt, with its reason in words.
 */
export function categoriesOf(document: InvoiceDocument): (code: TaxCode) => TaxCode {
  const codes = new Set([
    ...document.totals.groups.map((group) => group.code),
    ...document.lines.map((line) => line.taxCode),
    ...document.allowancesAndCharges.map((each) => each.taxCode),
  ])
  const isMixed = codes.has('O') && codes.size > 1
  return (code) => (isMixed && code === 'O' ? 'E' : code)
}

/** BG-23: one per category and rate, whatever the reasons. */
export function taxBreakdown(document: InvoiceDocument, net: NetDocument, reasonText: (reason: TaxReason) => string): TaxSubtotal[] {
  const category = categoriesOf(document)
  const merged = Map.groupBy(document.totals.groups, (group) => `${category(group.code)} ${group.rate}`)
  return [...merged.values()].map((groups) => {
    const code = category(groups[0]!.code)
    const isTaxed = code === 'S' || code === 'Z'
    const reasons = [...new Set(groups.flatMap((group) => (group.reason ? [reasonText(group.reason)] : [])))]
    return {
      taxable: net.amount(total(groups, 'net')),
      tax: net.amount(total(groups, 'tax')),
      category: code,
      // Also outside the scope, where EN 16931 leaves it open: XRechnung wants a rate in every case (BR-DE-14).
      rate: groups[0]!.rate,
      exemptionReason: isTaxed || reasons.length === 0 ? null : reasons.join(' '),
      exemptionCode: isTaxed ? null : exemptionCode(groups, code),
    }
  })
}

/** BT-152, BT-96, BT-103: nothing for what is outside the scope. */
export function rateText(code: TaxCode, rate: string): string | null {
  return code === 'O' ? null : rate
}

/** A code is told where all reasons have the same, and it belongs to the category. */
function exemptionCode(groups: readonly DocumentedTaxGroup[], code: TaxCode): string | null {
  const codes = new Set(groups.map((group) => group.exemptionCode))
  const [only] = codes
  return codes.size === 1 && only && (only !== 'VATEX-EU-O' || code === 'O') ? only : null
}

/** BG-22. Advances are deducted by lines of their own, so nothing is prepaid here: what is payable is the total. */
export function documentTotals(document: InvoiceDocument, net: NetDocument, lineMinors: readonly bigint[]): DocumentTotals {
  const ofKind = (kind: 'allowance' | 'charge') => net.adjustments.filter((_, index) => document.allowancesAndCharges[index]!.kind === kind)
  const sum = (values: readonly bigint[]) => values.reduce((soFar, value) => soFar + value, 0n)
  const { totals, taxInCompanyCurrency } = document
  return {
    lines: net.amount(sum(lineMinors)),
    allowances: ofKind('allowance').length > 0 ? net.amount(sum(ofKind('allowance'))) : null,
    charges: ofKind('charge').length > 0 ? net.amount(sum(ofKind('charge'))) : null,
    withoutTax: net.amount(minorOf(totals.net)),
    tax: net.amount(minorOf(totals.tax)),
    taxInTaxCurrency: taxInCompanyCurrency && minorOf(totals.tax) !== 0n ? taxInCompanyCurrency.tax.amount : null,
    withTax: net.amount(minorOf(totals.gross)),
    prepaid: null,
    rounding: null,
    payable: net.amount(minorOf(totals.gross)),
  }
}

export function minorOf(value: MoneyOnTheWire): bigint {
  return fromWire(value).minor
}

function total(groups: readonly DocumentedTaxGroup[], part: 'net' | 'tax'): bigint {
  return groups.reduce((soFar, group) => soFar + minorOf(group[part]), 0n)
}

function keyOf(taxed: Taxed): string {
  return `${taxed.code} ${taxed.rate} ${taxed.reason ?? ''}`
}

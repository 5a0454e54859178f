import { fromWire, negate, sum } from '../../kernel/money.ts'
import { parsePercent } from '../../kernel/percent.ts'
import type { DocumentedTaxGroup } from './document-parts.ts'
import { exemptionCodeOf } from './exemption.ts'
import type { DocumentedTotals, InvoiceDocument } from './invoice.ts'
import type { TaxGroup, Totals } from './totals.ts'

/** The totals that an issued document states, as values. */
export function totalsOfDocument(document: InvoiceDocument): Totals {
  const { totals } = document
  return {
    currency: document.currency,
    isTaxIncluded: document.isTaxIncluded,
    lines: fromWire(totals.lines),
    adjustments: sum(
      document.allowancesAndCharges.map(({ kind, amount }) => (kind === 'charge' ? fromWire(amount) : negate(fromWire(amount)))),
      document.currency,
    ),
    net: fromWire(totals.net),
    tax: fromWire(totals.tax),
    gross: fromWire(totals.gross),
    groups: totals.groups.map((group) => ({
      code: group.code,
      rate: parsePercent(group.rate)!,
      reason: group.reason,
      net: fromWire(group.net),
      tax: fromWire(group.tax),
      gross: fromWire(group.gross),
    })),
  }
}

export function documentedTotals(totals: Totals): DocumentedTotals {
  return {
    lines: totals.lines.toJSON(),
    net: totals.net.toJSON(),
    tax: totals.tax.toJSON(),
    gross: totals.gross.toJSON(),
    groups: totals.groups.map(documentedGroup),
  }
}

export function documentedGroup(group: TaxGroup): DocumentedTaxGroup {
  return {
    code: group.code,
    rate: group.rate.toJSON(),
    reason: group.reason,
    exemptionCode: exemptionCodeOf(group.reason),
    net: group.net.toJSON(),
    tax: group.tax.toJSON(),
    gross: group.gross.toJSON(),
  }
}

import { fromWire, negate, type Money, type MoneyOnTheWire } from '../../kernel/money.ts'
import type { TaxCategory } from '../offer/terms.ts'
import type { DocumentedAdjustment } from './document-parts.ts'
import { exemptionCodeOf } from './exemption.ts'
import type { TaxTreatment } from './tax.ts'
import type { TaxedLine } from './totals.ts'

/** Off or onto the whole of a draft. The amount is positive, in the price mode of the document. */
export interface Adjustment {
  readonly kind: 'allowance' | 'charge'
  readonly amount: Money
  readonly reason: string
  readonly reasonCode: string | null
  readonly taxCategory: TaxCategory
}

/** As its tax group counts it: a charge positive, an allowance negative. */
export function taxedAdjustment(adjustment: Adjustment, tax: TaxTreatment): TaxedLine {
  return { ...tax, amount: adjustment.kind === 'charge' ? adjustment.amount : negate(adjustment.amount) }
}

export function documentedAdjustment(adjustment: Adjustment, tax: TaxTreatment): DocumentedAdjustment {
  const { kind, amount, reason, reasonCode, taxCategory } = adjustment
  return {
    kind,
    amount: amount.toJSON(),
    reason,
    reasonCode,
    taxCategory,
    taxCode: tax.code,
    taxRate: tax.rate.toJSON(),
    taxReason: tax.reason,
    exemptionCode: exemptionCodeOf(tax.reason),
  }
}

/** In a credit note that a draft in the customer's favour becomes: what came off goes on. */
export function mirroredAdjustment(adjustment: Adjustment): Adjustment {
  return { ...adjustment, kind: adjustment.kind === 'charge' ? 'allowance' : 'charge', reasonCode: null }
}

/** Reads back what `JSON.stringify` made of adjustments. */
export function adjustmentsOf(text: string): Adjustment[] {
  const wire = JSON.parse(text) as (Omit<Adjustment, 'amount'> & { amount: MoneyOnTheWire })[]
  return wire.map((each) => ({ ...each, amount: fromWire(each.amount) }))
}

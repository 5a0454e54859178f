import type { Day } from '../../kernel/day.ts'
import { addDays, endOfMonth } from '../../kernel/day.ts'
import { Quantity } from '../../kernel/quantity.ts'
import { missedFeeCause } from '../agreements/causes.ts'
import { isInScope } from '../agreements/claim.ts'
import type { Delivery } from '../agreements/delivery.ts'
import type { AgreementFacts } from '../agreements/facts.ts'
import { endOf, termsOn } from '../agreements/lifecycle.ts'
import { periodsUntil } from '../agreements/periods.ts'
import type { Expectation } from './billing-facts.ts'
import type { ChargeKind } from './charge.ts'

/** Under which name uncovered units are billed. */
export function kindOfDelivery(delivery: Delivery, facts: AgreementFacts | null): ChargeKind {
  if (delivery.outcome === 'no_show') return 'no_show'
  if (delivery.outcome === 'cancelled_late') return 'late_cancellation'
  const scope = facts ? termsOn(facts, delivery.performedOn).terms.scope : []
  return scope.some((line) => isInScope(line, delivery)) ? 'overage' : 'delivery'
}

/**
 * Delivered units are charged in arrears: when their period is over, or at once when there is no rhythm. Without an
 * agreement the calendar month is the period.
 */
export function dueDayOf(delivery: Delivery, facts: AgreementFacts | null, today: Day): Day {
  if (facts === null) return addDays(endOfMonth(delivery.performedOn), 1)
  const period = periodsUntil(facts, { until: delivery.performedOn, today }).at(-1)
  if (!period || delivery.performedOn > period.runs.to) return delivery.performedOn
  const end = endOf(facts, today)
  return end === period.runs.to ? end : addDays(period.runs.to, 1)
}

/** The fixed fee of each missed session whose terms have one. */
export function missedFees(facts: AgreementFacts, deliveries: readonly Delivery[]): Expectation[] {
  return deliveries.flatMap((delivery): Expectation[] => {
    if (delivery.agreementId !== facts.id || !delivery.isBillable) return []
    const version = termsOn(facts, delivery.performedOn)
    const { price, billing } = version.terms
    const isNoShow = delivery.outcome === 'no_show'
    const fee = isNoShow ? price.noShowFee : delivery.outcome === 'cancelled_late' ? price.lateCancellationFee : null
    if (!fee) return []
    return [
      {
        cause: missedFeeCause(delivery.id),
        kind: isNoShow ? 'no_show' : 'late_cancellation',
        agreementId: facts.id,
        termsVersion: version.version,
        contactId: facts.payerId,
        period: { from: delivery.performedOn, to: delivery.performedOn },
        dueOn: delivery.performedOn,
        name: delivery.name,
        detail: null,
        quantity: Quantity.one,
        unitPrice: fee.amount,
        discount: null,
        amount: fee.amount,
        isTaxIncluded: price.isTaxIncluded,
        taxCategory: fee.taxCategory,
        daysToPay: billing.daysToPay,
        instalments: [],
      },
    ]
  })
}

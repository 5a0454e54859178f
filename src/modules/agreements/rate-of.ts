import type { Money } from '../../kernel/money.ts'
import type { Quantity } from '../../kernel/quantity.ts'
import type { TaxCategory, Terms } from '../offer/terms.ts'
import type { Delivery } from './delivery.ts'

export interface UnitRate {
  readonly amount: Money
  readonly per: Quantity
  readonly taxCategory: TaxCategory
  readonly isTaxIncluded: boolean
}

/** The price of a delivery's units: the agreement's for the service, its general one, or the delivery's own; null when none is known. */
export function rateOf(delivery: Delivery, terms: Terms | null): UnitRate | null {
  const rates = terms?.price.rates.filter((rate) => rate.unit === delivery.unit) ?? []
  const agreed = rates.find((rate) => rate.serviceId !== null && rate.serviceId === delivery.serviceId) ?? rates.find((rate) => rate.serviceId === null)
  if (!agreed || !terms) return delivery.ownRate
  return { amount: agreed.amount, per: agreed.per, taxCategory: agreed.taxCategory, isTaxIncluded: terms.price.isTaxIncluded }
}

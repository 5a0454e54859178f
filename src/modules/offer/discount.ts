import { minimum, percentOf, zero, type Money } from '../../kernel/money.ts'
import type { Price } from './terms.ts'

/** The discount on a fixed price; never more than the price. */
export function discountOn(price: Price, amount: Money): Money {
  if (price.discount === null) return zero(amount.currency)
  return price.discount.kind === 'percent' ? percentOf(amount, price.discount.percent) : minimum(price.discount.amount, amount)
}

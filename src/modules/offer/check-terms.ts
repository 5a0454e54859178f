import type { Money } from '../../kernel/money.ts'
import type { Percent } from '../../kernel/percent.ts'
import type { Terms } from './terms.ts'

/** Whether terms make sense together. The result maps each field to what is wrong there; empty when nothing is. */
export function checkTerms(terms: Terms): Record<string, string> {
  return { ...checkScope(terms), ...checkPrice(terms), ...checkBilling(terms), ...checkDuration(terms) }
}

function checkScope({ scope, price, billing }: Terms): Record<string, string> {
  const wrong: Record<string, string> = {}
  const keys = new Set<string>()
  for (const [index, line] of scope.entries()) {
    if (keys.has(line.key)) wrong[`scope.${index}.key`] = 'key_not_unique'
    keys.add(line.key)
    if (line.units !== null && line.units.thousandths <= 0n) wrong[`scope.${index}.units`] = 'quantity_not_positive'
    if (line.rollOverMax !== null && (line.every === 'once' || line.units === null || line.validMonths !== null))
      wrong[`scope.${index}.rollOverMax`] = 'roll_over_needs_period'
    if (line.rollOverMax !== null && line.rollOverMax.thousandths < 0n) wrong[`scope.${index}.rollOverMax`] = 'quantity_not_positive'
    if (line.isGrantedOnPayment && (price.fixed === null || price.fixed.every !== line.every || billing.when === 'by_milestone')) {
      wrong[`scope.${index}.isGrantedOnPayment`] = 'grant_on_payment_needs_price'
    }
  }
  return wrong
}

function checkPrice({ scope, price }: Terms): Record<string, string> {
  const wrong: Record<string, string> = {}
  const amounts: [string, Money][] = [
    ...price.rates.map((rate, index): [string, Money] => [`price.rates.${index}.amount`, rate.amount]),
    ...price.goods.map((good, index): [string, Money] => [`price.goods.${index}.amount`, good.amount]),
  ]
  if (price.fixed) amounts.push(['price.fixed.amount', price.fixed.amount])
  if (price.noShowFee) amounts.push(['price.noShowFee.amount', price.noShowFee.amount])
  if (price.lateCancellationFee) amounts.push(['price.lateCancellationFee.amount', price.lateCancellationFee.amount])
  if (price.discount?.kind === 'amount') amounts.push(['price.discount.amount', price.discount.amount])
  for (const [field, amount] of amounts) {
    if (amount.currency !== price.currency) wrong[field] = 'currency_differs'
    else if (amount.minor < 0n) wrong[field] = 'amount_negative'
  }
  for (const [index, rate] of price.rates.entries()) {
    if (rate.per.thousandths <= 0n) wrong[`price.rates.${index}.per`] = 'quantity_not_positive'
    const same = price.rates.findIndex((other) => other.serviceId === rate.serviceId && other.unit === rate.unit)
    if (same < index) wrong[`price.rates.${index}.serviceId`] = 'rate_not_unique'
  }
  for (const [index, good] of price.goods.entries()) if (good.quantity.thousandths <= 0n) wrong[`price.goods.${index}.quantity`] = 'quantity_not_positive'
  if (price.discount && !price.fixed) wrong['price.discount'] = 'discount_needs_price'
  if (price.discount?.kind === 'percent' && price.discount.percent.basisPoints > 10_000) wrong['price.discount.percent'] = 'percent_above_hundred'
  if (scope.length === 0 && !price.fixed && price.rates.length === 0 && price.goods.length === 0) wrong['price'] = 'terms_empty'
  return wrong
}

function checkBilling({ scope, price, billing }: Terms): Record<string, string> {
  const wrong: Record<string, string> = {}
  const isPeriodic = price.fixed?.every === 'period' || scope.some((line) => line.every === 'period')
  if (isPeriodic && billing.rhythm === null) wrong['billing.rhythm'] = 'rhythm_missing'
  const isByMilestone = billing.when === 'by_milestone'
  if (isByMilestone && price.fixed?.every !== 'once') wrong['billing.when'] = 'milestones_need_one_price'
  if (!isByMilestone && billing.milestones.length > 0) wrong['billing.milestones'] = 'milestones_not_allowed'
  if (isByMilestone && billing.milestones.length === 0) wrong['billing.milestones'] = 'milestones_missing'
  else if (isByMilestone && !isWhole(billing.milestones)) wrong['billing.milestones'] = 'shares_not_whole'
  if (new Set(billing.milestones.map((each) => each.key)).size < billing.milestones.length) wrong['billing.milestones'] = 'key_not_unique'
  if (billing.instalments.length > 0 && !isWhole(billing.instalments)) wrong['billing.instalments'] = 'shares_not_whole'
  return wrong
}

function checkDuration({ price, duration }: Terms): Record<string, string> {
  const wrong: Record<string, string> = {}
  if (duration.renewal !== 'none' && duration.termMonths === null) wrong['duration.termMonths'] = 'term_missing'
  if (duration.earlyEnd.kind === 'single_price' && duration.earlyEnd.amount.currency !== price.currency) wrong['duration.earlyEnd.amount'] = 'currency_differs'
  return wrong
}

function isWhole(parts: readonly { readonly share: Percent }[]): boolean {
  return parts.reduce((total, part) => total + part.share.basisPoints, 0) === 10_000
}

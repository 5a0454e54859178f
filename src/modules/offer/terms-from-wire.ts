import { parseDay } from '../../kernel/day.ts'
import type { ServiceId } from '../../kernel/id.ts'
import { parseMoney, type Money, type MoneyOnTheWire } from '../../kernel/money.ts'
import { parsePercent, type Percent } from '../../kernel/percent.ts'
import { parseQuantity, type Quantity } from '../../kernel/quantity.ts'
import type { Terms, TermsOnTheWire } from './terms.ts'

/**
 * Terms as a form holds them, read without the schema library: the office shows the sentence while one types.
 * Undefined while an amount, count or day cannot be read yet.
 */
export function termsFromWire(wire: TermsOnTheWire): Terms | undefined {
  try {
    return { scope: scopeOf(wire), price: priceOf(wire), billing: billingOf(wire), duration: durationOf(wire) }
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

class Unreadable extends Error {}

function scopeOf(wire: TermsOnTheWire): Terms['scope'] {
  return wire.scope.map((line) => ({
    ...line,
    serviceIds: line.serviceIds as ServiceId[],
    units: line.units === null ? null : quantityOf(line.units),
    rollOverMax: line.rollOverMax === null ? null : quantityOf(line.rollOverMax),
  }))
}

function priceOf({ price }: TermsOnTheWire): Terms['price'] {
  const { discount } = price
  return {
    ...price,
    fixed: price.fixed && { ...price.fixed, amount: moneyOf(price.fixed.amount) },
    rates: price.rates.map((rate) => ({ ...rate, serviceId: rate.serviceId as ServiceId | null, amount: moneyOf(rate.amount), per: quantityOf(rate.per) })),
    goods: price.goods.map((good) => ({ ...good, quantity: quantityOf(good.quantity), amount: moneyOf(good.amount) })),
    noShowFee: price.noShowFee ? { ...price.noShowFee, amount: moneyOf(price.noShowFee.amount) } : null,
    lateCancellationFee: price.lateCancellationFee ? { ...price.lateCancellationFee, amount: moneyOf(price.lateCancellationFee.amount) } : null,
    discount:
      discount?.kind === 'percent'
        ? { ...discount, percent: percentOf(discount.percent) }
        : discount?.kind === 'amount'
          ? { ...discount, amount: moneyOf(discount.amount) }
          : null,
  }
}

function billingOf({ billing }: TermsOnTheWire): Terms['billing'] {
  return {
    ...billing,
    instalments: billing.instalments.map((each) => ({ ...each, share: percentOf(each.share) })),
    milestones: billing.milestones.map((each) => ({ ...each, share: percentOf(each.share) })),
  }
}

function durationOf({ duration }: TermsOnTheWire): Terms['duration'] {
  const { earlyEnd } = duration
  return {
    ...duration,
    startsOn: duration.startsOn === null ? null : given(parseDay(duration.startsOn)),
    earlyEnd: earlyEnd.kind === 'single_price' ? { ...earlyEnd, amount: moneyOf(earlyEnd.amount) } : earlyEnd,
  }
}

const moneyOf = (wire: MoneyOnTheWire): Money => given(parseMoney(wire.amount, wire.currency))
const quantityOf = (text: string): Quantity => given(parseQuantity(text))
const percentOf = (text: string): Percent => given(parsePercent(text))

function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Unreadable()
  return value
}

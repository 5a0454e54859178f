import type { Day } from '../../../../kernel/day.ts'
import { compareMoney, percentOf, subtract, sum, type Money } from '../../../../kernel/money.ts'
import { Percent } from '../../../../kernel/percent.ts'
import type { NewCheckout, ReportedCheckout } from '../provider.ts'

export interface TillCheckout {
  readonly id: string
  readonly asked: NewCheckout
  state: ReportedCheckout['state']
  way: ReportedCheckout['way']
  paidOn: Day | null
  refunds: ReportedCheckout['refunds']
}

/**
 * A payment provider's own books, in memory: checkouts that are paid, refused, refunded and disputed. The fake provider
 * and the test doubles of Stripe and Mollie stand on it. It keeps what it collects by the caller's idempotency keys.
 */
export class Till {
  readonly #checkouts = new Map<string, TillCheckout>()
  readonly #byKey = new Map<string, string>()
  #count = 0

  open(checkout: NewCheckout): TillCheckout {
    const known = this.#byKey.get(checkout.id)
    if (known !== undefined) return this.#checkouts.get(known)!
    this.#count += 1
    const made: TillCheckout = { id: `tr_fake${this.#count}${checkout.id.slice(-8)}`, asked: checkout, state: 'open', way: null, paidOn: null, refunds: [] }
    this.#checkouts.set(made.id, made)
    this.#byKey.set(checkout.id, made.id)
    return made
  }

  find(id: string): TillCheckout | undefined {
    return this.#checkouts.get(id)
  }

  /** A debit is pending until the bank has answered; a card is paid at once. Only what is not paid yet can be paid. */
  pay(id: string, options: { way: 'card' | 'sepa_debit' | 'twint'; on: Day; state?: 'pending' | 'paid' }): void {
    const found = this.#checkouts.get(id)
    if (!found || found.state === 'paid') return
    found.state = options.state ?? 'paid'
    found.way = options.way
    found.paidOn = found.state === 'paid' ? options.on : null
  }

  fail(id: string): void {
    const found = this.#checkouts.get(id)
    if (found && found.state !== 'paid') found.state = 'failed'
  }

  /** Money back, by the company or by the customer's bank; undefined where more is asked than is left. */
  back(id: string, options: { key: string; amount: Money; on: Day; isDispute: boolean }): string | undefined {
    const found = this.#checkouts.get(id)
    const known = this.#byKey.get(options.key)
    if (known !== undefined) return known
    if (!found || found.state !== 'paid' || compareMoney(options.amount, leftOf(found)) > 0) return undefined
    this.#count += 1
    const providerId = `re_fake${this.#count}`
    found.refunds = [...found.refunds, { providerId, amount: options.amount, on: options.on, isDispute: options.isDispute }]
    this.#byKey.set(options.key, providerId)
    return providerId
  }

  report(id: string): ReportedCheckout | undefined {
    const found = this.#checkouts.get(id)
    if (!found) return undefined
    const { asked, state, way, paidOn, refunds } = found
    return { state, amount: asked.amount, paidOn, way, fee: state === 'paid' ? percentOf(asked.amount, new Percent(150)) : null, refunds }
  }
}

function leftOf(checkout: TillCheckout): Money {
  const { amount } = checkout.asked
  return subtract(
    amount,
    sum(
      checkout.refunds.map((refund) => refund.amount),
      amount.currency,
    ),
  )
}

import type { ContactId } from '../../kernel/id.ts'
import { money, multiply } from '../../kernel/money.ts'
import { Quantity } from '../../kernel/quantity.ts'
import { deliveryCause } from '../agreements/causes.ts'
import { termsOn } from '../agreements/lifecycle.ts'
import { rateOf } from '../agreements/rate-of.ts'
import { account, payerOf, type Account, type DeliveryAccount, type FixedAccount } from './account.ts'
import type { BillingFacts, UnpricedDelivery } from './billing-facts.ts'
import type { BilledLine, Charge } from './charge.ts'
import { dueDayOf, kindOfDelivery } from './deliveries.ts'

export interface Billing {
  /** Everything unbilled, in order of its days; `dueOn` tells what belongs on an invoice already. */
  readonly charges: readonly Charge[]
  /** Unbilled too, but nobody has named a price. */
  readonly unpriced: readonly UnpricedDelivery[]
}

/**
 * THE billing rule: from what was agreed, delivered and already billed to what is to be billed. It looks at the
 * difference between what should be and what is, so nothing is billed twice, a forgotten month is found, and what
 * changed after it was invoiced comes back as a correction.
 */
export function bill(facts: BillingFacts, accounted: Account = account(facts)): Billing {
  const live = new Set(facts.billed.map((line) => line.identity))
  const ofDeliveries = accounted.deliveries.filter(({ unbilled }) => unbilled.thousandths !== 0n)
  const priced = ofDeliveries.map((entry) => ({ entry, charge: chargeDelivery(entry, facts) }))
  const charges = [
    ...accounted.fixed.filter(({ unbilled }) => unbilled.minor !== 0n).flatMap((entry) => chargeFixed(entry, facts)),
    ...priced.flatMap(({ charge }) => charge ?? []),
    ...accounted.orphans.filter(({ unbilled }) => unbilled.thousandths !== 0n).flatMap((orphan) => chargeOrphan(orphan, facts)),
  ]
  return {
    charges: charges.map((charge) => ({ ...charge, identity: unusedIdentity(charge.identity, live) })).sort(byDay),
    unpriced: priced.flatMap(({ entry, charge }) => (charge === null ? [{ deliveryId: entry.delivery.id, units: entry.unbilled }] : [])),
  }
}

/** The charges that belong on an invoice by that day. */
export function dueCharges(charges: readonly Charge[], on: string): Charge[] {
  return charges.filter((charge) => charge.dueOn <= on)
}

/** The line that an invoice keeps of a charge, for the rule to read next time. */
export function billedLine(charge: Charge): BilledLine {
  const { identity, cause, kind, agreementId, termsVersion, contactId, period, name, detail } = charge
  const { quantity, unit, unitPrice, per, amount, taxCategory, isTaxIncluded } = charge
  return {
    identity,
    cause,
    kind,
    agreementId,
    termsVersion,
    contactId,
    period,
    name,
    detail,
    quantity,
    unit,
    unitPrice,
    per,
    amount,
    taxCategory,
    isTaxIncluded,
  }
}

function chargeFixed(entry: FixedAccount, facts: BillingFacts): Charge[] {
  const { expectation, unbilled, invoiced, writtenOff } = entry
  const isFirst = invoiced.minor === 0n && writtenOff.minor === 0n
  if (expectation && isFirst) {
    const identity = `${entry.cause}@${expectation.termsVersion ?? 0}`
    return [{ ...expectation, identity, unit: 'piece', per: Quantity.one, currency: expectation.amount.currency, causes: [], isCorrection: false }]
  }
  const template = expectation ?? lastLine(entry.cause, facts)
  if (!template) return []
  const { daysToPay, dueOn } = { daysToPay: facts.daysToPay, dueOn: facts.today, ...expectation }
  const isCredit = unbilled.minor < 0n
  return [
    {
      cause: entry.cause,
      kind: template.kind,
      agreementId: template.agreementId,
      termsVersion: template.termsVersion,
      contactId: template.contactId,
      period: template.period,
      name: template.name,
      detail: template.detail,
      taxCategory: template.taxCategory,
      isTaxIncluded: template.isTaxIncluded,
      identity: `${entry.cause}@${template.termsVersion ?? 0}:${invoiced.minor + writtenOff.minor}-${entry.all.minor}`,
      dueOn,
      daysToPay,
      quantity: new Quantity(isCredit ? -1000n : 1000n),
      unit: 'piece',
      per: Quantity.one,
      // EN 16931 BR-27: the item net price is never negative, so a credit has a negative quantity.
      unitPrice: money(isCredit ? -unbilled.minor : unbilled.minor, unbilled.currency),
      discount: null,
      amount: unbilled,
      currency: unbilled.currency,
      instalments: [],
      causes: [],
      isCorrection: true,
    },
  ]
}

/** Units too many on invoices are corrected at the price of their last line; open ones are billed at the terms' rate. */
function chargeDelivery(entry: DeliveryAccount, facts: BillingFacts): Charge | null {
  const { delivery, unbilled, covered, invoiced, writtenOff } = entry
  const version = entry.facts ? termsOn(entry.facts, delivery.performedOn) : null
  const cause = deliveryCause(delivery.id)
  const isCredit = unbilled.thousandths < 0n
  const contactId = payerOf(delivery, entry.facts)
  const billedBefore = isCredit ? lastLine(cause, facts, contactId) : undefined
  const rate = billedBefore
    ? { amount: billedBefore.unitPrice, per: billedBefore.per, taxCategory: billedBefore.taxCategory, isTaxIncluded: billedBefore.isTaxIncluded }
    : rateOf(delivery, version?.terms ?? null)
  if (!rate) return null
  const from = new Quantity(covered.thousandths + invoiced.thousandths + writtenOff.thousandths)
  const amount = multiply(rate.amount, unbilled, rate.per)
  return {
    identity: `${cause}@${entry.facts?.id ?? contactId}/${version?.version ?? 0}:${from.toJSON()}-${entry.all.toJSON()}`,
    cause,
    kind: billedBefore?.kind ?? kindOfDelivery(delivery, entry.facts),
    agreementId: entry.facts?.id ?? null,
    termsVersion: version?.version ?? null,
    contactId,
    period: { from: delivery.performedOn, to: delivery.performedOn },
    dueOn: dueDayOf(delivery, entry.facts, facts.today),
    // Work without a service is called as what was agreed: a line without a name would be refused (EN 16931 BR-25).
    name: delivery.name || (entry.facts?.name ?? ''),
    detail: delivery.description,
    quantity: unbilled,
    unit: delivery.unit,
    unitPrice: rate.amount,
    per: rate.per,
    discount: null,
    amount,
    currency: amount.currency,
    isTaxIncluded: rate.isTaxIncluded,
    taxCategory: rate.taxCategory,
    daysToPay: version?.terms.billing.daysToPay ?? facts.daysToPay,
    instalments: [],
    causes: [{ deliveryId: delivery.id, from, to: entry.all }],
    isCorrection: isCredit,
  }
}

/** A delivery that was removed after it was invoiced: what is on invoices is given back. */
function chargeOrphan(orphan: Account['orphans'][number], facts: BillingFacts): Charge[] {
  const line = lastLine(orphan.cause, facts, orphan.contactId)
  if (!line) return []
  const amount = multiply(line.unitPrice, orphan.unbilled, line.per)
  return [
    {
      ...line,
      identity: `${orphan.cause}@${orphan.contactId}/0:${orphan.invoiced.toJSON()}-0`,
      dueOn: facts.today,
      quantity: orphan.unbilled,
      amount,
      currency: amount.currency,
      discount: null,
      daysToPay: facts.daysToPay,
      instalments: [],
      causes: [],
      isCorrection: true,
    },
  ]
}

function lastLine(cause: string, facts: BillingFacts, contactId?: ContactId): BilledLine | undefined {
  const own = facts.billed.filter((line) => line.cause === cause && (contactId === undefined || line.contactId === contactId))
  return own.findLast((line) => line.quantity.thousandths > 0n) ?? own.at(-1)
}

/** The same change, made a second time after it was undone, must not look like the line of the first time. */
function unusedIdentity(identity: string, live: ReadonlySet<string>): string {
  let candidate = identity
  for (let count = 2; live.has(candidate); count += 1) candidate = `${identity}~${count}`
  return candidate
}

function byDay(left: Charge, right: Charge): number {
  const leftText = `${left.period.from}${left.identity}`
  const rightText = `${right.period.from}${right.identity}`
  return leftText < rightText ? -1 : leftText > rightText ? 1 : 0
}

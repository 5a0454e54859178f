import { addDays, later, type Day } from '../../kernel/day.ts'
import type { Money } from '../../kernel/money.ts'
import { amountText } from '../../kernel/money.ts'
import { minimumQuantity, parseQuantity, Quantity } from '../../kernel/quantity.ts'
import { claimedUnits, drawsFor, isInScope } from './claim.ts'
import type { Delivery } from './delivery.ts'
import type { EntryKind } from './entitlement.ts'
import type { AgreementFacts } from './facts.ts'
import type { Grant } from './grants.ts'
import { termsOn } from './lifecycle.ts'
import { rateOf } from './rate-of.ts'

/** What the ledger should say when everything known today is told in order: sums by lot, kind, delivery and day. */
export interface Wanted {
  readonly lot: string
  readonly kind: EntryKind
  readonly deliveryId: string | null
  readonly on: Day
  /** Thousandths, signed as the balance takes them. */
  readonly units: bigint
  readonly covers: bigint
}

/** Units given (positive: a lot of its own) or taken (negative: off a named lot) by hand. */
export interface Adjustment {
  readonly id: string
  readonly lineKey: string
  /** The lot that a negative adjustment is taken from; null takes the first lot of the line. */
  readonly lot: string | null
  readonly units: Quantity
  readonly on: Day
  readonly expiresOn: Day | null
}

interface Lot {
  readonly grant: Grant
  left: bigint
  isClosed: boolean
}

/**
 * Tells the life of an agreement's entitlements in order of days: grants, deliveries (earliest expiry first, then
 * oldest), and when a lot expires its roll-over and the rest. `accountedFor` are the units of each delivery that are
 * invoiced or written off: they are never covered afterwards. Deterministic, and never below zero on any day.
 */
export function replay(options: {
  facts: AgreementFacts
  grants: readonly Grant[]
  adjustments: readonly Adjustment[]
  deliveries: readonly Delivery[]
  accountedFor: ReadonlyMap<string, Quantity>
  today: Day
}): Wanted[] {
  const { facts, today } = options
  const wanted: Wanted[] = []
  const lots = openLots(options, wanted)
  const expiries = [
    ...new Set([...lots.values()].flatMap(({ grant }) => (grant.expiresOn !== null && grant.expiresOn < today ? [grant.expiresOn] : []))),
  ].sort()
  const waiting = options.deliveries.filter((delivery) => delivery.agreementId === facts.id).sort(byClaim)
  let from = ''
  for (const boundary of [...expiries, '9999-12-31']) {
    for (const delivery of waiting) {
      if (delivery.performedOn > from && delivery.performedOn <= boundary) claim({ ...options, delivery, lots, wanted, today })
    }
    for (const lot of lots.values()) if (lot.grant.expiresOn === boundary && !lot.isClosed) close(lot, lots, wanted)
    from = boundary
  }
  return wanted
}

function openLots(options: { grants: readonly Grant[]; adjustments: readonly Adjustment[]; facts: AgreementFacts }, wanted: Wanted[]): Map<string, Lot> {
  const lots = new Map<string, Lot>()
  const open = (grant: Grant, kind: EntryKind) => {
    const units = grant.units?.thousandths ?? 0n
    lots.set(grant.lot, { grant, left: units, isClosed: false })
    wanted.push({ lot: grant.lot, kind, deliveryId: null, on: grant.on, units, covers: 0n })
  }
  for (const grant of options.grants) open(grant, 'grant')
  for (const given of options.adjustments.filter((adjustment) => adjustment.units.thousandths > 0n)) {
    const line = termsOn(options.facts, given.on).terms.scope.find((candidate) => candidate.key === given.lineKey)
    if (!line) continue
    const grant = {
      lot: `${given.lineKey}/adjust-${given.id}`,
      line,
      units: given.units,
      validFrom: given.on,
      expiresOn: given.expiresOn,
      on: given.on,
      rollsInto: null,
    }
    open(grant, 'adjust')
  }
  for (const taken of options.adjustments.filter((adjustment) => adjustment.units.thousandths < 0n)) takeByHand(taken, lots, wanted)
  return lots
}

function takeByHand(taken: Adjustment, lots: ReadonlyMap<string, Lot>, wanted: Wanted[]): void {
  let open = -taken.units.thousandths
  for (const lot of lots.values()) {
    if (taken.lot !== null ? lot.grant.lot !== taken.lot : lot.grant.line.key !== taken.lineKey) continue
    const units = open < lot.left ? open : lot.left
    if (units <= 0n) continue
    lot.left -= units
    open -= units
    wanted.push({ lot: lot.grant.lot, kind: 'adjust', deliveryId: null, on: later(taken.on, lot.grant.on), units: -units, covers: 0n })
  }
}

interface Claim {
  facts: AgreementFacts
  delivery: Delivery
  accountedFor: ReadonlyMap<string, Quantity>
  lots: ReadonlyMap<string, Lot>
  wanted: Wanted[]
  today: Day
}

/** Reserves for a booking, draws for what happened; what no lot covers is left to be billed. */
function claim({ facts, delivery, accountedFor, lots, wanted, today }: Claim): void {
  const { terms } = termsOn(facts, delivery.performedOn)
  const isBooked = delivery.outcome === 'booked'
  const all = isBooked && delivery.isBillable ? delivery.units : claimedUnits(delivery, terms, today)
  let open = all.thousandths - (accountedFor.get(delivery.id)?.thousandths ?? 0n)
  const rate = rateOf(delivery, terms)
  for (const lot of candidates(lots, delivery)) {
    if (open <= 0n) return
    const drawn = take(lot, open, rate)
    if (drawn.covers === 0n) continue
    open -= drawn.covers
    const since = isBooked ? (delivery.bookedOn ?? delivery.performedOn) : delivery.performedOn
    wanted.push({
      lot: lot.grant.lot,
      kind: isBooked ? 'reserve' : 'draw',
      deliveryId: delivery.id,
      on: later(since, lot.grant.on),
      units: -drawn.units,
      covers: isBooked ? 0n : drawn.covers,
    })
  }
}

function candidates(lots: ReadonlyMap<string, Lot>, delivery: Delivery): Lot[] {
  return [...lots.values()]
    .filter(({ grant }) => isInScope(grant.line, delivery) && drawsFor(grant.line, delivery))
    .filter(({ grant }) => grant.validFrom <= delivery.performedOn && (grant.expiresOn === null || delivery.performedOn <= grant.expiresOn))
    .sort(
      (left, right) =>
        rank(left) - rank(right) ||
        compareText(expiryText(left), expiryText(right)) ||
        compareText(left.grant.validFrom, right.grant.validFrom) ||
        compareText(left.grant.lot, right.grant.lot),
    )
}

/** Takes as much as the lot has. From money it takes what the units cost, and covers only units it can pay for. */
function take(lot: Lot, open: bigint, rate: { amount: Money; per: Quantity } | null): { units: bigint; covers: bigint } {
  if (lot.grant.units === null) return { units: open, covers: open }
  if (lot.grant.line.unit !== 'money') {
    const units = minimumQuantity(new Quantity(open), new Quantity(lot.left)).thousandths
    lot.left -= units
    return { units, covers: units }
  }
  const price = rate && parseQuantity(amountText(rate.amount))
  if (!rate || !price || price.thousandths <= 0n) return { units: 0n, covers: 0n }
  const cost = (units: bigint) => (units * price.thousandths + rate.per.thousandths - 1n) / rate.per.thousandths
  const affordable = (lot.left * rate.per.thousandths) / price.thousandths
  const covers = open < affordable ? open : affordable
  const units = cost(covers) < lot.left ? cost(covers) : lot.left
  lot.left -= units
  return { units, covers }
}

/** A lot that has expired: up to the limit moves on, the rest expires. */
function close(lot: Lot, lots: ReadonlyMap<string, Lot>, wanted: Wanted[]): void {
  const { grant } = lot
  lot.isClosed = true
  if (grant.units === null || lot.left <= 0n) return
  const dayAfter = later(addDays(grant.expiresOn!, 1), grant.on)
  const next = grant.rollsInto === null ? undefined : lots.get(grant.rollsInto)
  const limit = next && next.grant.units !== null ? (grant.line.rollOverMax?.thousandths ?? 0n) : 0n
  const moves = lot.left < limit ? lot.left : limit
  if (next && moves > 0n) {
    const on = later(dayAfter, next.grant.on)
    wanted.push({ lot: grant.lot, kind: 'roll_over', deliveryId: null, on, units: -moves, covers: 0n })
    wanted.push({ lot: next.grant.lot, kind: 'roll_over', deliveryId: null, on, units: moves, covers: 0n })
    next.left += moves
  }
  if (lot.left > moves) wanted.push({ lot: grant.lot, kind: 'expire', deliveryId: null, on: dayAfter, units: moves - lot.left, covers: 0n })
  lot.left = 0n
}

function byClaim(left: Delivery, right: Delivery): number {
  const since = (delivery: Delivery) => delivery.bookedOn ?? delivery.performedOn
  return compareText(since(left), since(right)) || compareText(left.performedOn, right.performedOn) || compareText(left.id, right.id)
}

/** Unlimited first, so that nothing counted is used up needlessly; money last. */
function rank(lot: Lot): number {
  return lot.grant.units === null ? 0 : lot.grant.line.unit === 'money' ? 2 : 1
}

function expiryText(lot: Lot): string {
  return lot.grant.expiresOn ?? '9999-12-31'
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

import type { Day } from '../../kernel/day.ts'
import type { AgreementId, ContactId } from '../../kernel/id.ts'
import type { Quantity } from '../../kernel/quantity.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { Delivery } from './delivery.ts'
import { deleteDelivery, findDeliveries, saveAccountedFor, saveDelivery } from './deliveries/store.ts'
import type { LedgerEntry } from './entitlement.ts'
import type { AgreementFacts } from './facts.ts'
import { ledgersOf, saveSettled, saveWithdrawn } from './ledger/store.ts'
import { isInScope } from './claim.ts'
import { endOf, startOf, termsOn } from './lifecycle.ts'
import { factsOf, findAgreements, type Place, type StoredAgreement } from './store.ts'
import { bringUpToDate } from './up-to-date.ts'

/**
 * Notes what was delivered, or how it changed: work and calendar call it in the transaction of their own record. Each
 * agreement's ledger is brought up to date once.
 */
export async function recordDeliveries(context: Context, deliveries: readonly Delivery[]): Promise<void> {
  const before = await findDeliveries(context, { ids: deliveries.map((delivery) => delivery.id) })
  for (const delivery of deliveries) await saveDelivery(context, delivery)
  await bringAllUpToDate(context, [...before.map((each) => each.delivery.agreementId), ...deliveries.map((delivery) => delivery.agreementId)])
  tellChanged(context, [...before.map((each) => each.delivery), ...deliveries])
}

/** Forgets a delivery that was recorded by mistake. What was invoiced of it comes back as a correction. */
export async function removeDelivery(context: Context, deliveryId: string): Promise<void> {
  const [before] = await findDeliveries(context, { ids: [deliveryId] })
  if (!before) return
  await deleteDelivery(context, deliveryId)
  await bringAllUpToDate(context, [before.delivery.agreementId])
  tellChanged(context, [before.delivery])
}

/** Notes how many units of deliveries are on live invoices or written off; invoicing calls it when its lines change. */
export async function setAccountedFor(context: Context, units: ReadonlyMap<string, Quantity>): Promise<void> {
  const known = await findDeliveries(context, { ids: [...units.keys()] })
  const changed = known.filter(({ delivery, accountedFor }) => units.get(delivery.id)!.thousandths !== accountedFor.thousandths)
  for (const { delivery } of changed) await saveAccountedFor(context, { deliveryId: delivery.id, units: units.get(delivery.id)! })
  await bringAllUpToDate(
    context,
    changed.map(({ delivery }) => delivery.agreementId),
  )
}

/** Notes that the invoice of a cause is paid in full, or open again: grants may wait for it. */
export async function setSettled(context: Context, options: { agreementId: AgreementId; causes: readonly string[]; on: Day | null }): Promise<void> {
  const own = options.causes.filter((cause) => cause.startsWith(`agreement/${options.agreementId}/`))
  for (const cause of own) await saveSettled(context, { agreementId: options.agreementId, cause, on: options.on })
  if (own.length > 0) await bringUpToDate(context, options.agreementId)
}

/** Takes back what a fee granted, because its credit note gives it up for good; `isWithdrawn` false gives it again. */
export async function withdrawGrantsOf(context: Context, options: { agreementId: AgreementId; cause: string; isWithdrawn: boolean }): Promise<void> {
  const prefix = `agreement/${options.agreementId}/fee/`
  if (!options.cause.startsWith(prefix)) return
  const when = options.cause.slice(prefix.length)
  const [stored] = await findAgreements(context, { ids: [options.agreementId] })
  if (!stored) return
  const keys = new Set(
    stored.versions.flatMap(({ terms }) => terms.scope.filter((line) => (line.every === 'once') === (when === 'once')).map((line) => line.key)),
  )
  const lots = [...keys].map((key) => `${key}/${when}`)
  await saveWithdrawn(context, { agreementId: options.agreementId, lots, isWithdrawn: options.isWithdrawn, now: context.now })
  await bringUpToDate(context, options.agreementId)
}

export interface BillingFilter {
  readonly contactId?: ContactId | undefined
  readonly agreementId?: AgreementId | undefined
}

/** Accepted agreements with their ledgers, of one payer, of one agreement, or of the company. */
export async function agreementsForBilling(place: Place, filter: BillingFilter = {}): Promise<{ facts: AgreementFacts; ledger: LedgerEntry[] }[]> {
  const ids = filter.agreementId === undefined ? undefined : [filter.agreementId]
  const stored = await findAgreements(place, { ids, payerId: filter.contactId, isAccepted: true })
  const ledgers = await ledgersOf(place, filter.contactId === undefined && ids === undefined ? undefined : stored.map((each) => each.id))
  return stored.map((each) => ({ facts: factsOf(each), ledger: ledgers.get(each.id) ?? [] }))
}

/**
 * Deliveries of the named agreements, and with a contact also those that the contact pays: without agreement, or with
 * one that was never agreed.
 */
export async function deliveriesForBilling(place: Place, filter: BillingFilter & { agreementIds?: readonly AgreementId[] } = {}): Promise<Delivery[]> {
  const { contactId, agreementId } = filter
  if (contactId === undefined && agreementId === undefined) return (await findDeliveries(place)).map(({ delivery }) => delivery)
  if (agreementId !== undefined) return (await findDeliveries(place, { agreementIds: [agreementId] })).map(({ delivery }) => delivery)
  const own = new Set(filter.agreementIds ?? [])
  const found = (await findDeliveries(place, { contactId, agreementIds: [...own] })).map(({ delivery }) => delivery)
  const others = [...new Set(found.flatMap(({ agreementId: id }) => (id === null || own.has(id) ? [] : [id])))]
  const agreed = new Set((await findAgreements(place, { ids: others })).filter((agreement) => agreement.acceptedOn !== null).map((agreement) => agreement.id))
  return found.filter((delivery) => delivery.agreementId === null || !agreed.has(delivery.agreementId))
}

/**
 * The running agreement that a delivery belongs to when nobody says: one that the contact pays or takes part in and
 * that covers or prices the service in that unit. Undefined when there is none; the entitled before the merely priced,
 * then the older. `isUnique` tells whether it was the only one.
 */
export async function agreementFor(
  context: Context,
  options: { contactId: ContactId; serviceId: Delivery['serviceId']; unit: Delivery['unit']; on: Day },
): Promise<{ agreementId: AgreementId; name: string; isUnique: boolean } | undefined> {
  return bestFor((await runningOf(context, options)).map(factsOf), options)
}

/** The agreements of a contact, as payer or participant, that run on the day. */
export async function runningOf(context: Context, options: { contactId: ContactId; on: Day }): Promise<StoredAgreement[]> {
  return (await findAgreements(context, { contactId: options.contactId })).filter((stored) => isRunning(factsOf(stored), options.on, context.today))
}

/** Of running agreements the one that a delivery of the service belongs to. */
export function bestFor(
  running: readonly AgreementFacts[],
  options: { serviceId: Delivery['serviceId']; unit: Delivery['unit']; on: Day },
): { agreementId: AgreementId; name: string; isUnique: boolean } | undefined {
  const probe = { serviceId: options.serviceId, unit: options.unit } as Delivery
  const ranked = running.flatMap((facts) => {
    const { terms } = termsOn(facts, options.on)
    const isEntitled = terms.scope.some((line) => isInScope(line, probe))
    const isPriced = terms.price.rates.some((rate) => rate.unit === options.unit && (rate.serviceId === null || rate.serviceId === options.serviceId))
    const isFixedWork = options.unit === 'minute' && terms.scope.length === 0 && terms.price.rates.length === 0 && terms.price.fixed !== null
    return isEntitled || isPriced ? [{ facts, rank: isEntitled ? 0 : 1 }] : isFixedWork ? [{ facts, rank: 2 }] : []
  })
  const best = ranked.sort((left, right) => left.rank - right.rank || (left.facts.id < right.facts.id ? -1 : 1))[0]
  if (!best || best.rank === 2) return undefined
  return { agreementId: best.facts.id, name: best.facts.name, isUnique: ranked.length === 1 }
}

function isRunning(facts: AgreementFacts, on: Day, today: Day): boolean {
  const start = startOf(facts)
  if (start === null || on < start) return false
  const end = endOf(facts, today)
  return end === null || on <= end
}

/** Modules above hear whose deliveries changed. */
function tellChanged(context: Context, deliveries: readonly Delivery[]): void {
  context.emit('deliveries.changed', {
    contactIds: [...new Set(deliveries.map((delivery) => delivery.contactId))],
    agreementIds: [...new Set(deliveries.flatMap((delivery) => delivery.agreementId ?? []))],
  })
}

async function bringAllUpToDate(context: Context, ids: readonly (AgreementId | null)[]): Promise<void> {
  for (const id of new Set(ids)) if (id !== null) await bringUpToDate(context, id)
}

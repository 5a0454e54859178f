import { dayIn } from '../../kernel/instant.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { Verified } from '../../platform/operation/module.ts'
import type { Delivery } from './delivery.ts'
import { findDeliveries } from './deliveries/store.ts'
import { lotBalances, type LedgerEntry } from './entitlement.ts'
import { circumstancesOf, lastRecordedAt, ledgersOf } from './ledger/store.ts'
import { planLedger } from './plan-ledger.ts'
import { factsOf, findAgreements } from './store.ts'

/** The entitlement ledgers of a company: never below zero, and exactly what follows from agreements and deliveries. */
export async function checkAgreements(context: Context): Promise<Verified[]> {
  const ledgers = await ledgersOf(context)
  const recorded = await lastRecordedAt(context)
  const names = new Map((await findAgreements(context, {})).map((stored) => [stored.id, stored]))
  const negative: string[] = []
  const differing: string[] = []
  for (const [id, ledger] of ledgers) {
    const stored = names.get(id)
    negative.push(...[...belowZero(ledger)].map((lot) => `${stored?.name ?? id}: the balance of ${lot} is below zero`))
    const at = recorded.get(id)
    if (!stored || stored.acceptedOn === null || at === undefined) {
      differing.push(`agreement ${id}: has a ledger but was never accepted`)
      continue
    }
    const deliveries = await findDeliveries(context, { agreementIds: [id] })
    const missing = planLedger({
      facts: factsOf(stored),
      ledger,
      deliveries: deliveries.map(({ delivery }) => delivery),
      accountedFor: new Map(deliveries.map(({ delivery, accountedFor }) => [delivery.id, accountedFor])),
      ...(await circumstancesOf(context, id)),
      // As of its last entry: what a later day grants or expires is written on that day.
      today: dayIn(at, context.company.zone),
    })
    for (const what of differences(missing)) differing.push(`${stored.name} (${id}): the ledger is not what deliveries and grants add up to: ${what}`)
  }
  return [
    { what: 'entitlement balances never below zero', count: ledgers.size, findings: negative },
    {
      what: 'entitlement ledgers equal to grants and deliveries',
      count: [...ledgers.values()].reduce((total, ledger) => total + ledger.length, 0),
      findings: differing,
    },
  ]
}

/** What entries that should be there change together, by lot and delivery; that which comes to nothing is none. */
function differences(missing: readonly LedgerEntry[]): string[] {
  return [...Map.groupBy(missing, (entry) => `${entry.lot} ${entry.deliveryId ?? ''}`)].flatMap(([where, entries]) => {
    const units = entries.reduce((total, entry) => total + entry.units.thousandths, 0n)
    const covers = entries.reduce((total, entry) => total + entry.covers.thousandths, 0n)
    return units === 0n && covers === 0n ? [] : [`${where.trim()} lacks ${units} thousandths`]
  })
}

/** The lots that are below zero on any day. */
function belowZero(ledger: readonly LedgerEntry[]): Set<string> {
  const lots = new Set<string>()
  for (const on of new Set(ledger.map((entry) => entry.on))) {
    for (const [lot, balance] of lotBalances(ledger, on)) if (balance.thousandths < 0n) lots.add(lot)
  }
  return lots
}

/**
 * Compares what the modules above recorded with what they have themselves, by id: what is missing, different, or no
 * longer there. What was taken back above (not billable, of no unit) may be missing here.
 */
export async function compareDeliveries(
  context: Pick<Context, 'database' | 'company'>,
  options: { kind: Delivery['kind']; told: readonly Delivery[] },
): Promise<string[]> {
  const known = new Map((await findDeliveries(context)).filter(({ delivery }) => delivery.kind === options.kind).map(({ delivery }) => [delivery.id, delivery]))
  const findings: string[] = []
  for (const told of options.told) {
    const own = known.get(told.id)
    known.delete(told.id)
    if (!own && told.isBillable) findings.push(`${options.kind} ${told.id}: is not known to billing`)
    if (own && essence(own) !== essence(told)) findings.push(`${options.kind} ${told.id}: billing knows it differently`)
  }
  return [...findings, ...[...known.keys()].map((id) => `${options.kind} ${id}: billing knows it, but it is not there`)]
}

function essence(delivery: Delivery): string {
  const { contactId, agreementId, serviceId, performedOn, units, unit, isBillable, outcome } = delivery
  return JSON.stringify([contactId, agreementId, serviceId, performedOn, units, unit, isBillable, outcome])
}

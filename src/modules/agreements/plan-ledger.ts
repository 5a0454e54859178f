import type { Day } from '../../kernel/day.ts'
import { Quantity } from '../../kernel/quantity.ts'
import type { Delivery } from './delivery.ts'
import type { EntryKind, LedgerEntry } from './entitlement.ts'
import type { AgreementFacts } from './facts.ts'
import { planGrants, type Grant } from './grants.ts'
import { termsOn } from './lifecycle.ts'
import { replay, type Adjustment, type Wanted } from './replay.ts'

export interface LedgerFacts {
  readonly facts: AgreementFacts
  /** The agreement's entries so far. */
  readonly ledger: readonly LedgerEntry[]
  readonly deliveries: readonly Delivery[]
  readonly adjustments: readonly Adjustment[]
  /** Causes whose invoice has been paid in full, and when. */
  readonly settled: ReadonlyMap<string, Day>
  /** Lots that a credit note took back. */
  readonly withdrawn: ReadonlySet<string>
  /** Units of each delivery that are on live invoices or written off. */
  readonly accountedFor: ReadonlyMap<string, Quantity>
  readonly today: Day
}

/**
 * The entries to add so that the ledger says what should be: grants that are due, reservations, draws, roll-overs,
 * expiries, and the reversal of what is no longer so. Entries are only added. Planned again with its own result it
 * adds nothing, and the order in which facts became known does not matter.
 */
export function planLedger(options: LedgerFacts): LedgerEntry[] {
  const grants = planGrants(options.facts, options)
  const wanted = replay({ ...options, grants })
  const should = sumByKey(wanted)
  const is = sumByKey(options.ledger.map((entry) => ({ ...entry, kind: nettedKind(entry), units: entry.units.thousandths, covers: entry.covers.thousandths })))
  const keys = [...new Set([...should.keys(), ...is.keys()])]
  const counts = countByPrefix(options.ledger)
  return keys
    .flatMap((key) => {
      const sample = should.get(key) ?? is.get(key)!
      const units = (should.get(key)?.units ?? 0n) - (is.get(key)?.units ?? 0n)
      const covers = (should.get(key)?.covers ?? 0n) - (is.get(key)?.covers ?? 0n)
      const isFirstUnlimited = should.has(key) && !is.has(key) && sample.kind === 'grant'
      if (units === 0n && covers === 0n && !isFirstUnlimited) return []
      const isLess = isTakenBack(is.get(key)?.units ?? 0n, should.get(key)?.units ?? 0n)
      return [entryFor({ options, grants, sample, units, covers, isLess, counts })]
    })
    .sort(byDay)
}

type Sum = Pick<Wanted, 'lot' | 'kind' | 'deliveryId' | 'on'> & { units: bigint; covers: bigint }

function sumByKey(entries: readonly Sum[]): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const entry of entries) {
    const key = [entry.lot, entry.kind, entry.deliveryId ?? '', entry.on].join('|')
    const sum = sums.get(key)
    if (sum) {
      sum.units += entry.units
      sum.covers += entry.covers
    } else sums.set(key, { lot: entry.lot, kind: entry.kind, deliveryId: entry.deliveryId, on: entry.on, units: entry.units, covers: entry.covers })
  }
  return sums
}

function nettedKind(entry: LedgerEntry): EntryKind {
  return entry.kind === 'release' ? 'reserve' : (entry.reverses ?? entry.kind)
}

function isTakenBack(is: bigint, should: bigint): boolean {
  const size = (value: bigint) => (value < 0n ? -value : value)
  return is !== 0n && (size(should) < size(is) || is > 0n !== should > 0n)
}

interface EntryOptions {
  options: LedgerFacts
  grants: readonly Grant[]
  sample: Sum
  units: bigint
  covers: bigint
  isLess: boolean
  counts: Map<string, number>
}

function entryFor({ options, grants, sample, units, covers, isLess, counts }: EntryOptions): LedgerEntry {
  const kind: EntryKind = !isLess ? sample.kind : sample.kind === 'reserve' ? 'release' : 'reverse'
  const earlierEntry = options.ledger.find((entry) => entry.lot === sample.lot)
  const grant = grants.find((candidate) => candidate.lot === sample.lot)
  const adjustment = options.adjustments.find((candidate) => sample.lot === `${candidate.lineKey}/adjust-${candidate.id}`)
  const lineKey = sample.lot.slice(0, sample.lot.lastIndexOf('/'))
  const line = grant?.line ?? termsOn(options.facts, sample.on).terms.scope.find((candidate) => candidate.key === lineKey)
  const prefix = prefixOf({ agreementId: options.facts.id, lot: sample.lot, kind, deliveryId: sample.deliveryId })
  const count = (counts.get(prefix) ?? 0) + 1
  counts.set(prefix, count)
  return {
    identity: `${prefix}/${count}`,
    agreementId: options.facts.id,
    lot: sample.lot,
    lineKey,
    unit: grant?.line.unit ?? earlierEntry?.unit ?? line?.unit ?? 'piece',
    kind,
    reverses: kind === 'reverse' ? sample.kind : null,
    units: new Quantity(units),
    covers: new Quantity(covers),
    // What is undone is undone on its own day (a release on that of its reservation), so that no day ends below zero.
    on: sample.on,
    expiresOn: kind === 'grant' || kind === 'adjust' ? (grant?.expiresOn ?? adjustment?.expiresOn ?? null) : null,
    isUnlimited: grant ? grant.units === null : (earlierEntry?.isUnlimited ?? false),
    deliveryId: sample.deliveryId,
  }
}

function countByPrefix(ledger: readonly LedgerEntry[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const entry of ledger) {
    const prefix = prefixOf(entry)
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
  }
  return counts
}

function prefixOf(entry: Pick<LedgerEntry, 'agreementId' | 'lot' | 'kind' | 'deliveryId'>): string {
  return [entry.agreementId, entry.lot, entry.kind, entry.deliveryId ?? ''].join('/')
}

function byDay(left: LedgerEntry, right: LedgerEntry): number {
  return left.on < right.on ? -1 : left.on > right.on ? 1 : 0
}

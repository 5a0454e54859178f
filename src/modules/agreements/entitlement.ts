import type { Day } from '../../kernel/day.ts'
import type { AgreementId } from '../../kernel/id.ts'
import { Quantity, sumQuantities } from '../../kernel/quantity.ts'
import type { ScopeUnit } from '../offer/terms.ts'

export const entryKinds = ['grant', 'reserve', 'release', 'draw', 'reverse', 'expire', 'roll_over', 'adjust'] as const
export type EntryKind = (typeof entryKinds)[number]

/**
 * A line of the entitlement ledger; lines are added and never edited. Entries belong to a *lot*: one grant and all
 * that happened to it. A `reverse` undoes (a part of) an earlier entry of the kind that `reverses` names.
 */
export interface LedgerEntry {
  /** Derived from what caused it, unique: planning the same twice cannot add it twice. */
  readonly identity: string
  readonly agreementId: AgreementId
  readonly lot: string
  /** The scope line that grants it. */
  readonly lineKey: string
  readonly unit: ScopeUnit
  readonly kind: EntryKind
  readonly reverses: EntryKind | null
  /** What it does to the balance: positive for a grant, negative for a draw. */
  readonly units: Quantity
  /** The units of the delivery that it covers, negative when it gives up coverage; zero unless it draws. */
  readonly covers: Quantity
  /** The day it counts from, which may be before the day it was written. */
  readonly on: Day
  /** Of a grant: the last day; null is without end. */
  readonly expiresOn: Day | null
  readonly isUnlimited: boolean
  readonly deliveryId: string | null
}

/** What is left at the end of a day, in one unit. Unlimited lots count nothing. Reserved units are already off. */
export function balanceOn(ledger: readonly LedgerEntry[], options: { unit: ScopeUnit; on: Day; lineKey?: string }): Quantity {
  return sumQuantities(
    ledger
      .filter((entry) => entry.unit === options.unit && !entry.isUnlimited && entry.on <= options.on)
      .filter((entry) => options.lineKey === undefined || entry.lineKey === options.lineKey)
      .map((entry) => entry.units),
  )
}

/** The balance of every lot at the end of a day; lots without a remaining unit are included. */
export function lotBalances(ledger: readonly LedgerEntry[], on: Day): Map<string, Quantity> {
  const balances = new Map<string, bigint>()
  for (const entry of ledger) {
    if (entry.isUnlimited || entry.on > on) continue
    balances.set(entry.lot, (balances.get(entry.lot) ?? 0n) + entry.units.thousandths)
  }
  return new Map([...balances].map(([lot, thousandths]) => [lot, new Quantity(thousandths)]))
}

/** The covered units of each delivery, by its id. */
export function coverage(ledger: readonly LedgerEntry[]): Map<string, Quantity> {
  const covered = new Map<string, bigint>()
  for (const entry of ledger) {
    if (entry.deliveryId === null || entry.covers.thousandths === 0n) continue
    covered.set(entry.deliveryId, (covered.get(entry.deliveryId) ?? 0n) + entry.covers.thousandths)
  }
  return new Map([...covered].map(([deliveryId, thousandths]) => [deliveryId, new Quantity(thousandths)]))
}

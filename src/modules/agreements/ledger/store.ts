import type { Day } from '../../../kernel/day.ts'
import { newId, type AgreementId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { Quantity } from '../../../kernel/quantity.ts'
import type { ScopeUnit } from '../../offer/terms.ts'
import type { EntryKind, LedgerEntry } from '../entitlement.ts'
import type { Adjustment } from '../replay.ts'
import type { Place } from '../store.ts'

type LedgerTables = {
  entitlement_entries: {
    company_id: string
    id: string
    identity: string
    agreement_id: string
    lot: string
    line_key: string
    unit: string
    kind: string
    reverses: string | null
    units_thousandths: bigint
    covers_thousandths: bigint
    counted_on: string
    expires_on: string | null
    is_unlimited: bigint
    delivery_id: string | null
    recorded_at: string
  }
  entitlement_adjustments: {
    company_id: string
    id: string
    agreement_id: string
    line_key: string
    lot: string | null
    units_thousandths: bigint
    adjusted_on: string
    expires_on: string | null
    reason: string
    recorded_at: string
  }
  settled_causes: { company_id: string; agreement_id: string; cause: string; settled_on: string }
  withdrawn_lots: { company_id: string; agreement_id: string; lot: string; withdrawn_at: string }
}

const tables = (place: Place) => place.database.withTables<LedgerTables>()

/** Adds entries; the identity is unique, so that the same entry is never added twice. */
export async function addEntries(place: Place, entries: readonly LedgerEntry[], now: Instant): Promise<void> {
  if (entries.length === 0) return
  await tables(place)
    .insertInto('entitlement_entries')
    .values(
      entries.map((entry) => ({
        company_id: place.company.id,
        id: newId<'entitlement-entry'>(),
        identity: entry.identity,
        agreement_id: entry.agreementId,
        lot: entry.lot,
        line_key: entry.lineKey,
        unit: entry.unit,
        kind: entry.kind,
        reverses: entry.reverses,
        units_thousandths: entry.units.thousandths,
        covers_thousandths: entry.covers.thousandths,
        counted_on: entry.on,
        expires_on: entry.expiresOn,
        is_unlimited: entry.isUnlimited ? 1n : 0n,
        delivery_id: entry.deliveryId,
        recorded_at: now,
      })),
    )
    .execute()
}

/** The ledgers of agreements, each in the order in which it was written; of all agreements when none are named. */
export async function ledgersOf(place: Place, ids?: readonly AgreementId[]): Promise<Map<AgreementId, LedgerEntry[]>> {
  if (ids?.length === 0) return new Map()
  let query = tables(place).selectFrom('entitlement_entries').selectAll().where('company_id', '=', place.company.id)
  if (ids) query = query.where('agreement_id', 'in', [...ids])
  const rows = await query.orderBy('id').execute()
  return Map.groupBy(rows.map(toEntry), (entry) => entry.agreementId)
}

/** When the latest entry of each agreement was written. */
export async function lastRecordedAt(place: Place): Promise<Map<AgreementId, Instant>> {
  const rows = await tables(place)
    .selectFrom('entitlement_entries')
    .select(['agreement_id', (max) => max.fn.max('recorded_at').as('at')])
    .where('company_id', '=', place.company.id)
    .groupBy('agreement_id')
    .execute()
  return new Map(rows.map((row) => [row.agreement_id as AgreementId, row.at as Instant]))
}

export async function addAdjustment(place: Place, agreementId: AgreementId, adjustment: Adjustment & { reason: string }, now: Instant): Promise<void> {
  await tables(place)
    .insertInto('entitlement_adjustments')
    .values({
      company_id: place.company.id,
      id: adjustment.id,
      agreement_id: agreementId,
      line_key: adjustment.lineKey,
      lot: adjustment.lot,
      units_thousandths: adjustment.units.thousandths,
      adjusted_on: adjustment.on,
      expires_on: adjustment.expiresOn,
      reason: adjustment.reason,
      recorded_at: now,
    })
    .execute()
}

/** The facts beside terms and deliveries that the ledger follows from. */
export interface LedgerCircumstances {
  readonly adjustments: readonly Adjustment[]
  readonly settled: ReadonlyMap<string, Day>
  readonly withdrawn: ReadonlySet<string>
}

export async function circumstancesOf(place: Place, id: AgreementId): Promise<LedgerCircumstances> {
  const [company, agreement] = [place.company.id, id]
  const adjustments = await tables(place)
    .selectFrom('entitlement_adjustments')
    .selectAll()
    .where('company_id', '=', company)
    .where('agreement_id', '=', agreement)
    .orderBy('id')
    .execute()
  const settled = await tables(place).selectFrom('settled_causes').selectAll().where('company_id', '=', company).where('agreement_id', '=', agreement).execute()
  const withdrawn = await tables(place)
    .selectFrom('withdrawn_lots')
    .selectAll()
    .where('company_id', '=', company)
    .where('agreement_id', '=', agreement)
    .execute()
  return {
    adjustments: adjustments.map((row) => ({
      id: row.id,
      lineKey: row.line_key,
      lot: row.lot,
      units: new Quantity(row.units_thousandths),
      on: row.adjusted_on as Day,
      expiresOn: row.expires_on as Day | null,
    })),
    settled: new Map(settled.map((row) => [row.cause, row.settled_on as Day])),
    withdrawn: new Set(withdrawn.map((row) => row.lot)),
  }
}

export async function saveSettled(place: Place, options: { agreementId: AgreementId; cause: string; on: Day | null }): Promise<void> {
  if (options.on === null) {
    await tables(place).deleteFrom('settled_causes').where('company_id', '=', place.company.id).where('cause', '=', options.cause).execute()
    return
  }
  await tables(place)
    .insertInto('settled_causes')
    .values({ company_id: place.company.id, agreement_id: options.agreementId, cause: options.cause, settled_on: options.on })
    .onConflict((conflict) => conflict.columns(['company_id', 'cause']).doUpdateSet({ settled_on: options.on! }))
    .execute()
}

export async function saveWithdrawn(
  place: Place,
  options: { agreementId: AgreementId; lots: readonly string[]; isWithdrawn: boolean; now: Instant },
): Promise<void> {
  for (const lot of options.lots) {
    if (options.isWithdrawn) {
      await tables(place)
        .insertInto('withdrawn_lots')
        .values({ company_id: place.company.id, agreement_id: options.agreementId, lot, withdrawn_at: options.now })
        .onConflict((conflict) => conflict.columns(['company_id', 'agreement_id', 'lot']).doNothing())
        .execute()
    } else {
      await tables(place)
        .deleteFrom('withdrawn_lots')
        .where('company_id', '=', place.company.id)
        .where('agreement_id', '=', options.agreementId)
        .where('lot', '=', lot)
        .execute()
    }
  }
}

function toEntry(row: LedgerTables['entitlement_entries']): LedgerEntry {
  return {
    identity: row.identity,
    agreementId: row.agreement_id as AgreementId,
    lot: row.lot,
    lineKey: row.line_key,
    unit: row.unit as ScopeUnit,
    kind: row.kind as EntryKind,
    reverses: row.reverses as EntryKind | null,
    units: new Quantity(row.units_thousandths),
    covers: new Quantity(row.covers_thousandths),
    on: row.counted_on as Day,
    expiresOn: row.expires_on as Day | null,
    isUnlimited: row.is_unlimited === 1n,
    deliveryId: row.delivery_id,
  }
}

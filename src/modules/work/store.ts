import type { Day } from '../../kernel/day.ts'
import type { AgreementId, ContactId, MemberId, ServiceId, TimeEntryId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import { money } from '../../kernel/money.ts'
import { Quantity } from '../../kernel/quantity.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { OwnRate } from '../agreements/delivery.ts'
import type { TaxCategory } from '../offer/terms.ts'
import { tables, type WorkTables } from './tables.ts'

/** Work by a member for a customer. The rate is the service's on the day it was recorded; agreements have their own. */
export interface TimeEntry {
  readonly id: TimeEntryId
  readonly memberId: MemberId | null
  readonly contactId: ContactId
  readonly agreementId: AgreementId | null
  readonly serviceId: ServiceId | null
  readonly on: Day
  readonly minutes: number
  readonly note: string
  readonly isBillable: boolean
  readonly rate: OwnRate | null
  readonly isRemoved: boolean
}

export async function insertTimeEntry(context: Context, entry: TimeEntry): Promise<void> {
  await tables(context.database)
    .insertInto('time_entries')
    .values({ ...columnsOf(entry), company_id: context.company.id, id: entry.id, recorded_at: context.now, changed_at: context.now, removed_at: null })
    .execute()
}

export async function updateTimeEntry(context: Context, entry: TimeEntry): Promise<void> {
  await tables(context.database)
    .updateTable('time_entries')
    .set({ ...columnsOf(entry), changed_at: context.now, removed_at: entry.isRemoved ? context.now : null })
    .where('company_id', '=', context.company.id)
    .where('id', '=', entry.id)
    .execute()
}

export async function findTimeEntry(context: Context, id: TimeEntryId): Promise<TimeEntry | undefined> {
  const row = await tables(context.database)
    .selectFrom('time_entries')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && entryOf(row)
}

export interface EntriesWanted {
  readonly contactId?: ContactId | undefined
  readonly agreementIds?: readonly AgreementId[] | undefined
  readonly memberId?: MemberId | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly limit?: number | undefined
}

/** Time entries, latest first. */
export async function selectTimeEntries(context: Pick<Context, 'database' | 'company'>, wanted: EntriesWanted): Promise<TimeEntry[]> {
  let query = tables(context.database).selectFrom('time_entries').selectAll().where('company_id', '=', context.company.id)
  if (wanted.contactId !== undefined) query = query.where('contact_id', '=', wanted.contactId)
  if (wanted.agreementIds !== undefined) {
    if (wanted.agreementIds.length === 0) return []
    query = query.where('agreement_id', 'in', [...wanted.agreementIds])
  }
  if (wanted.memberId !== undefined) query = query.where('member_id', '=', wanted.memberId)
  if (wanted.from !== undefined) query = query.where('performed_on', '>=', wanted.from)
  if (wanted.to !== undefined) query = query.where('performed_on', '<=', wanted.to)
  query = query.where('removed_at', 'is', null)
  query = query.orderBy('performed_on', 'desc').orderBy('id', 'desc')
  if (wanted.limit !== undefined) query = query.limit(wanted.limit)
  return (await query.execute()).map(entryOf)
}

/** How often and how lately each customer was worked for since a day: for completion. */
export async function selectUse(context: Pick<Context, 'database' | 'company'>, since: Day): Promise<{ contactId: ContactId; lastOn: Day; count: number }[]> {
  const rows = await tables(context.database)
    .selectFrom('time_entries')
    .select(({ fn }) => ['contact_id', fn.max('performed_on').as('last_on'), fn.countAll().as('count')])
    .where('company_id', '=', context.company.id)
    .where('performed_on', '>=', since)
    .where('removed_at', 'is', null)
    .groupBy('contact_id')
    .execute()
  return rows.map((row) => ({ contactId: row.contact_id as ContactId, lastOn: row.last_on as Day, count: Number(row.count) }))
}

function columnsOf(entry: TimeEntry) {
  return {
    member_id: entry.memberId,
    contact_id: entry.contactId,
    agreement_id: entry.agreementId,
    service_id: entry.serviceId,
    performed_on: entry.on,
    minutes: BigInt(entry.minutes),
    note: entry.note,
    is_billable: entry.isBillable ? 1n : 0n,
    rate_minor: entry.rate?.amount.minor ?? null,
    rate_currency: entry.rate?.amount.currency ?? null,
    rate_per_thousandths: entry.rate?.per.thousandths ?? null,
    rate_tax_category: entry.rate?.taxCategory ?? null,
    rate_is_tax_included: entry.rate === null ? null : entry.rate.isTaxIncluded ? 1n : 0n,
  }
}

function entryOf(row: WorkTables['time_entries']): TimeEntry {
  const hasRate = row.rate_minor !== null && row.rate_currency !== null && row.rate_per_thousandths !== null
  return {
    id: row.id as TimeEntryId,
    memberId: row.member_id as MemberId | null,
    contactId: row.contact_id as ContactId,
    agreementId: row.agreement_id as AgreementId | null,
    serviceId: row.service_id as ServiceId | null,
    on: row.performed_on as Day,
    minutes: Number(row.minutes),
    note: row.note,
    isBillable: row.is_billable === 1n,
    rate: hasRate
      ? {
          amount: money(row.rate_minor!, row.rate_currency!),
          per: new Quantity(row.rate_per_thousandths!),
          taxCategory: row.rate_tax_category as TaxCategory,
          isTaxIncluded: row.rate_is_tax_included === 1n,
        }
      : null,
    isRemoved: row.removed_at !== null,
  }
}

export interface Timer {
  readonly startedAt: Instant
  readonly contactId: ContactId | null
  readonly agreementId: AgreementId | null
  readonly serviceId: ServiceId | null
  readonly note: string
}

export async function findTimer(context: Context, memberId: MemberId): Promise<Timer | undefined> {
  const row = await tables(context.database)
    .selectFrom('timers')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    startedAt: row.started_at as Instant,
    contactId: row.contact_id as ContactId | null,
    agreementId: row.agreement_id as AgreementId | null,
    serviceId: row.service_id as ServiceId | null,
    note: row.note,
  }
}

export async function insertTimer(context: Context, memberId: MemberId, timer: Timer): Promise<void> {
  await tables(context.database)
    .insertInto('timers')
    .values({
      company_id: context.company.id,
      member_id: memberId,
      started_at: timer.startedAt,
      contact_id: timer.contactId,
      agreement_id: timer.agreementId,
      service_id: timer.serviceId,
      note: timer.note,
    })
    .execute()
}

export async function deleteTimer(context: Context, memberId: MemberId): Promise<void> {
  await tables(context.database).deleteFrom('timers').where('company_id', '=', context.company.id).where('member_id', '=', memberId).execute()
}

/** After two contacts became one. */
export async function moveTimeEntries(context: Context, options: { from: ContactId; to: ContactId }): Promise<void> {
  for (const table of ['time_entries', 'timers'] as const) {
    await tables(context.database)
      .updateTable(table)
      .set({ contact_id: options.to })
      .where('company_id', '=', context.company.id)
      .where('contact_id', '=', options.from)
      .execute()
  }
}

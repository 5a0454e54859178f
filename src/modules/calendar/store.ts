import type { Day } from '../../kernel/day.ts'
import type { AgreementId, ContactId, MemberId, ServiceId, SessionId } from '../../kernel/id.ts'
import type { Instant, Zone } from '../../kernel/instant.ts'
import { money } from '../../kernel/money.ts'
import { Quantity } from '../../kernel/quantity.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { DeliveryOutcome } from '../agreements/delivery.ts'
import type { TaxCategory, Unit } from '../offer/terms.ts'
import type { Participant, ParticipantId, Session } from './session.ts'
import { tables, type CalendarTables } from './tables.ts'

type Place = Pick<Context, 'database' | 'company'>

export async function insertSession(context: Context, session: Session): Promise<void> {
  await tables(context.database)
    .insertInto('sessions')
    .values({ ...sessionColumns(session), company_id: context.company.id, id: session.id, booked_at: context.now, cancel_reason: null })
    .execute()
}

export async function updateSession(context: Context, session: Session, cancelReason: string | null = null): Promise<void> {
  await tables(context.database)
    .updateTable('sessions')
    .set({ ...sessionColumns(session), cancel_reason: cancelReason })
    .where('company_id', '=', context.company.id)
    .where('id', '=', session.id)
    .execute()
}

export async function findSession(place: Place, id: SessionId): Promise<Session | undefined> {
  const row = await tables(place.database).selectFrom('sessions').selectAll().where('company_id', '=', place.company.id).where('id', '=', id).executeTakeFirst()
  return row && sessionOf(row)
}

/** Sessions that start within the time, in order; of one customer or one member where asked. */
export async function selectSessions(
  place: Place,
  wanted: { from: Instant; to: Instant; contactId?: ContactId | undefined; memberId?: MemberId | undefined; limit?: number; isPlannedOnly?: boolean },
): Promise<Session[]> {
  let query = tables(place.database)
    .selectFrom('sessions')
    .selectAll()
    .where('company_id', '=', place.company.id)
    .where('starts_at', '>=', wanted.from)
    .where('starts_at', '<', wanted.to)
  const { contactId } = wanted
  if (wanted.memberId !== undefined) query = query.where('member_id', '=', wanted.memberId)
  if (wanted.isPlannedOnly === true) query = query.where('cancelled_at', 'is', null)
  if (contactId !== undefined) {
    query = query.where((build) =>
      build.exists(
        build
          .selectFrom('session_participants')
          .select('session_participants.id')
          .where('session_participants.company_id', '=', place.company.id)
          .whereRef('session_participants.session_id', '=', 'sessions.id')
          .where((either) => either.or([either('session_participants.contact_id', '=', contactId), either('session_participants.thing_id', '=', contactId)])),
      ),
    )
  }
  query = query.orderBy('starts_at').orderBy('id')
  if (wanted.limit !== undefined) query = query.limit(wanted.limit)
  return (await query.execute()).map(sessionOf)
}

export async function insertParticipant(context: Context, participant: Participant): Promise<void> {
  await tables(context.database)
    .insertInto('session_participants')
    .values({ ...participantColumns(participant), company_id: context.company.id, id: participant.id, decided_at: null })
    .execute()
}

export async function setOutcome(context: Context, id: ParticipantId, outcome: DeliveryOutcome): Promise<void> {
  await tables(context.database)
    .updateTable('session_participants')
    .set({ outcome, decided_at: outcome === 'booked' ? null : context.now })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .execute()
}

export async function setUnits(context: Context, id: ParticipantId, units: Quantity): Promise<void> {
  await tables(context.database)
    .updateTable('session_participants')
    .set({ units_thousandths: units.thousandths })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .execute()
}

export async function findParticipant(place: Place, id: ParticipantId): Promise<Participant | undefined> {
  const row = await tables(place.database)
    .selectFrom('session_participants')
    .selectAll()
    .where('company_id', '=', place.company.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && participantOf(row)
}

/** The participants of some sessions, in the order in which they were booked. */
export async function selectParticipants(place: Place, sessionIds: readonly SessionId[]): Promise<Participant[]> {
  if (sessionIds.length === 0) return []
  const rows: CalendarTables['session_participants'][] = []
  for (let start = 0; start < sessionIds.length; start += 500) {
    rows.push(
      ...(await tables(place.database)
        .selectFrom('session_participants')
        .selectAll()
        .where('company_id', '=', place.company.id)
        .where('session_id', 'in', sessionIds.slice(start, start + 500))
        .orderBy('id')
        .execute()),
    )
  }
  return rows.map(participantOf)
}

/** Participations with their sessions, by customer or by agreement: what the billing rule asks for. */
export async function selectParticipations(
  place: Place,
  of: { contactId?: ContactId | undefined; agreementIds?: readonly AgreementId[] | undefined },
): Promise<{ session: Session; participant: Participant }[]> {
  let query = tables(place.database).selectFrom('session_participants').selectAll().where('company_id', '=', place.company.id)
  if (of.contactId !== undefined) query = query.where('contact_id', '=', of.contactId)
  if (of.agreementIds !== undefined) {
    if (of.agreementIds.length === 0) return []
    query = query.where('agreement_id', 'in', [...of.agreementIds])
  }
  const participants = (await query.orderBy('id').execute()).map(participantOf)
  const ids = [...new Set(participants.map((participant) => participant.sessionId))]
  const sessions = new Map<string, Session>()
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await tables(place.database)
      .selectFrom('sessions')
      .selectAll()
      .where('company_id', '=', place.company.id)
      .where('id', 'in', ids.slice(start, start + 500))
      .execute()
    for (const row of rows) sessions.set(row.id, sessionOf(row))
  }
  return participants.flatMap((participant) => {
    const session = sessions.get(participant.sessionId)
    return session ? [{ session, participant }] : []
  })
}

/** How often each customer took part since a moment: for completion. */
export async function selectUse(place: Place, since: Instant): Promise<{ contactId: ContactId; thingId: ContactId | null; lastAt: Instant; count: number }[]> {
  const rows = await tables(place.database)
    .selectFrom('session_participants')
    .innerJoin('sessions', (join) =>
      join.onRef('sessions.company_id', '=', 'session_participants.company_id').onRef('sessions.id', '=', 'session_participants.session_id'),
    )
    .select(({ fn }) => [
      'session_participants.contact_id',
      'session_participants.thing_id',
      fn.max('sessions.starts_at').as('last_at'),
      fn.countAll().as('count'),
    ])
    .where('session_participants.company_id', '=', place.company.id)
    .where('sessions.starts_at', '>=', since)
    .groupBy(['session_participants.contact_id', 'session_participants.thing_id'])
    .execute()
  return rows.map((row) => ({
    contactId: row.contact_id as ContactId,
    thingId: row.thing_id as ContactId | null,
    lastAt: row.last_at as Instant,
    count: Number(row.count),
  }))
}

function sessionColumns(session: Session) {
  return {
    service_id: session.serviceId,
    member_id: session.memberId,
    starts_at: session.startsAt,
    ends_at: session.endsAt,
    zone: session.zone,
    place: session.place,
    note: session.note,
    cancelled_at: session.cancelledAt,
  }
}

function sessionOf(row: CalendarTables['sessions']): Session {
  return {
    id: row.id as SessionId,
    serviceId: row.service_id as ServiceId,
    memberId: row.member_id as MemberId | null,
    startsAt: row.starts_at as Instant,
    endsAt: row.ends_at as Instant,
    zone: row.zone as Zone,
    place: row.place,
    note: row.note,
    cancelledAt: row.cancelled_at as Instant | null,
  }
}

function participantColumns(participant: Participant) {
  return {
    session_id: participant.sessionId,
    contact_id: participant.contactId,
    thing_id: participant.thingId,
    agreement_id: participant.agreementId,
    outcome: participant.outcome,
    booked_on: participant.bookedOn,
    units_thousandths: participant.units.thousandths,
    unit: participant.unit,
    rate_minor: participant.rate?.amount.minor ?? null,
    rate_currency: participant.rate?.amount.currency ?? null,
    rate_per_thousandths: participant.rate?.per.thousandths ?? null,
    rate_tax_category: participant.rate?.taxCategory ?? null,
    rate_is_tax_included: participant.rate === null ? null : participant.rate.isTaxIncluded ? 1n : 0n,
  }
}

function participantOf(row: CalendarTables['session_participants']): Participant {
  const hasRate = row.rate_minor !== null && row.rate_currency !== null && row.rate_per_thousandths !== null
  return {
    id: row.id as ParticipantId,
    sessionId: row.session_id as SessionId,
    contactId: row.contact_id as ContactId,
    thingId: row.thing_id as ContactId | null,
    agreementId: row.agreement_id as AgreementId | null,
    outcome: row.outcome as DeliveryOutcome,
    bookedOn: row.booked_on as Day,
    units: new Quantity(row.units_thousandths),
    unit: row.unit as Unit,
    rate: hasRate
      ? {
          amount: money(row.rate_minor!, row.rate_currency!),
          per: new Quantity(row.rate_per_thousandths!),
          taxCategory: row.rate_tax_category as TaxCategory,
          isTaxIncluded: row.rate_is_tax_included === 1n,
        }
      : null,
  }
}

/** After two contacts became one. */
export async function moveParticipants(context: Context, options: { from: ContactId; to: ContactId }): Promise<void> {
  for (const column of ['contact_id', 'thing_id'] as const) {
    await tables(context.database)
      .updateTable('session_participants')
      .set({ [column]: options.to })
      .where('company_id', '=', context.company.id)
      .where(column, '=', options.from)
      .execute()
  }
}

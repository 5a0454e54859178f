import type { Day } from '../../kernel/day.ts'
import { newId, type AgreementId, type CompanyId, type ContactId, type Id, type ProductId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { termsSchema, type SellingWay, type Terms, type TermsOnTheWire } from '../offer/terms.ts'
import type { AgreementEvent, AgreementFacts } from './facts.ts'
import type { AgreementTables } from './tables.ts'

/** What opens a store: a transaction inside a company. */
export interface Place {
  readonly database: Transaction
  readonly company: { readonly id: CompanyId }
}

export interface Participant {
  readonly contactId: ContactId
  readonly thingId: ContactId | null
}

export interface StoredVersion {
  readonly version: number
  readonly effectiveOn: Day | null
  readonly terms: Terms
  readonly state: 'proposed' | 'accepted' | 'declined'
  readonly offerText: string
  readonly textHash: string
}

export type EventId = Id<'agreement-event'>
export type StoredEvent = AgreementEvent & { readonly id: EventId; readonly reason: string }

/** An agreement as it is stored; `factsOf` turns it into what the rules look at. */
export interface StoredAgreement {
  readonly id: AgreementId
  readonly payerId: ContactId
  readonly name: string
  readonly way: SellingWay | null
  readonly productId: ProductId | null
  readonly note: string
  readonly createdOn: Day
  readonly offeredOn: Day | null
  readonly lastSentOn: Day | null
  readonly validUntil: Day | null
  readonly acceptedOn: Day | null
  readonly declinedOn: Day | null
  readonly declineReason: string | null
  readonly withdrawnOn: Day | null
  readonly openingOn: Day | null
  /** Never empty, by version; the first is the sale's. */
  readonly versions: readonly StoredVersion[]
  readonly participants: readonly Participant[]
  readonly events: readonly StoredEvent[]
}

const tables = (place: Place) => place.database.withTables<AgreementTables>()

export interface AgreementFilter {
  /** As payer or participant. */
  readonly contactId?: ContactId | undefined
  readonly payerId?: ContactId | undefined
  readonly ids?: readonly AgreementId[] | undefined
  readonly isAccepted?: boolean | undefined
  /** Offered and not answered. */
  readonly isOpenOffer?: boolean | undefined
}

/** Agreements with all their parts, latest first: four queries, however many there are. */
export async function findAgreements(place: Place, filter: AgreementFilter = {}): Promise<StoredAgreement[]> {
  if (filter.ids?.length === 0) return []
  let ids = filter.ids
  if (filter.contactId !== undefined) {
    const taking = await tables(place)
      .selectFrom('agreement_participants')
      .select('agreement_id')
      .where('company_id', '=', place.company.id)
      .where('contact_id', '=', filter.contactId)
      .execute()
    const paying = await tables(place)
      .selectFrom('agreements')
      .select('id')
      .where('company_id', '=', place.company.id)
      .where('payer_id', '=', filter.contactId)
      .execute()
    ids = [...new Set([...taking.map((row) => row.agreement_id), ...paying.map((row) => row.id)])] as AgreementId[]
    if (ids.length === 0) return []
  }
  let query = tables(place).selectFrom('agreements').selectAll().where('company_id', '=', place.company.id)
  if (ids !== undefined) query = query.where('id', 'in', [...ids])
  if (filter.payerId !== undefined) query = query.where('payer_id', '=', filter.payerId)
  if (filter.isAccepted) query = query.where('accepted_on', 'is not', null)
  if (filter.isOpenOffer) {
    query = query.where('offered_on', 'is not', null).where('accepted_on', 'is', null).where('declined_on', 'is', null).where('withdrawn_on', 'is', null)
  }
  const rows = await query.orderBy('id', 'desc').execute()
  return withParts(place, rows, ids ?? (filter.payerId === undefined && !filter.isOpenOffer ? undefined : (rows.map((row) => row.id) as AgreementId[])))
}

/** Whether the company has an agreement or offer at all. */
export async function agreementsExist(place: Place): Promise<boolean> {
  const row = await tables(place).selectFrom('agreements').select('id').where('company_id', '=', place.company.id).limit(1).executeTakeFirst()
  return row !== undefined
}

export async function findAgreement(place: Place, id: AgreementId): Promise<StoredAgreement | undefined> {
  return (await findAgreements(place, { ids: [id] }))[0]
}

/** What the rules look at: accepted versions only, of an agreement that is not accepted its first. */
export function factsOf(stored: StoredAgreement): AgreementFacts {
  const { id, payerId, name, offeredOn, validUntil, acceptedOn, declinedOn, withdrawnOn, openingOn } = stored
  const versions = stored.versions.filter((version, index) => index === 0 || version.state === 'accepted')
  return { id, payerId, name, offeredOn, validUntil, acceptedOn, declinedOn, withdrawnOn, openingOn, versions, events: stored.events }
}

/** Adds the agreement's own row, or writes over the one with its id. Terms, participants and events have their own functions. */
export async function saveAgreement(place: Place, agreement: Omit<StoredAgreement, 'versions' | 'participants' | 'events'>, now: Instant): Promise<void> {
  const changes = {
    payer_id: agreement.payerId,
    name: agreement.name,
    way: agreement.way,
    product_id: agreement.productId,
    course_id: null,
    note: agreement.note,
    offered_on: agreement.offeredOn,
    last_sent_on: agreement.lastSentOn,
    valid_until: agreement.validUntil,
    accepted_on: agreement.acceptedOn,
    declined_on: agreement.declinedOn,
    decline_reason: agreement.declineReason,
    withdrawn_on: agreement.withdrawnOn,
    opening_on: agreement.openingOn,
    changed_at: now,
  }
  await tables(place)
    .insertInto('agreements')
    .values({ company_id: place.company.id, id: agreement.id, created_on: agreement.createdOn, ...changes })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doUpdateSet(changes))
    .execute()
}

/** Adds a version of the terms, or writes over it; operations never write over accepted ones. */
export async function saveVersion(place: Place, agreementId: AgreementId, version: StoredVersion): Promise<void> {
  const changes = {
    effective_on: version.effectiveOn,
    terms: JSON.stringify(version.terms),
    state: version.state,
    offer_text: version.offerText,
    text_hash: version.textHash,
  }
  await tables(place)
    .insertInto('agreement_terms')
    .values({ company_id: place.company.id, agreement_id: agreementId, version: BigInt(version.version), ...changes })
    .onConflict((conflict) => conflict.columns(['company_id', 'agreement_id', 'version']).doUpdateSet(changes))
    .execute()
}

export async function replaceParticipants(place: Place, agreementId: AgreementId, participants: readonly Participant[]): Promise<void> {
  await tables(place).deleteFrom('agreement_participants').where('company_id', '=', place.company.id).where('agreement_id', '=', agreementId).execute()
  if (participants.length === 0) return
  await tables(place)
    .insertInto('agreement_participants')
    .values(
      participants.map((participant, position) => ({
        company_id: place.company.id,
        agreement_id: agreementId,
        position: BigInt(position),
        contact_id: participant.contactId,
        thing_id: participant.thingId,
      })),
    )
    .execute()
}

export async function addEvent(place: Place, agreementId: AgreementId, event: AgreementEvent & { reason: string }, now: Instant): Promise<EventId> {
  const id: EventId = newId<'agreement-event'>()
  await tables(place)
    .insertInto('agreement_events')
    .values({
      company_id: place.company.id,
      id,
      agreement_id: agreementId,
      kind: event.kind,
      happened_on: event.on,
      milestone_key: event.kind === 'milestone_reached' ? event.key : null,
      reason: event.reason,
      recorded_at: now,
      taken_back_at: null,
    })
    .execute()
  return id
}

export async function takeBackEvent(place: Place, eventId: EventId, now: Instant): Promise<void> {
  await tables(place).updateTable('agreement_events').set({ taken_back_at: now }).where('company_id', '=', place.company.id).where('id', '=', eventId).execute()
}

/** Removes a draft whole; the foreign keys refuse it once anything hangs on it. */
export async function deleteAgreement(place: Place, id: AgreementId): Promise<void> {
  for (const table of ['agreement_participants', 'agreement_terms', 'agreement_events'] as const) {
    await tables(place).deleteFrom(table).where('company_id', '=', place.company.id).where('agreement_id', '=', id).execute()
  }
  await tables(place).deleteFrom('agreements').where('company_id', '=', place.company.id).where('id', '=', id).execute()
}

/** After two contacts became one: everything of the other is the kept one's. */
export async function moveContact(place: Place, options: { from: ContactId; to: ContactId }): Promise<void> {
  await tables(place)
    .updateTable('agreements')
    .set({ payer_id: options.to })
    .where('company_id', '=', place.company.id)
    .where('payer_id', '=', options.from)
    .execute()
  for (const column of ['contact_id', 'thing_id'] as const) {
    await tables(place)
      .updateTable('agreement_participants')
      .set({ [column]: options.to })
      .where('company_id', '=', place.company.id)
      .where(column, '=', options.from)
      .execute()
  }
  await dropRepeatedParticipants(place, options.to)
}

/** Who took part as two takes part once, in the first of the places. */
async function dropRepeatedParticipants(place: Place, contactId: ContactId): Promise<void> {
  const rows = await tables(place)
    .selectFrom('agreement_participants')
    .select(['agreement_id', 'position', 'thing_id'])
    .where('company_id', '=', place.company.id)
    .where('contact_id', '=', contactId)
    .orderBy('position')
    .execute()
  const known = new Set<string>()
  for (const row of rows) {
    const key = `${row.agreement_id} ${row.thing_id ?? ''}`
    if (!known.has(key)) known.add(key)
    else
      await tables(place)
        .deleteFrom('agreement_participants')
        .where('company_id', '=', place.company.id)
        .where('agreement_id', '=', row.agreement_id)
        .where('position', '=', row.position)
        .execute()
  }
}

async function withParts(place: Place, rows: readonly AgreementTables['agreements'][], ids: readonly AgreementId[] | undefined): Promise<StoredAgreement[]> {
  if (rows.length === 0) return []
  const versions = Map.groupBy(await partsOf(place, 'agreement_terms', ids), (row) => row.agreement_id)
  const participants = Map.groupBy(await partsOf(place, 'agreement_participants', ids), (row) => row.agreement_id)
  const events = Map.groupBy(await partsOf(place, 'agreement_events', ids), (row) => row.agreement_id)
  return rows.map((row) =>
    toAgreement(row, {
      versions: (versions.get(row.id) ?? []).sort((left, right) => Number(left.version - right.version)),
      participants: (participants.get(row.id) ?? []).sort((left, right) => Number(left.position - right.position)),
      events: (events.get(row.id) ?? []).filter((event) => event.taken_back_at === null).sort((left, right) => (left.id < right.id ? -1 : 1)),
    }),
  )
}

async function partsOf<Table extends 'agreement_terms' | 'agreement_participants' | 'agreement_events'>(
  place: Place,
  table: Table,
  ids: readonly AgreementId[] | undefined,
): Promise<AgreementTables[Table][]> {
  let query = tables(place)
    .selectFrom(table as 'agreement_terms')
    .selectAll()
    .where('company_id', '=', place.company.id)
  if (ids !== undefined) query = query.where('agreement_id', 'in', [...ids])
  return (await query.execute()) as unknown as AgreementTables[Table][]
}

interface Parts {
  versions: readonly AgreementTables['agreement_terms'][]
  participants: readonly AgreementTables['agreement_participants'][]
  events: readonly AgreementTables['agreement_events'][]
}

function toAgreement(row: AgreementTables['agreements'], parts: Parts): StoredAgreement {
  return {
    id: row.id as AgreementId,
    payerId: row.payer_id as ContactId,
    name: row.name,
    way: row.way as SellingWay | null,
    productId: row.product_id as ProductId | null,
    note: row.note,
    createdOn: row.created_on as Day,
    offeredOn: row.offered_on as Day | null,
    lastSentOn: row.last_sent_on as Day | null,
    validUntil: row.valid_until as Day | null,
    acceptedOn: row.accepted_on as Day | null,
    declinedOn: row.declined_on as Day | null,
    declineReason: row.decline_reason,
    withdrawnOn: row.withdrawn_on as Day | null,
    openingOn: row.opening_on as Day | null,
    versions: parts.versions.map((version) => ({
      version: Number(version.version),
      effectiveOn: version.effective_on as Day | null,
      terms: parsedTerms(version.terms),
      state: version.state as StoredVersion['state'],
      offerText: version.offer_text,
      textHash: version.text_hash,
    })),
    participants: parts.participants.map((each) => ({ contactId: each.contact_id as ContactId, thingId: each.thing_id as ContactId | null })),
    events: parts.events.map((event) => ({
      id: event.id as EventId,
      on: event.happened_on as Day,
      reason: event.reason,
      ...(event.kind === 'milestone_reached'
        ? { kind: 'milestone_reached' as const, key: event.milestone_key ?? '' }
        : { kind: event.kind as Exclude<AgreementEvent['kind'], 'milestone_reached'> }),
    })),
  }
}

/** Most agreements of a product have the same terms: each text is parsed once. */
const parsed = new Map<string, Terms>()

function parsedTerms(text: string): Terms {
  const known = parsed.get(text)
  if (known) return known
  const terms = termsSchema.parse(JSON.parse(text) as TermsOnTheWire)
  if (parsed.size > 5000) parsed.clear()
  parsed.set(text, terms)
  return terms
}

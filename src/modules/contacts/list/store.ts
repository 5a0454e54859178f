import type { ContactId } from '../../../kernel/id.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { stateOf, type ContactKind, type ContactState } from '../contact.ts'
import type { SearchTables } from '../search/store.ts'
import { tables, type ContactTables } from '../tables.ts'

export interface ContactLine {
  id: ContactId
  kind: ContactKind
  name: string
  thingKind: string
  email: string
  phone: string
  city: string
  state: ContactState
  isArchived: boolean
  lastActivityAt: Instant
}

export interface ListFilter {
  /** Folded words, each of which must begin a word of the contact. */
  words: readonly string[]
  kind?: ContactKind | undefined
  state?: ContactState | undefined
  isArchived: boolean
  sort: 'name' | 'recent' | 'created'
  offset: number
  limit: number
}

/** A page of contacts and how many there are in all. */
export async function selectContactLines(context: Context, filter: ListFilter): Promise<{ contacts: ContactLine[]; total: number }> {
  const query = filtered(context, filter)
  const counted = await query.select((is) => is.fn.countAll<bigint>().as('total')).executeTakeFirst()
  const page = query.select(lineColumns).limit(filter.limit).offset(filter.offset)
  const sorted =
    filter.sort === 'name'
      ? page.orderBy('sort_name').orderBy('id')
      : page.orderBy(filter.sort === 'recent' ? 'last_activity_at' : 'created_at', 'desc').orderBy('id', 'desc')
  const rows = await sorted.execute()
  return { contacts: rows.map((row) => lineOf(row, context.today)), total: Number(counted?.total ?? 0) }
}

/** Lines by id, in no order; those removed or merged away are missing. */
export async function selectLinesById(context: Context, ids: readonly ContactId[]): Promise<ContactLine[]> {
  if (ids.length === 0) return []
  const rows = await tables(context.database)
    .selectFrom('contacts')
    .select(lineColumns)
    .where('company_id', '=', context.company.id)
    .where('removed_at', 'is', null)
    .where('id', 'in', [...ids])
    .execute()
  return rows.map((row) => lineOf(row, context.today))
}

/** Everything that tells duplicates apart, of all contacts that are in use. */
export async function selectTraits(context: Context) {
  const database = tables(context.database)
  const companyId = context.company.id
  const contacts = await database
    .selectFrom('contacts')
    .select(['id', 'name', 'kind', 'birth_day'])
    .where('company_id', '=', companyId)
    .where('removed_at', 'is', null)
    .where('erased_at', 'is', null)
    .execute()
  const entries = await database.selectFrom('contact_entries').select(['contact_id', 'kind', 'match_key']).where('company_id', '=', companyId).execute()
  const cities = await database
    .selectFrom('contact_addresses')
    .select(['contact_id', 'city'])
    .where('company_id', '=', companyId)
    .where('city', '<>', '')
    .execute()
  const entriesOf = Map.groupBy(entries, (entry) => entry.contact_id)
  const citiesOf = Map.groupBy(cities, (address) => address.contact_id)
  return contacts.map((contact) => ({
    subject: contact.id as ContactId,
    name: contact.name,
    kind: contact.kind as ContactKind,
    emails: (entriesOf.get(contact.id) ?? []).filter((entry) => entry.kind === 'email').map((entry) => entry.match_key),
    phoneKeys: (entriesOf.get(contact.id) ?? []).filter((entry) => entry.kind === 'phone').map((entry) => entry.match_key),
    cities: (citiesOf.get(contact.id) ?? []).map((address) => address.city),
    birthDay: contact.birth_day as Day | null,
  }))
}

const lineColumns = [
  'id',
  'kind',
  'name',
  'thing_kind',
  'email',
  'phone',
  'city',
  'customer_from',
  'customer_until',
  'archived_at',
  'last_activity_at',
] as const

function filtered(context: Context, filter: ListFilter) {
  let query = context.database
    .withTables<ContactTables & SearchTables>()
    .selectFrom('contacts')
    .where('contacts.company_id', '=', context.company.id)
    .where('removed_at', 'is', null)
    .where('erased_at', 'is', null)
    .where('archived_at', filter.isArchived ? 'is not' : 'is', null)
  if (filter.kind) query = query.where('contacts.kind', '=', filter.kind)
  if (filter.state === 'prospect') {
    query = query.where((is) => is.or([is('customer_from', 'is', null), is('customer_from', '>', context.today)]))
  } else if (filter.state === 'customer') {
    query = query
      .where('customer_from', '<=', context.today)
      .where((is) => is.or([is('customer_until', 'is', null), is('customer_until', '>=', context.today)]))
  } else if (filter.state === 'former') {
    query = query.where('customer_from', '<=', context.today).where('customer_until', '<', context.today)
  }
  for (const word of filter.words) {
    query = query.where((is) =>
      is.exists(
        is
          .selectFrom('search_words as w')
          .select('w.word')
          .whereRef('w.company_id', '=', 'contacts.company_id')
          .where('w.kind', '=', 'contact')
          .whereRef('w.subject_id', '=', 'contacts.id')
          .where('w.word', '>=', word)
          .where('w.word', '<', `${word}\uffff`),
      ),
    )
  }
  return query
}

interface LineRow {
  id: string
  kind: string
  name: string
  thing_kind: string
  email: string
  phone: string
  city: string
  customer_from: string | null
  customer_until: string | null
  archived_at: string | null
  last_activity_at: string
}

function lineOf(row: LineRow, today: Day): ContactLine {
  return {
    id: row.id as ContactId,
    kind: row.kind as ContactKind,
    name: row.name,
    thingKind: row.thing_kind,
    email: row.email,
    phone: row.phone,
    city: row.city,
    state: stateOf({ from: row.customer_from as Day | null, until: row.customer_until as Day | null }, today),
    isArchived: row.archived_at !== null,
    lastActivityAt: row.last_activity_at as Instant,
  }
}

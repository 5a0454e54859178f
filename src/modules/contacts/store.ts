import type { Day } from '../../kernel/day.ts'
import { newId, type ContactId } from '../../kernel/id.ts'
import type { Instant, Zone } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Context } from '../../platform/operation/context.ts'
import { preferred, sortNameOf, type ContactAddress, type ContactEntry, type ContactFields, type ContactKind } from './contact.ts'
import { phoneKey } from './phone.ts'
import { tables, type ContactTables } from './tables.ts'

/** A contact as it is stored, with its lists. */
export interface StoredContact extends ContactFields {
  readonly id: ContactId
  readonly customerFrom: Day | null
  readonly customerUntil: Day | null
  readonly createdAt: Instant
  readonly lastActivityAt: Instant
  readonly archivedAt: Instant | null
  readonly erasedAt: Instant | null
}

type ContactRow = ContactTables['contacts']

/** Adds contacts with their lists, many at once for an import. */
export async function insertContacts(
  context: Context,
  contacts: readonly { id: ContactId; fields: ContactFields }[],
  options: { importId?: string } = {},
): Promise<void> {
  for (let start = 0; start < contacts.length; start += 500) {
    const part = contacts.slice(start, start + 500)
    const rows = part.map(({ id, fields }) => ({
      ...columnsOf(fields),
      company_id: context.company.id,
      id,
      customer_from: null,
      customer_until: null,
      import_id: options.importId ?? null,
      created_at: context.now,
      changed_at: context.now,
      last_activity_at: context.now,
      archived_at: null,
      erased_at: null,
      removed_at: null,
      merged_into_id: null,
    }))
    await tables(context.database).insertInto('contacts').values(rows).execute()
    await insertLists(context, part)
  }
}

/** Writes the fields and replaces the lists. */
export async function updateContact(context: Context, id: ContactId, fields: ContactFields): Promise<void> {
  await setContact(context, id, { ...columnsOf(fields), changed_at: context.now })
  await deleteLists(context, id)
  await insertLists(context, [{ id, fields }])
}

/** Changes single columns: the marks of archive, erasure, merge and of being a customer. */
export async function setContact(context: Context, id: ContactId, columns: Partial<ContactRow>): Promise<void> {
  await tables(context.database).updateTable('contacts').set(columns).where('company_id', '=', context.company.id).where('id', '=', id).execute()
}

export async function touchContact(context: Context, id: ContactId): Promise<void> {
  await setContact(context, id, { last_activity_at: context.now })
}

/** Whether the company has a contact at all. */
export async function anyContact(context: Context): Promise<boolean> {
  const row = await tables(context.database).selectFrom('contacts').select('id').where('company_id', '=', context.company.id).limit(1).executeTakeFirst()
  return row !== undefined
}

/** The contacts by id, in the order of the ids; those removed or merged away are missing. */
export async function selectContacts(context: Context, ids: readonly ContactId[]): Promise<StoredContact[]> {
  if (ids.length === 0) return []
  const rows: ContactRow[] = []
  const entries: ContactTables['contact_entries'][] = []
  const addresses: ContactTables['contact_addresses'][] = []
  for (let start = 0; start < ids.length; start += 1000) {
    const part = ids.slice(start, start + 1000)
    const database = tables(context.database)
    const companyId = context.company.id
    rows.push(
      ...(await database
        .selectFrom('contacts')
        .selectAll()
        .where('company_id', '=', companyId)
        .where('id', 'in', part)
        .where('removed_at', 'is', null)
        .execute()),
    )
    entries.push(
      ...(await database
        .selectFrom('contact_entries')
        .selectAll()
        .where('company_id', '=', companyId)
        .where('contact_id', 'in', part)
        .orderBy('position')
        .execute()),
    )
    addresses.push(
      ...(await database
        .selectFrom('contact_addresses')
        .selectAll()
        .where('company_id', '=', companyId)
        .where('contact_id', 'in', part)
        .orderBy('position')
        .execute()),
    )
  }
  const byId = new Map(rows.map((row) => [row.id, row]))
  const entriesOf = Map.groupBy(entries, (entry) => entry.contact_id)
  const addressesOf = Map.groupBy(addresses, (address) => address.contact_id)
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [storedOf(row, entriesOf.get(id) ?? [], addressesOf.get(id) ?? [])] : []
  })
}

export async function deleteLists(context: Context, id: ContactId): Promise<void> {
  for (const table of ['contact_entries', 'contact_addresses'] as const) {
    await tables(context.database).deleteFrom(table).where('company_id', '=', context.company.id).where('contact_id', '=', id).execute()
  }
}

function columnsOf(fields: ContactFields) {
  return {
    kind: fields.kind,
    name: fields.name,
    sort_name: sortNameOf(fields),
    given_name: fields.givenName,
    family_name: fields.familyName,
    job_title: fields.jobTitle,
    thing_kind: fields.thingKind,
    birth_day: fields.birthDay,
    language: fields.language,
    currency: fields.currency,
    zone: fields.zone,
    vat_number: fields.vatNumber,
    buyer_reference: fields.buyerReference,
    remark: fields.remark,
    attributes: JSON.stringify(fields.attributes),
    email: preferred(fields.emails)?.value ?? '',
    phone: preferred(fields.phones)?.value ?? '',
    city: preferred(fields.addresses)?.city ?? '',
  }
}

async function insertLists(context: Context, contacts: readonly { id: ContactId; fields: ContactFields }[]): Promise<void> {
  const company_id = context.company.id
  const entry = (contact_id: ContactId, kind: 'email' | 'phone') => (item: ContactEntry, position: number) => ({
    company_id,
    id: newId<'contact-entry'>(),
    contact_id,
    kind,
    label: item.label,
    value: item.value,
    match_key: kind === 'email' ? item.value.toLowerCase() : phoneKey(item.value, context.company.country),
    is_preferred: item.isPreferred ? 1n : 0n,
    position: BigInt(position),
  })
  const entries = contacts.flatMap(({ id, fields }) => [...fields.emails.map(entry(id, 'email')), ...fields.phones.map(entry(id, 'phone'))])
  const addresses = contacts.flatMap(({ id, fields }) =>
    fields.addresses.map((item, position) => ({
      company_id,
      id: newId<'contact-address'>(),
      contact_id: id,
      label: item.label,
      street: item.street,
      postal_code: item.postalCode,
      city: item.city,
      region: item.region,
      country: item.country,
      is_preferred: item.isPreferred ? 1n : 0n,
      position: BigInt(position),
    })),
  )
  for (let start = 0; start < entries.length; start += 1000) {
    await tables(context.database)
      .insertInto('contact_entries')
      .values(entries.slice(start, start + 1000))
      .execute()
  }
  for (let start = 0; start < addresses.length; start += 1000) {
    await tables(context.database)
      .insertInto('contact_addresses')
      .values(addresses.slice(start, start + 1000))
      .execute()
  }
}

function storedOf(
  row: ContactRow,
  entries: readonly ContactTables['contact_entries'][],
  addresses: readonly ContactTables['contact_addresses'][],
): StoredContact {
  const ofKind = (kind: 'email' | 'phone'): ContactEntry[] =>
    entries.filter((entry) => entry.kind === kind).map(({ label, value, is_preferred }) => ({ label, value, isPreferred: is_preferred === 1n }))
  return {
    id: row.id as ContactId,
    kind: row.kind as ContactKind,
    name: row.name,
    givenName: row.given_name,
    familyName: row.family_name,
    jobTitle: row.job_title,
    thingKind: row.thing_kind,
    birthDay: row.birth_day as Day | null,
    language: row.language as Language | null,
    currency: row.currency,
    zone: row.zone as Zone | null,
    vatNumber: row.vat_number,
    buyerReference: row.buyer_reference,
    remark: row.remark,
    attributes: JSON.parse(row.attributes) as StoredContact['attributes'],
    emails: ofKind('email'),
    phones: ofKind('phone'),
    addresses: addresses.map((address): ContactAddress => ({
      label: address.label,
      street: address.street,
      postalCode: address.postal_code,
      city: address.city,
      region: address.region,
      country: address.country,
      isPreferred: address.is_preferred === 1n,
    })),
    customerFrom: row.customer_from as Day | null,
    customerUntil: row.customer_until as Day | null,
    createdAt: row.created_at as Instant,
    lastActivityAt: row.last_activity_at as Instant,
    archivedAt: row.archived_at as Instant | null,
    erasedAt: row.erased_at as Instant | null,
  }
}

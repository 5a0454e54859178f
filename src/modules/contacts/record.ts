import { invalid, notFound } from '../../kernel/failure.ts'
import { newId, type ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { noFields, partsOfName, withOnePreferred, type ContactFields } from './contact.ts'
import type { ContactPatch } from './schemas.ts'
import { indexAllForSearch, type Findable } from './search/search.ts'
import { insertContacts, selectContacts, type StoredContact } from './store.ts'
import { addTimelineEntry } from './timeline/timeline.ts'

/** The fields after what was typed: names and their parts agree, one entry of each list is preferred. Fails without a name. */
export function applyPatch(before: ContactFields, typed: ContactPatch): ContactFields {
  const given = Object.fromEntries(Object.entries(typed).filter(([field, value]) => field in noFields && value !== undefined)) as Partial<ContactFields>
  const merged: ContactFields = { ...before, ...given }
  const emails = withOnePreferred(merged.emails)
  const named = { ...merged, ...namesOf(merged, typed, before) }
  const name = named.name === '' ? (emails[0]?.value ?? merged.phones[0]?.value ?? '') : named.name
  if (name === '') invalid({ name: 'text_missing' })
  return { ...named, name, emails, phones: withOnePreferred(merged.phones), addresses: withOnePreferred(merged.addresses) }
}

/** Adds one contact, findable and with the first line of its thread. */
export async function recordContact(context: Context, fields: ContactFields): Promise<ContactId> {
  const id = newId<'contact'>()
  await insertContacts(context, [{ id, fields }])
  await indexAllForSearch(context, [findableOf({ id, ...fields })], { isNew: true })
  await addTimelineEntry(context, { contactId: id, kind: 'contact.created', parameters: { name: fields.name } })
  return id
}

/** A contact of this company that is there. Fails with not_found; one that was merged away is not there. */
export async function requireContact(context: Context, id: ContactId): Promise<StoredContact> {
  const [contact] = await selectContacts(context, [id])
  return contact ?? notFound('contact')
}

/** How a contact is found: by its names, its e-mails, its numbers in any spelling, its city and its facts. */
export function findableOf(contact: ContactFields & { id: ContactId }): Findable {
  const email = contact.emails.find((entry) => entry.isPreferred)?.value ?? ''
  const detail = [contact.thingKind, email, contact.addresses[0]?.city ?? ''].filter((part) => part !== '').join(' · ')
  return {
    kind: 'contact',
    subjectId: contact.id,
    contactId: contact.id,
    title: contact.name,
    detail,
    words: [
      contact.givenName,
      contact.familyName,
      ...contact.emails.map((entry) => entry.value),
      ...contact.phones.flatMap((entry) => [entry.value.replace(/\D/g, ''), nationalNumber(entry.value)]),
      ...contact.addresses.map((address) => address.city),
      ...contact.attributes.map((attribute) => attribute.value),
    ],
  }
}

/** "+41 79 111 22 33" is also found as "0791112233". */
function nationalNumber(phone: string): string {
  const match = /^\+\d{1,3}[\s(]+(?:\(?0\)?)?(.*)$/.exec(phone.trim())
  return match ? `0${match[1]!.replace(/\D/g, '')}` : ''
}

function namesOf(merged: ContactFields, typed: ContactPatch, before: ContactFields): Partial<ContactFields> {
  const hasParts = typed.givenName !== undefined || typed.familyName !== undefined
  const parts = `${merged.givenName} ${merged.familyName}`.trim()
  if (merged.kind === 'person' && hasParts && parts !== '') return { name: typed.name || parts }
  const isRenamed = typed.name !== undefined && (typed.name !== before.name || merged.kind !== before.kind)
  return isRenamed || merged.kind !== before.kind ? partsOfName(merged.kind, merged.name) : {}
}

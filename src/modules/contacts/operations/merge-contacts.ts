import { fail, invalid } from '../../../kernel/failure.ts'
import type { ContactId } from '../../../kernel/id.ts'
import { implement } from '../../../platform/operation/module.ts'
import { withOnePreferred, type ContactFields } from '../contact.ts'
import { contactsContract } from '../contract.ts'
import { DuplicateFinder } from '../duplicates.ts'
import { selectLinesById, selectTraits } from '../list/store.ts'
import { moveNotes } from '../notes/store.ts'
import { findableOf, requireContact } from '../record.ts'
import { deleteRelationshipsOf, putRelationship, selectRelationships } from '../relations/store.ts'
import { indexForSearch, removeFromSearch } from '../search/search.ts'
import { moveSearchRows } from '../search/store.ts'
import { deleteLists, setContact, updateContact } from '../store.ts'
import { moveTimeline } from '../timeline/store.ts'
import { addTimelineEntry } from '../timeline/timeline.ts'

/** Pairs of contacts that look like one, at most two hundred, the surest first. */
export const listDuplicates = implement(contactsContract['contacts.duplicates'], async (context) => {
  const finder = new DuplicateFinder<ContactId>()
  const pairs: { left: ContactId; right: ContactId; reason: string }[] = []
  for (const traits of await selectTraits(context)) {
    if (traits.kind === 'thing') continue
    for (const { subject, reason } of finder.find(traits)) pairs.push({ left: subject, right: traits.subject, reason })
    finder.add(traits)
  }
  const shown = pairs.slice(0, 200)
  const lines = new Map(
    (
      await selectLinesById(
        context,
        shown.flatMap(({ left, right }) => [left, right]),
      )
    ).map((line) => [line.id, line]),
  )
  return {
    pairs: shown.flatMap(({ left, right, reason }) => {
      const [leftLine, rightLine] = [lines.get(left), lines.get(right)]
      return leftLine && rightLine ? [{ left: leftLine, right: rightLine, reason }] : []
    }),
  }
})

/**
 * Everything of the other goes to the one that is kept: here what is the contact's own, and in the same transaction each
 * module above follows `contact.merged` with its agreements, sessions, invoices, payments and messages. Issued documents keep their
 * own copy of whom they were written to; the balance is the sum of both.
 */
export const mergeContacts = implement(contactsContract['contacts.merge'], async (context, { contactId, otherId }) => {
  if (contactId === otherId) invalid({ otherId: 'merge_with_itself' })
  const kept = await requireContact(context, contactId)
  const other = await requireContact(context, otherId)
  if (kept.erasedAt || other.erasedAt) fail('contact_erased')
  if (kept.kind !== other.kind) fail('merge_of_two_kinds')
  const merged = mergedFields(kept, other)
  await updateContact(context, contactId, merged)
  await setContact(context, contactId, { last_activity_at: kept.lastActivityAt > other.lastActivityAt ? kept.lastActivityAt : other.lastActivityAt })
  for (const relationship of await selectRelationships(context, otherId)) {
    if (relationship.otherId !== contactId) await putRelationship(context, { from: contactId, kind: relationship.kind, to: relationship.otherId })
  }
  await deleteRelationshipsOf(context, otherId)
  await moveNotes(context, { from: otherId, to: contactId })
  await moveTimeline(context, { from: otherId, to: contactId })
  await moveSearchRows(context, { from: otherId, to: contactId })
  await deleteLists(context, otherId)
  await setContact(context, otherId, { removed_at: context.now, merged_into_id: contactId, import_id: null })
  await removeFromSearch(context, { kind: 'contact', subjectId: otherId })
  if (!kept.archivedAt) await indexForSearch(context, findableOf({ ...merged, id: contactId }))
  await addTimelineEntry(context, { contactId, kind: 'contact.merged', subjectId: otherId, parameters: { name: other.name } })
  context.emit('contact.merged', { contactId, otherId })
  return { id: contactId }
})

/** What the one has stays; what only the other has is added. */
export function mergedFields(kept: ContactFields, other: ContactFields): ContactFields {
  const added = <Entry extends { readonly isPreferred: boolean }>(left: readonly Entry[], right: readonly Entry[], key: (entry: Entry) => string) => {
    const known = new Set(left.map(key))
    return withOnePreferred([
      ...left,
      ...right.filter((entry) => !known.has(key(entry))).map((entry) => ({ ...entry, isPreferred: left.length === 0 && entry.isPreferred })),
    ])
  }
  const names = new Set(kept.attributes.map((attribute) => attribute.name))
  const remarks = [kept.remark, other.remark].filter((text, index, all) => text !== '' && all.indexOf(text) === index)
  return {
    ...kept,
    jobTitle: kept.jobTitle || other.jobTitle,
    birthDay: kept.birthDay ?? other.birthDay,
    language: kept.language ?? other.language,
    currency: kept.currency ?? other.currency,
    zone: kept.zone ?? other.zone,
    vatNumber: kept.vatNumber || other.vatNumber,
    buyerReference: kept.buyerReference || other.buyerReference,
    remark: remarks.join('\n').slice(0, 10_000),
    attributes: [...kept.attributes, ...other.attributes.filter((attribute) => !names.has(attribute.name))].slice(0, 30),
    emails: added(kept.emails, other.emails, (entry) => entry.value).slice(0, 20),
    phones: added(kept.phones, other.phones, (entry) => entry.value.replace(/[^\d+]/g, '')).slice(0, 20),
    addresses: added(kept.addresses, other.addresses, (entry) => `${entry.street}/${entry.postalCode}/${entry.city}`).slice(0, 20),
  }
}

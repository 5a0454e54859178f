import { fail } from '../../../kernel/failure.ts'
import { implement } from '../../../platform/operation/module.ts'
import { changesBetween } from '../contact.ts'
import { contactsContract } from '../contract.ts'
import { applyPatch, findableOf, requireContact } from '../record.ts'
import { indexForSearch, removeFromSearch } from '../search/search.ts'
import { setContact, updateContact as writeContact } from '../store.ts'
import { addTimelineEntry } from '../timeline/timeline.ts'

export const updateContact = implement(contactsContract['contacts.update'], async (context, input) => {
  const { contactId, ...typed } = input
  const before = await requireContact(context, contactId)
  if (before.erasedAt) fail('contact_erased')
  const after = applyPatch(before, typed)
  const changes = changesBetween(before, after)
  if (changes.length === 0) return { id: contactId }
  await writeContact(context, contactId, after)
  if (!before.archivedAt) await indexForSearch(context, findableOf({ ...after, id: contactId }))
  await addTimelineEntry(context, { contactId, kind: 'contact.changed', parameters: { changes: JSON.stringify(changes) } })
  context.emit('contact.changed', { contactId, fields: changes.map((change) => change.field) })
  return { id: contactId }
})

export const archiveContact = implement(contactsContract['contacts.archive'], async (context, { contactId }) => {
  const contact = await requireContact(context, contactId)
  if (contact.archivedAt) return { id: contactId }
  await setContact(context, contactId, { archived_at: context.now })
  await removeFromSearch(context, { kind: 'contact', subjectId: contactId })
  await addTimelineEntry(context, { contactId, kind: 'contact.archived' })
  return { id: contactId }
})

export const restoreContact = implement(contactsContract['contacts.restore'], async (context, { contactId }) => {
  const contact = await requireContact(context, contactId)
  if (contact.erasedAt) fail('contact_erased')
  if (!contact.archivedAt) return { id: contactId }
  await setContact(context, contactId, { archived_at: null })
  await indexForSearch(context, findableOf(contact))
  await addTimelineEntry(context, { contactId, kind: 'contact.restored' })
  return { id: contactId }
})

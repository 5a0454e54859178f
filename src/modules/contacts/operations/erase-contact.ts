import { fail } from '../../../kernel/failure.ts'
import { foldedWords } from '../../../kernel/fold.ts'
import { implement } from '../../../platform/operation/module.ts'
import { textIn } from '../../texts.ts'
import { noFields, stateOf } from '../contact.ts'
import { contactsContract } from '../contract.ts'
import { deleteImportRowsOf } from '../import/store.ts'
import { deleteNotes } from '../notes/store.ts'
import { requireContact } from '../record.ts'
import { deleteRelationshipsOf } from '../relations/store.ts'
import { removeFromSearch } from '../search/search.ts'
import { forgetWords } from '../search/store.ts'
import { setContact, updateContact } from '../store.ts'
import { clearTimelineTexts } from '../timeline/store.ts'
import { addTimelineEntry } from '../timeline/timeline.ts'

/** The row stays, because documents point to it; everything that tells who it was goes. */
export const eraseContact = implement(contactsContract['contacts.erase'], async (context, { contactId }) => {
  const contact = await requireContact(context, contactId)
  if (contact.erasedAt) return { id: contactId }
  const span = { from: contact.customerFrom, until: contact.customerUntil }
  if (stateOf(span, context.today) === 'customer') fail('contact_is_customer', { name: contact.name })
  const name = textIn(context.company.language, 'contact.erased_name')
  await updateContact(context, contactId, { ...noFields, kind: contact.kind, name })
  await setContact(context, contactId, { erased_at: context.now, archived_at: context.now, import_id: null })
  await deleteNotes(context, contactId)
  await deleteRelationshipsOf(context, contactId)
  await deleteImportRowsOf(context, contactId)
  await clearTimelineTexts(context, contactId)
  await removeFromSearch(context, { kind: 'contact', subjectId: contactId })
  await forgetWords(context, { contactId, words: foldedWords([contact.name, ...contact.emails.map((email) => email.value)].join(' ')) })
  await addTimelineEntry(context, { contactId, kind: 'contact.erased' })
  context.emit('contact.erased', { contactId })
  return { id: contactId }
})

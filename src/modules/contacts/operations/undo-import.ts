import { fail, notFound } from '../../../kernel/failure.ts'
import type { ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { noFields, type ContactFields } from '../contact.ts'
import { contactsContract } from '../contract.ts'
import { markUndone, selectImportRows, type ImportRow } from '../import/store.ts'
import { findableOf } from '../record.ts'
import { deleteRelationshipsOf } from '../relations/store.ts'
import { indexForSearch } from '../search/search.ts'
import { deleteSearchRows } from '../search/store.ts'
import { deleteLists, selectContacts, setContact, updateContact, type StoredContact } from '../store.ts'
import { clearTimelineTexts, hasOtherTimeline } from '../timeline/store.ts'
import { addTimelineEntry } from '../timeline/timeline.ts'

/** What the import made goes with its data; a contact on whose thread anything has happened since is kept. */
export const undoImport = implement(contactsContract['contacts.undo-import'], async (context, { importId }) => {
  const state = await markUndone(context, importId)
  if (state === 'missing') notFound('import')
  if (state === 'already') fail('import_already_undone')
  const rows = await selectImportRows(context, importId)
  const contacts = new Map(
    (
      await selectContacts(
        context,
        rows.map((row) => row.contactId),
      )
    ).map((contact) => [contact.id, contact]),
  )
  let removed = 0
  let takenBack = 0
  let kept = 0
  for (const row of rows) {
    const contact = contacts.get(row.contactId)
    if (!contact || contact.erasedAt) continue
    if (row.action === 'updated') {
      await takeBack(context, contact, row)
      takenBack += 1
    } else if (contact.customerFrom !== null || (await hasOtherTimeline(context, { contactId: contact.id, kinds: ['contact.imported'] }))) {
      kept += 1
    } else {
      await remove(context, contact.id, contact.kind)
      removed += 1
    }
  }
  return { removed, takenBack, kept }
})

/** Only what is still as the import left it goes back; what was typed since stays. */
async function takeBack(context: Context, contact: StoredContact, row: ImportRow): Promise<void> {
  const before = row.before ?? contact
  const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0)
  const restored = Object.fromEntries(
    Object.keys(noFields).map((key) => {
      const field = key as keyof ContactFields
      const [old, now] = [before[field], contact[field]]
      const isFilled = isEmpty(old) || (Array.isArray(old) && Array.isArray(now) && now.length > old.length) || field === 'remark'
      return [field, isFilled ? old : now]
    }),
  ) as unknown as ContactFields
  await updateContact(context, contact.id, restored)
  if (!contact.archivedAt) await indexForSearch(context, findableOf({ ...restored, id: contact.id }))
  await addTimelineEntry(context, { contactId: contact.id, kind: 'contact.changed', parameters: { changes: '[]' } })
}

async function remove(context: Context, id: ContactId, kind: ContactFields['kind']): Promise<void> {
  await deleteRelationshipsOf(context, id)
  await deleteLists(context, id)
  await updateContact(context, id, { ...noFields, kind, name: '–' })
  await setContact(context, id, { removed_at: context.now })
  await clearTimelineTexts(context, id)
  await deleteSearchRows(context, { kind: 'contact', subjectIds: [id] })
}

import { notFound } from '../../../kernel/failure.ts'
import { foldedWords } from '../../../kernel/fold.ts'
import { implement } from '../../../platform/operation/module.ts'
import { contactsContract } from '../contract.ts'
import { readContactDetail } from '../detail.ts'
import { selectContactLines } from '../list/store.ts'
import { selectNotes, selectTasks } from '../notes/store.ts'
import { requireContact } from '../record.ts'
import { search } from '../search/search.ts'
import { readTimeline } from '../timeline/timeline.ts'

export const readContact = implement(contactsContract['contacts.read'], async (context, { contactId }) => readContactDetail(context, contactId))

export const listContacts = implement(contactsContract['contacts.list'], async (context, { text, ...filter }) =>
  selectContactLines(context, { ...filter, words: foldedWords(text).slice(0, 6) }),
)

export const findAnything = implement(contactsContract['contacts.find'], async (context, { text, kind, limit }) => ({
  found: await search(context, { text, limit, kinds: kind === undefined ? undefined : [kind] }),
}))

export const readContactTimeline = implement(contactsContract['contacts.timeline'], async (context, input) => {
  await requireContact(context, input.contactId)
  const before = input.beforeAt && input.beforeId ? { occurredAt: input.beforeAt, id: input.beforeId } : undefined
  return { entries: await readTimeline(context, { contactId: input.contactId, before, limit: input.limit }) }
})

/** A customer's own export: the own data, the own history; what was written about them for the house stays in the house. */
export const exportContact = implement(contactsContract['contacts.export'], async (context, { contactId }) => {
  const { actor } = context
  const isOwn = actor.kind === 'customer'
  if (isOwn && actor.contactId !== contactId) notFound('contact')
  const contact = await readContactDetail(context, contactId)
  const timeline = await readTimeline(context, { contactId, limit: 100_000 })
  const isForTheHouse = (kind: string) => kind.startsWith('note.') || kind.startsWith('task.') || kind === 'contact.changed'
  return {
    contact: isOwn ? { ...contact, remark: '', tasks: [] } : contact,
    notes: isOwn ? [] : await selectNotes(context, contactId),
    tasks: isOwn ? [] : await selectTasks(context, { contactId, isOpenOnly: false }),
    timeline: isOwn ? timeline.filter((entry) => !isForTheHouse(entry.kind)) : timeline,
  }
})

export const listTasks = implement(contactsContract['contacts.tasks'], async (context, { until }) => ({
  tasks: await selectTasks(context, { until, isOpenOnly: true }),
}))

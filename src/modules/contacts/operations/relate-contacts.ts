import { invalid, notFound } from '../../../kernel/failure.ts'
import type { ContactId } from '../../../kernel/id.ts'
import { implement } from '../../../platform/operation/module.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { contactsContract } from '../contract.ts'
import { requireContact } from '../record.ts'
import { inverseOf, type Relationship } from '../relationship.ts'
import { deleteRelationship, putRelationship } from '../relations/store.ts'
import { addTimelineEntry } from '../timeline/timeline.ts'

export const addRelationship = implement(contactsContract['contacts.add-relationship'], async (context, input) => {
  if (input.contactId === input.otherId) invalid({ otherId: 'relationship_with_itself' })
  const relationship = { from: input.contactId, kind: input.kind, to: input.otherId }
  const told = await toldOn(context, relationship)
  const { id, isNew } = await putRelationship(context, relationship)
  if (isNew) await told('relationship.added')
  return { id }
})

export const removeRelationship = implement(contactsContract['contacts.remove-relationship'], async (context, { relationshipId }) => {
  const relationship = await deleteRelationship(context, relationshipId)
  if (!relationship) notFound('relationship')
  const told = await toldOn(context, relationship)
  await told('relationship.removed')
  return { id: relationshipId }
})

/** Both threads tell it, each from its own side. */
async function toldOn(context: Context, relationship: Relationship<ContactId>) {
  const from = await requireContact(context, relationship.from)
  const to = await requireContact(context, relationship.to)
  return async (kind: 'relationship.added' | 'relationship.removed') => {
    await addTimelineEntry(context, { contactId: from.id, kind, subjectId: to.id, parameters: { kind: relationship.kind, name: to.name } })
    await addTimelineEntry(context, { contactId: to.id, kind, subjectId: from.id, parameters: { kind: inverseOf(relationship.kind), name: from.name } })
  }
}

import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { stateOf } from './contact.ts'
import { selectTasks } from './notes/store.ts'
import { requireContact } from './record.ts'
import { selectRelationships } from './relations/store.ts'

/** A contact with all that its thread's head shows of it: addresses, relationships, open tasks, what it is today. */
export async function readContactDetail(context: Context, contactId: ContactId) {
  const contact = await requireContact(context, contactId)
  const { customerFrom, customerUntil, archivedAt, erasedAt, ...fields } = contact
  return {
    ...fields,
    attributes: [...fields.attributes],
    emails: [...fields.emails],
    phones: [...fields.phones],
    addresses: [...fields.addresses],
    state: stateOf({ from: customerFrom, until: customerUntil }, context.today),
    isArchived: archivedAt !== null,
    isErased: erasedAt !== null,
    relationships: await selectRelationships(context, contactId),
    tasks: await selectTasks(context, { contactId, isOpenOnly: true }),
  }
}

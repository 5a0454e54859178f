import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { moveRecipient } from './recipients/store.ts'
import { moveToContact } from './merging/store.ts'

/** Two contacts became one: everything billed or decided for the other is the kept one's, and so is how documents are wanted. Issued documents keep their own copy of the buyer. */
export async function followMerge(context: Context, payload: { contactId: ContactId; otherId: ContactId }): Promise<void> {
  await moveRecipient(context, { from: payload.otherId, to: payload.contactId })
  await moveToContact(context, { from: payload.otherId, to: payload.contactId })
}

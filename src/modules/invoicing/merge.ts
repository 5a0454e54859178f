import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { moveToContact } from './merging/store.ts'

/** Two contacts became one: everything billed or decided for the other is the kept one's. Issued documents keep their own copy of the buyer. */
export async function followMerge(context: Context, payload: { contactId: ContactId; otherId: ContactId }): Promise<void> {
  await moveToContact(context, { from: payload.otherId, to: payload.contactId })
}

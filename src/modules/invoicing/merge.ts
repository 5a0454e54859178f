import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { moveLines } from './lines/store.ts'
import { moveInvoices } from './store.ts'

/** Two contacts became one. A contact with issued documents is never merged away, so what moves is drafts. */
export async function followMerge(context: Context, payload: { contactId: ContactId; otherId: ContactId }): Promise<void> {
  const move = { from: payload.otherId, to: payload.contactId }
  await moveInvoices(context, move)
  await moveLines(context, move)
}

import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { selectMessages, type Message } from './store.ts'

/** What came in and waits for an answer, latest first; of one customer or of all. */
export async function messagesUnanswered(context: Context, options: { limit: number; contactId?: ContactId }): Promise<Message[]> {
  return selectMessages(context, { box: 'unanswered', ...options })
}

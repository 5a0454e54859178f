import type { Context } from '../../platform/operation/context.ts'
import { selectMessages, type Message } from './store.ts'

/** What came in and waits for an answer, latest first. */
export async function messagesUnanswered(context: Context, options: { limit: number }): Promise<Message[]> {
  return selectMessages(context, { box: 'unanswered', limit: options.limit })
}

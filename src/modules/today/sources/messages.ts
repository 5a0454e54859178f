import { dayIn } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { contactNames } from '../../contacts/index.ts'
import { messagesUnanswered } from '../../messages/index.ts'
import type { Move } from '../move.ts'
import { messageUnansweredMove } from '../moves/message-unanswered.ts'

const messagesMax = 50

export async function messageMoves(context: Context): Promise<Move[]> {
  const messages = await messagesUnanswered(context, { limit: messagesMax })
  const names = await contactNames(
    context,
    messages.map((message) => message.contactId),
  )
  return messages.map((message) =>
    messageUnansweredMove(
      {
        messageId: message.id,
        contactId: message.contactId,
        contactName: names.get(message.contactId) ?? '',
        subject: message.subject,
        receivedOn: dayIn(message.at, context.company.zone),
      },
      context.today,
    ),
  )
}

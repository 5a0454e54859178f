import { daysBetween, type Day } from '../../../kernel/day.ts'
import { causeOf, waitingWeight, type Move } from '../move.ts'

/** The latest message of a thread, when it came from the customer. */
export interface UnansweredMessage {
  readonly messageId: string
  readonly contactId: string
  readonly contactName: string
  readonly subject: string
  readonly receivedOn: Day
}

/** Somebody waits for an answer. Nobody answers but a person. */
export function messageUnansweredMove(message: UnansweredMessage, today: Day): Move {
  return {
    kind: 'message-unanswered',
    cause: causeOf('message-unanswered', message.messageId),
    contactId: message.contactId,
    contactName: message.contactName,
    subject: { noun: 'message', id: message.messageId },
    facts: { subject: message.subject, on: message.receivedOn },
    since: message.receivedOn,
    weight: 64 + waitingWeight(daysBetween(message.receivedOn, today) * 4, 30),
    doing: null,
  }
}

import { daysBetween, type Day } from '../../../kernel/day.ts'
import { causeOf, waitingWeight, type Move } from '../move.ts'

/** A running agreement whose last day is known. */
export interface EndingAgreement {
  readonly agreementId: string
  readonly contactId: string
  readonly contactName: string
  readonly name: string
  readonly endsOn: Day
  /** Whether another term can be agreed: the terms say that we ask. */
  readonly asksForRenewal: boolean
}

export const endingNoticeDays = 30

/** In the last month of an agreement that may be renewed: ask now, while the work is still fresh. */
export function agreementEndingMove(agreement: EndingAgreement, today: Day): Move | undefined {
  const daysLeft = daysBetween(today, agreement.endsOn)
  if (!agreement.asksForRenewal || daysLeft < 0 || daysLeft > endingNoticeDays) return undefined
  return {
    kind: 'agreement-ending',
    cause: causeOf('agreement-ending', agreement.agreementId, agreement.endsOn),
    contactId: agreement.contactId,
    contactName: agreement.contactName,
    subject: { noun: 'agreement', id: agreement.agreementId },
    facts: { name: agreement.name, endsOn: agreement.endsOn, days: daysLeft },
    since: today,
    weight: 36 + waitingWeight(endingNoticeDays - daysLeft, 30),
    doing: { operation: 'agreements.renew', input: { agreementId: agreement.agreementId } },
  }
}

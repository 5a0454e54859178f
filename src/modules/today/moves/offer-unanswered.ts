import { addDays, daysBetween, type Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { causeOf, waitingWeight, type Move } from '../move.ts'

/** An offer that is out and has no answer. */
export interface OpenOffer {
  readonly agreementId: string
  readonly contactId: string
  readonly contactName: string
  readonly name: string
  readonly offeredOn: Day
  /** When it last was sent: the offer itself or a reminder of it. */
  readonly lastSentOn: Day
  readonly validUntil: Day | null
  readonly amount: Money | null
}

/** Silence after a week calls for a word; three days before the offer ends, too. After each word the week begins anew. */
export const offerPatienceDays = 7
const lastCallDays = 3

export function offerUnansweredMove(offer: OpenOffer, today: Day): Move | undefined {
  const isExpired = offer.validUntil !== null && offer.validUntil < today
  const isSilent = addDays(offer.lastSentOn, offerPatienceDays) <= today
  const isLastCall = offer.validUntil !== null && daysBetween(today, offer.validUntil) <= lastCallDays && offer.lastSentOn < addDays(today, -1)
  if (isExpired || !(isSilent || isLastCall)) return undefined
  return {
    kind: 'offer-unanswered',
    cause: causeOf('offer-unanswered', offer.agreementId, offer.lastSentOn),
    contactId: offer.contactId,
    contactName: offer.contactName,
    subject: { noun: 'agreement', id: offer.agreementId },
    facts: {
      name: offer.name,
      offeredOn: offer.offeredOn,
      ...(offer.amount ? { amount: offer.amount } : {}),
      ...(offer.validUntil ? { validUntil: offer.validUntil } : {}),
    },
    since: offer.offeredOn,
    weight: 38 + (isLastCall ? 14 : 0) + waitingWeight(daysBetween(offer.lastSentOn, today), 20),
    doing: { operation: 'agreements.remind-offer', input: { agreementId: offer.agreementId } },
  }
}

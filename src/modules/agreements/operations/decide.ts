import { addDays, type Day } from '../../../kernel/day.ts'
import { fail } from '../../../kernel/failure.ts'
import type { AgreementId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { contactNames } from '../../contacts/index.ts'
import { requireAgreement, requireDecidable } from '../access.ts'
import { afterChange, assertState } from '../change.ts'
import { agreementsContract } from '../contract.ts'
import { addEvidence } from '../evidence/store.ts'
import { offerTextOf } from '../offer-text.ts'
import { saveAgreement, saveVersion, type StoredAgreement, type StoredVersion } from '../store.ts'

export const offerAgreement = implement(agreementsContract['agreements.offer'], async (context, input) => {
  const textHash = await sendOffer(context, input.agreementId, input)
  return { id: input.agreementId, textHash }
})

export const remindOffer = implement(agreementsContract['agreements.remind-offer'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  assertState(context, agreement, ['offered'], 'agreement_not_offered')
  await saveAgreement(context, { ...agreement, lastSentOn: context.today }, context.now)
  await afterChange(context, agreement.id, { event: 'agreement.reminded' })
  return { id: agreement.id }
})

export const withdrawOffer = implement(agreementsContract['agreements.withdraw'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  assertState(context, agreement, ['offered', 'expired'], 'agreement_not_offered')
  await saveAgreement(context, { ...agreement, withdrawnOn: context.today }, context.now)
  await afterChange(context, agreement.id, { event: 'agreement.withdrawn' })
  return { id: agreement.id }
})

export const acceptAgreement = implement(agreementsContract['agreements.accept'], async (context, input) => {
  await acceptTerms(context, input.agreementId, input)
  return { id: input.agreementId }
})

export const declineAgreement = implement(agreementsContract['agreements.decline'], async (context, input) => {
  const agreement = await requireDecidable(context, input.agreementId)
  assertState(context, agreement, ['offered', 'expired'], 'agreement_not_offered')
  await saveAgreement(context, { ...agreement, declinedOn: context.today, declineReason: input.reason }, context.now)
  await keepEvidence(context, agreement, agreement.versions[0]!, 'declined', input)
  await afterChange(context, agreement.id, { event: 'agreement.declined', parameters: { reason: input.reason } })
  return { id: agreement.id }
})

/** Offers a draft (again): its text is fixed with its hash; four weeks to answer unless said otherwise. */
export async function sendOffer(context: Context, id: AgreementId, options: { validUntil?: Day | undefined; send: boolean }): Promise<string> {
  const agreement = await requireAgreement(context, id)
  assertState(context, agreement, ['draft', 'offered', 'expired'], 'agreement_already_answered')
  const isPast = agreement.validUntil !== null && agreement.validUntil < context.today
  const validUntil = options.validUntil ?? (isPast || agreement.validUntil === null ? addDays(context.today, 28) : agreement.validUntil)
  const offered: StoredAgreement = { ...agreement, offeredOn: context.today, lastSentOn: context.today, validUntil }
  const version = agreement.versions[0]!
  const text = await offerTextOf(context, { agreement: offered, terms: version.terms, effectiveOn: null })
  await saveAgreement(context, offered, context.now)
  await saveVersion(context, id, { ...version, ...text })
  await afterChange(context, id, { event: 'agreement.offered', payload: { send: options.send } })
  return text.textHash
}

export interface Decision {
  readonly name?: string | undefined
  readonly textHash?: string | undefined
  readonly address?: string | undefined
  readonly on?: Day | undefined
}

/** Accepts the sale's terms. A customer accepts exactly the text that was read; owner and staff record a word given. */
export async function acceptTerms(context: Context, id: AgreementId, decision: Decision): Promise<void> {
  const agreement = await requireDecidable(context, id)
  if (agreement.acceptedOn !== null) fail('agreement_already_accepted', { name: agreement.name })
  const isCustomer = context.actor.kind === 'customer'
  if (isCustomer && agreement.validUntil !== null && context.today > agreement.validUntil) fail('offer_expired', { name: agreement.name })
  assertState(context, agreement, isCustomer ? ['offered'] : ['draft', 'offered', 'expired'], 'agreement_not_offered')
  const version = agreement.versions[0]!
  assertTextRead(context, version, decision)
  const acceptedOn = isCustomer ? context.today : (decision.on ?? context.today)
  await saveAgreement(context, { ...agreement, acceptedOn }, context.now)
  await saveVersion(context, id, { ...version, state: 'accepted' })
  await keepEvidence(context, agreement, version, 'accepted', decision)
  await afterChange(context, id, { event: 'agreement.accepted' })
}

/** A customer must send the hash of the text on the page; a text changed meanwhile is not accepted unread. */
export function assertTextRead(context: Context, version: StoredVersion, decision: Decision): void {
  const isNeeded = context.actor.kind === 'customer' || decision.textHash !== undefined
  if (isNeeded && decision.textHash !== version.textHash) fail('offer_changed')
}

export async function keepEvidence(
  context: Context,
  agreement: StoredAgreement,
  version: StoredVersion,
  outcome: 'accepted' | 'declined',
  decision: Decision & { reason?: string },
): Promise<void> {
  const names = await contactNames(context, [agreement.payerId])
  await addEvidence(context, agreement.id, {
    version: version.version,
    decision: outcome,
    name: decision.name ?? (context.actor.kind === 'customer' ? names.get(agreement.payerId) : undefined) ?? context.actor.name,
    at: context.now,
    address: decision.address ?? null,
    offerText: version.offerText,
    textHash: version.textHash,
    reason: decision.reason ?? '',
  })
}

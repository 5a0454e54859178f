import { notFound } from '../../kernel/failure.ts'
import type { AgreementId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { findAgreement, type StoredAgreement } from './store.ts'

/** The agreement, if the one who asks may see it: a customer sees only what was offered to them or they take part in. */
export async function requireAgreement(context: Context, id: AgreementId): Promise<StoredAgreement> {
  const agreement = (await findAgreement(context, id)) ?? notFound('agreement')
  return isVisible(context, agreement) ? agreement : notFound('agreement')
}

export function isVisible(context: Context, agreement: StoredAgreement): boolean {
  const { actor } = context
  if (actor.kind !== 'customer') return true
  const isDraft = agreement.offeredOn === null && agreement.acceptedOn === null
  return !isDraft && (agreement.payerId === actor.contactId || agreement.participants.some((participant) => participant.contactId === actor.contactId))
}

/** The agreement, if the one who asks may decide on it: of customers only the payer. */
export async function requireDecidable(context: Context, id: AgreementId): Promise<StoredAgreement> {
  const agreement = await requireAgreement(context, id)
  return context.actor.kind === 'customer' && agreement.payerId !== context.actor.contactId ? notFound('agreement') : agreement
}

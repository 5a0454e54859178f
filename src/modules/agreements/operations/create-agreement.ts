import { invalid } from '../../../kernel/failure.ts'
import type { InputOf } from '../../../kernel/operation.ts'
import { newId, type AgreementId, type ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { contactForDocuments, ensureContact, removeFromSearch } from '../../contacts/index.ts'
import { assertConsistent } from '../../offer/index.ts'
import { requireAgreement } from '../access.ts'
import { afterChange, assertState } from '../change.ts'
import { agreementsContract } from '../contract.ts'
import { speaker } from '../describe.ts'
import { offerTextOf } from '../offer-text.ts'
import { termsOfSale } from '../sale.ts'
import { deleteAgreement, replaceParticipants, saveAgreement, saveVersion, type Participant, type StoredAgreement } from '../store.ts'
import { acceptTerms, sendOffer } from './decide.ts'

export const createAgreement = implement(agreementsContract['agreements.create'], async (context, input) => {
  const { id, sentence } = await sell(context, input)
  if (input.then === 'offer') await sendOffer(context, id, { send: true })
  if (input.then === 'accept') await acceptTerms(context, id, {})
  if (input.then === 'draft') await afterChange(context, id, { event: 'agreement.created' })
  return { id, sentence }
})

export const changeDraft = implement(agreementsContract['agreements.change-draft'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  assertState(context, agreement, ['draft', 'offered', 'expired'], 'agreement_already_answered')
  const payerId = input.payerId ?? agreement.payerId
  await ensureContact(context, payerId)
  const terms = input.terms ?? agreement.versions[0]!.terms
  assertConsistent(terms)
  const validUntil = input.validUntil === undefined ? agreement.validUntil : input.validUntil
  const changed: StoredAgreement = {
    ...agreement,
    payerId,
    name: input.name ?? agreement.name,
    note: input.note ?? agreement.note,
    validUntil,
    offeredOn: null,
    lastSentOn: null,
  }
  await saveAgreement(context, changed, context.now)
  await saveVersion(context, agreement.id, {
    ...agreement.versions[0]!,
    terms,
    ...(await offerTextOf(context, { agreement: changed, terms, effectiveOn: null })),
  })
  if (input.participants) await replaceParticipants(context, agreement.id, await checkedParticipants(context, input.participants))
  await afterChange(context, agreement.id, { event: 'agreement.changed' })
  return { id: agreement.id }
})

export const deleteDraft = implement(agreementsContract['agreements.delete-draft'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  assertState(context, agreement, ['draft'], 'agreement_already_offered')
  await deleteAgreement(context, agreement.id)
  await removeFromSearch(context, { kind: 'agreement', subjectId: agreement.id })
  return { id: agreement.id }
})

type SaleInput = Omit<InputOf<(typeof agreementsContract)['agreements.create']>, 'then'>

/** Copies the terms into a new agreement: what the catalogue says later does not change it. */
export async function sell(context: Context, input: SaleInput): Promise<{ id: AgreementId; sentence: string }> {
  const payer = await contactForDocuments(context, input.payerId)
  if (payer.kind === 'thing') invalid({ payerId: 'payer_is_thing' })
  const sale = await termsOfSale(context, input, payer.language)
  const agreement: StoredAgreement = {
    id: newId<'agreement'>(),
    payerId: input.payerId,
    name: sale.name,
    way: sale.way,
    productId: input.productId ?? null,
    note: input.note ?? '',
    createdOn: context.today,
    offeredOn: null,
    lastSentOn: null,
    validUntil: input.validUntil ?? null,
    acceptedOn: null,
    declinedOn: null,
    declineReason: null,
    withdrawnOn: null,
    openingOn: null,
    versions: [],
    participants: [],
    events: [],
  }
  const participants = await checkedParticipants(context, input.participants ?? [{ contactId: input.payerId, thingId: input.thingId ?? null }])
  await saveAgreement(context, agreement, context.now)
  await saveVersion(context, agreement.id, {
    version: 1,
    effectiveOn: null,
    terms: sale.terms,
    state: 'proposed',
    ...(await offerTextOf(context, { agreement, terms: sale.terms, effectiveOn: null })),
  })
  await replaceParticipants(context, agreement.id, participants)
  return { id: agreement.id, sentence: (await speaker(context))(sale.terms) }
}

async function checkedParticipants(context: Context, participants: readonly { contactId: ContactId; thingId: ContactId | null }[]): Promise<Participant[]> {
  for (const participant of participants) {
    await ensureContact(context, participant.contactId)
    if (participant.thingId !== null) await ensureContact(context, participant.thingId)
  }
  return participants.map(({ contactId, thingId }) => ({ contactId, thingId }))
}

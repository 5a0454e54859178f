import { fail, notFound } from '../../../kernel/failure.ts'
import { implement } from '../../../platform/operation/module.ts'
import { assertConsistent } from '../../offer/index.ts'
import { requireAgreement, requireDecidable } from '../access.ts'
import { afterChange, assertState } from '../change.ts'
import { agreementsContract } from '../contract.ts'
import { termsOn } from '../lifecycle.ts'
import { offerTextOf } from '../offer-text.ts'
import { addEvent, factsOf, saveVersion } from '../store.ts'
import { sell } from './create-agreement.ts'
import { acceptTerms, assertTextRead, keepEvidence } from './decide.ts'

/** A fee per period runs one term longer; what is sold once (a pass, a course) is sold again with the same terms. */
export const renewAgreement = implement(agreementsContract['agreements.renew'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  assertState(context, agreement, ['upcoming', 'active', 'paused', 'ended'], 'agreement_not_accepted')
  const { terms } = termsOn(factsOf(agreement), context.today)
  const isSoldAgain = terms.price.fixed?.every !== 'period'
  if (isSoldAgain) {
    const { payerId, participants, name, way, productId, note } = agreement
    const again = { ...terms, duration: { ...terms.duration, startsOn: null } }
    const { id } = await sell(context, {
      payerId,
      participants: [...participants],
      name,
      terms: again,
      note,
      ...(way ? { way } : {}),
      ...(productId ? { productId } : {}),
    })
    await acceptTerms(context, id, {})
    return { id, isNew: true }
  }
  if (terms.duration.termMonths === null || terms.duration.renewal === 'automatic') fail('renewal_not_needed', { name: agreement.name })
  await addEvent(context, agreement.id, { kind: 'renewed', on: context.today, reason: '' }, context.now)
  await afterChange(context, agreement.id, { event: 'agreement.renewed' })
  return { id: agreement.id, isNew: false }
})

export const proposeAmendment = implement(agreementsContract['agreements.propose-amendment'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  assertState(context, agreement, ['upcoming', 'active', 'paused'], 'agreement_not_active')
  assertConsistent(input.terms)
  if (input.terms.price.currency !== agreement.versions[0]!.terms.price.currency) fail('amendment_currency_differs')
  const version = agreement.versions.at(-1)!.version + 1
  const text = await offerTextOf(context, { agreement, terms: input.terms, effectiveOn: input.effectiveOn })
  await saveVersion(context, agreement.id, { version, effectiveOn: input.effectiveOn, terms: input.terms, state: 'proposed', ...text })
  await afterChange(context, agreement.id, { event: 'agreement.amendment-proposed', parameters: { on: input.effectiveOn }, payload: { version } })
  return { id: agreement.id, version, textHash: text.textHash }
})

export const acceptAmendment = implement(agreementsContract['agreements.accept-amendment'], async (context, input) => {
  const agreement = await requireDecidable(context, input.agreementId)
  assertState(context, agreement, ['upcoming', 'active', 'paused'], 'agreement_not_active')
  const version = agreement.versions.find((each) => each.version === input.version && each.version > 1) ?? notFound('amendment')
  if (version.state !== 'proposed') fail('amendment_already_answered')
  assertTextRead(context, version, input)
  await saveVersion(context, agreement.id, { ...version, state: 'accepted' })
  await keepEvidence(context, agreement, version, 'accepted', input)
  await afterChange(context, agreement.id, { event: 'agreement.amended', parameters: { on: version.effectiveOn! }, payload: { version: version.version } })
  return { id: agreement.id }
})

export const declineAmendment = implement(agreementsContract['agreements.decline-amendment'], async (context, input) => {
  const agreement = await requireDecidable(context, input.agreementId)
  const version = agreement.versions.find((each) => each.version === input.version && each.version > 1) ?? notFound('amendment')
  if (version.state !== 'proposed') fail('amendment_already_answered')
  assertTextRead(context, version, input)
  await saveVersion(context, agreement.id, { ...version, state: 'declined' })
  await keepEvidence(context, agreement, version, 'declined', input)
  await afterChange(context, agreement.id, { event: 'agreement.amendment-declined', payload: { version: version.version } })
  return { id: agreement.id }
})

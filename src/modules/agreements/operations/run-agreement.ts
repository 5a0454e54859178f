import type { Day } from '../../../kernel/day.ts'
import { fail, notFound } from '../../../kernel/failure.ts'
import type { AgreementId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { requireAgreement } from '../access.ts'
import { afterChange, assertState } from '../change.ts'
import { agreementsContract } from '../contract.ts'
import type { AgreementEvent } from '../facts.ts'
import type { AgreementState } from '../lifecycle.ts'
import { endOf, startOf, termsOn } from '../lifecycle.ts'
import { addEvent, factsOf, takeBackEvent } from '../store.ts'

export const pauseAgreement = implement(agreementsContract['agreements.pause'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  if (!termsOn(factsOf(agreement), context.today).terms.duration.pause.isAllowed) fail('pause_not_allowed', { name: agreement.name })
  return happen(context, input, { kind: 'paused', event: 'agreement.paused', from: ['active', 'upcoming'], code: 'agreement_not_active' })
})

export const resumeAgreement = implement(agreementsContract['agreements.resume'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  const isPaused = agreement.events.filter((event) => event.kind === 'paused').length > agreement.events.filter((event) => event.kind === 'resumed').length
  if (!isPaused) fail('agreement_not_paused', { name: agreement.name })
  return happen(context, input, { kind: 'resumed', event: 'agreement.resumed', from: ['active', 'upcoming', 'paused'], code: 'agreement_not_paused' })
})

export const giveNotice = implement(agreementsContract['agreements.give-notice'], async (context, input) => {
  const { id } = await happen(context, input, { kind: 'notice_given', event: 'agreement.noticed', from: running, code: 'agreement_not_active' })
  return { id, endsOn: endOf(factsOf(await requireAgreement(context, id)), context.today) }
})

export const endEarly = implement(agreementsContract['agreements.end-early'], async (context, input) =>
  happen(context, input, { kind: 'ended_early', event: 'agreement.ended', from: running, code: 'agreement_not_active' }),
)

export const reachMilestone = implement(agreementsContract['agreements.reach-milestone'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  assertState(context, agreement, running, 'agreement_not_active')
  const milestone = agreement.versions.flatMap(({ terms }) => terms.billing.milestones).find((each) => each.key === input.key) ?? notFound('milestone')
  const isReached = agreement.events.some((event) => event.kind === 'milestone_reached' && event.key === input.key)
  if (isReached || milestone.isOnAcceptance) fail('milestone_already_reached', { name: milestone.name })
  await addEvent(context, agreement.id, { kind: 'milestone_reached', key: input.key, on: input.on ?? context.today, reason: '' }, context.now)
  await afterChange(context, agreement.id, { event: 'agreement.milestone-reached', parameters: { milestone: milestone.name } })
  return { id: agreement.id }
})

export const takeBack = implement(agreementsContract['agreements.take-back-event'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  const event = agreement.events.find((each) => each.id === input.eventId) ?? notFound('event')
  await takeBackEvent(context, event.id, context.now)
  await afterChange(context, agreement.id, { event: 'agreement.event-taken-back', parameters: { kind: event.kind } })
  return { id: agreement.id }
})

const running: readonly AgreementState[] = ['active', 'upcoming', 'paused']

interface Happening {
  kind: Exclude<AgreementEvent['kind'], 'milestone_reached'>
  event: string
  from: readonly AgreementState[]
  code: string
}

/** Records what happened on a day; not before the agreement began. */
async function happen(context: Context, input: { agreementId: AgreementId; on?: Day | undefined; reason: string }, happening: Happening) {
  const agreement = await requireAgreement(context, input.agreementId)
  assertState(context, agreement, happening.from, happening.code)
  const start = startOf(factsOf(agreement))!
  const on = input.on ?? (context.today > start ? context.today : start)
  if (on < start) fail('day_before_start', { day: start })
  await addEvent(context, agreement.id, { kind: happening.kind, on, reason: input.reason }, context.now)
  await afterChange(context, agreement.id, { event: happening.event, parameters: { on } })
  return { id: agreement.id }
}

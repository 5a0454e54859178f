import { earlier, type Day } from '../../../kernel/day.ts'
import { fail, invalid, notFound } from '../../../kernel/failure.ts'
import { newId, type AgreementId } from '../../../kernel/id.ts'
import type { InputOf } from '../../../kernel/operation.ts'
import { Quantity } from '../../../kernel/quantity.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { requireAgreement } from '../access.ts'
import { afterChange, assertState } from '../change.ts'
import { feeCause } from '../causes.ts'
import { agreementsContract } from '../contract.ts'
import { planGrants } from '../grants.ts'
import { addAdjustment, ledgersOf, saveSettled } from '../ledger/store.ts'
import { termsOn } from '../lifecycle.ts'
import { periodsUntil } from '../periods.ts'
import { factsOf, findAgreement, findAgreements, saveAgreement, saveVersion } from '../store.ts'
import { bringStoredUpToDate } from '../up-to-date.ts'
import { sell } from './create-agreement.ts'

export const adjustUnits = implement(agreementsContract['agreements.adjust'], async (context, input) => {
  const agreement = await requireAgreement(context, input.agreementId)
  assertState(context, agreement, ['active', 'paused', 'upcoming'], 'agreement_not_active')
  if (input.units.thousandths === 0n) invalid({ units: 'quantity_missing' })
  const lineKey = lineKeyOf(termsOn(factsOf(agreement), context.today).terms.scope, input.lineKey)
  const lot = input.units.thousandths < 0n ? await lotToTakeFrom(context, agreement.id, lineKey, input.units) : null
  await addAdjustment(
    context,
    agreement.id,
    {
      id: newId<'entitlement-adjustment'>(),
      lineKey,
      lot,
      units: input.units,
      on: context.today,
      expiresOn: input.expiresOn,
      reason: input.reason,
    },
    context.now,
  )
  await afterChange(context, agreement.id, { event: 'agreement.adjusted', parameters: { units: input.units.toJSON(), reason: input.reason } })
  return { id: agreement.id }
})

export const enterOpening = implement(agreementsContract['agreements.enter-opening'], (context, input) => enterRunningAgreement(context, input))

/** An agreement that ran before Cloudburo: accepted on its first day, nothing before the opening day is billed. */
export async function enterRunningAgreement(
  context: Context,
  input: InputOf<(typeof agreementsContract)['agreements.enter-opening']>,
): Promise<{ id: AgreementId; sentence: string }> {
  const openingOn = input.openingOn ?? context.today
  const { id, sentence } = await sell(context, input)
  const agreement = (await findAgreement(context, id))!
  const acceptedOn = earlier(input.startsOn, context.today)
  await saveAgreement(context, { ...agreement, acceptedOn, openingOn }, context.now)
  await saveVersion(context, id, { ...agreement.versions[0]!, state: 'accepted' })
  await settleEarlierFees(context, id, openingOn)
  for (const remaining of input.remaining) await setRemaining(context, id, remaining, openingOn)
  await afterChange(context, id, { event: 'agreement.entered', payload: { openingOn } })
  return { id, sentence }
}

export const bringAllUpToDate = implement(agreementsContract['agreements.bring-up-to-date'], async (context) => {
  let entries = 0
  for (const agreement of await findAgreements(context, { isAccepted: true })) entries += await bringStoredUpToDate(context, agreement)
  return { entries }
})

/** What was billed before the opening day counts as paid, so that grants which wait for payment are there. */
async function settleEarlierFees(context: Context, id: AgreementId, openingOn: Day): Promise<void> {
  const facts = factsOf((await findAgreement(context, id))!)
  const periods = periodsUntil(facts, { until: context.today, today: context.today })
    .map((period) => period.whole.from)
    .filter((from) => from < openingOn)
  const causes = [feeCause(id, 'once'), ...periods.slice(-2).map((from) => feeCause(id, from))]
  for (const cause of causes) await saveSettled(context, { agreementId: id, cause, on: facts.acceptedOn })
}

/** Makes the lot that is valid on the opening day hold what remains: takes off the used units, or adds rolled-over ones. */
async function setRemaining(context: Context, id: AgreementId, remaining: { lineKey?: string | undefined; units: Quantity }, openingOn: Day): Promise<void> {
  const stored = (await findAgreement(context, id))!
  const facts = factsOf(stored)
  const lineKey = lineKeyOf(termsOn(facts, openingOn).terms.scope, remaining.lineKey)
  const causes = [feeCause(id, 'once'), ...periodsUntil(facts, { until: context.today, today: context.today }).map((period) => feeCause(id, period.whole.from))]
  const grants = planGrants(facts, { today: context.today, settled: new Map(causes.map((cause) => [cause, facts.acceptedOn!])), withdrawn: new Set() })
  const grant = grants.findLast((each) => each.line.key === lineKey && each.validFrom <= openingOn)
  if (!grant) fail('remaining_without_grant')
  if (grant.units === null) return
  const difference = new Quantity(remaining.units.thousandths - grant.units.thousandths)
  if (difference.thousandths === 0n) return
  const isLess = difference.thousandths < 0n
  await addAdjustment(
    context,
    id,
    {
      id: newId<'entitlement-adjustment'>(),
      lineKey,
      lot: isLess ? grant.lot : null,
      units: difference,
      on: isLess ? grant.on : earlier(openingOn, context.today),
      expiresOn: isLess ? null : grant.expiresOn,
      reason: 'opening',
    },
    context.now,
  )
}

/** The lot of the line that has most left; fails when it does not have that much. */
async function lotToTakeFrom(context: Context, id: AgreementId, lineKey: string, units: Quantity): Promise<string> {
  const ledger = (await ledgersOf(context, [id])).get(id) ?? []
  const left = new Map<string, bigint>()
  for (const entry of ledger) if (entry.lineKey === lineKey && !entry.isUnlimited) left.set(entry.lot, (left.get(entry.lot) ?? 0n) + entry.units.thousandths)
  const best = [...left].sort((one, other) => (one[1] > other[1] ? -1 : 1))[0]
  if (!best || best[1] < -units.thousandths) return fail('balance_too_small', { left: new Quantity(best?.[1] ?? 0n).toJSON() })
  return best[0]
}

function lineKeyOf(scope: readonly { readonly key: string }[], wanted: string | undefined): string {
  const line = wanted === undefined ? (scope.length === 1 ? scope[0] : undefined) : scope.find((each) => each.key === wanted)
  return line?.key ?? (scope.length === 0 ? fail('agreement_without_scope') : notFound('scope line'))
}

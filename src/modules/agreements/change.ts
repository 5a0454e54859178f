import { fail } from '../../kernel/failure.ts'
import type { AgreementId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { addTimelineEntry, contactNames, indexForSearch } from '../contacts/index.ts'
import type { AgreementState } from './lifecycle.ts'
import { stateOf } from './lifecycle.ts'
import { factsOf, findAgreement, type StoredAgreement } from './store.ts'
import { bringStoredUpToDate, updateCustomerSpans } from './up-to-date.ts'

/** What follows from every change of an agreement: ledger, customer states, search, the thread, and the event. */
export async function afterChange(
  context: Context,
  id: AgreementId,
  told: { event: string; parameters?: Readonly<Record<string, string | number>>; payload?: Readonly<Record<string, unknown>> },
): Promise<StoredAgreement> {
  const agreement = (await findAgreement(context, id))!
  await bringStoredUpToDate(context, agreement)
  await updateCustomerSpans(context, agreement)
  const names = await contactNames(context, [agreement.payerId])
  await indexForSearch(context, {
    kind: 'agreement',
    subjectId: id,
    title: agreement.name,
    detail: names.get(agreement.payerId) ?? '',
    contactId: agreement.payerId,
  })
  const parameters = { name: agreement.name, ...told.parameters }
  const people = new Set([agreement.payerId, ...agreement.participants.map((participant) => participant.contactId)])
  for (const contactId of people) await addTimelineEntry(context, { contactId, kind: told.event, subjectId: id, parameters })
  context.emit(told.event, { agreementId: id, contactId: agreement.payerId, ...told.payload })
  return agreement
}

/** Fails unless the agreement is in one of the states today: "agreement_not_active" and so on by what was expected. */
export function assertState(context: Context, agreement: StoredAgreement, expected: readonly AgreementState[], code: string): void {
  const state = stateOf(factsOf(agreement), context.today)
  if (!expected.includes(state)) fail(code, { name: agreement.name, state })
}

import { earlier, later, type Day } from '../../kernel/day.ts'
import type { AgreementId, ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { setCustomerSpan } from '../contacts/index.ts'
import { findDeliveries } from './deliveries/store.ts'
import { endOf, startOf } from './lifecycle.ts'
import { addEntries, circumstancesOf, ledgersOf } from './ledger/store.ts'
import { planLedger } from './plan-ledger.ts'
import { factsOf, findAgreement, findAgreements, type StoredAgreement } from './store.ts'

/**
 * Adds to the ledger what should be there today: called after everything that changes what an agreement grants or
 * what draws on it. Called again it adds nothing. Answers with the number of new entries.
 */
export async function bringUpToDate(context: Context, id: AgreementId): Promise<number> {
  const stored = await findAgreement(context, id)
  return stored ? bringStoredUpToDate(context, stored) : 0
}

export async function bringStoredUpToDate(context: Context, stored: StoredAgreement): Promise<number> {
  if (stored.acceptedOn === null) return 0
  const ledger = (await ledgersOf(context, [stored.id])).get(stored.id) ?? []
  const deliveries = await findDeliveries(context, { agreementIds: [stored.id] })
  const entries = planLedger({
    facts: factsOf(stored),
    ledger,
    deliveries: deliveries.map(({ delivery }) => delivery),
    accountedFor: new Map(deliveries.map(({ delivery, accountedFor }) => [delivery.id, accountedFor])),
    ...(await circumstancesOf(context, stored.id)),
    today: context.today,
  })
  await addEntries(context, entries, context.now)
  return entries.length
}

/** From when and until when people are customers: by every accepted agreement that they pay or take part in. */
export async function updateCustomerSpans(context: Context, agreement: StoredAgreement): Promise<void> {
  const people = new Set<ContactId>([agreement.payerId, ...agreement.participants.map((participant) => participant.contactId)])
  for (const contactId of people) {
    const accepted = (await findAgreements(context, { contactId })).filter((each) => each.acceptedOn !== null).map(factsOf)
    const starts = accepted.map((facts) => startOf(facts)!)
    const ends = accepted.map((facts) => endOf(facts, context.today))
    await setCustomerSpan(context, contactId, {
      from: starts.length === 0 ? null : starts.reduce(earlier),
      until: ends.includes(null) || ends.length === 0 ? null : (ends as Day[]).reduce(later),
    })
  }
}

import type { ContactId } from '../../kernel/id.ts'
import type { Subscriber } from '../../platform/operation/module.ts'
import { moveDeliveries } from './deliveries/store.ts'
import { findAgreements, moveContact } from './store.ts'
import { updateCustomerSpans } from './up-to-date.ts'

/** Two contacts became one: what the other paid and took part in is the kept one's. */
export const followMerge: Subscriber = async (context, payload: { contactId: ContactId; otherId: ContactId }) => {
  await moveContact(context, { from: payload.otherId, to: payload.contactId })
  await moveDeliveries(context, { from: payload.otherId, to: payload.contactId })
  const [agreement] = await findAgreements(context, { contactId: payload.contactId })
  if (agreement) await updateCustomerSpans(context, agreement)
}

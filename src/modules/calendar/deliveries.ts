import type { AgreementId, ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { Delivery } from '../agreements/delivery.ts'
import { findServices } from '../offer/index.ts'
import { deliveryOf } from './session.ts'
import { selectParticipations } from './store.ts'

/**
 * Sessions as the billing rule reads them, one delivery per participant: of a customer, of some agreements, or of the
 * whole company. What is only booked or was cancelled in time is there too, and claims nothing.
 */
export async function deliveriesFor(
  context: Pick<Context, 'database' | 'company'>,
  of: { contactId?: ContactId | undefined; agreementIds?: readonly AgreementId[] | undefined } = {},
): Promise<Delivery[]> {
  const participations = await selectParticipations(context, of)
  if (participations.length === 0) return []
  const services = new Map((await findServices(context, { withArchived: true })).map((service) => [service.id, service.name]))
  return participations.map(({ session, participant }) => deliveryOf(session, participant, services.get(session.serviceId) ?? ''))
}

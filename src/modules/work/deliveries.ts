import type { AgreementId, ContactId } from '../../kernel/id.ts'
import { quantity } from '../../kernel/quantity.ts'
import type { Day } from '../../kernel/day.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { Delivery } from '../agreements/delivery.ts'
import { findServices } from '../offer/index.ts'
import { selectTimeEntries, type TimeEntry } from './store.ts'

/**
 * The time worked as agreements and the billing rule know it, of a customer, of some agreements, or of the whole
 * company. Removed entries are gone there too: what was billed of them comes back as a correction.
 */
export async function deliveriesFor(
  context: Context,
  of: { contactId?: ContactId | undefined; agreementIds?: readonly AgreementId[] | undefined; from?: Day | undefined } = {},
): Promise<Delivery[]> {
  const entries = await selectTimeEntries(context, of)
  return asDeliveries(context, entries)
}

export async function asDeliveries(context: Context, entries: readonly TimeEntry[]): Promise<Delivery[]> {
  if (entries.length === 0) return []
  const services = new Map((await findServices(context, { withArchived: true })).map((service) => [service.id, service.name]))
  return entries.map((entry) => deliveryOf(entry, (entry.serviceId && services.get(entry.serviceId)) ?? ''))
}

export function deliveryOf(entry: TimeEntry, serviceName: string): Delivery {
  return {
    id: entry.id,
    kind: 'time',
    contactId: entry.contactId,
    agreementId: entry.agreementId,
    serviceId: entry.serviceId,
    performedOn: entry.on,
    bookedOn: null,
    units: quantity(entry.minutes),
    unit: 'minute',
    isBillable: entry.isBillable,
    outcome: 'attended',
    ownRate: entry.rate,
    name: serviceName,
    description: entry.note === '' ? null : entry.note,
  }
}

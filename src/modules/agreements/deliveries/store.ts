import type { Day } from '../../../kernel/day.ts'
import type { AgreementId, ContactId, ServiceId } from '../../../kernel/id.ts'
import { money } from '../../../kernel/money.ts'
import { Quantity } from '../../../kernel/quantity.ts'
import type { TaxCategory, Unit } from '../../offer/terms.ts'
import type { Delivery, DeliveryOutcome } from '../delivery.ts'
import type { Place } from '../store.ts'

type DeliveryTables = {
  deliveries: {
    company_id: string
    id: string
    kind: string
    contact_id: string
    agreement_id: string | null
    service_id: string | null
    performed_on: string
    booked_on: string | null
    units_thousandths: bigint
    unit: string
    is_billable: bigint
    outcome: string
    rate_minor: bigint | null
    rate_currency: string | null
    rate_per_thousandths: bigint | null
    rate_tax_category: string | null
    rate_is_tax_included: bigint | null
    name: string
    description: string | null
    accounted_thousandths: bigint
  }
}

/** A delivery with its units that are invoiced or written off. */
export interface StoredDelivery {
  readonly delivery: Delivery
  readonly accountedFor: Quantity
}

const tables = (place: Place) => place.database.withTables<DeliveryTables>()

export async function saveDelivery(place: Place, delivery: Delivery): Promise<void> {
  const rate = delivery.ownRate
  const changes = {
    kind: delivery.kind,
    contact_id: delivery.contactId,
    agreement_id: delivery.agreementId,
    service_id: delivery.serviceId,
    performed_on: delivery.performedOn,
    booked_on: delivery.bookedOn,
    units_thousandths: delivery.units.thousandths,
    unit: delivery.unit,
    is_billable: delivery.isBillable ? 1n : 0n,
    outcome: delivery.outcome,
    rate_minor: rate?.amount.minor ?? null,
    rate_currency: rate?.amount.currency ?? null,
    rate_per_thousandths: rate?.per.thousandths ?? null,
    rate_tax_category: rate?.taxCategory ?? null,
    rate_is_tax_included: rate ? (rate.isTaxIncluded ? 1n : 0n) : null,
    name: delivery.name,
    description: delivery.description,
  }
  await tables(place)
    .insertInto('deliveries')
    .values({ company_id: place.company.id, id: delivery.id, accounted_thousandths: 0n, ...changes })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doUpdateSet(changes))
    .execute()
}

export async function deleteDelivery(place: Place, id: string): Promise<void> {
  await tables(place).deleteFrom('deliveries').where('company_id', '=', place.company.id).where('id', '=', id).execute()
}

export async function saveAccountedFor(place: Place, options: { deliveryId: string; units: Quantity }): Promise<void> {
  await tables(place)
    .updateTable('deliveries')
    .set({ accounted_thousandths: options.units.thousandths })
    .where('company_id', '=', place.company.id)
    .where('id', '=', options.deliveryId)
    .execute()
}

/** Deliveries by id, of agreements, or of a contact together with those of agreements; all when nothing is named. */
export async function findDeliveries(
  place: Place,
  filter: { ids?: readonly string[]; contactId?: ContactId | undefined; agreementIds?: readonly AgreementId[] | undefined } = {},
): Promise<StoredDelivery[]> {
  if (filter.ids?.length === 0) return []
  let query = tables(place).selectFrom('deliveries').selectAll().where('company_id', '=', place.company.id)
  if (filter.ids) query = query.where('id', 'in', [...filter.ids])
  const { contactId, agreementIds = [] } = filter
  if (contactId !== undefined) {
    query = query.where((is) => is.or([is('contact_id', '=', contactId), ...(agreementIds.length > 0 ? [is('agreement_id', 'in', [...agreementIds])] : [])]))
  } else if (filter.agreementIds) {
    if (agreementIds.length === 0) return []
    query = query.where('agreement_id', 'in', [...agreementIds])
  }
  return (await query.orderBy('performed_on').orderBy('id').execute()).map(toDelivery)
}

/** After two contacts became one. */
export async function moveDeliveries(place: Place, options: { from: ContactId; to: ContactId }): Promise<void> {
  await tables(place)
    .updateTable('deliveries')
    .set({ contact_id: options.to })
    .where('company_id', '=', place.company.id)
    .where('contact_id', '=', options.from)
    .execute()
}

function toDelivery(row: DeliveryTables['deliveries']): StoredDelivery {
  const ownRate =
    row.rate_minor === null
      ? null
      : {
          amount: money(row.rate_minor, row.rate_currency!),
          per: new Quantity(row.rate_per_thousandths!),
          taxCategory: row.rate_tax_category as TaxCategory,
          isTaxIncluded: row.rate_is_tax_included === 1n,
        }
  return {
    accountedFor: new Quantity(row.accounted_thousandths),
    delivery: {
      id: row.id,
      kind: row.kind as Delivery['kind'],
      contactId: row.contact_id as ContactId,
      agreementId: row.agreement_id as AgreementId | null,
      serviceId: row.service_id as ServiceId | null,
      performedOn: row.performed_on as Day,
      bookedOn: row.booked_on as Day | null,
      units: new Quantity(row.units_thousandths),
      unit: row.unit as Unit,
      isBillable: row.is_billable === 1n,
      outcome: row.outcome as DeliveryOutcome,
      ownRate,
      name: row.name,
      description: row.description,
    },
  }
}

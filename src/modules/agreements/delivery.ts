import type { Day } from '../../kernel/day.ts'
import type { AgreementId, ContactId, ServiceId } from '../../kernel/id.ts'
import type { Money } from '../../kernel/money.ts'
import type { Quantity } from '../../kernel/quantity.ts'
import type { TaxCategory, Unit } from '../offer/terms.ts'

/** Something that was done for a customer: time worked, or a session and what became of it. */
export interface Delivery {
  readonly id: string
  readonly kind: 'time' | 'session'
  /** The one who pays when no agreement says otherwise. */
  readonly contactId: ContactId
  readonly agreementId: AgreementId | null
  readonly serviceId: ServiceId | null
  readonly performedOn: Day
  /** Of a session that was booked ahead; null for work. */
  readonly bookedOn: Day | null
  readonly units: Quantity
  readonly unit: Unit
  readonly isBillable: boolean
  readonly outcome: DeliveryOutcome
  /** The price when no agreement has one: the member's or the catalogue's, per `per` units. */
  readonly ownRate: OwnRate | null
  /** The name of the service as the customer should read it. */
  readonly name: string
  /** The note of the work, null when there is none. */
  readonly description: string | null
}

/** Work is always `attended`. A booked session reserves and is not yet delivered. */
export type DeliveryOutcome = 'booked' | 'attended' | 'no_show' | 'cancelled_in_time' | 'cancelled_late'

export interface OwnRate {
  readonly amount: Money
  readonly per: Quantity
  readonly taxCategory: TaxCategory
  readonly isTaxIncluded: boolean
}

import type { Day } from '../../kernel/day.ts'
import type { AgreementId, ContactId, Id, MemberId, ServiceId, SessionId } from '../../kernel/id.ts'
import { minutesBetween, wallClock, type Instant, type Zone } from '../../kernel/instant.ts'
import type { Quantity } from '../../kernel/quantity.ts'
import type { Delivery, DeliveryOutcome, OwnRate } from '../agreements/delivery.ts'
import type { Unit } from '../offer/terms.ts'

export type ParticipantId = Id<'participant'>

/** An appointment: a service at a time, for its participants. */
export interface Session {
  readonly id: SessionId
  readonly serviceId: ServiceId
  readonly memberId: MemberId | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly zone: Zone
  readonly place: string
  readonly note: string
  readonly cancelledAt: Instant | null
}

/** One person (with a dog) in one session, and what became of it. Each is one delivery. */
export interface Participant {
  readonly id: ParticipantId
  readonly sessionId: SessionId
  readonly contactId: ContactId
  readonly thingId: ContactId | null
  readonly agreementId: AgreementId | null
  readonly outcome: DeliveryOutcome
  readonly bookedOn: Day
  readonly units: Quantity
  readonly unit: Unit
  readonly rate: OwnRate | null
}

/** The day, time and length as people speak of it, in the session's zone. */
export function spokenTime(session: Pick<Session, 'startsAt' | 'endsAt' | 'zone'>): { on: Day; time: string; minutes: number } {
  const { day, time } = wallClock(session.startsAt, session.zone)
  return { on: day, time, minutes: minutesBetween(session.startsAt, session.endsAt) }
}

/** A session is a delivery per participant, on the day its zone has when it starts. */
export function deliveryOf(session: Session, participant: Participant, serviceName: string): Delivery {
  return {
    id: participant.id,
    kind: 'session',
    contactId: participant.contactId,
    agreementId: participant.agreementId,
    serviceId: session.serviceId,
    performedOn: spokenTime(session).on,
    bookedOn: participant.bookedOn,
    units: participant.units,
    unit: participant.unit,
    isBillable: true,
    outcome: participant.outcome,
    ownRate: participant.rate,
    name: serviceName,
    description: session.note === '' ? null : session.note,
  }
}

import { fail, invalid, notFound } from '../../../kernel/failure.ts'
import { newId, type ContactId } from '../../../kernel/id.ts'
import { addMinutes, momentAt } from '../../../kernel/instant.ts'
import { quantity, Quantity } from '../../../kernel/quantity.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { companyDetails } from '../../company/index.ts'
import { addTimelineEntry, ensureContact } from '../../contacts/index.ts'
import { findService } from '../../offer/index.ts'
import type { Service } from '../../offer/contract.ts'
import { calendarContract } from '../contract.ts'
import { agreementFor } from '../agreement-for.ts'
import { spokenTime, type Participant, type ParticipantId, type Session } from '../session.ts'
import { insertParticipant, insertSession, selectParticipants } from '../store.ts'
import { tellAgreements } from '../tell.ts'
import { requireOpenSession } from './require.ts'
import type { AgreementId } from '../../../kernel/id.ts'

const minutesByDefault = 60

export const book = implement(calendarContract['calendar.book'], async (context, input) => {
  const service = (await findService(context, input.serviceId)) ?? notFound('service')
  const startsAt = momentAt({ day: input.on, time: input.time, zone: context.company.zone })
  const session: Session = {
    id: newId<'session'>(),
    serviceId: service.id,
    memberId: input.memberId === undefined ? (context.actor.kind === 'user' ? context.actor.memberId : null) : input.memberId,
    startsAt,
    endsAt: addMinutes(startsAt, input.minutes ?? service.minutes ?? minutesByDefault),
    zone: context.company.zone,
    place: input.place,
    note: input.note,
    cancelledAt: null,
  }
  await insertSession(context, session)
  for (const wanted of input.participants) await addParticipant(context, { session, service, wanted })
  context.emit('session.booked', { sessionId: session.id })
  return { id: session.id }
})

export const addToSession = implement(calendarContract['calendar.add-participant'], async (context, { sessionId, ...wanted }) => {
  const session = await requireOpenSession(context, sessionId)
  const service = (await findService(context, session.serviceId)) ?? notFound('service')
  const id = await addParticipant(context, { session, service, wanted })
  return { id }
})

interface Wanted {
  readonly contactId: ContactId
  readonly thingId: ContactId | null
  readonly agreementId?: AgreementId | null | undefined
}

/** Adds one participant: chooses the agreement where nothing is said, reserves from it, tells the thread. */
async function addParticipant(context: Context, how: { session: Session; service: Service; wanted: Wanted }): Promise<ParticipantId> {
  const { session, service, wanted } = how
  await ensureContact(context, wanted.contactId)
  if (wanted.thingId !== null) await ensureContact(context, wanted.thingId)
  if (wanted.thingId === wanted.contactId) invalid({ thingId: 'thing_is_person' })
  const present = await selectParticipants(context, [session.id])
  const isThere = present.some((each) => each.contactId === wanted.contactId && each.thingId === wanted.thingId && !each.outcome.startsWith('cancelled'))
  if (isThere) fail('already_participates')
  const { on } = spokenTime(session)
  const participant: Participant = {
    id: newId<'participant'>(),
    sessionId: session.id,
    contactId: wanted.contactId,
    thingId: wanted.thingId,
    agreementId: await agreementFor(context, { said: wanted.agreementId, contactId: wanted.contactId, serviceId: service.id, unit: service.unit, on }),
    outcome: 'booked',
    bookedOn: context.today,
    units: unitsOf(service, spokenTime(session).minutes),
    unit: service.unit,
    rate: await rateOf(context, service),
  }
  await insertParticipant(context, participant)
  await tellAgreements(context, [{ session, participant, serviceName: service.name }])
  await addTimelineEntry(context, {
    contactId: wanted.contactId,
    kind: 'session.booked',
    subjectId: session.id,
    parameters: { name: service.name, on, time: spokenTime(session).time },
  })
  return participant.id
}

/** A service counted in minutes draws its minutes; any other what the catalogue says. */
export function unitsOf(service: Pick<Service, 'unit' | 'draws'>, minutes: number): Quantity {
  if (service.unit === 'minute') return quantity(minutes)
  return service.draws.thousandths > 0n ? service.draws : Quantity.one
}

async function rateOf(context: Context, service: Service): Promise<Participant['rate']> {
  if (service.price === null) return null
  const { isTaxIncluded } = await companyDetails(context)
  return { amount: service.price, per: service.per.thousandths > 0n ? service.per : Quantity.one, taxCategory: service.taxCategory, isTaxIncluded }
}

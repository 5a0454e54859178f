import type { ContactId } from '../../../kernel/id.ts'
import { implement } from '../../../platform/operation/module.ts'
import { contactNames, ensureContact } from '../../contacts/index.ts'
import { findServices } from '../../offer/index.ts'
import { agreementsContract } from '../contract.ts'
import { bestFor, runningOf } from '../register.ts'
import { factsOf, type StoredAgreement } from '../store.ts'

/** What the forms on a thread propose: the same choice that a delivery makes when nobody says. */
export const forDelivery = implement(agreementsContract['agreements.for-delivery'], async (context, input) => {
  await ensureContact(context, input.contactId)
  const on = input.on ?? context.today
  const stored = await runningOf(context, { contactId: input.contactId, on })
  const running = stored.map(factsOf)
  const names = await contactNames(
    context,
    stored.flatMap((each) => thingOf(each, input.contactId) ?? []),
  )
  const services = (await findServices(context, { withArchived: false })).map((service) => ({
    id: service.id,
    name: service.name,
    unit: service.unit,
    minutes: service.minutes,
    agreementId: bestFor(running, { serviceId: service.id, unit: service.unit, on })?.agreementId ?? null,
  }))
  const measured = services.filter((service) => service.unit === 'minute' && service.minutes === null)
  const time = bestFor(running, { serviceId: measured.length === 1 ? measured[0]!.id : null, unit: 'minute', on })
  return {
    agreements: stored.map((each) => {
      const thingId = thingOf(each, input.contactId)
      return { id: each.id, name: each.name, thingId, thingName: (thingId && names.get(thingId)) ?? null }
    }),
    services: services.toSorted((left, right) => Number(left.agreementId === null) - Number(right.agreementId === null)),
    timeAgreementId: time?.isUnique === true ? time.agreementId : null,
  }
})

function thingOf(stored: StoredAgreement, contactId: ContactId): ContactId | null {
  return stored.participants.find((each) => each.contactId === contactId && each.thingId !== null)?.thingId ?? null
}

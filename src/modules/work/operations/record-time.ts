import { newId, type MemberId, type TimeEntryId } from '../../../kernel/id.ts'
import type { InputOf } from '../../../kernel/operation.ts'
import { quantity } from '../../../kernel/quantity.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { companyDetails } from '../../company/index.ts'
import { addTimelineEntry, ensureContact } from '../../contacts/index.ts'
import { findService, findServices } from '../../offer/index.ts'
import type { OwnRate } from '../../agreements/delivery.ts'
import { workContract } from '../contract.ts'
import { agreementFor } from '../agreement-for.ts'
import { insertTimeEntry, type TimeEntry } from '../store.ts'
import { tellAgreements } from '../tell.ts'
import type { ServiceId } from '../../../kernel/id.ts'
import { notFound } from '../../../kernel/failure.ts'

type NewTime = InputOf<(typeof workContract)['work.record-time']>

export const recordTime = implement(workContract['work.record-time'], async (context, input) => {
  return { id: await addTime(context, input) }
})

export const recordMany = implement(workContract['work.record-many'], async (context, { entries }) => {
  const ids: TimeEntryId[] = []
  for (const entry of entries) ids.push(await addTime(context, entry))
  return { ids }
})

/** Records one entry: chooses service and agreement where nothing is said, keeps today's rate, tells the thread. */
export async function addTime(context: Context, input: NewTime): Promise<TimeEntryId> {
  await ensureContact(context, input.contactId)
  const serviceId = input.serviceId === undefined ? await onlyWorkService(context) : input.serviceId
  const agreementId = await agreementFor(context, { said: input.agreementId, contactId: input.contactId, serviceId, on: input.on })
  const entry: TimeEntry = {
    id: newId<'time-entry'>(),
    memberId: input.memberId ?? memberOf(context),
    contactId: input.contactId,
    agreementId,
    serviceId,
    on: input.on,
    minutes: input.minutes,
    note: input.note,
    isBillable: input.isBillable,
    rate: await rateOfService(context, serviceId),
    isRemoved: false,
  }
  await insertTimeEntry(context, entry)
  await tellAgreements(context, [entry])
  await addTimelineEntry(context, {
    contactId: entry.contactId,
    kind: 'work.recorded',
    subjectId: entry.id,
    parameters: { minutes: entry.minutes, on: entry.on, note: entry.note },
  })
  context.emit('work.recorded', { timeEntryId: entry.id, contactId: entry.contactId, agreementId: entry.agreementId })
  return entry.id
}

/** Who records: the member who is signed in; nobody for a token or the system. */
export function memberOf(context: Context): MemberId | null {
  return context.actor.kind === 'user' ? context.actor.memberId : null
}

/** The price without an agreement: the service's single price of the day it is recorded. */
export async function rateOfService(context: Context, serviceId: ServiceId | null): Promise<OwnRate | null> {
  if (serviceId === null) return null
  const service = await findService(context, serviceId)
  if (!service) notFound('service')
  if (service.price === null || service.unit !== 'minute') return null
  const { isTaxIncluded } = await companyDetails(context)
  return { amount: service.price, per: service.per.thousandths > 0n ? service.per : quantity(60), taxCategory: service.taxCategory, isTaxIncluded }
}

/** A company with one service counted in minutes means that one. */
async function onlyWorkService(context: Context): Promise<ServiceId | null> {
  const measured = (await findServices(context, { withArchived: false })).filter((service) => service.unit === 'minute' && service.minutes === null)
  return measured.length === 1 ? measured[0]!.id : null
}

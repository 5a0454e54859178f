import { notFound } from '../../../kernel/failure.ts'
import type { TimeEntryId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { addTimelineEntry, ensureContact } from '../../contacts/index.ts'
import { agreementFor } from '../agreement-for.ts'
import { workContract } from '../contract.ts'
import { findTimeEntry, updateTimeEntry, type TimeEntry } from '../store.ts'
import { tellAgreements } from '../tell.ts'
import { rateOfService } from './record-time.ts'

export const changeTime = implement(workContract['work.change-time'], async (context, input) => {
  const before = await requireEntry(context, input.timeEntryId)
  const contactId = input.contactId ?? before.contactId
  if (contactId !== before.contactId) await ensureContact(context, contactId)
  const serviceId = input.serviceId === undefined ? before.serviceId : input.serviceId
  const on = input.on ?? before.on
  const isOtherCustomer = contactId !== before.contactId
  const said = input.agreementId === undefined && !isOtherCustomer ? before.agreementId : input.agreementId
  const after: TimeEntry = {
    ...before,
    contactId,
    serviceId,
    on,
    agreementId: await agreementFor(context, { said, contactId, serviceId, on }),
    minutes: input.minutes ?? before.minutes,
    note: input.note ?? before.note,
    isBillable: input.isBillable ?? before.isBillable,
    memberId: input.memberId ?? before.memberId,
    rate: serviceId === before.serviceId ? before.rate : await rateOfService(context, serviceId),
  }
  await keep(context, { before, after })
  return { id: after.id }
})

export const removeTime = implement(workContract['work.remove-time'], async (context, { timeEntryId }) => {
  const before = await requireEntry(context, timeEntryId)
  if (!before.isRemoved) await keep(context, { before, after: { ...before, isRemoved: true } })
  return { id: timeEntryId }
})

export const restoreTime = implement(workContract['work.restore-time'], async (context, { timeEntryId }) => {
  const before = await requireEntry(context, timeEntryId)
  if (before.isRemoved) await keep(context, { before, after: { ...before, isRemoved: false } })
  return { id: timeEntryId }
})

async function requireEntry(context: Context, id: TimeEntryId): Promise<TimeEntry> {
  return (await findTimeEntry(context, id)) ?? notFound('time entry')
}

async function keep(context: Context, { before, after }: { before: TimeEntry; after: TimeEntry }): Promise<void> {
  await updateTimeEntry(context, after)
  await tellAgreements(context, [after])
  const kind = after.isRemoved ? 'work.removed' : before.isRemoved ? 'work.restored' : 'work.changed'
  await addTimelineEntry(context, {
    contactId: after.contactId,
    kind,
    subjectId: after.id,
    parameters: { minutes: after.minutes, on: after.on, note: after.note },
  })
  context.emit(kind, { timeEntryId: after.id, contactId: after.contactId, agreementId: after.agreementId })
}

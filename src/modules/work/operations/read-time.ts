import { addDays } from '../../../kernel/day.ts'
import type { AgreementId, ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { contactNames } from '../../contacts/index.ts'
import { findServices } from '../../offer/index.ts'
import { agreementNames } from '../agreement-for.ts'
import { workContract } from '../contract.ts'
import { selectTimeEntries, type TimeEntry } from '../store.ts'
import { memberOf } from './record-time.ts'
import { timerOf } from './timer.ts'

export const listEntries = implement(workContract['work.entries'], async (context, input) => {
  const { agreementId, ...wanted } = input
  const entries = await selectTimeEntries(context, { ...wanted, agreementIds: agreementId && [agreementId] })
  return { entries: await named(context, entries), minutes: entries.reduce((sum, entry) => sum + entry.minutes, 0) }
})

const rowDays = 35

export const readWeek = implement(workContract['work.week'], async (context, input) => {
  const memberId = input.memberId ?? memberOf(context) ?? undefined
  const to = addDays(input.from, 6)
  const recent = await named(context, await selectTimeEntries(context, { memberId, from: addDays(input.from, -rowDays), to }))
  const entries = recent.filter((entry) => entry.on >= input.from)
  const rows = new Map(recent.map((entry) => [rowKey(entry), entry]))
  return {
    from: input.from,
    to,
    entries,
    rows: [...rows.values()].slice(0, 20).map(({ contactId, contactName, agreementId, agreementName, serviceId, serviceName }) => ({
      contactId,
      contactName,
      agreementId,
      agreementName,
      serviceId,
      serviceName,
    })),
    timer: await timerOf(context),
  }
})

function rowKey(entry: { contactId: string; agreementId: string | null; serviceId: string | null }): string {
  return `${entry.contactId} ${entry.agreementId ?? ''} ${entry.serviceId ?? ''}`
}

/** The entries with the names that people read. */
async function named(context: Context, entries: readonly TimeEntry[]) {
  const contacts = await contactNames(
    context,
    entries.map((entry) => entry.contactId as ContactId),
  )
  const agreements = await agreementNames(
    context,
    entries.flatMap((entry) => (entry.agreementId ? [entry.agreementId as AgreementId] : [])),
  )
  const services = new Map((await findServices(context, { withArchived: true })).map((service) => [service.id, service.name]))
  return entries.map(({ rate: _rate, isRemoved: _isRemoved, ...entry }) => ({
    ...entry,
    contactName: contacts.get(entry.contactId) ?? '',
    agreementName: (entry.agreementId && agreements.get(entry.agreementId)) ?? null,
    serviceName: (entry.serviceId && services.get(entry.serviceId)) ?? null,
  }))
}

import { Failure, fail, invalid } from '../../../kernel/failure.ts'
import type { MemberId, TimeEntryId } from '../../../kernel/id.ts'
import { dayIn } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { contactNames } from '../../contacts/index.ts'
import { workContract } from '../contract.ts'
import { deleteTimer, findTimer, insertTimer, type Timer } from '../store.ts'
import { addTime, memberOf } from './record-time.ts'

export const readTimer = implement(workContract['work.timer'], async (context) => ({ timer: await timerOf(context) }))

export const startTimer = implement(workContract['work.start-timer'], async (context, input) => {
  const memberId = requireMember(context)
  const running = await findTimer(context, memberId)
  const recordedId = running?.contactId ? await recordTimer(context, running) : null
  await deleteTimer(context, memberId)
  await insertTimer(context, memberId, { startedAt: context.now, ...input })
  context.emit('work.timer-started', { memberId })
  return { startedAt: context.now, recordedId }
})

export const stopTimer = implement(workContract['work.stop-timer'], async (context, input) => {
  const memberId = requireMember(context)
  const running = await findTimer(context, memberId)
  if (!running) return fail('timer_not_running')
  const timer: Timer = {
    ...running,
    contactId: input.contactId ?? running.contactId,
    agreementId: input.agreementId === undefined ? running.agreementId : input.agreementId,
    serviceId: input.serviceId === undefined ? running.serviceId : input.serviceId,
    note: input.note ?? running.note,
  }
  if (timer.contactId === null) invalid({ contactId: 'field_missing' })
  const id = await recordTimer(context, timer)
  await deleteTimer(context, memberId)
  return { id, minutes: minutesOf(context, timer) }
})

export const discardTimer = implement(workContract['work.discard-timer'], async (context) => {
  const memberId = requireMember(context)
  const running = await findTimer(context, memberId)
  await deleteTimer(context, memberId)
  return { isDiscarded: running !== undefined }
})

/** The running timer of the member who asks, with the customer's name. */
export async function timerOf(context: Context) {
  const memberId = memberOf(context)
  const timer = memberId ? await findTimer(context, memberId) : undefined
  if (!timer) return null
  const names = timer.contactId ? await contactNames(context, [timer.contactId]) : undefined
  return { ...timer, contactName: (timer.contactId && names?.get(timer.contactId)) ?? null }
}

/** The time counts for the day on which it was started, as the company's calendar has it; at most a day. */
async function recordTimer(context: Context, timer: Timer): Promise<TimeEntryId> {
  return addTime(context, {
    contactId: timer.contactId!,
    agreementId: timer.agreementId ?? undefined,
    serviceId: timer.serviceId ?? undefined,
    on: dayIn(timer.startedAt, context.company.zone),
    minutes: minutesOf(context, timer),
    note: timer.note,
    isBillable: true,
  })
}

function minutesOf(context: Context, timer: Timer): number {
  const seconds = (Date.parse(context.now) - Date.parse(timer.startedAt)) / 1000
  return Math.min(1440, Math.max(1, Math.ceil(seconds / 60)))
}

/** A timer belongs to a person. */
function requireMember(context: Context): MemberId {
  const memberId = memberOf(context)
  if (!memberId) throw new Failure({ code: 'timer_needs_person', kind: 'conflict' })
  return memberId
}

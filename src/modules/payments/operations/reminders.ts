import { fail, invalid, notFound } from '../../../kernel/failure.ts'
import { newId } from '../../../kernel/id.ts'
import { isPositive, sum } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { addTimelineEntry } from '../../contacts/index.ts'
import { paymentsContract } from '../contract.ts'
import { payableInvoices } from '../invoices.ts'
import { isPaidAtBank } from '../bank/paid-at-bank.ts'
import { chargeFees, chargesFor } from '../reminding/claims/charge.ts'
import { reminderTerms, selectFees } from '../reminding/claims/store.ts'
import { nextReminders, remindersDue, type ReminderDue } from '../reminding/due.ts'
import type { ReminderPolicy } from '../reminders.ts'
import { chargeOnTheWire, termsOnTheWire } from './reminder-fees.ts'
import { insertPause, insertReminder, insertReminderPolicy, reminderPolicy } from '../reminding/store.ts'

export const listReminders = implement(paymentsContract['payments.reminders-due'], async (context, input) => ({
  reminders: await withCharges(context, await remindersDue(context, input)),
  days: onTheWire(await reminderPolicy(context)),
  terms: termsOnTheWire(await reminderTerms(context)),
}))

async function withCharges(context: Context, reminders: readonly ReminderDue[]) {
  const ids = reminders.map((each) => each.invoiceId)
  const invoices = new Map((await payableInvoices(context, { ids })).map((invoice) => [invoice.id, invoice]))
  const fees = Map.groupBy(await selectFees(context, { invoiceIds: ids }), (fee) => fee.invoiceId)
  const found = []
  for (const each of reminders) {
    const feesOpen = sum(
      (fees.get(each.invoiceId) ?? []).map((fee) => fee.open),
      each.open.currency,
    )
    found.push({ ...each, charges: (await chargesFor(context, invoices.get(each.invoiceId)!, each.level)).map(chargeOnTheWire), feesOpen })
  }
  return found
}

/** Whatever waits on Today follows at once. */
export const setReminderDays = implement(paymentsContract['payments.set-reminder-days'], async (context, input) => {
  if (input.second <= input.first) invalid({ second: 'reminder_days_not_rising' })
  if (input.third <= input.second) invalid({ third: 'reminder_days_not_rising' })
  await insertReminderPolicy(context, { daysAfterDue: [input.first, input.second, input.third], daysBetween: input.between })
  context.emit('reminders.days-changed', {})
  return input
})

function onTheWire({ daysAfterDue: [first, second, third], daysBetween }: ReminderPolicy) {
  return { first, second, third, between: daysBetween }
}

/**
 * A person may send the next level before its day; the order of levels and a pause hold for everybody. Looks once more
 * at what is open now and at what lies at the bank: a payment of the same morning stops it.
 */
export const remind = implement(paymentsContract['payments.remind'], async (context, input) => {
  const invoice = (await payableInvoices(context, { ids: [input.invoiceId] }))[0] ?? notFound('invoice')
  if (!isPositive(invoice.open)) fail('invoice_already_settled', { number: invoice.number })
  const [found] = await nextReminders(context, [invoice])
  const { next, dueOn } = found!
  if (next.kind === 'none') fail(next.because === 'paused' ? 'reminders_paused' : 'reminders_all_sent', { number: invoice.number })
  if (dueOn === null || dueOn >= context.today) fail('invoice_not_overdue', { number: invoice.number })
  if (await isPaidAtBank(context, invoice.id)) fail('invoice_paid_at_bank', { number: invoice.number })
  const level = next.kind === 'next' ? next.level : 1
  if (input.level !== undefined && input.level !== level) fail('reminder_level_not_next', { number: invoice.number, level })
  const id = newId<'reminder'>()
  const isNew = await insertReminder(context, { id, invoiceId: invoice.id, contactId: invoice.contactId, level, dueOn: dueOn! })
  if (!isNew) fail('reminder_already_sent', { number: invoice.number, level })
  await chargeFees(context, invoice, { id, level })
  await addTimelineEntry(context, {
    contactId: invoice.contactId,
    kind: 'invoice.reminded',
    subjectId: invoice.id,
    parameters: { number: invoice.number, level },
  })
  context.emit('invoice.reminded', { reminderId: id, invoiceId: invoice.id, contactId: invoice.contactId, level })
  return { id, level }
})

export const pauseReminders = implement(paymentsContract['payments.pause-reminders'], async (context, input) => ({
  id: await insertPause(context, { contactId: input.contactId, until: input.until ?? 'always', reason: input.reason ?? null }),
}))

export const resumeReminders = implement(paymentsContract['payments.resume-reminders'], async (context, input) => ({
  id: await insertPause(context, { contactId: input.contactId, until: null, reason: null }),
}))

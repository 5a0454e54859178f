import type { Day } from '../../../kernel/day.ts'
import type { ContactId, InvoiceId } from '../../../kernel/id.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { payableInvoices, type PayableInvoice } from '../invoices.ts'
import { nextReminder, type NextReminder, type ReminderLevel } from '../reminders.ts'
import { settlementOfInvoice } from '../settlements.ts'
import { pausesOf, reminderPolicy, remindersOf } from './store.ts'

export interface ReminderDue {
  readonly invoiceId: InvoiceId
  readonly number: string
  readonly contactId: ContactId
  readonly contactName: string
  readonly open: Money
  readonly overdue: Money
  readonly dueOn: Day
  readonly level: ReminderLevel
  readonly on: Day
  readonly isDue: boolean
}

/** The overdue invoices with the reminder that comes next, longest overdue first; paused customers are left out. */
export async function remindersDue(context: Context, filter: { contactId?: ContactId | undefined } = {}): Promise<ReminderDue[]> {
  const overdue = (await payableInvoices(context, filter)).filter((invoice) => invoice.nextDueOn !== null && invoice.nextDueOn < context.today)
  const each = await nextReminders(context, overdue)
  return each
    .flatMap(({ invoice, next, dueOn }) => {
      if (next.kind === 'none' || dueOn === null) return []
      const { overdue: amount } = settlementOfInvoice(invoice, { today: context.today })
      return [
        {
          invoiceId: invoice.id,
          number: invoice.number,
          contactId: invoice.contactId,
          contactName: invoice.contactName,
          open: invoice.open,
          overdue: amount,
          dueOn,
          level: next.level,
          on: next.on,
          isDue: next.isDue,
        },
      ]
    })
    .sort((left, right) => (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0))
}

/** What comes next for each invoice. */
export async function nextReminders(
  context: Context,
  invoices: readonly PayableInvoice[],
): Promise<{ invoice: PayableInvoice; dueOn: Day | null; next: NextReminder }[]> {
  if (invoices.length === 0) return []
  const sent = Map.groupBy(
    await remindersOf(
      context,
      invoices.map((invoice) => invoice.id),
    ),
    (reminder) => reminder.invoiceId,
  )
  const pauses = await pausesOf(context)
  const policy = await reminderPolicy(context)
  return invoices.map((invoice) => {
    const { dueOn } = settlementOfInvoice(invoice, { today: context.today })
    const next = nextReminder({ dueOn, sent: sent.get(invoice.id) ?? [], pausedUntil: pauses.get(invoice.contactId) ?? null, today: context.today }, policy)
    return { invoice, dueOn, next }
  })
}

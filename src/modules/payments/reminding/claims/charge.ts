import type { Context } from '../../../../platform/operation/context.ts'
import { isPositive } from '../../../../kernel/money.ts'
import { contactForDocuments } from '../../../contacts/index.ts'
import type { PayableInvoice } from '../../invoices.ts'
import type { ReminderLevel } from '../../reminders.ts'
import { settlementOfInvoice } from '../../settlements.ts'
import { remindersOf } from '../store.ts'
import { reminderClaim, type Charge } from './claim.ts'
import { insertFee, reminderTerms, selectFees } from './store.ts'

/** What the next reminder of an invoice would take, if it went today. */
export async function chargesFor(context: Context, invoice: PayableInvoice, level: ReminderLevel): Promise<Charge[]> {
  const terms = await reminderTerms(context)
  if (!terms.chargesFees && !terms.chargesInterest) return []
  const settlement = settlementOfInvoice(invoice, { today: context.today })
  const late = settlement.instalments.filter((part) => isPositive(part.open) && part.on < context.today)
  const before = (await remindersOf(context, [invoice.id])).filter((reminder) => late.some((part) => part.on === reminder.dueOn))
  const fees = await selectFees(context, { invoiceIds: [invoice.id] })
  const charged = fees.flatMap((fee) => (fee.period ? [fee.period.to] : [])).sort()
  const buyer = await contactForDocuments(context, invoice.contactId)
  return reminderClaim({
    country: context.company.country,
    isBusiness: buyer.kind === 'organisation' || buyer.vatNumber !== null,
    level,
    parts: late.map((part) => ({ open: part.open, dueOn: part.on })),
    firstRemindedOn: before.map((reminder) => reminder.on).sort()[0] ?? null,
    chargedUntil: charged.at(-1) ?? null,
    hasLumpSum: fees.some((fee) => fee.kind === 'lump_sum'),
    today: context.today,
    terms,
  })
}

/** Takes it: each a fact that the customer owes from now on. */
export async function chargeFees(context: Context, invoice: PayableInvoice, reminder: { id: string; level: ReminderLevel }): Promise<void> {
  const of = { reminderId: reminder.id, invoiceId: invoice.id, contactId: invoice.contactId, level: reminder.level }
  for (const charge of await chargesFor(context, invoice, reminder.level)) await insertFee(context, charge, of)
}

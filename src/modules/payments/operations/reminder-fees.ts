import { fail, invalid, notFound } from '../../../kernel/failure.ts'
import type { InvoiceId } from '../../../kernel/id.ts'
import { isNegative, isPositive, negate } from '../../../kernel/money.ts'
import { Percent } from '../../../kernel/percent.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { addTimelineEntry } from '../../contacts/index.ts'
import { paymentsContract } from '../contract.ts'
import { payableInvoices } from '../invoices.ts'
import type { Charge, ReminderTerms } from '../reminding/claims/claim.ts'
import { insertReminderTerms, insertWaiver, selectFees, type FeeId, type ReminderFee } from '../reminding/claims/store.ts'

export const setReminderTerms = implement(paymentsContract['payments.set-reminder-terms'], async (context, input) => {
  const fees = [input.first, input.second, input.third] as const
  for (const [field, fee] of Object.entries({ first: input.first, second: input.second, third: input.third })) {
    if (fee.currency !== context.company.currency) invalid({ [field]: 'currency_differs' })
    if (isNegative(fee)) invalid({ [field]: 'amount_not_positive' })
  }
  await insertReminderTerms(context, { ...input, fees, agreedRate: input.agreedRate?.basisPoints ?? null })
  return input
})

export function termsOnTheWire(terms: ReminderTerms) {
  const [first, second, third] = terms.fees
  const { chargesFees, chargesInterest, fromLevel, isAgreed } = terms
  return {
    chargesFees,
    chargesInterest,
    fromLevel,
    isAgreed,
    agreedRate: terms.agreedRate === null ? null : new Percent(terms.agreedRate),
    first,
    second,
    third,
  }
}

export const listReminderFees = implement(paymentsContract['payments.reminder-fees'], async (context, { contactId, invoiceId }) => {
  const fees = invoiceId ? await selectFees(context, { invoiceIds: [invoiceId] }) : contactId ? await selectFees(context, { contactId }) : []
  const numbers = await numbersOf(context, fees)
  return {
    fees: fees.map((fee) => ({
      ...chargeOnTheWire(fee),
      id: fee.id,
      invoiceId: fee.invoiceId,
      number: numbers.get(fee.invoiceId) ?? '',
      contactId: fee.contactId,
      level: fee.level,
      on: fee.on,
      waived: fee.waived,
      open: fee.open,
    })),
  }
})

/** A fact of its own; what of it was paid stays paid. */
export const waiveReminderFee = implement(paymentsContract['payments.waive-reminder-fee'], async (context, { feeId, reason }) => {
  const fee = await requireFee(context, feeId)
  if (!isPositive(fee.open)) fail('reminder_fee_not_open')
  await insertWaiver(context, fee, { amount: fee.open, reason: reason ?? '' })
  await note(context, fee, 'reminder-fee.waived', fee.open)
  return { id: fee.id }
})

export const restoreReminderFee = implement(paymentsContract['payments.restore-reminder-fee'], async (context, { feeId }) => {
  const fee = await requireFee(context, feeId)
  if (!isPositive(fee.waived)) fail('reminder_fee_not_waived')
  await insertWaiver(context, fee, { amount: negate(fee.waived), reason: '' })
  await note(context, fee, 'reminder-fee.restored', fee.waived)
  return { id: fee.id }
})

async function requireFee(context: Context, id: FeeId): Promise<ReminderFee> {
  return (await selectFees(context, { id })).find((fee) => fee.id === id) ?? notFound('reminder-fee')
}

async function note(context: Context, fee: ReminderFee, kind: string, amount: ReminderFee['amount']): Promise<void> {
  const numbers = await numbersOf(context, [fee])
  await addTimelineEntry(context, {
    contactId: fee.contactId,
    kind,
    subjectId: fee.id,
    parameters: { number: numbers.get(fee.invoiceId) ?? '', amount: amount.toJSON().amount, currency: amount.currency },
  })
}

async function numbersOf(context: Context, fees: readonly ReminderFee[]): Promise<Map<InvoiceId, string>> {
  const invoices = await payableInvoices(context, { ids: [...new Set(fees.map((fee) => fee.invoiceId))] })
  return new Map(invoices.map((invoice) => [invoice.id, invoice.number]))
}

export function chargeOnTheWire(charge: Charge) {
  const { kind, amount, law, period } = charge
  const rates = charge.rates.map(({ from, basisPoints }) => ({ from, rate: new Percent(basisPoints) }))
  return { kind, amount, law, from: period?.from ?? null, to: period?.to ?? null, rates }
}

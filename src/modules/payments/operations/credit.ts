import { fail, invalid, notFound } from '../../../kernel/failure.ts'
import { newId, type InvoiceId } from '../../../kernel/id.ts'
import { compareMoney, isPositive } from '../../../kernel/money.ts'
import { implement } from '../../../platform/operation/module.ts'
import { addTimelineEntry } from '../../contacts/index.ts'
import { settleInvoice } from '../../invoicing/index.ts'
import { planCreditUse, planDraw } from '../balance.ts'
import { paymentsContract } from '../contract.ts'
import { payableInvoices } from '../invoices.ts'
import { allocateCredit, asOpen, reverseAllocation } from '../ledger/ledger.ts'
import { creditsLeft, findCredit, insertRefund, insertWriteOff, standingAllocations } from '../ledger/store.ts'

export const allocate = implement(paymentsContract['payments.allocate'], async (context, input) => {
  const credit = (await findCredit(context, input.creditId)) ?? notFound('credit')
  return { left: await allocateCredit(context, credit, input.allocations, context.today) }
})

export const undoAllocation = implement(paymentsContract['payments.undo-allocation'], async (context, input) => {
  const [allocation] = await standingAllocations(context, { id: input.allocationId })
  if (!allocation) notFound('allocation')
  await reverseAllocation(context, allocation!)
  return { id: input.allocationId }
})

export const useCredit = implement(paymentsContract['payments.use-credit'], async (context, input) => {
  const credits = await creditsLeft(context, input.contactId)
  const open = await payableInvoices(context, { contactId: input.contactId })
  const currencies = new Set(credits.map((credit) => credit.left.currency))
  const plan = [...currencies].flatMap((currency) =>
    planCreditUse({
      credits: credits.filter((credit) => credit.left.currency === currency).map((credit) => ({ creditId: credit.id, on: credit.on, left: credit.left })),
      open: open.filter((invoice) => invoice.currency === currency).map(asOpen),
      chosen: input.invoiceIds,
    }),
  )
  if (plan.length === 0) fail('nothing_to_allocate')
  for (const part of plan) {
    const credit = (await findCredit(context, part.creditId))!
    await allocateCredit(context, credit, [{ invoiceId: part.invoiceId as InvoiceId, amount: part.amount }], context.today)
  }
  return { allocations: plan.map((part) => ({ invoiceId: part.invoiceId as InvoiceId, amount: part.amount })) }
})

export const refund = implement(paymentsContract['payments.refund'], async (context, input) => {
  const { contactId, amount } = input
  if (!isPositive(amount)) invalid({ amount: 'amount_not_positive' })
  const credits = (await creditsLeft(context, contactId)).filter((credit) => credit.left.currency === amount.currency)
  const draws = planDraw({ amount, credits: credits.map((credit) => ({ creditId: credit.id, on: credit.on, left: credit.left })) })
  const ids = []
  for (const draw of draws) {
    ids.push(await insertRefund(context, { ...draw, contactId, on: input.on ?? context.today, reason: input.reason, bankTransactionId: null }))
  }
  await addTimelineEntry(context, {
    contactId,
    kind: 'payment.refunded',
    subjectId: ids[0],
    parameters: { amount: amount.toJSON().amount, currency: amount.currency, reason: input.reason },
  })
  return { ids }
})

export const writeOff = implement(paymentsContract['payments.write-off'], async (context, input) => {
  const invoice = (await payableInvoices(context, { ids: [input.invoiceId] }))[0] ?? notFound('invoice')
  if (!isPositive(invoice.open)) fail('invoice_already_settled', { number: invoice.number })
  const amount = input.amount ?? invoice.open
  if (amount.currency !== invoice.currency) invalid({ amount: 'currency_differs' })
  if (!isPositive(amount)) invalid({ amount: 'amount_not_positive' })
  if (compareMoney(amount, invoice.open) > 0) {
    fail('allocation_exceeds_open', { number: invoice.number, open: invoice.open.toJSON().amount, currency: invoice.currency })
  }
  const id = newId<'write-off'>()
  await insertWriteOff(context, { id, invoiceId: invoice.id, contactId: invoice.contactId, amount, reason: input.reason })
  await settleInvoice(context, { invoiceId: invoice.id, kind: 'write_off', sourceId: id, amount, on: context.today })
  await addTimelineEntry(context, {
    contactId: invoice.contactId,
    kind: 'invoice.written-off',
    subjectId: invoice.id,
    parameters: { number: invoice.number, amount: amount.toJSON().amount, currency: amount.currency, reason: input.reason },
  })
  return { id }
})

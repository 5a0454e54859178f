import type { Day } from '../../../kernel/day.ts'
import { fail, invalid, notFound } from '../../../kernel/failure.ts'
import { newId, type BankTransactionId, type ContactId, type Id, type InvoiceId, type PaymentId } from '../../../kernel/id.ts'
import { compareMoney, isPositive, minimum, negate, subtract, type Money } from '../../../kernel/money.ts'
import { addTimelineEntry } from '../../contacts/index.ts'
import { settleInvoice } from '../../invoicing/index.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { planAllocation } from '../balance.ts'
import { payableInvoices, type PayableInvoice } from '../invoices.ts'
import { drawCredit, everyAllocation, findCredit, insertAllocation, standingAllocations, type Allocation, type Credit } from './store.ts'
import { findPayment, insertPayment, insertRemoval } from '../received/store.ts'
import { reverseFeeSettlements, settleFees } from '../reminding/claims/settle.ts'

export interface Part {
  readonly invoiceId: InvoiceId
  readonly amount: Money
}

/** A payment with what it settles at once, invoices before the fees of their reminders; the rest is customer credit. */
export async function recordPayment(
  context: Context,
  payment: {
    contactId: ContactId
    amount: Money
    on: Day
    method: string
    note: string | null
    bankTransactionId: BankTransactionId | null
    /** Left out: the customer's open invoices, earliest due first. */
    parts?: readonly Part[] | undefined
  },
): Promise<{ id: PaymentId; allocations: Part[]; rest: Money }> {
  const id: PaymentId = newId<'payment'>()
  await insertPayment(context, { ...payment, id })
  const parts = payment.parts ?? (await oldestFirst(context, payment.contactId, payment.amount))
  const credit: Credit = { id, contactId: payment.contactId, kind: 'payment', amount: payment.amount, left: payment.amount, on: payment.on }
  const { left } = await allocateCredit(context, credit, parts, payment.on)
  const rest = await settleFees(context, { ...credit, left }, payment.on)
  await addTimelineEntry(context, {
    contactId: payment.contactId,
    kind: 'payment.received',
    subjectId: id,
    parameters: { amount: payment.amount.toJSON().amount, currency: payment.amount.currency },
  })
  context.emit('payment.received', { paymentId: id, contactId: payment.contactId })
  return { id, allocations: [...parts], rest }
}

/** Puts parts of a credit onto invoices; answers what is left and, per part, its allocation. Fails when more is asked than is left or open. */
export async function allocateCredit(
  context: Context,
  credit: Credit,
  parts: readonly Part[],
  on: Day,
): Promise<{ left: Money; allocationIds: Id<'allocation'>[] }> {
  const invoices = await payableInvoices(context, { ids: parts.map((part) => part.invoiceId) })
  let left = credit.left
  const allocationIds: Id<'allocation'>[] = []
  for (const part of parts) {
    const invoice = invoices.find((candidate) => candidate.id === part.invoiceId) ?? notFound('invoice')
    assertFits({ credit, invoice, part, left })
    const id = newId<'allocation'>()
    await insertAllocation(context, { id, creditId: credit.id, invoiceId: part.invoiceId, contactId: credit.contactId, amount: part.amount, on })
    await settleInvoice(context, { invoiceId: part.invoiceId, kind: credit.kind, sourceId: id, amount: part.amount, on })
    await drawCredit(context, credit.id, part.amount)
    left = subtract(left, part.amount)
    allocationIds.push(id)
    context.emit('credit.allocated', { allocationId: id })
  }
  return { left, allocationIds }
}

/** Undoes an allocation by a fact of its own: the invoice is open again, the amount is credit again. */
export async function reverseAllocation(context: Context, allocation: Allocation): Promise<void> {
  const credit = (await findCredit(context, allocation.creditId))!
  const id = newId<'allocation'>()
  const amount = negate(allocation.amount)
  await insertAllocation(context, { ...allocation, id, amount, on: context.today, reversesId: allocation.id })
  await settleInvoice(context, { invoiceId: allocation.invoiceId, kind: credit.kind, sourceId: id, amount, on: context.today })
  await drawCredit(context, credit.id, amount)
  context.emit('credit.allocated', { allocationId: id })
}

/** Takes a payment back whole. Fails when a part of it was refunded. */
export async function removePayment(context: Context, options: { paymentId: PaymentId; reason: string | null }): Promise<void> {
  const payment = (await findPayment(context, options.paymentId)) ?? notFound('payment')
  if (payment.isRemoved) fail('payment_already_removed')
  for (const allocation of await standingAllocations(context, { creditIds: [payment.id] })) await reverseAllocation(context, allocation)
  await reverseFeeSettlements(context, payment.id)
  const credit = (await findCredit(context, payment.id))!
  if (compareMoney(credit.left, payment.amount) !== 0) fail('payment_refunded')
  await insertRemoval(context, options)
  await drawCredit(context, payment.id, payment.amount)
  await addTimelineEntry(context, {
    contactId: payment.contactId,
    kind: 'payment.removed',
    subjectId: payment.id,
    parameters: { amount: payment.amount.toJSON().amount, currency: payment.amount.currency },
  })
  context.emit('payment.removed', { paymentId: payment.id, contactId: payment.contactId })
}

/** Records a payment that was taken back by mistake once more, onto the same invoices as far as they are open. */
export async function restorePayment(context: Context, paymentId: PaymentId): Promise<void> {
  const payment = (await findPayment(context, paymentId)) ?? notFound('payment')
  if (!payment.isRemoved) return
  const before = await everyAllocation(context, paymentId)
  const invoices = await payableInvoices(context, { ids: before.map((part) => part.invoiceId) })
  const parts = before.flatMap(({ invoiceId, amount }) => {
    const open = invoices.find((invoice) => invoice.id === invoiceId)?.open
    return open && isPositive(open) ? [{ invoiceId, amount: minimum(amount, open) }] : []
  })
  await recordPayment(context, { ...payment, parts })
}

/** The open invoices of a customer in one currency as parts of an amount, earliest due first. */
export async function oldestFirst(context: Context, contactId: ContactId, amount: Money): Promise<Part[]> {
  const open = (await payableInvoices(context, { contactId })).filter((invoice) => invoice.open.currency === amount.currency)
  const plan = planAllocation({ amount, open: open.map(asOpen) })
  return plan.allocations.map((part) => ({ invoiceId: part.invoiceId as InvoiceId, amount: part.amount }))
}

/** An invoice as the allocation rules look at it. */
export function asOpen(invoice: PayableInvoice) {
  return { invoiceId: invoice.id, dueOn: invoice.nextDueOn ?? invoice.issuedOn, issuedOn: invoice.issuedOn, open: invoice.open }
}

function assertFits(options: { credit: Credit; invoice: PayableInvoice; part: Part; left: Money }): void {
  const { credit, invoice, part, left } = options
  if (invoice.contactId !== credit.contactId) fail('invoice_of_another_customer', { number: invoice.number })
  if (part.amount.currency !== invoice.currency || part.amount.currency !== left.currency) invalid({ amount: 'currency_differs' })
  if (!isPositive(part.amount)) invalid({ amount: 'amount_not_positive' })
  if (compareMoney(part.amount, invoice.open) > 0) {
    fail('allocation_exceeds_open', { number: invoice.number, open: invoice.open.toJSON().amount, currency: invoice.currency })
  }
  if (compareMoney(part.amount, left) > 0) fail('credit_too_small', { missing: subtract(part.amount, left).toJSON().amount, currency: left.currency })
}

import { fail, invalid, notFound } from '../../../../kernel/failure.ts'
import type { PaymentId } from '../../../../kernel/id.ts'
import { addMinutes } from '../../../../kernel/instant.ts'
import { compareMoney, isPositive, minimum, type Money } from '../../../../kernel/money.ts'
import type { Context } from '../../../../platform/operation/context.ts'
import { implement } from '../../../../platform/operation/module.ts'
import { paymentsContract } from '../../contract.ts'
import { feesOf, recordFee } from '../../fees/store.ts'
import { payableInvoices } from '../../invoices.ts'
import { recordPayment } from '../../ledger/ledger.ts'
import { giveBack } from '../give-back.ts'
import { planSettlement } from '../plan.ts'
import type { ReportedCheckout } from '../provider.ts'
import { changeCheckout, changeOnlineRefund, insertOnlineRefund, onlineRefundsOf, selectCheckouts, type Checkout, type CheckoutId } from '../store.ts'
import { refundableOf } from './checkouts.ts'

/** The page is open, or the provider refused. Said twice, the first stands. */
export const noteCheckout = implement(paymentsContract['payments.note-checkout'], async (context, input) => {
  const checkout = await checkoutOf(context, input.checkoutId)
  if (checkout.providerId !== null || checkout.state !== 'asked') return { id: checkout.id }
  if (input.providerId === null) {
    await changeCheckout(context, checkout.id, { state: 'refused', problem: input.problem })
    return { id: checkout.id }
  }
  await changeCheckout(context, checkout.id, { state: 'open', providerId: input.providerId, address: input.address })
  // A message of the provider may be lost: we ask by ourselves, and once a day about all that waits.
  await context.later({ kind: 'payments.read-checkout', payload: { checkoutId: checkout.id }, runAt: addMinutes(context.now, 30) })
  return { id: checkout.id }
})

export const noteReport = implement(paymentsContract['payments.note-report'], async (context, { checkoutId, report }) => {
  const checkout = await checkoutOf(context, checkoutId)
  const refunds = await onlineRefundsOf(context, { checkoutIds: [checkout.id] })
  const fees = checkout.paymentId === null ? [] : await feesOf(context, [checkout.paymentId])
  const done = refunds.flatMap(({ state, providerId, amount }) => (state === 'done' && providerId !== null ? [{ providerId, amount }] : []))
  const plan = planSettlement({ isPaid: checkout.paymentId !== null, hasFee: fees.some((fee) => fee.kind === 'provider'), refunded: done }, report)
  const paymentId = checkout.paymentId ?? (plan.payment && (await receive(context, checkout, plan.payment, report)))
  if (plan.fee && paymentId) await recordFee(context, { paymentId, amount: plan.fee, kind: 'provider' })
  const paid: Checkout = { ...checkout, paymentId }
  for (const refund of plan.refunds) await noteBack(context, paid, refund)
  const state = paymentId === null ? report.state : 'paid'
  if (state !== checkout.state || report.way !== checkout.way) await changeCheckout(context, checkout.id, { state, way: report.way ?? checkout.way })
  return { id: checkout.id }
})

/** The payment settles its invoice; what was settled otherwise meanwhile is credit of the customer. */
async function receive(context: Context, checkout: Checkout, amount: Money, report: ReportedCheckout): Promise<PaymentId> {
  const [invoice] = await payableInvoices(context, { ids: [checkout.invoiceId] })
  const part = invoice && invoice.open.currency === amount.currency ? minimum(amount, invoice.open) : undefined
  const { id } = await recordPayment(context, {
    contactId: checkout.contactId,
    amount,
    on: report.paidOn ?? context.today,
    method: 'online',
    note: null,
    bankTransactionId: null,
    parts: part && isPositive(part) ? [{ invoiceId: checkout.invoiceId, amount: part }] : [],
  })
  await changeCheckout(context, checkout.id, { state: 'paid', way: report.way, paymentId: id })
  return id
}

/** A refund that we asked for is known by the provider's id, or, when told before its answer came, by its amount. */
async function noteBack(context: Context, checkout: Checkout, refund: ReportedCheckout['refunds'][number]): Promise<void> {
  const asked = (await onlineRefundsOf(context, { checkoutIds: [checkout.id] })).filter((each) => each.state === 'asked')
  const own =
    asked.find((each) => each.providerId === refund.providerId) ??
    (refund.isDispute ? undefined : asked.find((each) => each.providerId === null && compareMoney(each.amount, refund.amount) === 0))
  const reason = own?.reason ?? ''
  if (own) await changeOnlineRefund(context, own.id, { state: 'done', providerId: refund.providerId })
  else await insertOnlineRefund(context, { checkoutId: checkout.id, amount: refund.amount, reason, state: 'done', providerId: refund.providerId })
  await giveBack(context, checkout, { ...refund, reason })
}

export const refundOnline = implement(paymentsContract['payments.refund-online'], async (context, input) => {
  const checkout = await checkoutOf(context, input.checkoutId)
  const refundable = refundableOf(checkout, await onlineRefundsOf(context, { checkoutIds: [checkout.id] }))
  const amount = input.amount ?? refundable
  if (checkout.paymentId === null || !isPositive(refundable)) fail('nothing_to_refund')
  if (amount.currency !== refundable.currency) invalid({ amount: 'currency_differs' })
  if (!isPositive(amount) || compareMoney(amount, refundable) > 0) invalid({ amount: 'amount_out_of_range' })
  const refundId = await insertOnlineRefund(context, { checkoutId: checkout.id, amount, reason: input.reason, state: 'asked', providerId: null })
  await context.later({ kind: 'payments.send-refund', payload: { refundId }, key: `payments.send-refund/${refundId}` })
  return { id: checkout.id }
})

/** The provider took the order, or refused it. That the money went back is told by its report. */
export const noteRefund = implement(paymentsContract['payments.note-refund'], async (context, input) => {
  const [refund] = await onlineRefundsOf(context, { id: input.refundId })
  if (!refund) return notFound('refund')
  if (refund.state !== 'asked') return { id: refund.id }
  if (input.providerId === null) await changeOnlineRefund(context, refund.id, { state: 'refused', problem: input.problem })
  else if (refund.providerId === null) await changeOnlineRefund(context, refund.id, { providerId: input.providerId })
  await context.later({ kind: 'payments.read-checkout', payload: { checkoutId: refund.checkoutId } })
  return { id: refund.id }
})

async function checkoutOf(context: Context, id: CheckoutId): Promise<Checkout> {
  return (await selectCheckouts(context, { id }))[0] ?? notFound('checkout')
}

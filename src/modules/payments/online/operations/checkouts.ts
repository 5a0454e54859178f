import { fail, notFound } from '../../../../kernel/failure.ts'
import { addMinutes } from '../../../../kernel/instant.ts'
import { isPositive, subtract, sum, type Money } from '../../../../kernel/money.ts'
import type { Context } from '../../../../platform/operation/context.ts'
import { implement } from '../../../../platform/operation/module.ts'
import { paymentsContract } from '../../contract.ts'
import { payableInvoices } from '../../invoices.ts'
import { insertCheckout, onlineRefundsOf, paysOnline, providersOf, selectCheckouts, type Checkout, type OnlineRefund } from '../store.ts'

/** A page of Stripe's closes after 24 hours; a younger one is used again. */
const pageOpenMinutes = 20 * 60

export const startCheckout = implement(paymentsContract['payments.start-checkout'], async (context, input) => {
  const invoice = (await payableInvoices(context, { ids: [input.invoiceId] }))[0] ?? notFound('invoice')
  if (context.actor.kind === 'customer' && context.actor.contactId !== invoice.contactId) return notFound('invoice')
  if (!isPositive(invoice.open)) fail('invoice_already_settled', { number: invoice.number })
  const connected = (await providersOf(context)).find((each) => each.isConnected) ?? fail('no_payment_provider')
  const before = await selectCheckouts(context, { invoiceId: invoice.id })
  if (before.some((each) => each.state === 'pending')) fail('checkout_pending', { number: invoice.number })
  const standing = before.find((each) => isUsable(each, invoice.open, context) && each.provider === connected.provider)
  if (standing) return { id: standing.id, address: standing.address }
  const id = await insertCheckout(context, {
    invoiceId: invoice.id,
    contactId: invoice.contactId,
    provider: connected.provider,
    amount: invoice.open,
    returnUrl: input.returnUrl ?? `${context.publicUrl}/paid`,
  })
  await context.later({ kind: 'payments.open-checkout', payload: { checkoutId: id }, key: `payments.open-checkout/${id}` })
  return { id, address: null }
})

function isUsable(checkout: Checkout, open: Money, context: Context): boolean {
  const isSame = checkout.amount.currency === open.currency && checkout.amount.minor === open.minor
  return isSame && ['asked', 'open'].includes(checkout.state) && checkout.askedAt > addMinutes(context.now, -pageOpenMinutes)
}

export const readCheckout = implement(paymentsContract['payments.read-checkout'], async (context, { checkoutId }) => {
  const [checkout] = await selectCheckouts(context, { id: checkoutId })
  if (!checkout || (context.actor.kind === 'customer' && context.actor.contactId !== checkout.contactId)) return notFound('checkout')
  const { id, state, address, amount } = checkout
  return { id, state, address, amount }
})

export const listCheckouts = implement(paymentsContract['payments.checkouts'], async (context, { invoiceId }) => {
  const invoice = (await payableInvoices(context, { ids: [invoiceId] }))[0] ?? notFound('invoice')
  const checkouts = await selectCheckouts(context, { invoiceId })
  const refunds = await onlineRefundsOf(context, { checkoutIds: checkouts.map((each) => each.id) })
  return {
    checkouts: checkouts.map((checkout) => {
      const own = refunds.filter((refund) => refund.checkoutId === checkout.id)
      return { ...checkout, refundable: refundableOf(checkout, own), refunds: own }
    }),
    canBePaid: isPositive(invoice.open) && (await paysOnline(context)),
  }
})

/** Asks about one, about those named, or about all that wait. */
export const lookAtCheckouts = implement(paymentsContract['payments.look-at-checkouts'], async (context, { checkoutIds }) => {
  const found = checkoutIds
    ? (await Promise.all(checkoutIds.map((id) => selectCheckouts(context, { id })))).flat()
    : await selectCheckouts(context, { waiting: true })
  for (const { id, providerId } of found) {
    const kind = providerId === null ? 'payments.open-checkout' : 'payments.read-checkout'
    // Not more than once a second; a job that is running may have asked before the news.
    await context.later({ kind, payload: { checkoutId: id }, key: `${kind}/${id}/${context.now.slice(0, 19)}` })
  }
  return { count: found.length }
})

/** What the provider can still send back. */
export function refundableOf(checkout: Checkout, refunds: readonly OnlineRefund[]): Money {
  const { currency } = checkout.amount
  if (checkout.paymentId === null) return subtract(checkout.amount, checkout.amount)
  const gone = refunds.filter((refund) => refund.state !== 'refused').map((refund) => refund.amount)
  return subtract(checkout.amount, sum(gone, currency))
}

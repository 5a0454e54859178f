import { createHmac } from 'node:crypto'
import { money } from '../../../../kernel/money.ts'
import type { Outside, OutsideRequest } from '../../../../platform/outside.ts'
import type { Till, TillCheckout } from '../fake/till.ts'

/** Stripe's side of the wire over a till: the same paths, fields and answers that our adapter meets at the real one. */
export function stripeDouble(till: Till): Outside & { asked: OutsideRequest[] } {
  const asked: OutsideRequest[] = []
  return {
    asked,
    async ask(request) {
      asked.push(request)
      const path = new URL(request.url).pathname.replace('/v1', '')
      if (!request.headers?.['authorization']?.startsWith('Bearer sk_test_')) return answer(401, { error: { message: 'Invalid API Key provided' } })
      const fields = new URLSearchParams(request.body ?? '')
      if (request.method === 'POST' && path === '/checkout/sessions') return answer(200, opened(till, fields, request.headers['idempotency-key'] ?? ''))
      if (request.method === 'POST' && path === '/refunds') return refunded(till, fields, request.headers['idempotency-key'] ?? '')
      const found = till.find(path.split('/').at(-1)!.replace('cs_', ''))
      return found ? answer(200, sessionOf(till, found)) : answer(404, { error: { message: 'No such checkout.session' } })
    },
  }
}

/** A webhook as Stripe signs it. */
export function stripeWebhook(checkout: TillCheckout, options: { secret: string; nowSeconds: number; type: string }): { body: string; signature: string } {
  const object = { id: `cs_${checkout.id}`, object: 'checkout.session', metadata: { checkout: checkout.asked.id } }
  const body = JSON.stringify({ type: options.type, data: { object } })
  const hash = createHmac('sha256', options.secret).update(`${options.nowSeconds}.${body}`).digest('hex')
  return { body, signature: `t=${options.nowSeconds},v1=${hash}` }
}

function opened(till: Till, fields: URLSearchParams, key: string) {
  const currency = fields.get('line_items[0][price_data][currency]')!.toUpperCase()
  const made = till.open({
    id: key,
    amount: money(BigInt(fields.get('line_items[0][price_data][unit_amount]')!), currency),
    description: fields.get('payment_intent_data[description]')!,
    customerEmail: fields.get('customer_email'),
    language: 'de',
    returnUrl: fields.get('success_url')!,
    webhookUrl: '',
    ways: [],
  })
  return { ...sessionOf(till, made), url: `https://checkout.stripe.com/c/pay/cs_${made.id}` }
}

function refunded(till: Till, fields: URLSearchParams, key: string) {
  const id = fields.get('payment_intent')!.replace('pi_', '')
  const currency = till.find(id)!.asked.amount.currency
  const done = till.back(id, { key, amount: money(BigInt(fields.get('amount')!), currency), on: '2026-03-04' as never, isDispute: false })
  return done === undefined ? answer(400, { error: { message: 'Refund amount is greater than charge amount' } }) : answer(200, { id: done })
}

function sessionOf(till: Till, checkout: TillCheckout) {
  const report = till.report(checkout.id)!
  const { amount } = report
  const seconds = (day: string | null) => Date.parse(`${day ?? '2026-03-03'}T10:00:00Z`) / 1000
  const charge = {
    id: `ch_${checkout.id}`,
    created: seconds(report.paidOn),
    payment_method_details: { type: report.way },
    balance_transaction: { fee: Number(report.fee?.minor ?? 0n), currency: amount.currency.toLowerCase() },
    refunds: {
      data: report.refunds
        .filter((refund) => !refund.isDispute)
        .map((refund) => ({ id: refund.providerId, status: 'succeeded', amount: Number(refund.amount.minor), created: seconds(refund.on) })),
    },
    dispute: report.refunds
      .filter((refund) => refund.isDispute)
      .map((refund) => ({ id: refund.providerId, status: 'lost', amount: Number(refund.amount.minor), created: seconds(refund.on) }))[0],
  }
  return {
    id: `cs_${checkout.id}`,
    object: 'checkout.session',
    status: report.state === 'paid' || report.state === 'pending' ? 'complete' : report.state === 'expired' ? 'expired' : 'open',
    payment_status: report.state === 'paid' ? 'paid' : 'unpaid',
    currency: amount.currency.toLowerCase(),
    amount_total: Number(amount.minor),
    payment_intent: {
      id: `pi_${checkout.id}`,
      status: { pending: 'processing', failed: 'canceled', paid: 'succeeded' }[report.state as string] ?? 'requires_payment_method',
      latest_charge: report.paidOn ? charge : null,
    },
  }
}

function answer(status: number, body: object) {
  return { status, body: new TextEncoder().encode(JSON.stringify(body)) }
}

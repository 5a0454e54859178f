import { parseMoney, type MoneyOnTheWire } from '../../../../kernel/money.ts'
import type { Outside, OutsideRequest } from '../../../../platform/outside.ts'
import type { Till, TillCheckout } from '../fake/till.ts'

/** Mollie's side of the wire over a till. */
export function mollieDouble(till: Till): Outside & { asked: OutsideRequest[] } {
  const asked: OutsideRequest[] = []
  return {
    asked,
    async ask(request) {
      asked.push(request)
      const [, , id, part] = new URL(request.url).pathname.replace('/v2', '').split('/')
      const key = request.headers?.['idempotency-key'] ?? ''
      if (request.method === 'POST' && part === 'refunds') return refunded(till, id!, request, key)
      if (request.method === 'POST') return answer(201, paymentOf(till, opened(till, request, key)))
      const found = till.find(id!)
      return found ? answer(200, paymentOf(till, found)) : answer(404, { status: 404, title: 'Not Found', detail: 'No payment exists with token' })
    },
  }
}

function opened(till: Till, request: OutsideRequest, key: string): TillCheckout {
  const body = JSON.parse(request.body!) as { amount: { value: string; currency: string }; description: string; redirectUrl: string }
  const amount = parseMoney(body.amount.value, body.amount.currency)!
  const rest = { customerEmail: null, language: 'de', webhookUrl: '', ways: [] } as const
  return till.open({ id: key, amount, description: body.description, returnUrl: body.redirectUrl, ...rest })
}

function refunded(till: Till, id: string, request: OutsideRequest, key: string) {
  const { amount } = JSON.parse(request.body!) as { amount: { value: string; currency: string } }
  const done = till.back(id, { key, amount: parseMoney(amount.value, amount.currency)!, on: '2026-03-04' as never, isDispute: false })
  return done === undefined ? answer(422, { status: 422, detail: 'The amount is higher than the maximum' }) : answer(201, { id: done })
}

function paymentOf(till: Till, checkout: TillCheckout) {
  const report = till.report(checkout.id)!
  const wire = ({ amount, currency }: MoneyOnTheWire) => ({ value: amount, currency })
  const moved = (isDispute: boolean) =>
    report.refunds
      .filter((refund) => refund.isDispute === isDispute)
      .map((refund) => ({ id: refund.providerId, status: 'refunded', amount: wire(refund.amount.toJSON()), createdAt: `${refund.on}T08:00:00+00:00` }))
  return {
    id: checkout.id,
    status: report.state === 'failed' ? 'failed' : report.state,
    amount: wire(report.amount.toJSON()),
    method: report.way === 'sepa_debit' ? 'directdebit' : report.way === 'card' ? 'creditcard' : report.way,
    ...(report.paidOn ? { paidAt: `${report.paidOn}T10:00:00+00:00` } : {}),
    _links: { checkout: { href: `https://www.mollie.com/checkout/select/${checkout.id}` } },
    _embedded: { refunds: moved(false), chargebacks: moved(true) },
  }
}

function answer(status: number, body: object) {
  return { status, body: new TextEncoder().encode(JSON.stringify(body)) }
}

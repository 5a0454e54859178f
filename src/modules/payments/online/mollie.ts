import type { Day } from '../../../kernel/day.ts'
import { parseMoney, zero, type Money } from '../../../kernel/money.ts'
import type { OutsideRequest } from '../../../platform/outside.ts'
import { at, listAt, readAnswer, textAt, type Json } from './answers.ts'
import { isRefused, type NewCheckout, type Provider, type ProviderKeys, type ReportedCheckout } from './provider.ts'
import type { Way } from './names.ts'

const address = 'https://api.mollie.com/v2'

/**
 * Mollie Payments API v2 (https://docs.mollie.com/reference/create-payment). Its webhooks carry nothing but an id and
 * are not signed: what happened is read from Mollie. Fees are not told with a payment; Mollie takes them from its payout.
 */
export const mollie: Provider = {
  async open(outside, keys, checkout) {
    const answer = readAnswer(await outside.ask(post(keys, '/payments', paymentOf(checkout), checkout.id)), problemOf)
    if (!answer || isRefused(answer as object)) return answer as never
    const [providerId, page] = [textAt(answer as Json, 'id'), textAt(answer as Json, '_links', 'checkout', 'href')]
    return providerId && page ? { providerId, address: page } : { refused: 'no page to pay on' }
  },

  async read(outside, keys, providerId) {
    const url = `${address}/payments/${encodeURIComponent(providerId)}?embed=refunds,chargebacks`
    const answer = readAnswer(await outside.ask({ url, headers: headersOf(keys) }), problemOf)
    if (!answer || isRefused(answer as object)) return answer as never
    return reportOf(answer as Json)
  },

  async refund(outside, keys, refund) {
    const body = { amount: amountOf(refund.amount), description: refund.reason, metadata: { refund: refund.refundId } }
    const path = `/payments/${encodeURIComponent(refund.providerId)}/refunds`
    const answer = readAnswer(await outside.ask(post(keys, path, body, refund.refundId)), problemOf)
    if (!answer || isRefused(answer as object)) return answer as never
    return { providerId: textAt(answer as Json, 'id') ?? refund.refundId }
  },

  heard(webhook) {
    const id = new URLSearchParams(webhook.body).get('id')
    return id !== null && /^tr_[\w]{1,60}$/.test(id) ? [id] : 'refused'
  },
}

function paymentOf(checkout: NewCheckout): object {
  const methods = checkout.ways.flatMap((way) => methodsOf[way] ?? [])
  return {
    amount: amountOf(checkout.amount),
    description: checkout.description,
    redirectUrl: checkout.returnUrl,
    // Mollie refuses an address that it cannot reach, such as that of a server at home; then a check by the hour finds out.
    ...(checkout.webhookUrl.startsWith('https:') ? { webhookUrl: checkout.webhookUrl } : {}),
    locale: locales[checkout.language],
    metadata: { checkout: checkout.id },
    ...(methods.length > 0 ? { method: methods } : {}),
  }
}

/** applepay is a method of its own at Mollie; Google Pay comes with the card form. */
const methodsOf: Partial<Record<Way, readonly string[]>> = {
  card: ['creditcard', 'applepay'],
  sepa_debit: ['directdebit'],
  twint: ['twint'],
  bank_transfer: ['banktransfer'],
  paypal: ['paypal'],
}

const locales = { en: 'en_GB', de: 'de_DE', fr: 'fr_FR', it: 'it_IT' } as const

function reportOf(payment: Json): ReportedCheckout {
  const status = textAt(payment, 'status')
  const isPaid = status === 'paid'
  return {
    state: isPaid ? 'paid' : (states[status ?? ''] ?? 'open'),
    amount: moneyOf(at(payment, 'amount')),
    paidOn: isPaid ? dayOf(textAt(payment, 'paidAt')) : null,
    way: isPaid ? wayOf(textAt(payment, 'method')) : null,
    fee: null,
    refunds: [
      ...listAt(payment, '_embedded', 'refunds')
        .filter((refund) => !['failed', 'canceled'].includes(textAt(refund, 'status') ?? ''))
        .map((refund) => ({ ...moved(refund), isDispute: false })),
      // A chargeback that was reversed gave the money back to the company.
      ...listAt(payment, '_embedded', 'chargebacks')
        .filter((chargeback) => textAt(chargeback, 'reversedAt') === undefined)
        .map((chargeback) => ({ ...moved(chargeback), isDispute: true })),
    ],
  }
}

const states: Readonly<Record<string, ReportedCheckout['state']>> = {
  open: 'open',
  pending: 'pending',
  authorized: 'pending',
  canceled: 'failed',
  failed: 'failed',
  expired: 'expired',
}

function moved(found: Json) {
  return { providerId: textAt(found, 'id') ?? '', amount: moneyOf(at(found, 'amount')), on: dayOf(textAt(found, 'createdAt')) }
}

function wayOf(method: string | undefined): Way {
  if (method === 'creditcard' || method === 'applepay' || method === 'googlepay') return 'card'
  if (method === 'directdebit') return 'sepa_debit'
  if (method === 'banktransfer') return 'bank_transfer'
  return method === 'twint' || method === 'paypal' ? method : 'other'
}

/** Mollie writes amounts as decimal texts with the currency's own places. */
function amountOf(amount: Money) {
  const wire = amount.toJSON()
  return { currency: wire.currency, value: wire.amount }
}

function moneyOf(amount: Json | undefined): Money {
  const currency = textAt(amount, 'currency') ?? 'EUR'
  return parseMoney(textAt(amount, 'value') ?? '', currency) ?? zero(currency)
}

function dayOf(moment: string | undefined): Day {
  return (moment ?? '1970-01-01').slice(0, 10) as Day
}

function post(keys: ProviderKeys, path: string, body: object, idempotencyKey: string): OutsideRequest {
  return {
    url: address + path,
    method: 'POST',
    headers: { ...headersOf(keys), 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
    body: JSON.stringify(body),
    timeoutMilliseconds: 15_000,
  }
}

function headersOf(keys: ProviderKeys): Record<string, string> {
  return { authorization: `Bearer ${keys.key}` }
}

function problemOf(body: Json): string {
  return textAt(body, 'detail') ?? textAt(body, 'title') ?? ''
}

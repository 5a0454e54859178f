import { createHmac } from 'node:crypto'
import { exponentOf, type Currency } from '../../../kernel/currency.ts'
import type { Day } from '../../../kernel/day.ts'
import { money, type Money } from '../../../kernel/money.ts'
import { isSameSecret } from '../../../platform/secrets.ts'
import type { OutsideRequest } from '../../../platform/outside.ts'
import { at, listAt, readAnswer, textAt, type Json } from './answers.ts'
import { isRefused, type NewCheckout, type Provider, type ProviderKeys, type ReportedCheckout } from './provider.ts'
import type { Way } from './names.ts'

const address = 'https://api.stripe.com/v1'

/**
 * Stripe Checkout (https://docs.stripe.com/api/checkout/sessions), API version 2024-06-20. Cards with Apple Pay and
 * Google Pay, SEPA direct debit, TWINT: where no ways are chosen, Stripe offers what the account has switched on.
 */
export const stripe: Provider = {
  async open(outside, keys, checkout) {
    const answer = readAnswer(await outside.ask(post(keys, '/checkout/sessions', sessionOf(checkout), checkout.id)), problemOf)
    if (!answer || isRefused(answer as object)) return answer as never
    const [providerId, page] = [textAt(answer as Json, 'id'), textAt(answer as Json, 'url')]
    return providerId && page ? { providerId, address: page } : { refused: 'no page to pay on' }
  },

  async read(outside, keys, providerId) {
    const query = ['payment_intent.latest_charge.balance_transaction', 'payment_intent.latest_charge.refunds', 'payment_intent.latest_charge.dispute']
    const search = query.map((path) => `expand[]=${encodeURIComponent(path)}`).join('&')
    const request = { url: `${address}/checkout/sessions/${encodeURIComponent(providerId)}?${search}`, headers: headersOf(keys) }
    const answer = readAnswer(await outside.ask(request), problemOf)
    if (!answer || isRefused(answer as object)) return answer as never
    return reportOf(answer as Json)
  },

  async refund(outside, keys, refund) {
    const session = await outside.ask({ url: `${address}/checkout/sessions/${encodeURIComponent(refund.providerId)}`, headers: headersOf(keys) })
    const found = readAnswer(session, problemOf)
    if (!found || isRefused(found as object)) return found as never
    const intent = textAt(found as Json, 'payment_intent') ?? textAt(found as Json, 'payment_intent', 'id')
    if (!intent) return { refused: 'nothing was paid' }
    const fields = { payment_intent: intent, amount: String(toStripe(refund.amount)), 'metadata[refund]': refund.refundId, 'metadata[reason]': refund.reason }
    const answer = readAnswer(await outside.ask(post(keys, '/refunds', fields, refund.refundId)), problemOf)
    if (!answer || isRefused(answer as object)) return answer as never
    return { providerId: textAt(answer as Json, 'id') ?? refund.refundId }
  },

  heard(webhook, keys) {
    if (keys.webhookSecret === null || !isSigned(webhook.body, webhook.signature, { secret: keys.webhookSecret, nowSeconds: webhook.nowSeconds }))
      return 'refused'
    const object = at(parseEvent(webhook.body), 'data', 'object')
    // Events of a session carry it; those of charges, refunds and disputes carry the metadata that we gave the payment.
    const session = textAt(object, 'object') === 'checkout.session' ? textAt(object, 'id') : undefined
    const intent = textAt(object, 'payment_intent') ?? (textAt(object, 'object') === 'payment_intent' ? textAt(object, 'id') : undefined)
    return [session, textAt(object, 'metadata', 'checkout'), intent].filter((each) => each !== undefined)
  },
}

/**
 * https://docs.stripe.com/webhooks#verify-manually: `t=seconds,v1=hex`, HMAC-SHA256 over "t.body"; five minutes of
 * tolerance, so that a message that somebody kept is not told again.
 */
export function isSigned(body: string, signature: string | null, options: { secret: string; nowSeconds: number }): boolean {
  const parts = (signature ?? '').split(',').map((part) => part.split('='))
  const seconds = Number(parts.find(([name]) => name === 't')?.[1])
  if (!Number.isInteger(seconds) || Math.abs(options.nowSeconds - seconds) > 300) return false
  const expected = createHmac('sha256', options.secret).update(`${seconds}.${body}`).digest('hex')
  return parts.some(([name, value]) => name === 'v1' && value !== undefined && isSameSecret(value, expected))
}

function sessionOf(checkout: NewCheckout): Record<string, string> {
  const fields: Record<string, string> = {
    mode: 'payment',
    client_reference_id: checkout.id,
    success_url: checkout.returnUrl,
    cancel_url: checkout.returnUrl,
    locale: checkout.language,
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': checkout.amount.currency.toLowerCase(),
    'line_items[0][price_data][unit_amount]': String(toStripe(checkout.amount)),
    'line_items[0][price_data][product_data][name]': checkout.description,
    'payment_intent_data[description]': checkout.description,
    'payment_intent_data[metadata][checkout]': checkout.id,
    'metadata[checkout]': checkout.id,
  }
  if (checkout.customerEmail) fields['customer_email'] = checkout.customerEmail
  const methods = checkout.ways.flatMap((way) => methodsOf[way] ?? [])
  for (const [index, method] of methods.entries()) fields[`payment_method_types[${index}]`] = method
  return fields
}

const methodsOf: Partial<Record<Way, string>> = { card: 'card', sepa_debit: 'sepa_debit', twint: 'twint', paypal: 'paypal' }

function reportOf(session: Json): ReportedCheckout {
  const currency = (textAt(session, 'currency') ?? '').toUpperCase()
  const charge = at(session, 'payment_intent', 'latest_charge')
  const fee = at(charge, 'balance_transaction', 'fee')
  const feeCurrency = (textAt(charge, 'balance_transaction', 'currency') ?? '').toUpperCase()
  const isPaid = textAt(session, 'payment_status') === 'paid'
  return {
    state: stateOf(session, isPaid),
    amount: fromStripe(at(session, 'amount_total'), currency),
    paidOn: isPaid ? dayOf(at(charge, 'created')) : null,
    way: wayOf(textAt(charge, 'payment_method_details', 'type')),
    fee: typeof fee === 'number' && fee > 0 ? fromStripe(fee, feeCurrency) : null,
    refunds: refundsOf(charge, currency),
  }
}

function stateOf(session: Json, isPaid: boolean): ReportedCheckout['state'] {
  if (isPaid) return 'paid'
  if (textAt(session, 'status') === 'expired') return 'expired'
  const intent = textAt(session, 'payment_intent', 'status')
  if (intent === 'processing') return 'pending'
  return intent === 'canceled' || (textAt(session, 'status') === 'complete' && intent === 'requires_payment_method') ? 'failed' : 'open'
}

/** A dispute takes the money back at once; won, Stripe returns it, and `status` says so. */
function refundsOf(charge: Json | undefined, currency: Currency): ReportedCheckout['refunds'] {
  const refunds = listAt(charge, 'refunds', 'data').filter((refund) => textAt(refund, 'status') === 'succeeded' || textAt(refund, 'status') === 'pending')
  const dispute = at(charge, 'dispute')
  const isLost = textAt(dispute, 'id') !== undefined && textAt(dispute, 'status') === 'lost'
  return [
    ...refunds.map((refund) => ({ ...moved(refund, currency), isDispute: false })),
    ...(isLost && dispute !== undefined ? [{ ...moved(dispute, currency), isDispute: true }] : []),
  ]
}

function moved(found: Json, currency: Currency) {
  return { providerId: textAt(found, 'id') ?? '', amount: fromStripe(at(found, 'amount'), currency), on: dayOf(at(found, 'created')) }
}

function wayOf(type: string | undefined): Way | null {
  if (type === undefined) return null
  return type === 'card' || type === 'sepa_debit' || type === 'twint' || type === 'paypal' ? type : 'other'
}

/** https://docs.stripe.com/currencies: ISK and UGX are still counted in hundredths. */
const countedInHundredths = new Set(['ISK', 'UGX'])

export function toStripe(amount: Money): bigint {
  return countedInHundredths.has(amount.currency) && exponentOf(amount.currency) === 0 ? amount.minor * 100n : amount.minor
}

function fromStripe(amount: Json | undefined, currency: Currency): Money {
  const minor = BigInt(typeof amount === 'number' && Number.isSafeInteger(amount) ? amount : 0)
  return money(countedInHundredths.has(currency) && exponentOf(currency) === 0 ? minor / 100n : minor, currency)
}

function dayOf(seconds: Json | undefined): Day {
  const moment = typeof seconds === 'number' ? seconds * 1000 : 0
  return Temporal.Instant.fromEpochMilliseconds(moment).toString().slice(0, 10) as Day
}

function post(keys: ProviderKeys, path: string, fields: Record<string, string>, idempotencyKey: string): OutsideRequest {
  return {
    url: address + path,
    method: 'POST',
    headers: { ...headersOf(keys), 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': idempotencyKey },
    body: new URLSearchParams(fields).toString(),
    timeoutMilliseconds: 15_000,
  }
}

function headersOf(keys: ProviderKeys): Record<string, string> {
  return { authorization: `Bearer ${keys.key}`, 'stripe-version': '2024-06-20' }
}

function problemOf(body: Json): string {
  return textAt(body, 'error', 'message') ?? ''
}

function parseEvent(body: string): Json {
  try {
    return JSON.parse(body) as Json
  } catch {
    return null
  }
}

import type { Day } from '../../../kernel/day.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Outside } from '../../../platform/outside.ts'
import type { Way } from './names.ts'

/** What a provider is asked to collect: one sum for one invoice, on a page of the provider's. */
export interface NewCheckout {
  /** Ours; also the idempotency key, so that asking twice collects once. */
  readonly id: string
  readonly amount: Money
  /** "Invoice 2026-0014", as it stands on the customer's statement. */
  readonly description: string
  readonly customerEmail: string | null
  readonly language: Language
  /** Where the customer comes back to, and where the provider tells what happened. */
  readonly returnUrl: string
  readonly webhookUrl: string
  /** Empty: all that the provider offers for the currency. */
  readonly ways: readonly Way[]
}

/** What a provider says of a checkout when asked. Only this is believed, never the text of a webhook. */
export interface ReportedCheckout {
  readonly state: 'open' | 'pending' | 'paid' | 'failed' | 'expired'
  readonly amount: Money
  readonly paidOn: Day | null
  readonly way: Way | null
  /** What the provider keeps of it, where it says so with the payment. */
  readonly fee: Money | null
  /** Money that went back: by us, by hand at the provider, or by the customer's bank (`isDispute`). */
  readonly refunds: readonly { readonly providerId: string; readonly amount: Money; readonly on: Day; readonly isDispute: boolean }[]
}

/** A key of the company's account at the provider; read from its seal for one request. */
export interface ProviderKeys {
  readonly key: string
  /** Signs webhooks, where the provider signs them. */
  readonly webhookSecret: string | null
}

export interface Provider {
  /** Opens a page where the customer pays. Undefined where the provider was not reached: ask again later. */
  open(outside: Outside, keys: ProviderKeys, checkout: NewCheckout): Promise<{ readonly providerId: string; readonly address: string } | Refused | undefined>
  /** What became of a checkout. Undefined where the provider was not reached. */
  read(outside: Outside, keys: ProviderKeys, providerId: string): Promise<ReportedCheckout | Refused | undefined>
  /** Sends money back. `refundId` is ours and the idempotency key. */
  refund(
    outside: Outside,
    keys: ProviderKeys,
    refund: { readonly providerId: string; readonly refundId: string; readonly amount: Money; readonly reason: string },
  ): Promise<{ readonly providerId: string } | Refused | undefined>
  /** Which checkouts a webhook speaks of, by the provider's ids; `refused` where it is not from the provider. */
  heard(webhook: Webhook, keys: ProviderKeys): readonly string[] | 'refused'
}

export interface Webhook {
  readonly body: string
  readonly signature: string | null
  /** Seconds since 1970, to refuse old ones that somebody kept. */
  readonly nowSeconds: number
}

/** The provider answered and said no: asking again changes nothing. Its own words, for the owner. */
export interface Refused {
  readonly refused: string
}

export function isRefused(answer: object | undefined): answer is Refused {
  return answer !== undefined && 'refused' in answer
}

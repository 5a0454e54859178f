import type { Seals } from '../../../platform/secrets.ts'
import { fake } from './fake/fake.ts'
import { mollie } from './mollie.ts'
import type { ProviderName } from './names.ts'
import type { Provider, ProviderKeys } from './provider.ts'
import type { ConnectedProvider } from './store.ts'
import { stripe } from './stripe.ts'

export const providers: Readonly<Record<ProviderName, Provider>> = { stripe, mollie, fake }

/** How the keys of each provider look, so that a wrong one is told where it is typed. */
export const keyPatterns: Readonly<Record<ProviderName, RegExp>> = {
  stripe: /^[sr]k_(test|live)_\w{10,}$/,
  mollie: /^(test|live)_\w{10,}$/,
  fake: /^fake_\w{3,}$/,
}

/** Test keys move no money at any provider. */
export function isTestKey(key: string): boolean {
  return /^(fake|test|[sr]k_test)_/.test(key)
}

/** The keys out of their seals; undefined where another server sealed them. */
export function keysOf(seals: Seals, connected: ConnectedProvider): ProviderKeys | undefined {
  const key = seals.open(connected.sealedKey)
  if (key === undefined) return undefined
  return { key, webhookSecret: connected.sealedWebhookSecret === null ? null : (seals.open(connected.sealedWebhookSecret) ?? null) }
}

/** Where a provider tells what happened, per company. */
export function webhookUrl(place: { publicUrl: string; provider: ProviderName; companyId: string }): string {
  return `${place.publicUrl}/webhooks/payments/${place.provider}/${place.companyId}`
}

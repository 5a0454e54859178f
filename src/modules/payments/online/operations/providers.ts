import { invalid, notFound } from '../../../../kernel/failure.ts'
import { implement } from '../../../../platform/operation/module.ts'
import { paymentsContract } from '../../contract.ts'
import { isTestKey, keyPatterns, webhookUrl } from '../providers.ts'
import { endProvider, providersOf, saveProvider } from '../store.ts'

export const listProviders = implement(paymentsContract['payments.providers'], async (context) => {
  const urlOf = (provider: 'stripe' | 'mollie' | 'fake') => webhookUrl({ publicUrl: context.publicUrl, provider, companyId: context.company.id })
  const connected = (await providersOf(context)).filter((each) => each.isConnected)
  return {
    providers: connected.map((each) => ({
      provider: each.provider,
      isTest: each.isTest,
      ways: [...each.ways],
      connectedAt: each.connectedAt,
      signsWebhooks: each.sealedWebhookSecret !== null,
      webhookUrl: urlOf(each.provider),
    })),
    webhookUrls: (['stripe', 'mollie'] as const).map((provider) => ({ provider, url: urlOf(provider) })),
  }
})

export const connectProvider = implement(paymentsContract['payments.connect-provider'], async (context, input) => {
  const { provider, key, webhookSecret } = input
  if (!keyPatterns[provider].test(key)) invalid({ key: 'provider_key_malformed' })
  await saveProvider(context, {
    provider,
    sealedKey: context.seals.seal(key),
    sealedWebhookSecret: webhookSecret === null ? null : context.seals.seal(webhookSecret),
    ways: input.ways,
    isTest: isTestKey(key),
  })
  return { provider }
})

export const disconnectProvider = implement(paymentsContract['payments.disconnect-provider'], async (context, { provider }) => {
  if (!(await endProvider(context, provider))) notFound('provider')
  return { provider }
})

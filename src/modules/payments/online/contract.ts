import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { daySchema, idSchema, instantSchema, lineSchema, moneySchema } from '../../../kernel/schema.ts'
import { checkoutStates, providerNames, ways } from './names.ts'

const invoiceId = idSchema<'invoice'>()
const checkoutId = idSchema<'checkout'>()
const paymentId = idSchema<'payment'>()
const provider = z.enum(providerNames)
const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const
const secretSchema = z.string().trim().min(8, { error: 'provider_key_malformed' }).max(300, { error: 'provider_key_malformed' })
const done = z.object({ id: checkoutId })

const checkoutSchema = z.object({
  id: checkoutId,
  invoiceId,
  provider,
  amount: moneySchema,
  state: z.enum(checkoutStates),
  way: z.enum(ways).nullable(),
  /** The provider's own words where it refused. */
  problem: z.string().nullable(),
  paymentId: paymentId.nullable(),
  askedAt: instantSchema,
  /** What can still go back to the customer by this provider. */
  refundable: moneySchema,
  refunds: z.array(z.object({ amount: moneySchema, state: z.enum(['asked', 'done', 'refused']), reason: z.string(), problem: z.string().nullable() })),
})

/** Payments on a page of a provider, such as Stripe or Mollie. */
export const onlineOperations = {
  providers: operation({
    summary: 'List the payment providers that are connected, and where each tells what happened. Keys are never shown.',
    effect: 'read',
    roles: everyone,
    route: 'GET /payment-providers',
    input: z.object({}),
    output: z.object({
      providers: z.array(
        z.object({
          provider,
          isTest: z.boolean(),
          ways: z.array(z.enum(ways)),
          connectedAt: instantSchema,
          signsWebhooks: z.boolean(),
          webhookUrl: z.string(),
        }),
      ),
      /** Where a provider would tell, to be entered there before it is connected here. */
      webhookUrls: z.array(z.object({ provider, url: z.string() })),
    }),
  }),
  'connect-provider': operation({
    summary: 'Connect a payment provider by its key; customers can then pay invoices online. The key is kept sealed.',
    effect: 'write',
    roles: ['owner'],
    route: 'PUT /payment-providers/{provider}',
    input: z.object({
      provider,
      key: secretSchema,
      /** Stripe's signing secret of the webhook, whsec_… */
      webhookSecret: secretSchema.nullable().default(null),
      /** How customers may pay; left out: all that the provider offers. */
      ways: z.array(z.enum(ways)).max(10).default([]),
    }),
    output: z.object({ provider }),
    secret: ['key', 'webhookSecret'],
  }),
  'disconnect-provider': operation({
    summary: 'Let a payment provider go: no new payments are asked of it. What was paid stays, and is still told.',
    effect: 'write',
    roles: ['owner'],
    route: 'DELETE /payment-providers/{provider}',
    input: z.object({ provider }),
    output: z.object({ provider }),
  }),
  'start-checkout': operation({
    summary: 'Ask for the open amount of an invoice on a page of the payment provider. Its address follows within seconds.',
    effect: 'write',
    roles: [...members, 'customer'],
    route: 'POST /invoices/{invoiceId}/checkouts',
    input: z.object({ invoiceId, returnUrl: z.url({ error: 'field_malformed' }).max(500).optional() }),
    output: z.object({ id: checkoutId, address: z.string().nullable() }),
  }),
  'read-checkout': operation({
    summary: 'Read the state of an online payment and the address of the page to pay on.',
    effect: 'read',
    roles: [...everyone, 'customer'],
    route: 'GET /checkouts/{checkoutId}',
    input: z.object({ checkoutId }),
    output: z.object({ id: checkoutId, state: z.enum(checkoutStates), address: z.string().nullable(), amount: moneySchema }),
  }),
  checkouts: operation({
    summary: 'List the online payments of an invoice with what went back of each.',
    effect: 'read',
    roles: everyone,
    route: 'GET /invoices/{invoiceId}/checkouts',
    input: z.object({ invoiceId }),
    output: z.object({ checkouts: z.array(checkoutSchema), canBePaid: z.boolean() }),
  }),
  'refund-online': operation({
    summary: 'Send money of an online payment back to the customer through its provider, whole or in part.',
    effect: 'irreversible',
    roles: members,
    route: 'POST /checkouts/{checkoutId}/refund',
    input: z.object({ checkoutId, amount: moneySchema.optional(), reason: lineSchema(200) }),
    output: done,
  }),
  'look-at-checkouts': operation({
    summary: 'Ask the payment providers about everything that still waits: for when a message of theirs was lost. Runs daily.',
    effect: 'write',
    roles: members,
    route: 'POST /checkouts/look',
    input: z.object({ checkoutIds: z.array(checkoutId).max(100).optional() }),
    output: z.object({ count: z.number().int() }),
  }),
  'note-checkout': operation({
    summary: 'Note what a payment provider answered when asked to open a page.',
    effect: 'write',
    roles: [],
    route: 'POST /checkouts/{checkoutId}/opened',
    input: z.object({
      checkoutId,
      providerId: z.string().max(200).nullable(),
      address: z
        .url({ error: 'field_malformed', protocol: /^https?$/ })
        .max(2000)
        .nullable(),
      problem: z.string().max(300).nullable(),
    }),
    output: done,
  }),
  'note-report': operation({
    summary: 'Add what a payment provider reports of a checkout: payment, fee, money that went back. Twice changes nothing.',
    effect: 'write',
    roles: [],
    route: 'POST /checkouts/{checkoutId}/report',
    input: z.object({
      checkoutId,
      report: z.object({
        state: z.enum(['open', 'pending', 'paid', 'failed', 'expired']),
        amount: moneySchema,
        paidOn: daySchema.nullable(),
        way: z.enum(ways).nullable(),
        fee: moneySchema.nullable(),
        refunds: z.array(z.object({ providerId: z.string().min(1).max(200), amount: moneySchema, on: daySchema, isDispute: z.boolean() })).max(200),
      }),
    }),
    output: done,
  }),
  'note-refund': operation({
    summary: 'Note what a payment provider answered when asked to send money back.',
    effect: 'write',
    roles: [],
    route: 'POST /online-refunds/{refundId}/answer',
    input: z.object({ refundId: idSchema<'online-refund'>(), providerId: z.string().max(200).nullable(), problem: z.string().max(300).nullable() }),
    output: z.object({ id: idSchema<'online-refund'>() }),
  }),
}

import { newId, type ContactId, type Id, type InvoiceId, type PaymentId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { CheckoutState, ProviderName, Way } from './names.ts'

type OnlineTables = {
  payment_providers: {
    company_id: string
    provider: string
    sealed_key: string
    sealed_webhook_secret: string | null
    ways: string
    is_test: bigint
    connected_at: string
    connected_by: string
    disconnected_at: string | null
  }
  online_checkouts: {
    company_id: string
    id: string
    invoice_id: string
    contact_id: string
    provider: string
    provider_id: string | null
    address: string | null
    amount_minor: bigint
    currency: string
    state: CheckoutState
    way: string | null
    problem: string | null
    return_url: string
    payment_id: string | null
    asked_at: string
    changed_at: string
  }
  online_refunds: {
    company_id: string
    id: string
    checkout_id: string
    amount_minor: bigint
    currency: string
    reason: string
    state: 'asked' | 'done' | 'refused'
    provider_id: string | null
    problem: string | null
    asked_at: string
  }
}

export type CheckoutId = Id<'checkout'>
export type OnlineRefundId = Id<'online-refund'>
export type Reading = { readonly company: { readonly id: Context['company']['id'] }; readonly database: Transaction }

export interface ConnectedProvider {
  readonly provider: ProviderName
  readonly sealedKey: string
  readonly sealedWebhookSecret: string | null
  readonly ways: readonly Way[]
  readonly isTest: boolean
  readonly connectedAt: Instant
  readonly isConnected: boolean
}

export interface Checkout {
  readonly id: CheckoutId
  readonly invoiceId: InvoiceId
  readonly contactId: ContactId
  readonly provider: ProviderName
  readonly providerId: string | null
  readonly address: string | null
  readonly amount: Money
  readonly state: CheckoutState
  readonly way: Way | null
  readonly problem: string | null
  readonly returnUrl: string
  readonly paymentId: PaymentId | null
  readonly askedAt: Instant
}

export interface OnlineRefund {
  readonly id: OnlineRefundId
  readonly checkoutId: CheckoutId
  readonly amount: Money
  readonly reason: string
  readonly state: 'asked' | 'done' | 'refused'
  readonly providerId: string | null
  readonly problem: string | null
}

const tables = (transaction: Transaction) => transaction.withTables<OnlineTables>()

export async function saveProvider(context: Context, provider: Omit<ConnectedProvider, 'connectedAt' | 'isConnected'>): Promise<void> {
  const values = {
    sealed_key: provider.sealedKey,
    sealed_webhook_secret: provider.sealedWebhookSecret,
    ways: provider.ways.join(' '),
    is_test: provider.isTest ? 1n : 0n,
    connected_at: context.now,
    connected_by: context.actor.name,
    disconnected_at: null,
  }
  await tables(context.database)
    .insertInto('payment_providers')
    .values({ company_id: context.company.id, provider: provider.provider, ...values })
    .onConflict((conflict) => conflict.columns(['company_id', 'provider']).doUpdateSet(values))
    .execute()
}

export async function endProvider(context: Context, provider: ProviderName): Promise<boolean> {
  const result = await tables(context.database)
    .updateTable('payment_providers')
    .set({ disconnected_at: context.now })
    .where('company_id', '=', context.company.id)
    .where('provider', '=', provider)
    .where('disconnected_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** All that were ever connected, the latest first. */
export async function providersOf(context: Reading): Promise<ConnectedProvider[]> {
  const rows = await tables(context.database).selectFrom('payment_providers').selectAll().where('company_id', '=', context.company.id).execute()
  return rows
    .sort((left, right) => (left.connected_at < right.connected_at ? 1 : -1))
    .map((row) => ({
      provider: row.provider as ProviderName,
      sealedKey: row.sealed_key,
      sealedWebhookSecret: row.sealed_webhook_secret,
      ways: row.ways.split(' ').filter(Boolean) as Way[],
      isTest: row.is_test === 1n,
      connectedAt: row.connected_at as Instant,
      isConnected: row.disconnected_at === null,
    }))
}

/** Whether customers can pay online. */
export async function paysOnline(context: Reading): Promise<boolean> {
  return (await providersOf(context)).some((each) => each.isConnected)
}

export async function insertCheckout(context: Context, checkout: Pick<Checkout, 'invoiceId' | 'contactId' | 'provider' | 'amount' | 'returnUrl'>) {
  const id: CheckoutId = newId<'checkout'>()
  await tables(context.database)
    .insertInto('online_checkouts')
    .values({
      company_id: context.company.id,
      id,
      invoice_id: checkout.invoiceId,
      contact_id: checkout.contactId,
      provider: checkout.provider,
      provider_id: null,
      address: null,
      amount_minor: checkout.amount.minor,
      currency: checkout.amount.currency,
      state: 'asked',
      way: null,
      problem: null,
      return_url: checkout.returnUrl,
      payment_id: null,
      asked_at: context.now,
      changed_at: context.now,
    })
    .execute()
  return id
}

/** Checkouts by what is asked for: one, those of an invoice, those that a provider's ids name, or those that wait. */
export async function selectCheckouts(
  context: Reading,
  by: { id: string } | { invoiceId: InvoiceId } | { provider: ProviderName; named: readonly string[] } | { waiting: true },
): Promise<Checkout[]> {
  let query = tables(context.database).selectFrom('online_checkouts').selectAll().where('company_id', '=', context.company.id)
  if ('id' in by) query = query.where('id', '=', by.id)
  if ('invoiceId' in by) query = query.where('invoice_id', '=', by.invoiceId)
  if ('waiting' in by) query = query.where('state', 'in', ['asked', 'open', 'pending'])
  if ('named' in by) {
    const named = by.named.length > 0 ? [...by.named] : ['']
    query = query.where('provider', '=', by.provider).where((is) => is.or([is('provider_id', 'in', named), is('id', 'in', named)]))
  }
  const rows = await query.orderBy('id', 'desc').limit(500).execute()
  return rows.map((row) => ({
    id: row.id as CheckoutId,
    invoiceId: row.invoice_id as InvoiceId,
    contactId: row.contact_id as ContactId,
    provider: row.provider as ProviderName,
    providerId: row.provider_id,
    address: row.address,
    amount: money(row.amount_minor, row.currency),
    state: row.state,
    way: row.way as Way | null,
    problem: row.problem,
    returnUrl: row.return_url,
    paymentId: row.payment_id as PaymentId | null,
    askedAt: row.asked_at as Instant,
  }))
}

export async function changeCheckout(
  context: Context,
  id: CheckoutId,
  change: Partial<Pick<Checkout, 'providerId' | 'address' | 'state' | 'way' | 'problem' | 'paymentId'>>,
): Promise<void> {
  const { providerId, paymentId, ...same } = change
  await tables(context.database)
    .updateTable('online_checkouts')
    .set({
      ...same,
      ...(providerId === undefined ? {} : { provider_id: providerId }),
      ...(paymentId === undefined ? {} : { payment_id: paymentId }),
      changed_at: context.now,
    })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .execute()
}

export async function insertOnlineRefund(context: Context, refund: Omit<OnlineRefund, 'id' | 'problem'>): Promise<OnlineRefundId> {
  const id: OnlineRefundId = newId<'online-refund'>()
  await tables(context.database)
    .insertInto('online_refunds')
    .values({
      company_id: context.company.id,
      id,
      checkout_id: refund.checkoutId,
      amount_minor: refund.amount.minor,
      currency: refund.amount.currency,
      reason: refund.reason,
      state: refund.state,
      provider_id: refund.providerId,
      problem: null,
      asked_at: context.now,
    })
    .execute()
  return id
}

export async function onlineRefundsOf(context: Reading, by: { checkoutIds: readonly string[] } | { id: string }): Promise<OnlineRefund[]> {
  let query = tables(context.database).selectFrom('online_refunds').selectAll().where('company_id', '=', context.company.id)
  if ('id' in by) query = query.where('id', '=', by.id)
  else query = query.where('checkout_id', 'in', by.checkoutIds.length > 0 ? [...by.checkoutIds] : [''])
  return (await query.orderBy('id').execute()).map((row) => ({
    id: row.id as OnlineRefundId,
    checkoutId: row.checkout_id as CheckoutId,
    amount: money(row.amount_minor, row.currency),
    reason: row.reason,
    state: row.state,
    providerId: row.provider_id,
    problem: row.problem,
  }))
}

export async function changeOnlineRefund(
  context: Context,
  id: OnlineRefundId,
  change: Partial<Pick<OnlineRefund, 'state' | 'problem' | 'providerId'>>,
): Promise<void> {
  const { providerId, ...same } = change
  await tables(context.database)
    .updateTable('online_refunds')
    .set({ ...same, ...(providerId === undefined ? {} : { provider_id: providerId }) })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .execute()
}

import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findingsOf } from '../../../../tests/findings.ts'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'
import { openSeals } from '../../../platform/secrets.ts'
import { findScope } from '../../company/index.ts'
import { Till } from './fake/till.ts'
import { onlinePages } from './pages.ts'
import { mollieDouble } from './testing/mollie-double.ts'
import { stripeDouble, stripeWebhook } from './testing/stripe-double.ts'

let world: World
let application: Hono
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  application = new Hono()
  onlinePages(application, {
    database: world.database,
    clock: world.clock,
    seals: openSeals('a secret of tests'),
    publicUrl: 'http://127.0.0.1:4100',
    run: (request: Parameters<typeof world.operations.run>[0]) => world.operations.run(request),
    companyById: (id: never) => world.database.readPlatform((transaction) => findScope(transaction, id)),
    addressOf: () => '192.0.2.7',
  } as never)
})
afterAll(() => world.close())

const secret = 'whsec_0123456789abcdef'
const keys = { stripe: 'sk_test_0123456789abcdef', mollie: 'test_0123456789abcdef' }
const price = '120.00'

async function shop(provider: 'stripe' | 'mollie') {
  const owner = await world.company({ country: 'CH', taxRegime: 'small_business' })
  await owner.call('payments.connect-provider', { provider, key: keys[provider], webhookSecret: provider === 'stripe' ? secret : null })
  const till = new Till()
  world.outside.ask = (provider === 'stripe' ? stripeDouble(till) : mollieDouble(till)).ask
  return { owner, till }
}

async function invoice(owner: Seat) {
  const { id: contactId } = await owner.call('contacts.create', { name: 'Marie Dupont', email: 'marie@example.com' })
  const lines = [{ name: 'Ten lessons', quantity: '1', unitPrice: { amount: price, currency: 'CHF' } }]
  const { id } = await owner.call('invoicing.create-draft', { contactId, lines })
  await owner.call('invoicing.issue', { invoiceId: id })
  return { invoiceId: id as string, contactId: contactId as string }
}

/** Asks for the page; what the provider calls the payment. */
async function ask(owner: Seat, till: Till, invoiceId: string) {
  const { id } = await owner.call('payments.start-checkout', { invoiceId })
  await world.runJobs()
  const { address } = await owner.call('payments.read-checkout', { checkoutId: id })
  const providerId = /tr_fake\w+/.exec(address)![0]
  expect(till.find(providerId)).toBeDefined()
  return { checkoutId: id as string, providerId }
}

async function tell(owner: Seat, till: Till, provider: 'stripe' | 'mollie', providerId: string): Promise<number> {
  const nowSeconds = Date.parse(world.clock.now()) / 1000
  const signed = stripeWebhook(till.find(providerId)!, { secret, nowSeconds, type: 'checkout.session.completed' })
  const request = provider === 'stripe' ? { body: signed.body, headers: { 'stripe-signature': signed.signature } } : { body: `id=${providerId}` }
  const response = await application.request(`/webhooks/payments/${provider}/${owner.company.id}`, { method: 'POST', ...request })
  return response.status
}

const openOf = async (owner: Seat, invoiceId: string) => (await owner.call('payments.of-invoice', { invoiceId })).open.amount as string

describe.each(['stripe', 'mollie'] as const)('%s', (provider) => {
  test('a paid checkout settles its invoice, told once or often', async () => {
    const { owner, till } = await shop(provider)
    const { invoiceId, contactId } = await invoice(owner)
    const { providerId, checkoutId } = await ask(owner, till, invoiceId)
    await tell(owner, till, provider, providerId)
    await world.runJobs()
    expect(await openOf(owner, invoiceId)).toBe(price)
    till.pay(providerId, { way: 'card', on: '2026-03-02' as never })
    expect([await tell(owner, till, provider, providerId), await tell(owner, till, provider, providerId)]).toEqual([200, 200])
    await world.runJobs()
    await tell(owner, till, provider, providerId)
    await world.runJobs()
    expect(await openOf(owner, invoiceId)).toBe('0.00')
    const { payments } = await owner.call('payments.list', { contactId })
    expect(payments).toMatchObject([{ amount: { amount: price }, method: 'online', on: '2026-03-02' }])
    const { checkouts } = await owner.call('payments.checkouts', { invoiceId })
    expect(checkouts).toMatchObject([{ id: checkoutId, state: 'paid', way: 'card', refundable: { amount: price } }])
    expect(await findingsOf(world, owner)).toEqual([])
  })

  test('a debit is on its way for days, and is not asked for twice', async () => {
    const { owner, till } = await shop(provider)
    const { invoiceId } = await invoice(owner)
    const { providerId } = await ask(owner, till, invoiceId)
    till.pay(providerId, { way: 'sepa_debit', on: '2026-03-02' as never, state: 'pending' })
    await tell(owner, till, provider, providerId)
    await world.runJobs()
    expect(await owner.failure('payments.start-checkout', { invoiceId })).toBe('checkout_pending')
    till.pay(providerId, { way: 'sepa_debit', on: '2026-03-05' as never })
    // The message is lost; the daily look finds out.
    await owner.call('payments.look-at-checkouts')
    await world.runJobs()
    expect(await openOf(owner, invoiceId)).toBe('0.00')
  })

  test('a refund in part opens what it gives back, a whole one after a credit note leaves the invoice settled', async () => {
    const { owner, till } = await shop(provider)
    const { invoiceId } = await invoice(owner)
    const { providerId, checkoutId } = await ask(owner, till, invoiceId)
    till.pay(providerId, { way: 'card', on: '2026-03-02' as never })
    await tell(owner, till, provider, providerId)
    await world.runJobs()
    expect(await owner.failure('payments.refund-online', { checkoutId, amount: { amount: '120.01', currency: 'CHF' }, reason: 'Too much' })).toBe(
      'input_invalid',
    )
    await owner.call('payments.refund-online', { checkoutId, amount: { amount: '20.00', currency: 'CHF' }, reason: 'One lesson less' })
    await world.runJobs()
    expect(await openOf(owner, invoiceId)).toBe('20.00')
    await owner.call('payments.write-off', { invoiceId, reason: 'Agreed' })
    await owner.call('invoicing.credit', { invoiceId, reason: 'Moved away' })
    await owner.call('payments.refund-online', { checkoutId, reason: 'Moved away' })
    await world.runJobs()
    const { checkouts } = await owner.call('payments.checkouts', { invoiceId })
    expect(checkouts[0]).toMatchObject({ refundable: { amount: '0.00' }, refunds: [{ state: 'done' }, { state: 'done' }] })
    expect(await findingsOf(world, owner)).toEqual([])
  })

  test("money that the customer's bank takes back opens the invoice again", async () => {
    const { owner, till } = await shop(provider)
    const { invoiceId } = await invoice(owner)
    const { providerId } = await ask(owner, till, invoiceId)
    till.pay(providerId, { way: 'sepa_debit', on: '2026-03-02' as never })
    await tell(owner, till, provider, providerId)
    await world.runJobs()
    till.back(providerId, { key: 'dispute', amount: till.find(providerId)!.asked.amount, on: '2026-03-09' as never, isDispute: true })
    await tell(owner, till, provider, providerId)
    await tell(owner, till, provider, providerId)
    await world.runJobs()
    expect(await openOf(owner, invoiceId)).toBe(price)
    expect(await findingsOf(world, owner)).toEqual([])
  })

  test('what was paid meanwhile by bank stays as credit', async () => {
    const { owner, till } = await shop(provider)
    const { invoiceId, contactId } = await invoice(owner)
    const { providerId } = await ask(owner, till, invoiceId)
    await owner.call('payments.record', { invoiceId })
    till.pay(providerId, { way: 'card', on: '2026-03-02' as never })
    await tell(owner, till, provider, providerId)
    await world.runJobs()
    const { balances } = await owner.call('payments.balance', { contactId })
    expect(balances[0].credit.amount).toBe(price)
  })

  test('a provider that is not reached is asked again, and the page is opened once', async () => {
    const { owner, till } = await shop(provider)
    const { invoiceId } = await invoice(owner)
    const { ask: reach } = world.outside
    world.outside.ask = async () => undefined
    const { id } = await owner.call('payments.start-checkout', { invoiceId })
    await world.runJobs()
    expect(await owner.call('payments.read-checkout', { checkoutId: id })).toMatchObject({ state: 'asked', address: null })
    world.outside.ask = reach
    world.clock.moveTo('2026-03-02T10:00:00Z' as never)
    await world.runJobs()
    expect(await owner.call('payments.read-checkout', { checkoutId: id })).toMatchObject({ state: 'open' })
    expect(await owner.call('payments.start-checkout', { invoiceId })).toMatchObject({ id })
    expect(till.find('tr_none')).toBeUndefined()
    world.clock.moveTo('2026-03-02T09:00:00Z' as never)
  })
})

test('keys are sealed, never shown, and wrong ones are told where they are typed', async () => {
  const { owner } = await shop('stripe')
  expect(await owner.failure('payments.connect-provider', { provider: 'stripe', key: 'pk_live_0123456789' })).toBe('input_invalid')
  const told = JSON.stringify(await owner.call('payments.providers'))
  expect(told).not.toContain('0123456789abcdef')
  expect(told).toContain(`/webhooks/payments/stripe/${owner.company.id}`)
  const rows = await world.read(owner, (transaction) =>
    transaction.withTables<{ payment_providers: { company_id: string } }>().selectFrom('payment_providers').selectAll().execute(),
  )
  expect(JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('0123456789abcdef')
})

test('a webhook that Stripe did not sign, or that somebody kept, changes nothing', async () => {
  const { owner, till } = await shop('stripe')
  const { invoiceId } = await invoice(owner)
  const { providerId } = await ask(owner, till, invoiceId)
  const post = (body: string, signature: string) =>
    application.request(`/webhooks/payments/stripe/${owner.company.id}`, { method: 'POST', body, headers: { 'stripe-signature': signature } })
  const old = stripeWebhook(till.find(providerId)!, { secret, nowSeconds: Date.parse(world.clock.now()) / 1000 - 900, type: 'checkout.session.completed' })
  expect((await post(old.body, old.signature)).status).toBe(400)
  expect((await post(old.body, 't=1,v1=00')).status).toBe(400)
  expect((await application.request(`/webhooks/payments/stripe/${'0'.repeat(36)}`, { method: 'POST', body: '{}' })).status).toBe(404)
})

test('a customer starts a payment of the own invoice only', async () => {
  const { owner } = await shop('mollie')
  const [mine, other] = [await invoice(owner), await invoice(owner)]
  const customer = world.customer(owner, mine.contactId)
  expect(await customer.failure('payments.start-checkout', { invoiceId: other.invoiceId })).toBe('not_found')
  expect((await customer.call('payments.start-checkout', { invoiceId: mine.invoiceId })).id).toBeDefined()
})

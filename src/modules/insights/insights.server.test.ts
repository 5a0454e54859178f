import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World
let owner: Seat

beforeEach(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'CH' })
})
afterEach(() => world.close())

test('the numbers add up to what was invoiced, received, and comes again', async () => {
  const { id: contactId } = await owner.call('contacts.create', { name: 'Acme', email: 'acme@example.com' })
  const { id: agreementId } = await owner.call('agreements.create', {
    payerId: contactId,
    name: 'Hours',
    way: 'rate',
    amount: { amount: '120.00', currency: 'CHF' },
    then: 'accept',
  })
  await owner.call('work.record-time', { contactId, agreementId, on: '2026-03-02', minutes: 120 })
  const { invoices } = await owner.call('invoicing.bill-customer', { contactId })
  await owner.call('payments.record', { invoiceId: invoices[0].id })
  await owner.call('agreements.create', {
    payerId: contactId,
    name: 'Retainer',
    way: 'retainer',
    minutes: 600,
    amount: { amount: '1500.00', currency: 'CHF' },
    then: 'accept',
  })
  const numbers = await owner.call('insights.read')
  const march = numbers.months.at(-1)
  expect(march.month).toBe('2026-03')
  expect(march.received).toEqual(invoices[0].gross)
  expect(Number(march.invoiced.amount)).toBeGreaterThanOrEqual(Number(invoices[0].gross.amount))
  expect(numbers.recurring).toEqual([{ amount: '1500.00', currency: 'CHF' }])
  expect(numbers.customers[0].name).toBe('Acme')
  expect(numbers.members).toMatchObject([{ minutes: 120, billableMinutes: 120 }])
})

test('a payment taken back never came in, and staff see no numbers', async () => {
  const { id: contactId } = await owner.call('contacts.create', { name: 'Acme' })
  const { id: paymentId } = await owner.call('payments.record', { contactId, amount: { amount: '50.00', currency: 'CHF' } })
  expect((await owner.call('insights.read')).months.at(-1).received.amount).toBe('50.00')
  await owner.call('payments.remove', { paymentId })
  expect((await owner.call('insights.read')).months.at(-1).received.amount).toBe('0.00')
  const staff = await world.member(owner, 'staff')
  expect(await staff.failure('insights.read')).toBe('forbidden')
})

test('what went out for costs and back to customers stands beside what came in, and each customer’s lifetime beside the year', async () => {
  const francs = (amount: string) => ({ amount, currency: 'CHF' })
  const { id: contactId } = await owner.call('contacts.create', { name: 'Acme' })
  const { id: invoiceId } = await owner.call('invoicing.create-draft', { contactId, lines: [{ name: 'Work', quantity: '1', unitPrice: francs('100.00') }] })
  const { gross } = await owner.call('invoicing.issue', { invoiceId })
  await owner.call('payments.record', { contactId, amount: francs('150.00') })
  await owner.call('payments.refund', { contactId, amount: francs('20.00'), reason: 'Too much' })
  await owner.call('expenses.record', { amount: francs('30.00'), category: 'office', issuedOn: '2026-03-01', description: 'Paper', paidBy: 'card' })
  const numbers = await owner.call('insights.read')
  expect(numbers.months.at(-1)).toMatchObject({ received: francs('150.00'), spent: francs('30.00'), refunded: francs('20.00') })
  expect(numbers.customers).toMatchObject([{ name: 'Acme', lifetime: gross }])
  expect(numbers.lifetimeAverage).toEqual(gross)
})

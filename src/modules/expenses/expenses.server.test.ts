import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World
let owner: Seat
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'CH' })
})
afterAll(() => world.close())

const francs = (amount: string) => ({ amount, currency: 'CHF' })
const read = (expenseId: string) => owner.call('expenses.read', { expenseId })

test('a cost paid by card is paid with its recording, and what is said about it can be changed', async () => {
  const { id } = await owner.call('expenses.record', { description: 'Lunch', amount: francs('34.50'), rate: '8.1' })
  expect(await read(id)).toMatchObject({
    state: 'recorded',
    category: 'meals',
    issuedOn: '2026-03-02',
    net: francs('31.91'),
    tax: francs('2.59'),
    open: francs('0.00'),
    payments: [{ method: 'card', on: '2026-03-02', amount: francs('34.50'), isAutomatic: true }],
  })
  await owner.call('expenses.change', { expenseId: id, amount: francs('40.00'), paidBy: 'cash', issuedOn: '2026-03-01' })
  expect(await read(id)).toMatchObject({ revision: 2, gross: francs('40.00'), payments: [{ method: 'cash', on: '2026-03-01', amount: francs('40.00') }] })
})

test('a bill is owed until it is paid, and then stays until the payment is taken back', async () => {
  const bill = { payee: { name: 'Druckerei Muster', iban: 'CH93 0076 2011 6238 5295 7' }, amount: francs('216.20'), rate: '8.1', paidBy: 'bank' }
  const { id } = await owner.call('expenses.record', bill)
  expect(await read(id)).toMatchObject({ open: francs('216.20'), payee: { iban: 'CH9300762011623852957' } })
  expect((await owner.call('expenses.list', { filter: 'to_pay' })).expenses).toMatchObject([{ id }])
  expect(await owner.failure('expenses.mark-paid', { expenseId: id, amount: francs('300.00') })).toBe('input_invalid')
  const { id: paymentId } = await owner.call('expenses.mark-paid', { expenseId: id, on: '2026-03-03' })
  expect(await owner.failure('expenses.remove', { expenseId: id })).toBe('expense_is_paid')
  expect(await owner.failure('expenses.mark-paid', { expenseId: id })).toBe('expense_already_paid')
  await owner.call('expenses.undo-payment', { paymentId })
  await owner.call('expenses.remove', { expenseId: id })
  expect(await read(id)).toMatchObject({ state: 'removed', open: francs('0.00') })
  await owner.call('expenses.restore', { expenseId: id })
  expect(await read(id)).toMatchObject({ state: 'recorded', open: francs('216.20') })
})

test('amounts that do not add up, and costs that say nothing, are refused at their field', async () => {
  expect(await owner.failure('expenses.record', { amount: francs('10.00') })).toBe('input_invalid')
  const parts = [{ rate: '8.1', net: francs('100.00'), tax: francs('8.10'), gross: francs('108.00') }]
  expect(await owner.failure('expenses.record', { description: 'Paper', parts })).toBe('input_invalid')
  const charged = [{ treatment: 'reverse_charge', rate: '8.1', tax: francs('8.10'), gross: francs('108.10') }]
  expect(await owner.failure('expenses.record', { description: 'Paper', parts: charged })).toBe('input_invalid')
})

test('a cost that is passed on is on the next invoice once, and comes back off when it is removed', async () => {
  const { id: contactId } = await owner.call('contacts.create', { name: 'Acme' })
  const { id } = await owner.call('expenses.record', { description: 'Train to Bern', amount: francs('108.10'), rate: '8.1', contactId })
  const unbilled = async () => (await owner.call('invoicing.unbilled', { contactId })).customers.flatMap((customer: { charges: object[] }) => customer.charges)
  expect(await unbilled()).toMatchObject([{ name: 'Train to Bern', amount: francs('100.00') }])
  await owner.call('invoicing.bill-customer', { contactId })
  expect(await unbilled()).toEqual([])
  await owner.call('expenses.remove', { expenseId: id })
  expect(await unbilled()).toMatchObject([{ amount: francs('-100.00') }])
  await owner.call('expenses.restore', { expenseId: id })
  expect(await unbilled()).toEqual([])
})

test('a cost follows two customers who become one', async () => {
  const { id: contactId } = await owner.call('contacts.create', { name: 'Kept' })
  const { id: otherId } = await owner.call('contacts.create', { name: 'Other' })
  const { id } = await owner.call('expenses.record', { description: 'Hotel', amount: francs('90.00'), contactId: otherId, payeeContactId: otherId })
  await owner.call('contacts.merge', { contactId, otherId })
  expect(await read(id)).toMatchObject({ payeeContactId: contactId, rebill: { contactId, contactName: 'Kept' } })
})

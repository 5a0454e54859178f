import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../tests/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a company in Switzerland proposes francs, its tax rates and its number series', async () => {
  const owner = await world.company({ country: 'CH' })
  const answer = await owner.call('company.read')
  expect(answer.company).toMatchObject({ currency: 'CHF', zone: 'Europe/Zurich', language: 'de', daysToPay: 30 })
  expect(answer.taxRates).toContainEqual(expect.objectContaining({ category: 'standard', rate: '8.1', validFrom: '2024-01-01', validTo: null }))
  expect(answer.series.map((series: { kind: string }) => series.kind).sort()).toEqual(['credit_note', 'invoice', 'offer'])
})

test('the next number can be corrected until it is used, and never jumps afterwards', async () => {
  const seat = await world.company({ country: 'CH' })
  await seat.call('company.set-series', { kind: 'invoice', format: '{number}', next: 140 })
  await seat.call('company.set-series', { kind: 'invoice', format: '{number}', next: 14 })
  const { id: contactId } = await seat.call('contacts.create', { name: 'Marie' })
  const lines = [{ name: 'Work', quantity: '1', unitPrice: { amount: '10.00', currency: 'CHF' } }]
  const { id: invoiceId } = await seat.call('invoicing.create-draft', { contactId, lines })
  await seat.call('invoicing.issue', { invoiceId })
  expect((await seat.call('invoicing.read', { invoiceId })).number).toBe('14')
  expect(await seat.failure('company.set-series', { kind: 'invoice', format: '{number}', next: 200 })).toBe('series_already_used')
})

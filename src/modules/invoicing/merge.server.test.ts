import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../tests/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('two contacts become one: a draft moves along and is issued to the one that is kept', async () => {
  const owner = await world.company()
  const lines = [{ name: 'Coaching', quantity: '1', unitPrice: { amount: '100.00', currency: 'CHF' } }]
  const ids = []
  for (const name of ['Marie Dupont', 'M. Dupont']) ids.push((await owner.call('contacts.create', { name })).id)
  const { id: invoiceId } = await owner.call('invoicing.create-draft', { contactId: ids[1], lines })
  await owner.call('contacts.merge', { contactId: ids[0], otherId: ids[1] })
  await owner.call('invoicing.issue', { invoiceId })
  const { invoices } = await owner.call('invoicing.list', { contactId: ids[0] })
  expect(invoices).toMatchObject([{ id: invoiceId, contactName: 'Marie Dupont' }])
  expect((await owner.call('invoicing.list', { filter: 'open' })).invoices).toHaveLength(1)
})

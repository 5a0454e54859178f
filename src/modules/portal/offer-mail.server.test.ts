import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World
let owner: Seat
beforeAll(async () => {
  world = await openWorld()
  owner = await world.company()
})
afterAll(() => world.close())

const offerTo = async (contact: Record<string, unknown>) => {
  const { id: payerId } = await owner.call('contacts.create', contact)
  const { id } = await owner.call('agreements.create', {
    payerId,
    way: 'pass',
    name: 'Zehnerabo',
    units: 10,
    amount: { amount: '300', currency: 'CHF' },
    then: 'offer',
  })
  await world.runJobs()
  const { messages } = await owner.call('messages.list', { contactId: payerId })
  return { payerId, id, messages }
}

test('an offer reaches the customer as a mail with the letter and a link of their own', async () => {
  const { id, messages } = await offerTo({ kind: 'person', name: 'Marie Dupont', email: 'marie@example.com' })
  expect(messages).toHaveLength(1)
  const message = await owner.call('messages.read', { messageId: messages[0].id })
  expect(JSON.stringify(message)).toContain(`/offers/${id}`)
  expect(JSON.stringify(message)).toContain('Zehnerabo.pdf')
})

test('a customer without an e-mail address can be offered something all the same; no mail is made', async () => {
  const { id, messages } = await offerTo({ kind: 'person', name: 'Ohne Adresse' })
  expect(messages).toHaveLength(0)
  expect((await owner.call('agreements.read', { agreementId: id })).state).toBe('offered')
})

test('the letter of an offer is shown to its payer and to nobody else', async () => {
  const { payerId, id } = await offerTo({ kind: 'person', name: 'Anna Frei', email: 'anna@example.com' })
  const { id: other } = await owner.call('contacts.create', { kind: 'person', name: 'Jemand' })
  expect((await world.customer(owner, payerId).call('portal.offer-pdf', { agreementId: id })).fileName).toBe('Zehnerabo.pdf')
  expect(await world.customer(owner, other).failure('portal.offer-pdf', { agreementId: id })).toBe('not_found')
})

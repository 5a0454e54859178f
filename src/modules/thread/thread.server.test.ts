import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World
let owner: Seat

beforeEach(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'CH' })
})
afterEach(() => world.close())

test('the thread tells who, what is left, what is open, what is next, and what to do', async () => {
  const { id: marie } = await owner.call('contacts.create', { name: 'Marie Keller', email: 'marie@example.com' })
  const { id: bebbo } = await owner.call('contacts.create', {
    kind: 'thing',
    thingKind: 'dog',
    name: 'Bebbo',
    relationships: [{ kind: 'owned_by', contactId: marie }],
  })
  const { id: serviceId } = await owner.call('offer.create-service', { name: 'Lesson', unit: 'lesson', minutes: 60 })
  await owner.call('agreements.create', {
    payerId: marie,
    thingId: bebbo,
    name: 'Pass',
    way: 'pass',
    units: 10,
    amount: { amount: '300.00', currency: 'CHF' },
    then: 'accept',
  })
  await owner.call('calendar.book', { serviceId, on: '2026-03-09', time: '10:00', participants: [{ contactId: marie, thingId: bebbo }] })
  await world.runJobs()
  const thread = await owner.call('thread.read', { contactId: marie })
  expect(thread.contact).toMatchObject({ name: 'Marie Keller', state: 'customer' })
  expect(thread.relationships).toMatchObject([{ kind: 'owner_of', otherName: 'Bebbo' }])
  expect(thread.agreements).toMatchObject([{ name: 'Pass', standing: [{ granted: '10', left: '9' }] }])
  expect(thread.nextSession).toMatchObject({ name: 'Lesson' })
  expect(thread.money).toHaveLength(1)
  expect(thread.suggestions.map((each: { kind: string }) => each.kind)).toContain('record-payment')
  const pay = thread.suggestions.find((each: { kind: string }) => each.kind === 'record-payment')
  await owner.call(pay.doing.operation, pay.doing.input)
  expect((await owner.call('thread.read', { contactId: marie })).money).toEqual([])
})

test('the timeline goes on page by page, nothing twice and nothing left out', async () => {
  const { id: contactId } = await owner.call('contacts.create', { name: 'Marie' })
  for (let count = 0; count < 25; count += 1) await owner.call('contacts.add-note', { contactId, text: `Note ${count}` })
  const first = await owner.call('thread.read', { contactId, limit: 10 })
  const seen: string[] = first.timeline.entries.map((entry: { id: string }) => entry.id)
  for (let after = first.timeline.next; after;) {
    const page = await owner.call('thread.timeline', { contactId, after, limit: 10 })
    seen.push(...page.entries.map((entry: { id: string }) => entry.id))
    after = page.next
  }
  expect(new Set(seen).size).toBe(26)
  expect(seen).toHaveLength(26)
})

test('a thread of another company does not exist', async () => {
  const { id: contactId } = await owner.call('contacts.create', { name: 'Marie' })
  const other = await world.company()
  expect(await other.failure('thread.read', { contactId })).toBe('not_found')
})

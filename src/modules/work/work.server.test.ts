import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { instant } from '../../kernel/instant.ts'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World
let owner: Seat
let acme: string
let hour: string
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
})
beforeEach(async () => {
  world.clock.moveTo(instant('2026-03-02T09:00:00Z'))
  owner = await world.company({ country: 'CH' })
  acme = (await owner.call('contacts.create', { kind: 'organisation', name: 'Acme Studio GmbH' })).id
  hour = (await owner.call('offer.create-service', { name: 'Design', unit: 'minute', price: { amount: '160.00', currency: 'CHF' }, per: '60' })).id
})
afterAll(() => world.close())

test('time is recorded for a customer, with the only service that is measured', async () => {
  await owner.call('work.record-time', { contactId: acme, on: '2026-03-01', minutes: 120, note: 'Logo' })
  const { entries, minutes } = await owner.call('work.entries', { contactId: acme })
  expect(minutes).toBe(120)
  expect(entries[0]).toMatchObject({
    contactName: 'Acme Studio GmbH',
    serviceName: 'Design',
    on: '2026-03-01',
    note: 'Logo',
    isBillable: true,
    agreementId: null,
  })
})

test('time for another company’s customer is not found', async () => {
  const stranger = await world.company({ country: 'DE' })
  expect(await stranger.failure('work.record-time', { contactId: acme, on: '2026-03-01', minutes: 60 })).toBe('not_found')
})

test('a day has at most 24 hours', async () => {
  expect(await owner.failure('work.record-time', { contactId: acme, on: '2026-03-01', minutes: 1441 })).toBe('input_invalid')
})

test('the accountant reads time and records none', async () => {
  const accountant = await world.member(owner, 'accountant')
  expect(await accountant.failure('work.record-time', { contactId: acme, on: '2026-03-01', minutes: 60 })).toBe('forbidden')
  expect((await accountant.call('work.entries', {})).entries).toEqual([])
})

test('time draws on the retainer that knows it, and a removed entry gives it back', async () => {
  const { id: agreementId } = await owner.call('agreements.create', {
    payerId: acme,
    name: 'Retainer',
    way: 'retainer',
    minutes: 600,
    amount: { amount: '1500.00', currency: 'CHF' },
    startsOn: '2026-03-01',
    then: 'accept',
  })
  const leftOf = async () => (await owner.call('agreements.balance', { agreementId })).lines[0].left
  expect(await leftOf()).toBe('600')
  const { id } = await owner.call('work.record-time', { contactId: acme, on: '2026-03-02', minutes: 90 })
  expect((await owner.call('work.entries', { agreementId })).entries[0]).toMatchObject({ id, agreementName: 'Retainer' })
  expect(await leftOf()).toBe('510')
  await owner.call('work.change-time', { timeEntryId: id, minutes: 30 })
  expect(await leftOf()).toBe('570')
  await owner.call('work.remove-time', { timeEntryId: id })
  expect(await leftOf()).toBe('600')
  await owner.call('work.restore-time', { timeEntryId: id })
  expect(await leftOf()).toBe('570')
})

test('an agreement of another customer is refused', async () => {
  const other = (await owner.call('contacts.create', { kind: 'person', name: 'Marie Dupont' })).id
  const { id: agreementId } = await owner.call('agreements.create', {
    payerId: other,
    name: 'Retainer',
    way: 'retainer',
    minutes: 600,
    amount: { amount: '1500.00', currency: 'CHF' },
    startsOn: '2026-03-01',
    then: 'accept',
  })
  expect(await owner.failure('work.record-time', { contactId: acme, agreementId, on: '2026-03-02', minutes: 90 })).toBe('input_invalid')
})

test('a week is recorded whole or not at all', async () => {
  const entry = (minutes: number) => ({ contactId: acme, on: '2026-03-02', minutes })
  expect(await owner.failure('work.record-many', { entries: [entry(60), { ...entry(30), contactId: '01900000-0000-7000-8000-000000000000' }] })).toBe(
    'not_found',
  )
  expect((await owner.call('work.week', { from: '2026-03-02' })).entries).toEqual([])
  await owner.call('work.record-many', { entries: [entry(60), entry(30)] })
  const week = await owner.call('work.week', { from: '2026-03-02' })
  expect(week.entries).toHaveLength(2)
  expect(week.rows).toEqual([expect.objectContaining({ contactName: 'Acme Studio GmbH', serviceId: hour })])
})

test('the timer survives, and stopping it records its time rounded up', async () => {
  await owner.call('work.start-timer', { contactId: acme, note: 'Call' })
  world.clock.moveTo(instant('2026-03-02T09:42:10Z'))
  expect((await owner.call('work.timer')).timer).toMatchObject({ contactName: 'Acme Studio GmbH', startedAt: '2026-03-02T09:00:00.000Z' })
  expect(await owner.call('work.stop-timer', {})).toMatchObject({ minutes: 43 })
  expect((await owner.call('work.timer')).timer).toBeNull()
  expect((await owner.call('work.entries', {})).entries[0]).toMatchObject({ minutes: 43, note: 'Call', on: '2026-03-02' })
  expect(await owner.failure('work.stop-timer', {})).toBe('timer_not_running')
})

test('a timer without a customer asks for one before it is recorded', async () => {
  await owner.call('work.start-timer', {})
  expect(await owner.failure('work.stop-timer', {})).toBe('input_invalid')
  world.clock.moveTo(instant('2026-03-02T10:00:00Z'))
  await owner.call('work.stop-timer', { contactId: acme })
  expect((await owner.call('work.entries', {})).minutes).toBe(60)
})

test('what was not recorded is not on the thread, what was is', async () => {
  await owner.call('work.record-time', { contactId: acme, on: '2026-03-01', minutes: 120, note: 'Logo' })
  const { entries } = await owner.call('contacts.timeline', { contactId: acme })
  expect(entries.map((entry: { kind: string }) => entry.kind)).toContain('work.recorded')
})

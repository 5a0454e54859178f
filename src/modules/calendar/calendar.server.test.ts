import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { instant } from '../../kernel/instant.ts'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World
let owner: Seat
let marie: string
let bebbo: string
let lesson: string
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
})
beforeEach(async () => {
  world.clock.moveTo(instant('2026-03-02T09:00:00Z'))
  owner = await world.company({ country: 'CH' })
  marie = (await owner.call('contacts.create', { kind: 'person', name: 'Marie Dupont' })).id
  bebbo = (await owner.call('contacts.create', { kind: 'thing', name: 'Bebbo' })).id
  lesson = (await owner.call('offer.create-service', { name: 'Lektion', unit: 'lesson', minutes: 60, price: { amount: '40.00', currency: 'CHF' } })).id
})
afterAll(() => world.close())

const sell = async () =>
  (
    await owner.call('agreements.create', {
      payerId: marie,
      thingId: bebbo,
      name: '10er-Karte',
      way: 'pass',
      units: 10,
      amount: { amount: '300.00', currency: 'CHF' },
      startsOn: '2026-03-01',
      then: 'accept',
    })
  ).id as string
const leftOf = async (agreementId: string) => Number((await owner.call('agreements.balance', { agreementId })).lines[0].left)
const bookLesson = async () =>
  (await owner.call('calendar.book', { serviceId: lesson, on: '2026-03-03', time: '14:00', participants: [{ contactId: marie, thingId: bebbo }] })).id as string

test('a session stands on the wall clock of the company, as long as its service takes', async () => {
  const id = await bookLesson()
  expect(await owner.call('calendar.session', { sessionId: id })).toMatchObject({
    startsAt: '2026-03-03T13:00:00.000Z',
    endsAt: '2026-03-03T14:00:00.000Z',
    on: '2026-03-03',
    time: '14:00',
    minutes: 60,
    serviceName: 'Lektion',
    participants: [{ contactName: 'Marie Dupont', thingName: 'Bebbo', outcome: 'booked' }],
  })
})

test('booking reserves a lesson of the pass, attendance draws it, and taking it back leaves it reserved', async () => {
  const agreementId = await sell()
  const sessionId = await bookLesson()
  expect(await leftOf(agreementId)).toBe(9)
  world.clock.moveTo(instant('2026-03-03T15:00:00Z'))
  expect((await owner.call('calendar.session', { sessionId })).awaitsAttendance).toBe(true)
  expect(await owner.call('calendar.confirm-attendance', { sessionId })).toEqual({ attended: 1, missed: 0 })
  expect(await leftOf(agreementId)).toBe(9)
  await owner.call('calendar.reopen-attendance', { sessionId })
  expect((await owner.call('calendar.session', { sessionId })).participants[0].outcome).toBe('booked')
  expect(await leftOf(agreementId)).toBe(9)
})

test('a session cancelled in time gives the lesson back, and restored takes it again', async () => {
  const agreementId = await sell()
  const sessionId = await bookLesson()
  await owner.call('calendar.cancel', { sessionId })
  expect(await leftOf(agreementId)).toBe(10)
  expect(await owner.failure('calendar.move', { sessionId, time: '15:00' })).toBe('session_cancelled')
  await owner.call('calendar.restore', { sessionId })
  expect(await leftOf(agreementId)).toBe(9)
})

test('of a group one is missing and the others attended', async () => {
  const people = await Promise.all(['Eva', 'Ueli', 'Noa'].map(async (name) => (await owner.call('contacts.create', { kind: 'person', name })).id))
  const { id: sessionId } = await owner.call('calendar.book', {
    serviceId: lesson,
    on: '2026-03-02',
    time: '08:00',
    participants: people.map((contactId) => ({ contactId })),
  })
  const { participants } = await owner.call('calendar.session', { sessionId })
  world.clock.moveTo(instant('2026-03-02T10:00:00Z'))
  expect(await owner.call('calendar.confirm-attendance', { sessionId, missing: [participants[1].id] })).toEqual({ attended: 2, missed: 1 })
  const after = await owner.call('calendar.session', { sessionId })
  expect(after.participants.map((each: { outcome: string }) => each.outcome)).toEqual(['attended', 'no_show', 'attended'])
})

test('nobody can have attended what has not begun', async () => {
  const sessionId = await bookLesson()
  expect(await owner.failure('calendar.confirm-attendance', { sessionId })).toBe('session_not_over')
})

test('nobody takes part twice, but may again after a cancellation', async () => {
  const sessionId = await bookLesson()
  expect(await owner.failure('calendar.add-participant', { sessionId, contactId: marie, thingId: bebbo })).toBe('already_participates')
  const [first] = (await owner.call('calendar.session', { sessionId })).participants
  await owner.call('calendar.set-outcome', { participantId: first.id, outcome: 'cancelled_in_time' })
  await owner.call('calendar.add-participant', { sessionId, contactId: marie, thingId: bebbo })
})

test('a moved session keeps its participants and stands on its new day', async () => {
  const sessionId = await bookLesson()
  await owner.call('calendar.move', { sessionId, on: '2026-03-29', time: '02:30' })
  const { sessions } = await owner.call('calendar.sessions', { from: '2026-03-29', to: '2026-03-29', contactId: bebbo })
  expect(sessions).toHaveLength(1)
  expect((await owner.call('calendar.sessions', { from: '2026-03-03', to: '2026-03-03' })).sessions).toEqual([])
})

test('a session of another company is not found', async () => {
  const sessionId = await bookLesson()
  const stranger = await world.company({ country: 'DE' })
  expect(await stranger.failure('calendar.session', { sessionId })).toBe('not_found')
  expect(await stranger.failure('calendar.confirm-attendance', { sessionId })).toBe('not_found')
})

test('a month is one short line per session: a single person by name, a group by its size', async () => {
  const id = await bookLesson()
  const eva = (await owner.call('contacts.create', { kind: 'person', name: 'Eva' })).id
  await owner.call('calendar.book', { serviceId: lesson, on: '2026-03-31', time: '23:30', participants: [{ contactId: marie }, { contactId: eva }] })
  await owner.call('calendar.book', { serviceId: lesson, on: '2026-04-01', time: '00:15' })
  const { sessions } = await owner.call('calendar.overview', { from: '2026-02-23', to: '2026-03-31' })
  expect(sessions).toMatchObject([
    { id, startsAt: '2026-03-03T13:00:00.000Z', who: 'Marie Dupont', participants: 1, serviceName: 'Lektion', minutes: 60, isCancelled: false },
    { startsAt: '2026-03-31T21:30:00.000Z', who: null, participants: 2 },
  ])
  world.clock.moveTo(instant('2026-03-04T09:00:00Z'))
  expect((await owner.call('calendar.overview', { from: '2026-03-03', to: '2026-03-03' })).sessions[0].awaitsAttendance).toBe(true)
  expect(await owner.failure('calendar.overview', { from: '2026-03-01', to: '2026-06-01' })).toBe('input_invalid')
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World
let owner: Seat

beforeEach(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'CH' })
})
afterEach(() => world.close())

const moves = async () =>
  (await owner.call('today.read')).moves as {
    kind: string
    cause: string
    contactName: string
    doing: { operation: string; input: object } | null
    facts: Record<string, unknown>
  }[]
const kinds = async () => (await moves()).map((move) => move.kind)

async function hourlyCustomer(name = 'Acme'): Promise<{ contactId: string; agreementId: string }> {
  const { id: contactId } = await owner.call('contacts.create', { name, kind: 'organisation', email: `${name.toLowerCase()}@example.com` })
  const { id: agreementId } = await owner.call('agreements.create', {
    payerId: contactId,
    name: 'Work by the hour',
    way: 'rate',
    amount: { amount: '120.00', currency: 'CHF' },
    then: 'accept',
  })
  return { contactId, agreementId }
}

test('a new company has nothing to do', async () => {
  expect(await owner.call('today.read')).toMatchObject({ moves: [], moveCount: 0, asideCount: 0, sessions: [], done: [] })
})

test('a new company sees its first steps; each is done by the thing itself, and dismissed they stay away', async () => {
  const steps = async () => (await owner.call('today.read')).firstSteps as { step: string; isDone: boolean }[] | null
  expect((await steps())!.map((each) => each.step)).toEqual(['details', 'offer', 'customer', 'sale'])
  await owner.call('contacts.create', { name: 'Marie' })
  expect((await steps())!.find((each) => each.step === 'customer')!.isDone).toBe(true)
  await owner.call('today.dismiss', { cause: 'first-steps' })
  expect(await steps()).toBeNull()
})

test('work that is not billed shows at once, and the move’s own operation makes it go', async () => {
  const { contactId, agreementId } = await hourlyCustomer()
  await owner.call('work.record-time', { contactId, agreementId, on: '2026-03-02', minutes: 120 })
  const [move] = await moves()
  expect(move).toMatchObject({ kind: 'unbilled-work', contactName: 'Acme', facts: { amount: { currency: 'CHF' } } })
  await owner.call(move!.doing!.operation, move!.doing!.input)
  await world.runJobs()
  expect(await kinds()).not.toContain('unbilled-work')
})

test('an invoice that nobody pays calls for a reminder when it is due', async () => {
  const { contactId, agreementId } = await hourlyCustomer()
  await owner.call('work.record-time', { contactId, agreementId, on: '2026-03-02', minutes: 60 })
  await owner.call('invoicing.bill-customer', { contactId })
  await world.runJobs()
  expect(await kinds()).not.toContain('invoice-overdue')
  world.clock.moveTo('2026-04-20T09:00:00.000Z' as never)
  await world.system(owner).call('today.refresh')
  const [overdue] = (await moves()).filter((move) => move.kind === 'invoice-overdue')
  expect(overdue).toMatchObject({ facts: { level: 1 } })
  await owner.call(overdue!.doing!.operation, overdue!.doing!.input)
  expect(await kinds()).not.toContain('invoice-overdue')
})

test('snoozed is away until its day, dismissed until its cause returns, and both can be brought back', async () => {
  await owner.call('contacts.add-task', { title: 'Call the bank', dueOn: '2026-03-02', kind: 'call' })
  const { cause } = (await moves())[0]!
  await owner.call('today.snooze', { cause, until: '2026-03-05' })
  expect(await kinds()).toEqual([])
  world.clock.moveTo('2026-03-05T09:00:00.000Z' as never)
  expect(await kinds()).toEqual(['task-due'])
  await owner.call('today.dismiss', { cause })
  expect(await owner.call('today.read')).toMatchObject({ moves: [], asideCount: 1 })
  await owner.call('today.bring-back', { cause })
  expect(await kinds()).toEqual(['task-due'])
  expect(await owner.failure('today.snooze', { cause, until: '2026-03-05' })).toBe('input_invalid')
})

test('the autopilot does what it may, once, and tells', async () => {
  const { contactId, agreementId } = await hourlyCustomer()
  await owner.call('work.record-time', { contactId, agreementId, on: '2026-03-02', minutes: 60 })
  expect(await owner.failure('today.set-autopilot', { kind: 'message-unanswered', mode: 'do' })).toBe('autopilot_cannot_do')
  await owner.call('today.set-autopilot', { kind: 'unbilled-work', mode: 'do' })
  await world.runJobs()
  const today = await owner.call('today.read')
  expect(today.done).toMatchObject([{ kind: 'unbilled-work', contactName: 'Acme', problem: null }])
  expect((await owner.call('invoicing.list', { contactId })).invoices).toHaveLength(1)
  await owner.call('today.start-autopilot')
  await world.runJobs()
  expect((await owner.call('invoicing.list', { contactId })).invoices).toHaveLength(1)
})

test('what the autopilot cannot do is told and left to a person', async () => {
  const { id: contactId } = await owner.call('contacts.create', { name: 'No Mail' })
  await owner
    .call('agreements.create', { payerId: contactId, name: 'Logo', way: 'project', amount: { amount: '900.00', currency: 'CHF' }, then: 'offer' })
    .catch(() => undefined)
  await owner.call('today.set-autopilot', { kind: 'offer-unanswered', mode: 'do' })
  world.clock.moveTo('2026-03-20T09:00:00.000Z' as never)
  await world.system(owner).call('today.refresh')
  await owner.call('today.start-autopilot')
  await world.runJobs()
  const { done } = await owner.call('today.read')
  for (const each of done) expect(each.kind).toBe('offer-unanswered')
})

test('an offer without an answer is asked about after a week', async () => {
  const { id: payerId } = await owner.call('contacts.create', { name: 'Paul', email: 'paul@example.com' })
  await owner.call('agreements.create', { payerId, name: 'Logo', way: 'project', amount: { amount: '900.00', currency: 'CHF' }, then: 'offer' })
  expect(await kinds()).toEqual([])
  world.clock.moveTo('2026-03-10T09:00:00.000Z' as never)
  await world.system(owner).call('today.refresh')
  expect(await kinds()).toEqual(['offer-unanswered'])
})

test('a pass that is nearly used up, a session to confirm, a message to answer', async () => {
  const { id: marie } = await owner.call('contacts.create', { name: 'Marie', email: 'marie@example.com' })
  const { id: serviceId } = await owner.call('offer.create-service', { name: 'Lesson', unit: 'lesson', minutes: 60 })
  await owner.call('agreements.create', { payerId: marie, name: 'Pass', way: 'pass', units: 3, amount: { amount: '300.00', currency: 'CHF' }, then: 'accept' })
  await owner.call('calendar.book', { serviceId, on: '2026-03-02', time: '10:00', participants: [{ contactId: marie }] })
  await owner.call('messages.record', { contactId: marie, channel: 'email', subject: 'Saturday?', text: 'May I come on Saturday?', needsAnswer: true })
  world.clock.moveTo('2026-03-02T12:30:00.000Z' as never)
  const found = await kinds()
  expect(found).toEqual(expect.arrayContaining(['message-unanswered', 'attendance-to-confirm', 'pass-nearly-used']))
  const today = await owner.call('today.read')
  expect(today.sessions).toMatchObject([{ title: 'Lesson', names: ['Marie'], awaitsAttendance: true }])
  const confirm = today.moves.find((move: { kind: string }) => move.kind === 'attendance-to-confirm')
  await owner.call(confirm.doing.operation, confirm.doing.input)
  expect(await kinds()).not.toContain('attendance-to-confirm')
})

test('nobody sees another company’s moves, and the accountant changes none', async () => {
  await owner.call('contacts.add-task', { title: 'Call', dueOn: '2026-03-02' })
  const other = await world.company()
  expect((await other.call('today.read')).moves).toEqual([])
  const accountant = await world.member(owner, 'accountant')
  expect(await accountant.failure('today.dismiss', { cause: 'task-due/x' })).toBe('forbidden')
  expect(await owner.failure('today.note-done', {})).toBe('forbidden')
})

test('a retainer beyond four fifths is told to the customer by one key, once per state', async () => {
  const { id: contactId } = await owner.call('contacts.create', { name: 'Acme', kind: 'organisation', email: 'acme@example.com', language: 'en' })
  const { id: agreementId } = await owner.call('agreements.create', {
    payerId: contactId,
    name: 'Care',
    way: 'retainer',
    minutes: 600,
    amount: { amount: '1500.00', currency: 'CHF' },
    then: 'accept',
  })
  await owner.call('work.record-time', { contactId, agreementId, on: '2026-03-02', minutes: 510 })
  const nearly = async () => (await moves()).filter((move) => move.kind === 'retainer-nearly-used')
  const [move] = await nearly()
  expect(move!.doing).toEqual({ operation: 'messages.tell-balance', input: { agreementId } })
  await owner.call(move!.doing!.operation, move!.doing!.input)
  expect(await nearly()).toEqual([])
  const { messages } = await owner.call('messages.list', { contactId, box: 'out' })
  const told = await owner.call('messages.read', {
    messageId: messages.find((each: { subject: string }) => each.subject.includes('Care') && each.subject.includes('hours')).id,
  })
  expect(told.text).toContain('1.5 hours')
  await owner.call('work.record-time', { contactId, agreementId, on: '2026-03-02', minutes: 120 })
  expect(await nearly()).toHaveLength(1)
})

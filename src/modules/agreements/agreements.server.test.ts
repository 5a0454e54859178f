import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World
let owner: Seat
let contactId: string

beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'CH' })
  contactId = (await owner.call('contacts.create', { kind: 'person', name: 'Marie Keller', email: 'marie@example.com' })).id
})
afterAll(() => world.close())

const chf = (amount: string) => ({ amount, currency: 'CHF' })

test('an offer is accepted by the customer with evidence of who, when, from where and on which words', async () => {
  const { id } = await owner.call('agreements.create', {
    payerId: contactId,
    name: 'Ten lessons',
    way: 'pass',
    units: '10',
    amount: chf('300.00'),
    then: 'offer',
  })
  const customer = world.customer(owner, contactId)
  const offer = await customer.call('agreements.read', { agreementId: id })
  expect(offer.state).toBe('offered')
  expect(offer.offerText).toContain('Marie Keller')
  expect(await customer.failure('agreements.accept', { agreementId: id, name: 'Marie Keller' })).toBe('offer_changed')
  await customer.call('agreements.accept', { agreementId: id, name: 'Marie Keller', textHash: offer.textHash, address: '192.0.2.7' })
  const agreed = await owner.call('agreements.read', { agreementId: id })
  expect(agreed.state).toBe('active')
  expect(agreed.evidence[0]).toMatchObject({
    decision: 'accepted',
    name: 'Marie Keller',
    address: '192.0.2.7',
    textHash: offer.textHash,
    at: '2026-03-02T09:00:00.000Z',
  })
  expect(agreed.standing).toMatchObject([{ unit: 'lesson', granted: '10', left: '10', used: '0' }])
  expect(await owner.failure('agreements.accept', { agreementId: id })).toBe('agreement_already_accepted')
})

test('nobody but the payer sees or accepts an offer, and a draft is nobody’s business', async () => {
  const other = (await owner.call('contacts.create', { kind: 'person', name: 'Paul Frei' })).id
  const { id } = await owner.call('agreements.create', { payerId: contactId, name: 'Logo', amount: chf('1200.00') })
  expect(await world.customer(owner, contactId).failure('agreements.read', { agreementId: id })).toBe('not_found')
  await owner.call('agreements.offer', { agreementId: id, send: false })
  expect(await world.customer(owner, other).failure('agreements.read', { agreementId: id })).toBe('not_found')
  expect(await world.customer(owner, other).failure('agreements.accept', { agreementId: id })).toBe('not_found')
  const stranger = await world.company()
  expect(await stranger.failure('agreements.read', { agreementId: id })).toBe('not_found')
})

test('an offer can be declined with its reason, withdrawn, or expire', async () => {
  const make = async () => (await owner.call('agreements.create', { payerId: contactId, name: 'Logo', amount: chf('900.00'), then: 'offer' })).id as string
  const [declined, withdrawn] = [await make(), await make()]
  const { textHash } = await owner.call('agreements.read', { agreementId: declined })
  await world.customer(owner, contactId).call('agreements.decline', { agreementId: declined, reason: 'Too dear', textHash })
  await owner.call('agreements.withdraw', { agreementId: withdrawn })
  expect(await owner.call('agreements.read', { agreementId: declined })).toMatchObject({ state: 'declined', declineReason: 'Too dear' })
  expect((await owner.call('agreements.read', { agreementId: withdrawn })).state).toBe('withdrawn')
  expect(await owner.failure('agreements.accept', { agreementId: declined })).toBe('agreement_not_offered')
})

test('attendance draws, a booking reserves, what is beyond stays unbilled, and the balance of a past day is kept', async () => {
  const service = await owner.call('offer.create-service', { name: 'Lesson', unit: 'lesson', minutes: 60, price: chf('40.00') })
  const { id } = await owner.call('agreements.create', { payerId: contactId, name: 'Pass', way: 'pass', units: 2, amount: chf('60.00'), then: 'accept' })
  const book = async (on: string) =>
    (await owner.call('calendar.book', { serviceId: service.id, on, time: '10:00', participants: [{ contactId, agreementId: id }] })).id as string
  const first = await book('2026-03-10')
  expect((await owner.call('agreements.read', { agreementId: id })).standing).toMatchObject([{ left: '1', reserved: '1', used: '0' }])
  const sessions = [first, await book('2026-03-11'), await book('2026-03-11')]
  world.clock.moveTo('2026-03-12T11:00:00Z' as never)
  for (const sessionId of sessions) await owner.call('calendar.confirm-attendance', { sessionId })
  expect((await owner.call('agreements.read', { agreementId: id })).standing).toMatchObject([{ left: '0', used: '2' }])
  expect((await owner.call('agreements.balance', { agreementId: id, on: '2026-03-01' })).lines).toEqual([])
  expect((await owner.call('agreements.balance', { agreementId: id, on: '2026-03-10' })).lines).toMatchObject([{ left: '1' }])
  const { customers } = await owner.call('invoicing.unbilled', { contactId })
  const kinds = customers
    .flatMap((customer: { charges: { agreementId: string; kind: string; amount: { amount: string } }[] }) => customer.charges)
    .filter((charge: { agreementId: string }) => charge.agreementId === id)
    .map((charge: { kind: string; amount: { amount: string } }) => `${charge.kind} ${charge.amount.amount}`)
  expect(kinds).toContain('overage 40.00')
  const before = (await owner.call('agreements.entries', { agreementId: id })).entries.length
  await world.system(owner).call('agreements.bring-up-to-date', {})
  expect((await owner.call('agreements.entries', { agreementId: id })).entries.length).toBe(before)
})

test('hours beyond the retainer are overage, and running the billing twice bills nothing twice', async () => {
  const payer = (await owner.call('contacts.create', { kind: 'organisation', name: 'Acme' })).id
  const { id } = await owner.call('agreements.create', {
    payerId: payer,
    name: 'Care',
    minutes: 600,
    amount: chf('1500.00'),
    overage: chf('160.00'),
    then: 'accept',
  })
  for (const minutes of [540, 180]) await owner.call('work.record-time', { contactId: payer, on: '2026-03-12', minutes })
  const { customers } = await owner.call('invoicing.unbilled', { contactId: payer })
  expect(customers[0].charges.filter((charge: { kind: string }) => charge.kind === 'overage')).toMatchObject([
    { agreementId: id, quantity: '120', amount: chf('320.00') },
  ])
  await owner.call('invoicing.bill-customer', { contactId: payer, send: false })
  expect((await owner.call('invoicing.unbilled', { contactId: payer })).customers).toEqual([])
  await owner.call('work.record-time', { contactId: payer, on: '2026-03-12', minutes: 60 })
  const later = await owner.call('invoicing.unbilled', { contactId: payer })
  expect(later.customers[0].amount).toEqual(chf('160.00'))
})

test('a retainer pauses, takes notice and ends; its catalogue price does not change it', async () => {
  const { id } = await owner.call('agreements.create', {
    payerId: contactId,
    name: 'Retainer',
    minutes: 600,
    amount: chf('1500.00'),
    overage: chf('160.00'),
    then: 'accept',
  })
  await owner.call('agreements.pause', { agreementId: id, on: '2026-03-12' })
  expect((await owner.call('agreements.read', { agreementId: id })).state).toBe('paused')
  await owner.call('agreements.resume', { agreementId: id, on: '2026-03-12' })
  expect((await owner.call('agreements.read', { agreementId: id })).state).toBe('active')
  expect((await owner.call('agreements.give-notice', { agreementId: id })).endsOn).toBe('2026-04-11')
  expect(await owner.failure('agreements.renew', { agreementId: id })).toBe('renewal_not_needed')
})

test('new terms hold from their day once accepted, and the earlier version is kept', async () => {
  const { id } = await owner.call('agreements.create', { payerId: contactId, name: 'Club', way: 'subscription', amount: chf('49.00'), then: 'accept' })
  const { terms } = await owner.call('agreements.read', { agreementId: id })
  const dearer = { ...terms, price: { ...terms.price, fixed: { ...terms.price.fixed, amount: chf('55.00') } } }
  const { version } = await owner.call('agreements.propose-amendment', { agreementId: id, terms: dearer, effectiveOn: '2026-04-12' })
  expect((await owner.call('agreements.read', { agreementId: id })).price).toEqual(chf('49.00'))
  await owner.call('agreements.accept-amendment', { agreementId: id, version })
  world.clock.moveTo('2026-04-13T09:00:00Z' as never)
  expect((await owner.call('agreements.read', { agreementId: id })).price).toEqual(chf('55.00'))
})

test('a remaining pass from before keeps what is left', async () => {
  const { id } = await owner.call('agreements.enter-opening', {
    payerId: contactId,
    name: 'Old pass',
    way: 'pass',
    units: '10',
    amount: chf('300.00'),
    startsOn: '2026-02-01',
    remaining: [{ units: '4' }],
  })
  expect(await owner.call('agreements.read', { agreementId: id })).toMatchObject({ state: 'active', standing: [{ left: '4' }] })
  await owner.call('agreements.adjust', { agreementId: id, units: '-1', reason: 'Counted wrong' })
  expect((await owner.call('agreements.balance', { agreementId: id })).lines).toMatchObject([{ left: '3' }])
  expect(await owner.failure('agreements.adjust', { agreementId: id, units: '-9', reason: 'Too much' })).toBe('balance_too_small')
})

test('a pass nearly used up is sold again with the same terms', async () => {
  const { id } = await owner.call('agreements.create', { payerId: contactId, name: 'Pass again', way: 'pass', units: 5, amount: chf('150.00'), then: 'accept' })
  const renewed = await owner.call('agreements.renew', { agreementId: id })
  expect(renewed.isNew).toBe(true)
  expect(await owner.call('agreements.read', { agreementId: renewed.id })).toMatchObject({ name: 'Pass again', state: 'active' })
})

test('a draft can be changed and deleted, an offered one only withdrawn', async () => {
  const { id } = await owner.call('agreements.create', { payerId: contactId, name: 'Draft', amount: chf('10.00') })
  await owner.call('agreements.change-draft', { agreementId: id, name: 'Better draft' })
  expect((await owner.call('agreements.read', { agreementId: id })).name).toBe('Better draft')
  await owner.call('agreements.delete-draft', { agreementId: id })
  expect(await owner.failure('agreements.read', { agreementId: id })).toBe('not_found')
})

test('terms that do not fit together are refused by field', async () => {
  const { id } = await owner.call('agreements.create', { payerId: contactId, name: 'Draft', amount: chf('10.00') })
  const { terms } = await owner.call('agreements.read', { agreementId: id })
  const wrong = { ...terms, billing: { ...terms.billing, milestones: [] } }
  expect(await owner.failure('agreements.change-draft', { agreementId: id, terms: wrong })).toBe('input_invalid')
})

test('what is delivered belongs to the running agreement that entitles to it, and to none where nothing runs', async () => {
  const eva = (await owner.call('contacts.create', { kind: 'person', name: 'Eva Roth' })).id
  const dog = (await owner.call('contacts.create', { kind: 'thing', name: 'Luna' })).id
  const hour = (await owner.call('offer.create-service', { name: 'Beratung', unit: 'minute' })).id
  const lesson = (await owner.call('offer.create-service', { name: 'Lektion', unit: 'lesson', minutes: 60 })).id
  const before = await owner.call('agreements.for-delivery', { contactId: eva })
  expect(before).toMatchObject({ agreements: [], timeAgreementId: null })
  const pass = (
    await owner.call('agreements.create', { payerId: eva, thingId: dog, name: '10er-Karte', way: 'pass', units: 10, amount: chf('300.00'), then: 'accept' })
  ).id
  const retainer = (
    await owner.call('agreements.create', { payerId: eva, name: 'Begleitung', way: 'retainer', minutes: 600, amount: chf('1500.00'), then: 'accept' })
  ).id
  const after = await owner.call('agreements.for-delivery', { contactId: eva })
  expect(after.timeAgreementId).toBe(retainer)
  expect(after.services.find((each: { id: string }) => each.id === lesson).agreementId).toBe(pass)
  expect(after.services.find((each: { id: string }) => each.id === hour).agreementId).toBe(retainer)
  expect(after.agreements).toContainEqual({ id: pass, name: '10er-Karte', thingId: dog, thingName: 'Luna' })
})

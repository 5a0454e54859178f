import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { francs, pass } from '../../../tests/given.ts'
import { findingsOf } from '../../../tests/findings.ts'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World
let owner: Seat
let contactId: string
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'CH' })
})
afterAll(() => world.close())
beforeEach(async () => {
  contactId = (await owner.call('contacts.create', { name: 'Marie Dupont', email: 'marie@example.com' })).id
})

async function worked(minutes: number): Promise<string> {
  const { id: serviceId } = await owner.call('offer.create-service', { name: 'Beratung', unit: 'minute', minutes: 60, price: francs('120.00') })
  return (await owner.call('work.record-time', { contactId, serviceId, on: '2026-03-01', minutes, note: 'Logo' })).id
}

const unbilled = async () => (await owner.call('invoicing.unbilled', { contactId })).customers
const sell = async (then: string) => (await owner.call('agreements.create', { payerId: contactId, name: 'Zehnerabo', terms: pass, then })).id as string
const invoicesOf = async () => (await owner.call('invoicing.list', { contactId })).invoices

test('work is invoiced in one step, once, and a deleted draft gives it back', async () => {
  await worked(150)
  expect(await unbilled()).toMatchObject([{ amount: francs('300.00'), charges: [{ detail: 'Logo', quantity: '150' }] }])
  const { id: invoiceId } = await owner.call('invoicing.create-draft', { contactId })
  expect(await unbilled()).toEqual([])
  expect(await owner.failure('invoicing.bill-customer', { contactId })).toBe('nothing_unbilled')
  await owner.call('invoicing.delete-draft', { invoiceId })
  const { invoices } = await owner.call('invoicing.bill-customer', { contactId })
  expect(invoices).toHaveLength(1)
  expect(await unbilled()).toEqual([])
})

test('what a credit note frees is billed again, what it writes off never', async () => {
  await worked(60)
  const [first] = (await owner.call('invoicing.bill-customer', { contactId, send: false })).invoices
  await owner.call('invoicing.credit', { invoiceId: first.id, reason: 'Wrong month' })
  expect(await unbilled()).toMatchObject([{ amount: francs('120.00') }])
  const [second] = (await owner.call('invoicing.bill-customer', { contactId, send: false })).invoices
  await owner.call('invoicing.credit', { invoiceId: second.id, reason: 'Goodwill', effect: 'written_off' })
  expect(await unbilled()).toEqual([])
})

test('of one entry some minutes are billed again, some never, and the rest stays on its invoice', async () => {
  await worked(180)
  const [bill] = (await owner.call('invoicing.bill-customer', { contactId, send: false })).invoices
  const [line] = (await owner.call('invoicing.read', { invoiceId: bill.id })).lines
  const credit = (quantity: string, effect: string) =>
    owner.call('invoicing.credit', { invoiceId: bill.id, reason: 'Too much', lines: [{ lineId: line.id, quantity, effect }] })
  await credit('45', 'unbilled_again')
  await credit('15', 'written_off')
  expect(await unbilled()).toMatchObject([{ amount: francs('90.00'), charges: [{ quantity: '45' }] }])
  await owner.call('invoicing.bill-customer', { contactId, send: false })
  await credit('60', 'unbilled_again')
  expect(await unbilled()).toMatchObject([{ charges: [{ quantity: '60' }] }])
  await owner.call('invoicing.bill-customer', { contactId, send: false })
  expect(await unbilled()).toEqual([])
  expect(await findingsOf(world, owner)).toEqual([])
})

test('a fee that is lowered goes on granting; given up whole, it takes its lessons back', async () => {
  const agreementId = await sell('accept')
  const left = async () => (await owner.call('agreements.balance', { agreementId })).lines[0]?.left
  const [row] = await invoicesOf()
  const [line] = (await owner.call('invoicing.read', { invoiceId: row.id })).lines
  const credit = (quantity: string) =>
    owner.call('invoicing.credit', { invoiceId: row.id, reason: 'Goodwill', lines: [{ lineId: line.id, quantity, effect: 'written_off' }] })
  await credit('0.4')
  expect(await left()).toBe('10')
  expect(await unbilled()).toEqual([])
  await credit('0.6')
  expect(await left()).toBe('0')
  expect(await findingsOf(world, owner)).toEqual([])
})

test('work that is written off is gone from the list, with its reason on the thread', async () => {
  await worked(60)
  const [customer] = await unbilled()
  const charges = customer.charges.map((charge: { identity: string }) => charge.identity)
  await owner.call('invoicing.write-off-charges', { contactId, charges, reason: 'Gift' })
  expect(await unbilled()).toEqual([])
  expect(await owner.failure('invoicing.write-off-charges', { contactId, charges, reason: 'Gift' })).toBe('charge_unknown')
  const { entries } = await owner.call('contacts.timeline', { contactId })
  expect(entries).toContainEqual(expect.objectContaining({ kind: 'charges.written-off', parameters: expect.objectContaining({ reason: 'Gift' }) }))
})

test('an accepted agreement makes its first invoice itself, and a second run adds nothing', async () => {
  await sell('accept')
  expect(await invoicesOf()).toMatchObject([{ status: 'open', gross: francs('300.00') }])
  expect(await world.system(owner).call('invoicing.bill-due')).toEqual({ drafted: [], issued: [] })
})

test('a price that contains the tax is the total', async () => {
  await sell('accept')
  const [row] = await invoicesOf()
  const invoice = await owner.call('invoicing.read', { invoiceId: row.id })
  expect(invoice).toMatchObject({ isTaxIncluded: true, totals: { gross: francs('300.00'), tax: francs('22.48') } })
})

test('a sale that is credited for good takes back the lessons it granted', async () => {
  const agreementId = await sell('accept')
  const left = async () => (await owner.call('agreements.balance', { agreementId })).lines[0]?.left
  expect(await left()).toBe('10')
  const [row] = await invoicesOf()
  await owner.call('invoicing.credit', { invoiceId: row.id, reason: 'Sold by mistake', effect: 'written_off' })
  expect(await left()).toBe('0')
  expect((await invoicesOf()).some((each: { kind: string }) => each.kind === 'credit_note')).toBe(true)
})

test('a draft that loses a line gives its charge back', async () => {
  await worked(60)
  await worked(30)
  const { id: invoiceId } = await owner.call('invoicing.create-draft', { contactId })
  const { lines } = await owner.call('invoicing.read', { invoiceId })
  const kept = lines[0]
  await owner.call('invoicing.change-draft', {
    invoiceId,
    lines: [{ id: kept.id, name: kept.name, detail: kept.detail, quantity: kept.quantity, unit: kept.unit, unitPrice: kept.unitPrice, per: kept.per }],
  })
  expect(await unbilled()).toHaveLength(1)
  expect(await owner.failure('invoicing.create-draft', { contactId, charges: [kept.id] })).toBe('charge_unknown')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../../kernel/instant.ts'
import { francs } from '../../../../tests/given.ts'
import { findingsOf } from '../../../../tests/findings.ts'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'

let world: World
let owner: Seat
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z', mailIsConnected: true })
  owner = await world.company({ country: 'CH' })
})
afterAll(() => world.close())

async function customer(name: string, changes: object = {}): Promise<string> {
  const { id: contactId } = await owner.call('contacts.create', { name, email: `${name.toLowerCase()}@example.com`, ...changes })
  await owner.call('agreements.create', { payerId: contactId, way: 'rate', minutes: 60, amount: francs('160'), then: 'accept', name: 'Work' })
  await owner.call('work.record-time', { contactId, on: '2026-03-02', minutes: 90 })
  return contactId
}
const monthEnd = () => owner.call('invoicing.month-end')
const numbers = async () => (await owner.call('invoicing.list', { limit: 200 })).invoices.map((each: { number: string }) => each.number).toSorted()

test('everything due is billed, kept and sent; a run that is ended half way goes on and bills nothing twice', async () => {
  expect(await owner.failure('invoicing.start-month-end', {})).toBe('nothing_due')
  const names = Array.from({ length: 45 }, (_, index) => `Kunde${index}`)
  for (const name of names) await customer(name)
  const city = await customer('Stadt', { kind: 'organisation', addresses: [{ city: 'Berlin', country: 'DE' }] })
  await owner.call('company.update', { vatNumber: 'CHE-123.456.788 MWST', street: 'Gasse 1', postalCode: '3011', city: 'Bern' })
  await owner.call('invoicing.set-recipient', { contactId: city, isPublicBody: true })
  world.clock.moveTo(instant('2026-04-02T09:00:00Z'))
  expect(await monthEnd()).toEqual({ due: 46, run: null })
  const { id: runId, total } = await owner.call('invoicing.start-month-end')
  expect(total).toBe(46)
  expect(await owner.failure('invoicing.start-month-end')).toBe('month_end_running')
  // Ended by force after two steps: some are billed, their documents not kept yet.
  await world.system(owner).call('invoicing.month-end-step', { runId })
  await world.system(owner).call('invoicing.month-end-step', { runId })
  expect((await monthEnd()).run).toMatchObject({ total: 46, billed: 40, kept: 0, finishedAt: null })
  await world.runJobs()
  const { run, due } = await monthEnd()
  expect(run).toMatchObject({ total: 46, billed: 45, kept: 45, refused: 1, problems: [{ contactId: city, contactName: 'Stadt' }] })
  expect(run.finishedAt).not.toBeNull()
  // The refused one waits as a draft of the house, to be tried again when it is mended.
  expect(due).toBe(1)
  expect(new Set((await numbers()).filter((number: string | null) => number !== null)).size).toBe(45)
  expect(world.mails).toHaveLength(45)
  expect(await findingsOf(world, owner)).toEqual([])
}, 120_000)

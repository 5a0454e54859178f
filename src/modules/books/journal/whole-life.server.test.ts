import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'
import { openSeals } from '../../../platform/secrets.ts'
import { todayOf, type Context } from '../../../platform/operation/context.ts'
import { modules } from '../../modules.ts'
import { Operations } from '../../../platform/operation/operations.ts'
import { checkBooks } from '../check/check.ts'
import { entriesAfter } from '../check/store.ts'
import { MoneyLife, steps } from '../testing/life.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-01T09:00:00Z' })
})
afterAll(() => world.close())

test('whatever happens to the money of a company, in whatever order, the journal balances and says the same', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom('CH', 'DE'), async (life, country) => {
      const owner = await world.company({ country, isTaxIncluded: false })
      await owner.call('books.catch-up')
      await new MoneyLife(world, owner).live(life)
      expect(await findings(owner)).toEqual([])
      expect(await trialBalance(owner)).toBe(0n)
    }),
    { numRuns: Number(process.env['CLOUDBURO_LIVES'] ?? (process.env['CLOUDBURO_TEST_DATABASE_URL'] ? 4 : 12)) },
  )
}, 120_000)

test('nothing is booked twice, however often the past is looked through', async () => {
  const owner = await world.company({ country: 'CH' })
  await new MoneyLife(world, owner).live(fc.sample(steps, { numRuns: 1, seed: 7 })[0]!)
  const before = await count(owner)
  expect(before).toBeGreaterThan(0)
  expect((await owner.call('books.catch-up')).booked).toBe(0)
  expect(await count(owner)).toBe(before)
})

test('a company from before the books gets all of its past booked, once, and goes on where it stopped', async () => {
  const owner = await world.company({ country: 'CH' })
  const before = new Operations(
    modules.filter((module) => module.name !== 'books'),
    { database: world.database, clock: world.clock, files: world.files, seals: openSeals('a secret of tests'), publicUrl: '' },
  )
  const call: Seat['call'] = async (operation, input) =>
    JSON.parse(JSON.stringify(await before.run({ operation, input, actor: owner.actor, company: owner.company }))) as unknown
  for (const seed of [3, 4]) await new MoneyLife(world, { ...owner, call }).live(fc.sample(steps, { numRuns: 1, seed })[0]!)
  expect(await count(owner)).toBe(0)
  // One payment before the past was looked through: what it builds on is booked with it.
  const { invoices } = await owner.call('invoicing.list', { filter: 'open' })
  await owner.call('payments.record', { invoiceId: invoices[0].id })
  while (!(await owner.call('books.catch-up')).isDone);
  expect(await findings(owner)).toEqual([])
  expect(await count(owner)).toBeGreaterThan(10)
  expect((await owner.call('books.catch-up')).booked).toBe(0)
})

async function findings(owner: Seat): Promise<string[]> {
  const verified = await world.read(owner, (database) => checkBooks(contextOf(owner, database)))
  return verified.flatMap((each) => each.findings)
}

async function trialBalance(owner: Seat): Promise<bigint> {
  const all = await world.read(owner, (database) => entriesAfter(contextOf(owner, database), 0n))
  return all.flatMap((each) => each.lines).reduce((sum, line) => sum + line.amount_minor, 0n)
}

async function count(owner: Seat): Promise<number> {
  return (await world.read(owner, (database) => entriesAfter(contextOf(owner, database), 0n))).length
}

function contextOf(owner: Seat, database: Context['database']): Context {
  const { clock, files } = world
  const rest = {
    engine: world.database.engine,
    files,
    seals: openSeals('a secret of tests'),
    publicUrl: '',
    emit: () => undefined,
    later: async () => undefined,
  }
  return { actor: owner.actor, company: owner.company, clock, now: clock.now(), today: todayOf(clock, owner.company.zone), database, ...rest }
}

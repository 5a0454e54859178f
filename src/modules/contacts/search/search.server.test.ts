import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instant } from '../../../kernel/instant.ts'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { indexAllForSearch, removeFromSearch, type Findable } from './search.ts'
import { processorMilliseconds } from '../../../../tests/processor-time.ts'

let world: World
let owner: Seat

beforeAll(async () => {
  world = await openWorld()
  owner = await world.company()
})
afterAll(() => world.close())

/** What another module does in its own operation. */
function within(work: (context: Context) => Promise<void>, now = world.clock.now()): Promise<void> {
  return world.database.write(owner.company.id, (database) =>
    work({ company: owner.company, actor: owner.actor, now, database, engine: world.database.engine } as unknown as Context),
  )
}

const add = (findables: readonly Findable[], now?: string) => within((context) => indexAllForSearch(context, findables), now ? instant(now) : undefined)
const titles = async (text: string, kind?: string): Promise<string[]> =>
  (await owner.call('contacts.find', { text, kind })).found.map((found: { title: string }) => found.title)

describe('the one search box', () => {
  test('finds by the beginning of any word, without accents, in any order', async () => {
    await owner.call('contacts.create', { name: 'Zoë Müller-Łódź', email: 'zoe@ateli.example', addresses: [{ city: 'Genève' }] })
    for (const text of ['zo', 'mull', 'LODZ', 'geneve mu', 'ateli', 'Müller Zoë']) expect(await titles(text)).toEqual(['Zoë Müller-Łódź'])
    for (const text of ['oe', 'zurich', '', '  ,. ', 'zoe x']) expect(await titles(text)).toEqual([])
  })

  test('puts whole words first, then contacts before documents, then the recent', async () => {
    const invoice = (number: string) => ({ kind: 'invoice', subjectId: number, title: number, detail: 'Kurt Bergmann' })
    await add([invoice('R-1001')], '2026-01-01T00:00:00Z')
    await add([invoice('R-1002')], '2026-02-01T00:00:00Z')
    await owner.call('contacts.create', { name: 'Kurt Bergmann' })
    await owner.call('contacts.create', { name: 'Anna Berg' })
    expect(await titles('berg')).toEqual(['Anna Berg', 'Kurt Bergmann', 'R-1002', 'R-1001'])
    expect(await titles('bergmann')).toEqual(['Kurt Bergmann', 'R-1002', 'R-1001'])
    expect(await titles('1001')).toEqual(['R-1001'])
    expect(await titles('berg', 'invoice')).toEqual(['R-1002', 'R-1001'])
  })

  test('knows what was renewed and forgets what was removed', async () => {
    await add([{ kind: 'product', subjectId: 'p1', title: 'Puppy course', detail: '' }])
    await add([{ kind: 'product', subjectId: 'p1', title: 'Junior course', detail: '' }])
    expect(await titles('puppy')).toEqual([])
    expect(await titles('junior')).toEqual(['Junior course'])
    await within((context) => removeFromSearch(context, { kind: 'product', subjectId: 'p1' }))
    expect(await titles('junior')).toEqual([])
  })

  test('forgets the name of an erased person on documents, which stay to be found by their number', async () => {
    const { id } = await owner.call('contacts.create', { name: 'Wilma Wegzug' })
    await add([{ kind: 'invoice', subjectId: 'w1', title: 'W-77', detail: 'Wilma Wegzug', contactId: id }])
    await owner.call('contacts.erase', { contactId: id })
    expect(await titles('wegzug')).toEqual([])
    expect((await owner.call('contacts.find', { text: 'w 77' })).found).toMatchObject([{ title: 'W-77', detail: '' }])
  })
})

test('among 2,000 contacts and 6,000 invoices an answer takes a few milliseconds', { timeout: 120_000 }, async () => {
  const rows = Array.from({ length: 2_000 }, (_none, index) => `Vorname${index % 700},Familie${index},f${index}@example.org`)
  await owner.call('contacts.import-commit', {
    fileName: 'many.csv',
    content: Buffer.from(`First name,Last name,E-mail\n${rows.join('\n')}`).toString('base64'),
  })
  const invoices = Array.from({ length: 6_000 }, (_none, index) => ({
    kind: 'invoice',
    subjectId: `i${index}`,
    title: `2026-${String(index).padStart(5, '0')}`,
    detail: `Vorname${index % 700} Familie${index % 2000}`,
  }))
  await within((context) => indexAllForSearch(context, invoices, { isNew: true }))
  for (const text of ['familie1234', 'fam', 'f', '2026', '202', 'vor fam', '2026-01999', 'vorname12 familie7', 'nothing']) {
    await owner.call('contacts.find', { text })
    const started = processorMilliseconds()
    for (let count = 0; count < 10; count += 1) await owner.call('contacts.find', { text })
    const each = (processorMilliseconds() - started) / 10
    expect(each, text).toBeLessThan(200)
  }
  expect((await titles('2026-01999'))[0]).toBe('2026-01999')
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { digestOf } from '../../../tests/rows.ts'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
})
afterAll(() => world.close())

const customer = fc.constantFrom('Marie Keller', 'Keller, Marie', 'Acme GmbH', 'Paul Moser')
const someDay = fc.constantFrom('1.2.2026', '2026-01-15', '15/01/2026', '20.12.2025')
const amount = fc.constantFrom('12.50', '1,5', "1'234.50", '1.234,50', '80.-')
const invoice = fc.record({ kind: fc.constant('invoices'), customer, number: fc.nat(40).map((number) => `R-${number}`), issuedOn: someDay, gross: amount })
const pass = fc.record({
  kind: fc.constant('passes'),
  customer,
  product: fc.constantFrom('Zehnerkarte', 'Fünferkarte'),
  left: fc.nat(12).map(String),
  startsOn: fc.option(someDay, { nil: '' }),
  size: fc.constant('10'),
  price: fc.constant('300'),
})
const numbers = fc.record({ kind: fc.constant('numbers'), series: fc.constantFrom('Rechnung', 'offer'), next: fc.integer({ min: 1, max: 3 }).map(String) })
const wrong = fc.constantFrom(
  { kind: 'invoices', customer: 'Paul Moser', number: 'R-99', issuedOn: '31.2.2026', gross: '1' },
  { kind: 'numbers', series: '', next: '' },
)
const rows = fc.array(fc.oneof({ weight: 6, arbitrary: invoice }, { weight: 6, arbitrary: pass }, numbers, wrong), { minLength: 1, maxLength: 14 })

/** Every table's rows but the lines of who asked for what. */
async function stateOf(seat: Seat): Promise<object> {
  return { ...(await digestOf(world, seat)), audit_lines: null, events: null }
}

test('an opening position is whole or nothing, does what the preview said, and the same again adds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rows, { minLength: 1, maxLength: 3 }), async (batches) => {
      const owner = await world.company()
      for (const batch of batches) {
        const { counts, newContacts } = await owner.call('opening.preview', { rows: batch })
        const before = await stateOf(owner)
        if (counts.refused > 0) {
          expect(await owner.failure('opening.enter', { rows: batch })).toBe('opening_rows_refused')
          expect(await stateOf(owner)).toEqual(before)
          continue
        }
        const { entered, ...rest } = await owner.call('opening.enter', { rows: batch })
        const sum = Object.values(entered as Record<string, number>).reduce((total, each) => total + each, 0)
        expect({ sum, ...rest }).toEqual({ sum: counts.enter, newContacts, known: counts.known, repeated: counts.repeated })
        const after = await stateOf(owner)
        expect(await owner.call('opening.enter', { rows: batch })).toMatchObject({
          entered: { numbers: 0, invoices: 0, passes: 0, agreements: 0 },
          newContacts: 0,
        })
        expect(await stateOf(owner)).toEqual(after)
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)

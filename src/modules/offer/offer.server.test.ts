import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'
import { money } from '../../kernel/money.ts'
import { quantity } from '../../kernel/quantity.ts'
import { passTerms } from './ways.ts'

let world: World
let owner: Seat
beforeAll(async () => {
  world = await openWorld()
  owner = await world.company()
})
afterAll(() => world.close())

const pass = JSON.parse(
  JSON.stringify(
    passTerms(
      { currency: 'CHF', isTaxIncluded: true, taxCategory: 'standard', daysToPay: 30 },
      { units: quantity(10), amount: money(30000n, 'CHF'), validMonths: 6 },
    ),
  ),
)

test('a service counted in hours is priced per sixty minutes unless said otherwise', async () => {
  await owner.call('offer.create-service', { name: 'Beratung', unit: 'minute', price: { amount: '160', currency: 'CHF' } })
  const { services } = await owner.call('offer.list')
  expect(services[0]).toMatchObject({ name: 'Beratung', per: '60', price: { amount: '160.00', currency: 'CHF' }, taxCategory: 'standard' })
})

test('a product says its terms in one sentence, in the language of the company', async () => {
  const { id } = await owner.call('offer.create-product', { name: 'Zehnerabo', way: 'pass', terms: pass })
  const product = await owner.call('offer.read-product', { productId: id })
  expect(product.sentence).toMatch(/^10 Lektionen für CHF\s300.00/)
  expect(product.terms).toEqual(pass)
})

test('terms that do not fit together are refused at their fields, and nothing is kept', async () => {
  const terms = { ...pass, billing: { ...pass.billing, when: 'by_milestone' } }
  expect(await owner.failure('offer.create-product', { name: 'Krumm', way: 'project', terms })).toBe('input_invalid')
  const { products } = await owner.call('offer.list')
  expect(products.map((product: { name: string }) => product.name)).not.toContain('Krumm')
})

test('an archived product is no longer listed, can still be read, and comes back', async () => {
  const { id } = await owner.call('offer.create-product', { name: 'Altes Abo', way: 'pass', terms: pass })
  await owner.call('offer.archive-product', { productId: id })
  expect((await owner.call('offer.list')).products.map((each: { id: string }) => each.id)).not.toContain(id)
  expect((await owner.call('offer.read-product', { productId: id })).isArchived).toBe(true)
  await owner.call('offer.restore-product', { productId: id })
  expect((await owner.call('offer.list')).products.map((each: { id: string }) => each.id)).toContain(id)
})

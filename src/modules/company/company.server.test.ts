import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../tests/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a company in Switzerland proposes francs, its tax rates and its number series', async () => {
  const owner = await world.company({ country: 'CH' })
  const answer = await owner.call('company.read')
  expect(answer.company).toMatchObject({ currency: 'CHF', zone: 'Europe/Zurich', language: 'de', daysToPay: 30 })
  expect(answer.taxRates).toContainEqual(expect.objectContaining({ category: 'standard', rate: '8.1', validFrom: '2024-01-01', validTo: null }))
  expect(answer.series.map((series: { kind: string }) => series.kind).sort()).toEqual(['credit_note', 'invoice', 'offer'])
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instant } from '../../kernel/instant.ts'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'

const daily = (on: string, dollars: string) =>
  `<Cube><Cube time='${on}'><Cube currency='USD' rate='${dollars}'/><Cube currency='CHF' rate='0.9200'/></Cube></Cube>`
const file = (text: string) => Buffer.from(text).toString('base64')

describe('exchange rates', () => {
  let world: World
  let owner: Seat
  beforeAll(async () => {
    world = await openWorld({ at: '2026-03-03T09:00:00Z' })
    owner = await world.company({ country: 'CH' })
  })
  afterAll(() => world.close())
  const rateOn = async (on: string, from = 'USD', to = 'CHF') => (await owner.call('currencies.rate', { from, to, on })).rate

  test('fetched once a night for everyone; where nothing answers, nothing happens', async () => {
    await owner.call('currencies.fetch-due')
    await world.runJobs()
    expect(await rateOn('2026-03-03')).toBeNull()
    world.clock.moveTo(instant('2026-03-03T10:00:00Z'))
    let asked = 0
    world.outside.ask = async () => {
      asked += 1
      return { status: 200, body: Buffer.from(daily('2026-03-02', '1.1500')) }
    }
    await owner.call('currencies.fetch-due')
    await world.runJobs()
    expect(await rateOn('2026-03-03')).toEqual({ from: 'USD', to: 'CHF', rate: '0.8', on: '2026-03-02', source: 'ecb' })
    const other = await world.company({ country: 'DE' })
    await other.call('currencies.fetch-due')
    await world.runJobs()
    expect(asked).toBe(1)
    expect((await other.call('currencies.rates')).rates.map((each: { from: string }) => each.from)).toEqual(['CHF', 'USD'])
  })

  test('a rate is good for a week, and never for a day before it', async () => {
    expect(await rateOn('2026-03-09')).toMatchObject({ on: '2026-03-02' })
    expect(await rateOn('2026-03-10')).toBeNull()
    expect(await rateOn('2026-03-01')).toBeNull()
    expect(await rateOn('2026-03-10', 'CHF', 'CHF')).toMatchObject({ rate: '1', source: 'same' })
  })

  test('a file imported by hand is the company’s own', async () => {
    const answer = await owner.call('currencies.import-rates', { content: file('Date,USD,CHF\n2026-02-27,1.2500,1.0000\n2026-02-26,1.2000,0.9600\n') })
    expect(answer).toEqual({ days: 2, from: '2026-02-26', to: '2026-02-27' })
    expect(await rateOn('2026-02-28')).toMatchObject({ rate: '0.8', on: '2026-02-27' })
    const stranger = await world.company({ country: 'CH' })
    expect((await stranger.call('currencies.rate', { from: 'USD', to: 'CHF', on: '2026-02-28' })).rate).toBeNull()
    expect(await owner.failure('currencies.import-rates', { content: file('hello') })).toBe('rate_file_unreadable')
  })

  test('a rate set by the company goes first within its days, both ways round', async () => {
    const { id } = await owner.call('currencies.set-own-rate', { from: 'USD', to: 'CHF', rate: '0.5', validFrom: '2026-03-01', validTo: '2026-03-31' })
    expect(await rateOn('2026-03-31')).toMatchObject({ rate: '0.5', source: 'own' })
    expect(await rateOn('2026-03-31', 'CHF', 'USD')).toMatchObject({ rate: '2', source: 'own' })
    expect(await rateOn('2026-04-01')).toBeNull()
    await owner.call('currencies.remove-own-rate', { ownRateId: id })
    expect(await rateOn('2026-03-03')).toMatchObject({ rate: '0.8', source: 'ecb' })
    expect(await owner.failure('currencies.remove-own-rate', { ownRateId: id })).toBe('not_found')
  })
})

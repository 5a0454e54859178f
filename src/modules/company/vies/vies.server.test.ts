import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'

describe('VAT numbers and VIES', () => {
  let world: World
  let owner: Seat
  beforeAll(async () => {
    world = await openWorld()
    owner = await world.company({ country: 'DE' })
    await owner.call('company.update', { vatNumber: 'DE123456788' })
  })
  afterAll(() => world.close())
  const latest = async (vatNumber: string) => (await owner.call('company.vat-number-checks', { vatNumber })).checks[0]

  test('where VIES does not answer, that is kept, and nothing else happens', async () => {
    await owner.call('company.check-vat-number', { vatNumber: 'FR40303265045' })
    expect(await latest('FR40303265045')).toMatchObject({ state: 'waiting' })
    await world.runJobs()
    expect(await latest('FR40303265045')).toMatchObject({ state: 'unreachable', consultation: null })
  })

  test('an answer is kept with its consultation number as evidence', async () => {
    let asked = ''
    world.outside.ask = async (request) => {
      asked = request.body ?? ''
      const body = { valid: true, requestIdentifier: 'WAPIAAAAYZ', name: 'LYON SARL', address: '---' }
      return { status: 200, body: Buffer.from(JSON.stringify(body)) }
    }
    await owner.call('company.check-vat-number', { vatNumber: 'fr 40 303 265 045' })
    await world.runJobs()
    expect(JSON.parse(asked)).toEqual({ countryCode: 'FR', vatNumber: '40303265045', requesterMemberStateCode: 'DE', requesterNumber: '123456788' })
    expect(await latest('FR40303265045')).toMatchObject({ state: 'valid', consultation: 'WAPIAAAAYZ', name: 'LYON SARL', address: null })
  })

  test.each(['{"valid":"yes"}', '<html>', '{"userError":"MS_UNAVAILABLE"}'])('a strange answer is none: %s', async (text) => {
    world.outside.ask = async () => ({ status: 200, body: Buffer.from(text) })
    await owner.call('company.check-vat-number', { vatNumber: 'IT12345670785' })
    await world.runJobs()
    expect(await latest('IT12345670785')).toMatchObject({ state: 'unreachable' })
  })

  test('numbers of other countries are not asked for', async () => {
    expect(await owner.failure('company.check-vat-number', { vatNumber: 'CHE-123.456.788 MWST' })).toBe('input_invalid')
  })
})

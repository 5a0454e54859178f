import { afterAll, beforeAll, expect, test } from 'vitest'
import { gzipSync } from 'node:zlib'
import { day } from '../../kernel/day.ts'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'
import { understand } from './understand.ts'
import { readLexicon } from './web/read-lexicon.ts'

let world: World
let owner: Seat
const ids: Record<string, string> = {}
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-03T09:00:00Z' })
  owner = await world.company({ country: 'CH' })
  ids.acme = (await owner.call('contacts.create', { kind: 'organisation', name: 'Acme Studio GmbH' })).id
  ids.marie = (await owner.call('contacts.create', { kind: 'person', name: 'Marie Dupont' })).id
  ids.bebbo = (await owner.call('contacts.create', { kind: 'thing', name: 'Bebbo', relationships: [{ kind: 'owned_by', contactId: ids.marie }] })).id
  ids.design = (await owner.call('offer.create-service', { name: 'Design', unit: 'minute', price: { amount: '160.00', currency: 'CHF' }, per: '60' })).id
  ids.lesson = (await owner.call('offer.create-service', { name: 'Lektion', unit: 'lesson', minutes: 60, price: { amount: '40.00', currency: 'CHF' } })).id
})
afterAll(() => world.close())

const read = async (text: string) => {
  const words = readLexicon(await owner.call('capture.lexicon'), { today: day('2026-03-03'), currency: 'CHF', companies: [], commands: [] })
  const [best] = understand({ text, language: 'en', today: day('2026-03-03'), zone: 'Europe/Zurich' as never, ...words })
  return best!
}

test.each([
  '2h acme logo yesterday',
  'note acme prefers mornings',
  'call marie friday',
  'quote acme logo redesign 1200',
  'quote acme workshop 3x 400',
  'retainer acme 10h 1500',
  'pass bebbo 10 300',
  'abo marie 49',
  'project acme website 4000',
  'lesson marie bebbo tue 14:00',
  'new peter muster peter@muster.ch 079 123 45 67',
])('"%s" does what it says', async (text) => {
  const reading = await read(text)
  expect(reading.chips.filter((chip) => chip.isMissing)).toEqual([])
  await owner.call(reading.operation!, reading.input)
})

test('work is invoiced and its payment recorded by two lines', async () => {
  const { id } = await owner.call('contacts.create', { kind: 'person', name: 'Zora Billig', email: 'zora@example.com' })
  await owner.call('work.record-time', { contactId: id, on: '2026-03-02', minutes: 60, note: 'Icon' })
  const invoice = await read('invoice zora')
  expect(invoice).toMatchObject({ operation: 'invoicing.bill-customer', input: { contactId: id } })
  const { invoices } = await owner.call(invoice.operation!, { ...invoice.input, send: false })
  const payment = await read(`paid ${Number(invoices[0].number.split('-').at(-1))}`)
  expect(payment).toMatchObject({ operation: 'payments.record', input: { contactId: id } })
  await owner.call(payment.operation!, payment.input)
  const answer = await owner.call('capture.answer', { contactId: id })
  expect(answer).toMatchObject({ open: [], lastPayment: { on: '2026-03-03', amount: invoices[0].gross } })
})

test('the answer tells what is left and what comes next', async () => {
  const marie = await owner.call('capture.answer', { contactId: ids.marie })
  expect(marie.next).toMatchObject({ name: 'Lektion', startsAt: '2026-03-03T13:00:00.000Z' })
  expect(marie.balances).toContainEqual(expect.objectContaining({ unit: 'lesson', left: '9' }))
  expect(marie.agreements.map((each: { sentence: string }) => each.sentence)).toContainEqual(expect.stringMatching(/10 .*300/))
  expect(marie.lastPayment).toBeNull()
})

test('a dog stands for its owner', async () => {
  expect((await read('2h bebbo')).input).toMatchObject({ contactId: ids.marie })
})

test('another company has its own words', async () => {
  const stranger = await world.company({ country: 'DE' })
  expect((await stranger.call('capture.lexicon')).contacts.ids).toEqual([])
  expect(await stranger.failure('capture.answer', { contactId: ids.marie })).toBe('not_found')
})

test('the words of two thousand customers are some tens of kilobytes', async () => {
  const many = await world.company({ country: 'CH' })
  const given = ['Anna', 'Beat', 'Chiara', 'David', 'Elena', 'Fritz', 'Gaia', 'Hans', 'Ines', 'Jean']
  const lines = Array.from({ length: 2000 }, (_, index) => `${given[index % 10]} ${String.fromCodePoint(65 + (index % 26))}${(index * 7919).toString(36)}`)
  await many.call('contacts.commit-import', { fileName: 'a.csv', content: btoa(`Name\n${lines.join('\n')}`) }).catch(() => undefined)
  for (const name of (await many.call('capture.lexicon')).contacts.ids.length > 0 ? [] : lines.slice(0, 300))
    await many.call('contacts.create', { kind: 'person', name })
  const answer = await many.call('capture.lexicon')
  const perContact = gzipSync(JSON.stringify(answer)).length / answer.contacts.ids.length
  expect(perContact).toBeLessThan(40)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'
import { instant } from '../../kernel/instant.ts'

let world: World
let owner: Seat
let customer: string

const euro = (amount: string) => ({ amount, currency: 'EUR' })

beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z', mailIsConnected: true })
  owner = await world.company({ country: 'DE', currency: 'EUR', language: 'de' })
  await owner.call('company.update', { iban: 'DE89370400440532013000', street: 'Weg 1', postalCode: '10115', city: 'Berlin' })
  customer = (await owner.call('contacts.create', { kind: 'organisation', name: 'Müller GmbH', email: 'mueller@example.com' })).id
  const fees = { first: euro('0.00'), second: euro('5.00'), third: euro('10.00') }
  await owner.call('payments.set-reminder-terms', { chargesFees: true, chargesInterest: true, fromLevel: 2, isAgreed: false, agreedRate: null, ...fees })
})
afterAll(() => world.close())

const invoice = async (number: string): Promise<string> =>
  (await owner.call('invoicing.open-invoice', { contactId: customer, number, issuedOn: '2026-01-10', dueOn: '2026-02-09', gross: euro('1000.00') })).id

const names = () => world.mails.at(-1)!.attachments!.map((each) => each.filename)

test('a reminder carries its letter and the invoice once more, and asks for what it takes', async () => {
  const invoiceId = await invoice('2025-0001')
  await owner.call('payments.remind', { invoiceId })
  world.clock.moveTo(instant('2026-03-13T09:00:00Z'))
  await owner.call('payments.remind', { invoiceId })
  await world.runJobs()
  expect(names()).toEqual([expect.stringContaining('2025-0001.pdf'), '2025-0001.pdf'])
  expect(world.mails.at(-1)!.text).toContain('1.043,10')
  const letter = world.mails.at(-1)!.attachments![0]!.content as Uint8Array
  expect(Buffer.from(letter.slice(0, 5)).toString()).toBe('%PDF-')
  // What was sent is kept.
  expect(await world.files.get((await import('../../platform/files.ts')).hashOf(letter))).toBeDefined()
})

test('a reminder that was decided on does not leave when the money came first', async () => {
  const invoiceId = await invoice('2025-0002')
  const before = world.mails.length
  await owner.call('payments.remind', { invoiceId })
  await owner.call('payments.record', { invoiceId })
  await world.runJobs()
  expect(world.mails).toHaveLength(before)
  const { messages } = await owner.call('messages.list', { contactId: customer })
  expect(messages[0]).toMatchObject({ kind: 'reminder', state: 'noted' })
})

test('the statement says every movement with the balance after it, and leaves as a letter', async () => {
  const answer = await owner.call('payments.statement', { contactId: customer })
  expect(
    answer.statements[0].lines.map((line: { kind: string; amount: { amount: string }; balance: { amount: string } }) => [
      line.kind,
      line.amount.amount,
      line.balance.amount,
    ]),
  ).toEqual([
    ['opening', '1000.00', '1000.00'],
    ['opening', '1000.00', '2000.00'],
    ['fee', '40.00', '2040.00'],
    ['interest', '3.10', '2043.10'],
    ['payment', '-1000.00', '1043.10'],
  ])
  const [balance] = (await owner.call('payments.balance', { contactId: customer })).balances
  expect(answer.statements[0].balance).toEqual(balance.balance)
  expect(answer.openItems.map((item: { open: { amount: string }; daysLate: number }) => [item.open.amount, item.daysLate])).toEqual([
    ['1000.00', 32],
    ['40.00', 0],
    ['3.10', 0],
  ])
  const later = await owner.call('payments.statement', { contactId: customer, from: '2026-02-01' })
  expect(later.statements[0]).toMatchObject({ brought: euro('2000.00'), balance: balance.balance })
  await owner.call('messages.send-statement', { contactId: customer })
  await world.runJobs()
  expect(names()).toEqual(['Kontoauszug.pdf'])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { findingsOf } from '../../../../tests/findings.ts'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'
import { structureFindings, textsOf } from './testing/structure.ts'

let world: World
let owner: Seat
let customer: string

const euro = (amount: string) => ({ amount, currency: 'EUR' })
const iban = 'FR14 2004 1010 0505 0001 3M02 606'

beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'DE', currency: 'EUR' })
  customer = (await owner.call('contacts.create', { kind: 'person', name: 'Marie Dupont', email: 'marie@example.com' })).id
})
afterAll(() => world.close())

const invoice = async (number: string): Promise<string> =>
  (await owner.call('invoicing.open-invoice', { contactId: customer, number, issuedOn: '2026-02-01', dueOn: '2026-03-03', gross: euro('99.90') })).id
const mandates = async () => (await owner.call('payments.mandates', { contactId: customer })).mandates

test('a mandate has a right account and a reference of its own; a new one replaces it, a revoked one is gone', async () => {
  expect(await owner.failure('payments.add-mandate', { contactId: customer, iban: 'FR14', signedOn: '2026-02-01' })).toBe('input_invalid')
  await owner.call('payments.add-mandate', { contactId: customer, iban, signedOn: '2026-02-01', reference: 'MANDAT-1' })
  expect(await owner.failure('payments.add-mandate', { contactId: customer, iban, signedOn: '2026-02-01', reference: 'MANDAT-1' })).toBe('input_invalid')
  const { id } = await owner.call('payments.add-mandate', { contactId: customer, iban, signedOn: '2026-02-02' })
  expect(await mandates()).toMatchObject([{ id, iban: 'FR1420041010050500013M02606', accountHolder: 'Marie Dupont', scheme: 'CORE', sequence: 'RCUR' }])
  await owner.call('payments.revoke-mandate', { mandateId: id })
  expect(await mandates()).toEqual([])
})

test('what is due is collected once, and opens again when the bank gives the money back', async () => {
  const id = await invoice('2026-0071')
  await owner.call('payments.add-mandate', { contactId: customer, iban, signedOn: '2026-02-01' })
  expect(await owner.failure('payments.collect')).toBe('creditor_identifier_missing')
  await owner.call('company.update', { iban: 'DE89370400440532013000', creditorIdentifier: 'DE98ZZZ09999999999' })
  expect(await owner.failure('payments.collect', { collectOn: '2026-03-03' })).toBe('input_invalid')
  expect(await owner.failure('payments.collect', { collectOn: '2026-03-07' })).toBe('input_invalid')
  const { id: fileId, count, collectOn } = await owner.call('payments.collect')
  expect([count, collectOn]).toEqual([1, '2026-03-04'])
  const xml = Buffer.from((await owner.call('payments.direct-debit-file', { fileId })).content, 'base64').toString()
  expect(structureFindings(xml)).toEqual([])
  expect([textsOf(xml, 'CtrlSum')[0], textsOf(xml, 'ReqdColltnDt')[0], textsOf(xml, 'DtOfSgntr')[0]]).toEqual(['99.90', '2026-03-04', '2026-02-01'])
  expect(await owner.failure('payments.collect', { invoiceIds: [id] })).toBe('invoice_collected_already')
  expect(await owner.failure('payments.collect')).toBe('nothing_to_collect')

  const { id: paymentId } = await owner.call('payments.record', { invoiceId: id })
  expect((await owner.call('payments.to-collect')).invoices).toEqual([])
  await owner.call('payments.remove', { paymentId, reason: 'AC04' })
  expect((await owner.call('payments.to-collect')).invoices).toMatchObject([{ invoiceId: id, isRunning: false }])
  const again = await owner.call('payments.collect', { format: 'pain.008.001.02' })
  await owner.call('payments.undo-direct-debit-file', { fileId: again.id })
  expect((await owner.call('payments.to-collect')).invoices[0].isRunning).toBe(false)
  expect(await findingsOf(world, owner)).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { findingsOf } from '../../../../../tests/findings.ts'
import { openWorld, type Seat, type World } from '../../../../../tests/world.ts'
import { instant } from '../../../../kernel/instant.ts'

let world: World
let owner: Seat
let customer: string
let count = 0

const euro = (amount: string) => ({ amount, currency: 'EUR' })
const terms = {
  chargesFees: true,
  chargesInterest: true,
  fromLevel: 2,
  isAgreed: false,
  agreedRate: null,
  first: euro('0.00'),
  second: euro('5.00'),
  third: euro('15.00'),
}

beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'DE', currency: 'EUR' })
})
afterAll(() => world.close())

async function overdue(kind: 'person' | 'organisation' = 'organisation'): Promise<{ id: string; number: string }> {
  world.clock.moveTo(instant('2026-03-02T09:00:00Z'))
  customer = (await owner.call('contacts.create', { kind, name: `Müller ${(count += 1)}`, email: `m${count}@example.com` })).id
  const number = `2025-${String(1000 + count)}`
  const { id } = await owner.call('invoicing.open-invoice', {
    contactId: customer,
    number,
    issuedOn: '2026-01-10',
    dueOn: '2026-02-09',
    gross: euro('1000.00'),
  })
  return { id, number }
}

const remindTwice = async (invoiceId: string) => {
  await owner.call('payments.remind', { invoiceId })
  world.clock.moveTo(instant('2026-03-13T09:00:00Z'))
  await owner.call('payments.remind', { invoiceId })
}
const balance = async () => (await owner.call('payments.balance', { contactId: customer })).balances[0]
const feesOf = async (invoiceId: string) => (await owner.call('payments.reminder-fees', { invoiceId })).fees

test('nothing is taken until the owner says so', async () => {
  const { id } = await overdue()
  await remindTwice(id)
  expect(await feesOf(id)).toEqual([])
  expect(await (await world.member(owner, 'staff')).failure('payments.set-reminder-terms', terms)).toBe('forbidden')
})

test('what a reminder takes is announced before, owed after, and paid after the invoice', async () => {
  await owner.call('payments.set-reminder-terms', terms)
  const { id } = await overdue()
  await owner.call('payments.remind', { invoiceId: id })
  expect(await feesOf(id)).toEqual([])
  world.clock.moveTo(instant('2026-03-13T09:00:00Z'))
  const [due] = (await owner.call('payments.reminders-due', { contactId: customer })).reminders
  // 1000 € at 1.27 + 9 points for the eleven days after the first reminder.
  const charges = [
    { kind: 'lump_sum', amount: euro('40.00'), law: '§ 288 Abs. 5 BGB' },
    { kind: 'interest', amount: euro('3.10'), law: '§§ 286, 288 Abs. 2 BGB', from: '2026-03-03', to: '2026-03-13' },
  ]
  expect(due.charges).toMatchObject(charges)
  await owner.call('payments.remind', { invoiceId: id })
  expect(await feesOf(id)).toMatchObject(charges.map((charge) => ({ ...charge, level: 2, open: charge.amount })))
  expect(await balance()).toMatchObject({ open: euro('1000.00'), fees: euro('43.10'), feesOpen: euro('43.10'), balance: euro('1043.10') })

  await owner.call('payments.record', { contactId: customer, amount: euro('1000.00') })
  expect(await balance()).toMatchObject({ open: euro('0.00'), feesOpen: euro('43.10'), balance: euro('43.10') })
  const { id: paymentId } = await owner.call('payments.record', { contactId: customer, amount: euro('50.00') })
  expect(await balance()).toMatchObject({ feesOpen: euro('0.00'), credit: euro('6.90'), balance: euro('-6.90') })
  await owner.call('payments.remove', { paymentId })
  expect(await balance()).toMatchObject({ feesOpen: euro('43.10'), credit: euro('0.00') })
  expect(await findingsOf(world, owner)).toEqual([])
})

test('interest is never taken twice for a day, nor the lump sum', async () => {
  const { id } = await overdue()
  await remindTwice(id)
  world.clock.moveTo(instant('2026-03-23T09:00:00Z'))
  await owner.call('payments.remind', { invoiceId: id })
  const fees = await feesOf(id)
  expect(fees.map((fee: { kind: string }) => fee.kind)).toEqual(['lump_sum', 'interest', 'interest'])
  expect(fees[2]).toMatchObject({ from: '2026-03-14', to: '2026-03-23', amount: euro('2.81') })
})

test('a fee is given up and taken back by facts; a consumer pays the fee that the company asks', async () => {
  const { id } = await overdue('person')
  await remindTwice(id)
  const [fee] = await feesOf(id)
  expect(fee).toMatchObject({ kind: 'fee', amount: euro('5.00'), law: '§§ 280, 286 BGB' })
  await owner.call('payments.waive-reminder-fee', { feeId: fee.id, reason: 'Kulanz' })
  expect((await feesOf(id))[0]).toMatchObject({ waived: euro('5.00'), open: euro('0.00') })
  expect(await owner.failure('payments.waive-reminder-fee', { feeId: fee.id })).toBe('reminder_fee_not_open')
  expect(await findingsOf(world, owner)).toEqual([])
  await owner.call('payments.restore-reminder-fee', { feeId: fee.id })
  expect((await feesOf(id))[0]).toMatchObject({ waived: euro('0.00'), open: euro('5.00') })
  expect(await owner.failure('payments.restore-reminder-fee', { feeId: fee.id })).toBe('reminder_fee_not_waived')
  await owner.call('payments.record', { contactId: customer, amount: euro('1100.00') })
  expect(await balance()).toMatchObject({ feesOpen: euro('0.00') })
  expect(await findingsOf(world, owner)).toEqual([])
})

const statement = (text: string, amount: string) => ({
  fileName: `${text}.csv`,
  content: Buffer.from(`Datum;Text;Betrag EUR;Name\n23.03.2026;${text};${amount};Müller\n`).toString('base64'),
})

test('a transfer of invoice and fees together is certain', async () => {
  const { id, number } = await overdue()
  await remindTwice(id)
  const answer = await owner.call('payments.import-bank-file', statement(`Rechnung ${number}`, '1043.10'))
  expect(answer.matchedCount).toBe(1)
  expect(await balance()).toMatchObject({ open: euro('0.00'), feesOpen: euro('0.00'), credit: euro('0.00') })
})

test('a payment of the same morning stops the reminder, and so does one that lies at the bank undecided', async () => {
  const { id, number } = await overdue()
  await owner.call('payments.import-bank-file', statement(`Zahlung ${number}`, '1000.00'))
  expect(await owner.failure('payments.remind', { invoiceId: id })).toBe('invoice_already_settled')
  const other = await overdue()
  const { transactions } = await owner.call('payments.bank-transactions', { state: 'matched' })
  const found = transactions.find((each: { remittance: string }) => each.remittance.includes(number))
  await owner.call('payments.unmatch', { bankTransactionId: found.id })
  expect(await owner.failure('payments.remind', { invoiceId: id })).toBe('invoice_paid_at_bank')
  await owner.call('payments.remind', { invoiceId: other.id })
})

test('two customers become one, and their fees are the one’s', async () => {
  const first = await overdue()
  const kept = customer
  await remindTwice(first.id)
  const second = await overdue()
  await remindTwice(second.id)
  await owner.call('contacts.merge', { contactId: kept, otherId: customer })
  customer = kept
  expect(await balance()).toMatchObject({ fees: euro('86.20') })
  expect(await findingsOf(world, owner)).toEqual([])
})

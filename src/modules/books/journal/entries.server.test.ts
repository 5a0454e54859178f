import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'

let world: World
let owner: Seat
let contactId: string
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.moveTo('2026-03-02T09:00:00Z' as never)
  owner = await world.company({ country: 'CH', isTaxIncluded: false })
  contactId = (await owner.call('contacts.create', { name: 'Marie Dupont' })).id
})

const francs = (amount: string, currency = 'CHF') => ({ amount, currency })
const draft = async (amount: string, more: object = {}) => {
  const lines = [{ name: 'Coaching', quantity: '1', unitPrice: francs(amount, (more as { currency?: string }).currency) }]
  return (await owner.call('invoicing.create-draft', { contactId, lines, ...more })).id as string
}
const issue = async (amount: string, more: object = {}) => {
  const invoiceId = await draft(amount, more)
  await owner.call('invoicing.issue', { invoiceId })
  return invoiceId
}
/** The lines of the latest entry: "1100 108.10". */
const latest = async (index = 0) => {
  const { entries } = await owner.call('books.entries')
  return entries[index].lines.map((line: { account: string; amount: { amount: string } }) => `${line.account} ${line.amount.amount}`)
}

describe('an entry', () => {
  test('of an invoice is receivable against revenue and tax', async () => {
    await issue('100.00')
    expect(await latest()).toEqual(['1100 108.10', '3400 -100.00', '2200 -8.10'])
  })

  test('of a payment too large leaves the customer credit', async () => {
    const invoiceId = await issue('100.00')
    await owner.call('payments.record', { contactId, amount: francs('150.00'), method: 'cash' })
    expect(await latest()).toEqual(['1000 150.00', '1100 -108.10', '2031 -41.90'])
    await owner.call('payments.refund', { contactId, amount: francs('41.90'), reason: 'Too much' })
    expect(await latest()).toEqual(['2031 41.90', '1020 -41.90'])
    expect(invoiceId).toBeDefined()
  })

  test('of a credit note takes back what is open, and owes what was paid', async () => {
    const invoiceId = await issue('100.00')
    await owner.call('payments.record', { invoiceId, amount: francs('50.00') })
    await owner.call('invoicing.credit', { invoiceId, reason: 'Wrong' })
    expect(await latest()).toEqual(['1100 -58.10', '2031 -50.00', '3400 100.00', '2200 8.10'])
  })

  test('of a bad debt gives the tax back in proportion, and is undone by itself turned round', async () => {
    const invoiceId = await issue('100.00')
    const { id: writeOffId } = await owner.call('payments.write-off', { invoiceId, amount: francs('54.05'), reason: 'Bankrupt' })
    expect(await latest()).toEqual(['3805 50.00', '2200 4.05', '1100 -54.05'])
    await owner.call('payments.undo-write-off', { writeOffId })
    expect(await latest()).toEqual(['3805 -50.00', '2200 -4.05', '1100 54.05'])
  })

  test('of an advance is owed, and the final invoice turns it into revenue', async () => {
    const advanceId = await issue('300.00', { purpose: 'advance' })
    expect(await latest()).toEqual(['1100 324.30', '2030 -300.00', '2200 -24.30'])
    await issue('1000.00', { purpose: 'final', deducts: [advanceId] })
    expect(await latest()).toEqual(['1100 756.70', '3400 -1000.00', '2200 -56.70', '2030 300.00'])
  })

  test('of a deposit is owed back, without tax', async () => {
    await issue('300.00', { purpose: 'deposit', lines: [{ name: 'Key', quantity: '1', unitPrice: francs('300.00'), taxCategory: 'outside' }] })
    expect(await latest()).toEqual(['1100 300.00', '2211 -300.00'])
  })

  test('of another currency is at the rate of its day, and the difference is realised when it is paid', async () => {
    const rate = { from: 'EUR', to: 'CHF' }
    await owner.call('currencies.set-own-rate', { ...rate, rate: '0.95', validFrom: '2026-03-01', validTo: '2026-03-31' })
    await owner.call('currencies.set-own-rate', { ...rate, rate: '0.90', validFrom: '2026-04-01', validTo: '2026-04-30' })
    const invoiceId = await issue('1000.00', { currency: 'EUR' })
    expect(await latest()).toEqual(['1100 1026.95', '3400 -950.00', '2200 -76.95'])
    world.clock.moveTo('2026-04-10T09:00:00Z' as never)
    await owner.call('payments.record', { invoiceId, amount: francs('500.00', 'EUR') })
    expect(await latest()).toEqual(['1020 450.00', '1100 -475.00', '6949 25.00'])
    await owner.call('payments.record', { invoiceId })
    expect((await latest()).slice(1)).toEqual(['1100 -551.95', '6949 29.05'])
    const { assets } = await owner.call('books.balance')
    expect(assets.map((row: { account: string }) => row.account)).not.toContain('1100')
  })

  test('of a reverse charge owes the tax and deducts it; of a changed cost is turned and booked anew', async () => {
    const parts = [{ treatment: 'reverse_charge', rate: '8.1', gross: francs('100.00') }]
    const said = { category: 'software', issuedOn: '2026-03-01', payee: { name: 'Cloud Inc' }, paidBy: 'bank' }
    const { id: expenseId } = await owner.call('expenses.record', { ...said, parts })
    expect(await latest()).toEqual(['6570 100.00', '1172 8.10', '2203 -8.10', '2000 -100.00'])
    await owner.call('expenses.change', { expenseId, parts: [{ treatment: 'domestic', rate: '8.1', gross: francs('100.00') }] })
    const { entries } = await owner.call('books.entries', { subject: expenseId })
    expect(entries.map((entry: { kind: string }) => entry.kind).sort()).toEqual(['expense', 'expense', 'expense_undone'])
    await owner.call('expenses.mark-paid', { expenseId, on: '2026-03-02' })
    expect(await latest()).toEqual(['2000 100.00', '1020 -100.00'])
  })

  test('of a small business has no tax, and what it buys costs what it paid', async () => {
    await owner.call('company.update', { taxRegime: 'small_business' })
    await issue('100.00')
    expect(await latest()).toEqual(['1100 100.00', '3400 -100.00'])
    await owner.call('expenses.record', {
      amount: francs('108.10'),
      rate: '8.1',
      category: 'office',
      issuedOn: '2026-03-02',
      description: 'Paper',
      paidBy: 'bank',
    })
    expect(await latest()).toEqual(['6500 108.10', '2000 -108.10'])
  })
})

test('an account chosen otherwise counts from then on, and what is booked stays where it is', async () => {
  await issue('100.00')
  await owner.call('books.change-account', { kind: 'revenue.*.services', number: '3410', name: 'Lessons' })
  await issue('100.00')
  const { income } = await owner.call('books.profit-and-loss', { from: '2026-01-01', to: '2026-12-31' })
  expect(income).toMatchObject([
    { account: '3400', amount: francs('100.00') },
    { account: '3410', name: 'Lessons', amount: francs('100.00') },
  ])
  expect(await owner.failure('books.change-account', { kind: 'expense.travel', number: '1100' })).toBe('account_number_taken')
  expect(await owner.failure('books.change-account', { kind: 'nonsense', number: '9999' })).toBe('account_kind_unknown')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'

let world: World
let owner: Seat
const francs = (amount: string) => ({ amount, currency: 'CHF' })

beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'CH', isTaxIncluded: false })
  const { id: contactId } = await owner.call('contacts.create', { name: 'Marie Dupont' })
  const invoice = async (amount: string) => {
    const { id } = await owner.call('invoicing.create-draft', { contactId, lines: [{ name: 'Coaching', quantity: '1', unitPrice: francs(amount) }] })
    await owner.call('invoicing.issue', { invoiceId: id })
    return id as string
  }
  await owner.call('payments.record', { invoiceId: await invoice('1000.00'), method: 'cash' })
  await invoice('200.00')
  await owner.call('expenses.record', {
    amount: francs('54.05'),
    rate: '8.1',
    category: 'office',
    issuedOn: '2026-03-01',
    description: 'Paper',
    paidBy: 'bank',
  })
})
afterAll(() => world.close())

test('the profit is what was earned less what it cost, without tax', async () => {
  expect(await owner.call('books.profit-and-loss', { from: '2026-01-01', to: '2026-12-31' })).toMatchObject({
    income: [{ account: '3400', amount: francs('1200.00') }],
    costs: [{ account: '6500', amount: francs('50.00') }],
    profit: francs('1150.00'),
  })
})

test('the balance balances', async () => {
  const balance = await owner.call('books.balance')
  expect(balance.assets.map((row: { account: string; amount: { amount: string } }) => [row.account, row.amount.amount])).toEqual([
    ['1000', '1081.00'],
    ['1100', '216.20'],
    ['1171', '4.05'],
  ])
  expect(balance.liabilitiesTotal).toEqual(francs('151.25'))
  expect(balance.equity).toEqual([{ kind: 'profit', account: null, amount: francs('1150.00') }])
  expect(Number(balance.assetsTotal.amount)).toBeCloseTo(Number(balance.liabilitiesTotal.amount) + Number(balance.equityTotal.amount), 2)
})

test('every figure leads to its entries, and each entry to its document', async () => {
  const { account, entries } = await owner.call('books.entries', { account: '3400', from: '2026-03-01', to: '2026-03-31' })
  expect(account).toEqual({ number: '3400', name: expect.any(String) })
  expect(entries).toHaveLength(2)
  for (const entry of entries) {
    expect(entry.link.kind).toBe('invoice')
    expect((await owner.call('invoicing.read', { invoiceId: entry.link.id })).number).toBe(entry.document)
    const journal = await owner.call('books.entries', { subject: entry.link.id })
    expect(journal.entries.map((each: { id: string }) => each.id)).toContain(entry.id)
  }
})

test('open items stand by their age, and the forecast counts them when they will be paid', async () => {
  const open = await owner.call('books.open-items')
  expect(open.receivable).toMatchObject([{ party: 'Marie Dupont', age: 'not_due', open: francs('216.20') }])
  expect(open.payable).toMatchObject([{ party: 'Paper', open: francs('54.05') }])
  const forecast = await owner.call('books.forecast')
  expect(forecast.start).toEqual(francs('1081.00'))
  expect(forecast.weeks).toHaveLength(13)
  expect(forecast.weeks.at(-1).balance).toEqual(francs('1243.15'))
})

test('staff do not read the books, the accountant reads and exports all of them', async () => {
  const staff = await world.member(owner, 'staff')
  expect(await staff.failure('books.balance')).toBe('forbidden')
  const accountant = await world.member(owner, 'accountant')
  await accountant.call('books.balance')
  await accountant.call('books.export', { format: 'csv_journal', from: '2026-01-01', to: '2026-12-31' })
  expect(await accountant.failure('books.close-period', { until: '2026-01-31' })).toBe('forbidden')
})

test('the archive lists each document with its place, and gives its bytes with their hash', async () => {
  const { files, next } = await owner.call('books.archive-index', { from: '2026-01-01', to: '2026-12-31' })
  expect(files.map((file: { path: string }) => file.path)).toEqual(['invoices/2026/2026-0001.pdf', 'invoices/2026/2026-0002.pdf'])
  expect(next).toBe('receipts')
  const [{ kind, id, of }] = files
  const file = await owner.call('books.archive-file', { kind, id, of })
  expect(Buffer.from(file.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  expect(file.hash).toMatch(/^[0-9a-f]{64}$/)
  expect((await owner.call('books.archive-index', { from: '2026-01-01', to: '2026-12-31', after: next })).next).toBeNull()
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { instant } from '../../../kernel/instant.ts'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'

let world: World
let owner: Seat
let contactId: string
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.moveTo(instant('2026-03-02T09:00:00Z'))
  owner = await world.company({ country: 'CH' })
  contactId = (await owner.call('contacts.create', { name: 'Marie Dupont' })).id
})

const francs = (amount: string) => ({ amount, currency: 'CHF' })
const pay = (on: string) => ({ contactId, amount: francs('50.00'), on })
const entries = async () => (await owner.call('books.entries')).entries as { kind: string; postedOn: string; factOn: string }[]

describe('a closed period', () => {
  test('refuses a day that a person types, and says up to when it is closed', async () => {
    await owner.call('payments.record', pay('2026-02-10'))
    await owner.call('books.close-period', { until: '2026-02-28' })
    expect(await owner.failure('payments.record', pay('2026-02-20'))).toBe('period_closed')
    await owner.call('payments.record', pay('2026-03-01'))
    expect((await entries()).map((entry) => entry.postedOn)).toEqual(['2026-03-01', '2026-02-10'])
  })

  test('takes what the bank says and what a late receipt says on the first open day, with its own day kept', async () => {
    await owner.call('books.close-period', { until: '2026-02-28' })
    const line = 'Buchungsdatum;Valuta;Betrag;Währung;Auftraggeber;Zahlungszweck\n12.02.2026;12.02.2026;120.00;CHF;Marie Dupont;Danke\n'
    const { id: bankAccountId } = await owner.call('payments.add-bank-account', { name: 'Main', iban: 'CH9300762011623852957', currency: 'CHF' })
    await owner.call('payments.import-bank-file', { fileName: 'f.csv', content: Buffer.from(line).toString('base64'), bankAccountId })
    const { transactions } = await owner.call('payments.bank-transactions')
    await owner.call('payments.accept-match', { bankTransactionId: transactions[0].id, contactId })
    await owner.call('expenses.record', {
      amount: francs('40.00'),
      rate: '8.1',
      category: 'travel',
      issuedOn: '2026-02-03',
      description: 'Train',
      paidBy: 'bank',
    })
    expect(await entries()).toMatchObject([
      { kind: 'expense', postedOn: '2026-03-01', factOn: '2026-02-03' },
      { kind: 'payment', postedOn: '2026-03-01', factOn: '2026-02-12' },
    ])
  })

  test('keeps its sums whatever is changed later: the change is booked in the open', async () => {
    const cost = { amount: francs('108.10'), rate: '8.1', category: 'travel', issuedOn: '2026-02-03', description: 'Train', paidBy: 'bank' }
    const { id: expenseId } = await owner.call('expenses.record', cost)
    const february = { from: '2026-02-01', to: '2026-02-28' }
    const before = await owner.call('books.profit-and-loss', february)
    expect(before.costs).toMatchObject([{ account: '6640', amount: francs('100.00') }])
    await owner.call('books.close-period', { until: '2026-02-28' })
    await owner.call('expenses.change', { expenseId, category: 'software' })
    expect(await owner.call('books.profit-and-loss', february)).toEqual(before)
    const march = await owner.call('books.profit-and-loss', { from: '2026-03-01', to: '2026-03-31' })
    expect(march.costs).toMatchObject([
      { account: '6570', amount: francs('100.00') },
      { account: '6640', amount: francs('-100.00') },
    ])
  })

  test('is opened again by the owner with a reason, and only by the owner', async () => {
    await owner.call('books.close-period', { until: '2026-02-28', reason: 'Month-end' })
    const accountant = await world.member(owner, 'accountant')
    expect(await accountant.failure('books.reopen', { reason: 'Mistake' })).toBe('forbidden')
    expect(await owner.failure('books.close-period', { until: '2026-01-31' })).toBe('period_closed')
    expect(await owner.failure('books.close-period', { until: '2026-03-02' })).toBe('input_invalid')
    await owner.call('books.reopen', { until: '2026-01-31', reason: 'A payment was forgotten' })
    await owner.call('payments.record', pay('2026-02-20'))
    expect(await owner.failure('payments.record', pay('2026-01-20'))).toBe('period_closed')
    const { closings, closedUntil } = await accountant.call('books.month-end')
    expect(closedUntil).toBe('2026-01-31')
    expect(closings).toMatchObject([
      { kind: 'reopened', until: '2026-01-31', reason: 'A payment was forgotten' },
      { kind: 'closed', until: '2026-02-28', reason: 'Month-end' },
    ])
  })

  test('the month that is over is proposed with what is left to do', async () => {
    world.clock.moveTo(instant('2026-02-10T09:00:00Z'))
    await owner.call('payments.record', pay('2026-02-10'))
    await owner.call('invoicing.create-draft', { contactId, lines: [{ name: 'Coaching', quantity: '1', unitPrice: francs('100.00') }] })
    expect(await owner.call('books.month-end')).toMatchObject({ month: null })
    world.clock.moveTo(instant('2026-03-02T09:00:00Z'))
    expect(await owner.call('books.month-end')).toMatchObject({ month: '2026-02', until: '2026-02-28', todo: { drafts: 1, bankLines: 0 } })
    await owner.call('books.close-period', { until: '2026-02-28' })
    expect(await owner.call('books.month-end')).toMatchObject({ month: null, closedUntil: '2026-02-28' })
  })
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bankAccount } from '../../../../tests/given.ts'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'
import { addDays, addMonths, day, type Day } from '../../../kernel/day.ts'
import { instant } from '../../../kernel/instant.ts'
import { rhythms } from './rhythm.ts'

let world: World
beforeAll(async () => void (world = await openWorld({ at: '2026-03-02T09:00:00Z' })))
afterAll(() => world.close())

const francs = (amount: string) => ({ amount, currency: 'CHF' })
const goTo = (on: Day) => world.clock.moveTo(instant(`${on}T09:00:00Z`))

async function proposals(owner: Seat) {
  return (await owner.call('expenses.list', { filter: 'to_check', limit: 200 })).expenses.toSorted((left: { issuedOn: string }, right: { issuedOn: string }) =>
    left.issuedOn.localeCompare(right.issuedOn),
  )
}

test('over any days on which the house looks, exactly the due days are proposed, each once', async () => {
  const start = day('2026-03-02')
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 500 }),
      fc.constantFrom(...rhythms),
      fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 8 }),
      async (age, rhythm, steps) => {
        goTo(start)
        const owner = await world.company({ country: 'CH' })
        const on = addDays(start, -age)
        const { id } = await owner.call('expenses.record', { payee: { name: 'Immovera' }, amount: francs('1450.00'), paidBy: 'bank', on })
        await owner.call('expenses.repeat', { expenseId: id, rhythm })
        let today = start
        for (const step of steps) {
          today = addDays(today, step)
          goTo(today)
          await owner.call('expenses.propose-due')
        }
        const months = { monthly: 1, quarterly: 3, yearly: 12 }[rhythm]
        const due = Array.from({ length: 60 }, (_, at) => addMonths(on, months * (at + 1))).filter((each) => each >= start && each <= today)
        expect((await proposals(owner)).map((each: { issuedOn: string }) => each.issuedOn)).toEqual(due)
      },
    ),
    { numRuns: 25 },
  )
  goTo(start)
}, 60_000)

test('a proposal says what was recorded last, and the debit of the bank confirms it by one key', async () => {
  goTo(day('2026-03-02'))
  const owner = await world.company({ country: 'CH' })
  const bankAccountId = await bankAccount(owner)
  const said = { payee: { name: 'Immovera' }, category: 'rent', amount: francs('1450.00'), rate: '8.1', paidBy: 'bank', documentNumber: 'R-1' }
  const { id } = await owner.call('expenses.record', { ...said, on: '2026-02-28' })
  expect(await owner.call('expenses.repeat', { expenseId: id, rhythm: 'monthly' })).toMatchObject({ nextOn: '2026-03-28' })
  goTo(day('2026-03-28'))
  expect(await owner.call('expenses.propose-due')).toEqual({ proposed: 1 })
  // Stopped and begun again on the same day, the day is not proposed twice.
  await owner.call('expenses.stop-repeating', { expenseId: id })
  expect(await owner.call('expenses.repeat', { expenseId: id, rhythm: 'monthly' })).toMatchObject({ nextOn: '2026-04-28' })
  const [proposed] = await proposals(owner)
  expect(proposed).toMatchObject({ source: 'recurring', issuedOn: '2026-03-28', category: 'rent', gross: francs('1450.00'), documentNumber: null })

  const content = Buffer.from('Buchungsdatum;Valuta;Betrag;Währung;Empfänger;Zahlungszweck\n28.03.2026;28.03.2026;-1450.00;CHF;Immovera;Miete März\n')
  await owner.call('expenses.mark-paid', { expenseId: id })
  await owner.call('payments.import-bank-file', { fileName: 'march.csv', content: content.toString('base64'), bankAccountId })
  const { debits } = await owner.call('expenses.debits')
  expect(debits).toMatchObject([{ proposal: { expenseId: proposed.id } }])
  const { bankTransactionId } = debits[0]
  expect(await owner.call('expenses.match', { bankTransactionId })).toEqual({ id: proposed.id, isNew: false, isConfirmed: true })
  expect(await owner.call('expenses.read', { expenseId: proposed.id })).toMatchObject({ state: 'recorded', open: francs('0.00') })

  await owner.call('expenses.change', { expenseId: proposed.id, description: 'With the cellar' })
  goTo(day('2026-04-30'))
  await owner.call('expenses.propose-due')
  expect(await proposals(owner)).toMatchObject([{ issuedOn: '2026-04-28', gross: francs('1450.00') }])
  expect((await owner.call('expenses.read', { expenseId: id })).repeats).toEqual({ rhythm: 'monthly', nextOn: '2026-05-28' })
})

test('the cost that is gone is not proposed any more', async () => {
  goTo(day('2026-03-02'))
  const owner = await world.company({ country: 'CH' })
  const { id } = await owner.call('expenses.record', { description: 'Phone', amount: francs('39.00'), on: '2026-03-01' })
  await owner.call('expenses.repeat', { expenseId: id, rhythm: 'quarterly' })
  await owner.call('expenses.remove', { expenseId: id })
  goTo(day('2027-03-02'))
  expect(await owner.call('expenses.propose-due')).toEqual({ proposed: 0 })
  expect(await owner.failure('expenses.repeat', { expenseId: id, rhythm: 'monthly' })).toBe('expense_not_recorded')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { Failure } from '../../../kernel/failure.ts'
import { newId, type BankTransactionId } from '../../../kernel/id.ts'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { debitsOfExpenses, matchDebit, unmatchDebit, unmatchedDebits } from './debits.ts'

let world: World
let owner: Seat
const told: { name: string; payload: unknown }[] = []

/** As the module of expenses calls it: inside a transaction of the company. */
const inside = <Result>(work: (context: Context) => Promise<Result>) =>
  world.database.write(owner.company.id, (transaction) =>
    work({
      company: owner.company,
      actor: owner.actor,
      now: world.clock.now(),
      today: '2026-03-02',
      database: transaction,
      emit: (name: string, payload: unknown) => void told.push({ name, payload }),
    } as unknown as Context),
  )

beforeAll(async () => {
  world = await openWorld()
  owner = await world.company()
  const content = Buffer.from('Datum;Text;Betrag CHF\n01.03.2026;Miete Lager;-900.00\n02.03.2026;Eingang;50.00\n').toString('base64')
  await owner.call('payments.import-bank-file', { fileName: 'march.csv', content })
})
afterAll(() => world.close())

test('what went out waits until an expense takes it, and waits again when a person takes it back', async () => {
  const expenseId = newId<'expense'>()
  const [rent, ...others] = await inside((context) => unmatchedDebits(context))
  expect(others).toEqual([])
  await inside((context) => matchDebit(context, { bankTransactionId: rent!.id, expenseId }))
  expect(await inside((context) => unmatchedDebits(context))).toEqual([])
  expect((await inside((context) => debitsOfExpenses(context, [expenseId]))).get(expenseId)).toMatchObject([{ id: rent!.id, state: 'matched' }])
  await owner.call('payments.unmatch', { bankTransactionId: rent!.id })
  expect(await inside((context) => unmatchedDebits(context))).toHaveLength(1)
  expect((await inside((context) => debitsOfExpenses(context, [expenseId]))).size).toBe(0)
})

test('an expense that is removed lets its debit go', async () => {
  const [rent] = await inside((context) => unmatchedDebits(context))
  const expenseIds = [newId<'expense'>(), newId<'expense'>()]
  await inside((context) => matchDebit(context, { bankTransactionId: rent!.id, expenseId: expenseIds }))
  await inside((context) => unmatchDebit(context, rent!.id))
  expect(told.at(-1)).toMatchObject({ name: 'bank.debit-unmatched', payload: { bankTransactionId: rent!.id } })
  expect(await inside((context) => unmatchedDebits(context))).toHaveLength(1)
})

test('money that came in pays no expense', async () => {
  const { transactions } = await owner.call('payments.bank-transactions')
  const incoming = transactions.find((each: { amount: { amount: string } }) => each.amount.amount === '50.00')
  const failure = await inside((context) => matchDebit(context, { bankTransactionId: incoming.id as BankTransactionId, expenseId: 'x' })).catch(
    (error: unknown) => error,
  )
  expect(failure instanceof Failure && failure.code).toBe('transaction_not_a_debit')
})

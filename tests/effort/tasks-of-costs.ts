import { pictureOf } from '../../src/modules/expenses/testing/pictures.ts'
import type { Task } from './tasks.ts'

const cafe = 'Restaurant Sternengrill'
const francs = (amount: string) => ({ amount, currency: 'CHF' })

/** The photo of a lunch's receipt, from a place where the owner eats now and then, is dropped on Today. */
export const dropReceipt: Task = {
  name: 'expense-from-receipt',
  async play(hands, desk) {
    const { page } = desk
    const { today } = await desk.ask<{ today: string }>('today.read')
    await desk.ask('expenses.record', { payee: { name: cafe }, amount: francs('21.50'), rate: '8.1', category: 'meals' })
    const day = today.split('-').toReversed().join('.')
    const photo = pictureOf(`${cafe}\nTheaterstrasse 22, 8001 Zürich\nRechnung Nr. 20418\nDatum ${day} 13:07\n1 Menu 2   28.50\n1 Mineral   6.00\nTotal CHF 34.50\ninkl. 8.1% MWST 2.59\nMastercard 34.50`) // prettier-ignore
    await hands.drop(page.getByRole('heading', { level: 1 }), { name: 'lunch.jpg', bytes: photo })
    await page.getByText(`Recorded: ${cafe}`).waitFor({ timeout: 60_000 })
    hands.think('what was read is right')
  },
  async verify(desk) {
    const { expenses } = await desk.ask<{ expenses: { gross: { amount: string }; tax: { amount: string }; receiptCount: number }[] }>('expenses.list')
    const lunch = expenses.find((expense) => expense.gross.amount === '34.50')
    if (lunch?.tax.amount !== '2.59' || lunch.receiptCount !== 1) throw new Error(`the lunch is not recorded: ${JSON.stringify(lunch)}`)
  },
}

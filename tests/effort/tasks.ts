import { addDays, type Day } from '../../src/kernel/day.ts'
import type { Desk } from './desk.ts'
import { budgets, customers, newCustomer, offer, retainer } from './inputs.ts'
import type { Recorder } from './recorder.ts'
import { dropReceipt } from './tasks-of-costs.ts'
import { attendGroup, bookSession, fillWeekSheet } from './tasks-of-days.ts'
import {
  acceptProposal,
  closeMonth,
  dropBankFile,
  dropOnToday,
  fileTaxReturn,
  invoiceUnbilled,
  recordPayment,
  remindOverdue,
  watchBankFolder,
} from './tasks-of-money.ts'
import { jot, understood } from './jot.ts'

/** Plays one task by the hands of the recorder; throws where what it is for was not done in the end. */
export interface Task {
  readonly name: keyof typeof budgets
  readonly play: (hands: Recorder, desk: Desk) => Promise<void>
  /** Looks up by the API that it is so; the counting is over. */
  readonly verify: (desk: Desk) => Promise<void>
}

const addCustomer: Task = {
  name: 'new-customer',
  async play(hands, desk) {
    await jot(hands, desk, newCustomer.email)
    await understood(desk, { Name: newCustomer.name })
    await hands.press('Enter')
    await desk.page.getByRole('heading', { name: newCustomer.name }).waitFor()
  },
  async verify(desk) {
    const contactId = await desk.contactId(newCustomer.name)
    const { emails } = await desk.ask<{ emails: { value: string }[] }>('contacts.read', { contactId })
    if (emails[0]?.value !== newCustomer.email) throw new Error('the new customer has no e-mail')
  },
}

interface Line {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly lastSentOn: string | null
}

const agreementsOf = async (desk: Desk, name: string) =>
  (await desk.ask<{ agreements: Line[] }>('agreements.list', { contactId: await desk.contactId(name) })).agreements

const sendOffer: Task = {
  name: 'send-offer',
  async play(hands, desk) {
    await jot(hands, desk, `quote alpina ${offer.name} ${offer.amount}`)
    await understood(desk, { Customer: customers.offered })
    await hands.press('Enter')
    await desk.page.getByText('The offer goes out.').waitFor()
  },
  async verify(desk) {
    await desk.until('the offer is sent', async () => (await agreementsOf(desk, customers.offered)).some((each) => each.name === offer.name && each.lastSentOn))
  },
}

/** The customer accepts on her own page; the owner does nothing. */
const watchAcceptance: Task = {
  name: 'accepted-offer',
  async play(_hands, desk) {
    const contactId = await desk.contactId(customers.offered)
    const { address } = await desk.ask<{ address: string }>('portal.create-link', { contactId })
    const context = await desk.browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(address)
    await page.locator('a[href*="/offers/"]').first().click()
    const form = page.locator('form[action$="/accept"]')
    await form.locator('input[name=name]').fill('Reto Alpiger')
    await form.locator('button[type=submit]').click()
    await page.waitForLoadState('networkidle')
    await context.close()
  },
  async verify(desk) {
    const [agreement] = (await agreementsOf(desk, customers.offered)).filter((each) => each.name === offer.name)
    if (agreement?.state !== 'active') throw new Error(`the accepted offer is ${agreement?.state}`)
    const contactId = await desk.contactId(customers.offered)
    await desk.until('the first invoice is there', async () => {
      const { invoices } = await desk.ask<{ invoices: unknown[] }>('invoicing.list', { contactId })
      return invoices.length > 0
    })
  },
}

const logTime: Task = {
  name: 'log-time',
  async play(hands, desk) {
    await jot(hands, desk, '2h ac ye')
    await understood(desk, { Customer: customers.worked, Day: 'yesterday' })
    await hands.press('Enter')
    await desk.page.getByText('Time recorded.').waitFor()
  },
  async verify(desk) {
    const contactId = await desk.contactId(customers.worked)
    const { entries } = await desk.ask<{ entries: { minutes: number; on: string }[] }>('work.entries', { contactId })
    const { today } = await desk.ask<{ today: Day }>('today.read')
    if (entries[0]?.minutes !== 120 || entries[0].on !== addDays(today, -1)) throw new Error('two hours of yesterday are not recorded')
  },
}

const agreeMonthly: Task = {
  name: 'monthly-agreement',
  async play(hands, desk) {
    await jot(hands, desk, `retainer borea ${retainer.hours}h ${retainer.fee}`)
    await understood(desk, { Customer: customers.retained })
    await hands.press('Enter')
    await desk.page.getByText('Agreement created.').waitFor()
  },
  async verify(desk) {
    const running = (await agreementsOf(desk, customers.retained)).find((each) => each.state === 'active')
    if (!running) throw new Error('no agreement runs')
    const { terms } = await desk.ask<{ terms: { price: { fixed: { every: string } | null } } }>('agreements.read', { agreementId: running.id })
    if (terms.price.fixed?.every !== 'period') throw new Error('its price does not recur')
    const contactId = await desk.contactId(customers.retained)
    await desk.until('its first invoice is there', async () => {
      const { invoices } = await desk.ask<{ invoices: { gross: { amount: string } }[] }>('invoicing.list', { contactId })
      return invoices.some(({ gross }) => Number(gross.amount) >= Number(retainer.fee))
    })
  },
}

/** Who it is, what was agreed, what was paid, what comes next: read beside the field, without a page. */
const lookUp: Task = {
  name: 'look-up',
  async play(hands, desk) {
    await jot(hands, desk, 'corva')
    await understood(desk, { Customer: customers.asked })
    const answer = desk.page.locator('header dl')
    await answer.getByText('Next').waitFor()
    hands.think('the answer')
    const text = (await answer.innerText()).replaceAll(/\s+/g, ' ')
    for (const fact of ['Open nothing', 'CHF 864.80', 'Pass of ten', '10 Lektionen für CHF 800.00', 'Next Lesson'])
      if (!text.includes(fact)) throw new Error(`the answer does not tell "${fact}": ${text}`)
  },
  // Nothing was to be changed.
  async verify() {},
}

export const tasks: readonly Task[] = [
  addCustomer,
  sendOffer,
  watchAcceptance,
  logTime,
  fillWeekSheet,
  invoiceUnbilled,
  recordPayment,
  watchBankFolder,
  dropBankFile,
  dropOnToday,
  acceptProposal,
  agreeMonthly,
  lookUp,
  attendGroup,
  remindOverdue,
  bookSession,
  dropReceipt,
  closeMonth,
  fileTaxReturn,
]

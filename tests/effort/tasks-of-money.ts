import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Desk } from './desk.ts'
import { company, customers } from './inputs.ts'
import { jot, understood } from './jot.ts'
import type { Task } from './tasks.ts'

interface InvoiceRow {
  readonly id: string
  readonly status: string
  readonly number: string | null
  readonly gross: { readonly amount: string }
  readonly sentAt: string | null
}

const invoicesOf = async (desk: Desk, name: string) =>
  (await desk.ask<{ invoices: InvoiceRow[] }>('invoicing.list', { contactId: await desk.contactId(name) })).invoices

/** What stands on the paper in the owner's hand: "2026-0301" is invoice 301 to everybody. */
async function shortNumberOf(desk: Desk, name: string): Promise<string> {
  const [invoice] = await invoicesOf(desk, name)
  return String(Number(invoice!.number!.split('-').at(-1)))
}

export const invoiceUnbilled: Task = {
  name: 'invoice-unbilled',
  async play(hands, desk) {
    await jot(hands, desk, 'inv ac')
    await understood(desk, { Customer: customers.worked })
    await hands.press('Enter')
    await desk.page.getByText('The invoice goes out.').waitFor()
  },
  async verify(desk) {
    await desk.until('the invoice is issued and sent', async () => (await invoicesOf(desk, customers.worked)).some((each) => each.number && each.sentAt))
    const { customers: unbilled } = await desk.ask<{ customers: unknown[] }>('invoicing.unbilled', { contactId: await desk.contactId(customers.worked) })
    if (unbilled.length > 0) throw new Error('something is still unbilled')
  },
}

export const recordPayment: Task = {
  name: 'record-payment',
  async play(hands, desk) {
    const number = await shortNumberOf(desk, customers.paying)
    await jot(hands, desk, `paid ${number}`)
    await understood(desk, { Customer: customers.paying })
    await hands.press('Enter')
    await desk.page.getByText('Payment recorded.').waitFor()
  },
  verify: (desk) => isPaid(desk, customers.paying),
}

/** The bank's file of a customer's payment. */
async function bankFile(desk: Desk, name: string): Promise<string> {
  const [invoice] = await invoicesOf(desk, name)
  const { today } = await desk.ask<{ today: string }>('today.read')
  const line = `${today};${today};${invoice!.gross.amount};CHF;${name};Rechnung ${invoice!.number}`
  return `Buchungsdatum;Valuta;Betrag;Währung;Auftraggeber;Zahlungszweck\n${line}\n`
}

/** The bank's program puts its file into the folder that the server watches; the owner does nothing. */
export const watchBankFolder: Task = {
  name: 'payment-from-bank-file',
  async play(_hands, desk) {
    const folder = join(desk.dataDirectory, 'bank-inbox', company)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'account.csv'), await bankFile(desk, customers.watched))
    // A file is taken once it has stopped growing.
    await isPaid(desk, customers.watched)
  },
  verify: (desk) => isPaid(desk, customers.watched),
}

export const dropBankFile: Task = {
  name: 'payment-from-dropped-file',
  async play(hands, desk) {
    const { page } = desk
    await hands.press('4')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await hands.click(page.getByRole('link', { name: 'Bank', exact: true }))
    await hands.drop(page.locator('label:has(input[type=file])'), { name: 'account.csv', text: await bankFile(desk, customers.banking) })
    await page.getByRole('button', { name: /^Import/ }).waitFor()
    hands.think('what the file brings is right')
    await hands.press('Enter')
  },
  verify: (desk) => isPaid(desk, customers.banking),
}

/** The same week's file, let go on Today: what is clear in it needs no other act. */
export const dropOnToday: Task = {
  name: 'bank-file-dropped',
  async play(hands, desk) {
    const { page } = desk
    await hands.drop(page.getByRole('heading', { level: 1 }), { name: 'account.csv', text: await bankFile(desk, customers.dropped) })
    await page.getByText(/imported, 1 matched/).waitFor()
  },
  verify: (desk) => isPaid(desk, customers.dropped),
}

/** A payment whose text names nothing waits on Today with its proposal; it is read and taken by one key. */
export const acceptProposal: Task = {
  name: 'bank-proposal',
  async play(hands, desk) {
    const { page } = desk
    // The bank's file came by itself, with nothing in its text that names the invoice.
    const content = (await bankFile(desk, customers.proposed)).replace(/Rechnung \S+/, 'Danke')
    await desk.ask('payments.import-bank-file', { fileName: 'account.csv', content: Buffer.from(content).toString('base64') })
    await page.reload()
    const row = page.locator('main li').filter({ hasText: customers.proposed }).first()
    await row.waitFor()
    // Down to it, past what is more pressing.
    for (let step = 0; step < 10 && (await row.getAttribute('data-current')) === null; step += 1) await hands.press('j')
    await hands.press('m')
    await page.getByRole('button', { name: /Undo/ }).waitFor()
  },
  verify: (desk) => isPaid(desk, customers.proposed),
}

async function isPaid(desk: Desk, name: string): Promise<void> {
  await desk.until(`the invoice of ${name} is paid`, async () => (await invoicesOf(desk, name)).every((each) => each.status === 'paid'))
}

export const remindOverdue: Task = {
  name: 'remind-overdue',
  async play(hands, desk) {
    const { page } = desk
    const row = page.locator('li[data-current]').first()
    await row.waitFor()
    if (!(await row.innerText()).includes(customers.overdue)) throw new Error(`the overdue invoice is not the first move: ${await row.innerText()}`)
    await hands.press('r')
    await page.getByRole('button', { name: /Undo/ }).waitFor()
  },
  async verify(desk) {
    const contactId = await desk.contactId(customers.overdue)
    await desk.until('the reminder is sent', async () => {
      const { messages } = await desk.ask<{ messages: { kind: string }[] }>('messages.list', { contactId })
      return messages.some(({ kind }) => kind === 'reminder')
    })
  },
}

/** The list of what is left is read on the page of the books; one key closes the month. */
export const closeMonth: Task = {
  name: 'close-month',
  async play(hands, desk) {
    const { page } = desk
    await hands.press('g')
    await hands.press('b')
    await page.getByRole('button', { name: /^Close/ }).waitFor()
    hands.think('what is left to do before')
    await hands.press('c')
    await page.getByText(/^The books are closed up to/).waitFor()
  },
  async verify(desk) {
    await desk.until('the month is closed', async () => (await desk.ask<{ closedUntil: string | null }>('books.month-end')).closedUntil !== null)
  },
}

/** The figures of the period that waits are read, then the return is marked as handed in. */
export const fileTaxReturn: Task = {
  name: 'tax-return',
  async play(hands, desk) {
    const { page } = desk
    await hands.press('g')
    await hands.press('x')
    await page
      .getByRole('button', { name: /^Mark as handed in/ })
      .first()
      .waitFor()
    hands.think('the figures of the form')
    await hands.press('f')
    await page.getByRole('button', { name: /Undo/ }).waitFor()
  },
  async verify(desk) {
    await desk.until('the return is filed', async () =>
      (await desk.ask<{ periods: { filedAt: string | null }[] }>('books.tax-periods')).periods.some((each) => each.filedAt !== null),
    )
  },
}

import type { Desk } from './desk.ts'
import { customers } from './inputs.ts'
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

export const importBankFile: Task = {
  name: 'payment-from-bank-file',
  async play(hands, desk) {
    const { page } = desk
    const [invoice] = await invoicesOf(desk, customers.banking)
    const { today } = await desk.ask<{ today: string }>('today.read')
    await hands.press('4')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await hands.click(page.getByRole('link', { name: 'Bank', exact: true }))
    const line = `${today};${today};${invoice!.gross.amount};CHF;${customers.banking};Rechnung ${invoice!.number}`
    const target = page.locator('label:has(input[type=file])')
    await hands.drop(target, { name: 'account.csv', text: `Buchungsdatum;Valuta;Betrag;Währung;Auftraggeber;Zahlungszweck\n${line}\n` })
    const button = page.getByRole('button', { name: /^Import/ })
    await button.waitFor()
    hands.think('what the file brings is right')
    await hands.click(button)
  },
  verify: (desk) => isPaid(desk, customers.banking),
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

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { callAs } from './call.ts'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let home: string
let contactId: string
let invoiceId: string

const euro = (amount: string) => ({ amount, currency: 'EUR' })
const pictures = process.env['CLOUDBURO_PICTURES']
const look = async (name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
  expect(await axeProblems(page)).toEqual([])
}

beforeAll(async () => {
  office = await openOffice()
  page = await office.open()
  home = await signUpAndSetUp(page, { name: 'Anna Meier', email: 'anna@example.com', company: 'Studio Meier', country: 'DE' })
  const call = (operation: string, input: unknown) => callAs(page, operation, input)
  await call('company.update', {
    iban: 'DE89370400440532013000',
    creditorIdentifier: 'DE98ZZZ09999999999',
    street: 'Weg 1',
    postalCode: '10115',
    city: 'Berlin',
  })
  contactId = (await call('contacts.create', { kind: 'organisation', name: 'Bäckerei Sommer', email: 'sommer@example.com' })).id
  const dated = { issuedOn: '2026-01-10', dueOn: '2026-02-09' }
  invoiceId = (await call('invoicing.open-invoice', { contactId, number: '2026-0007', ...dated, gross: euro('480.00') })).id
  const payee = { name: 'Druckerei Ö', iban: 'DE02120300000000202051', city: 'Köln', country: 'DE' }
  await call('expenses.record', { description: 'Flyer', documentNumber: 'R-77', amount: euro('119.00'), paidBy: 'bank', payee })
  await call('expenses.record', { description: 'Schild', amount: euro('50.00'), paidBy: 'bank', payee: { ...payee, iban: null } })
})
afterAll(() => office?.close())

test('an owner switches fees and interest on, and the reminder says what it would take', async () => {
  await page.goto(`${office.url}${home}/money/overdue`)
  await page.getByRole('button', { name: 'Fees and interest' }).click()
  await page.getByRole('checkbox', { name: 'Charge interest on what is late' }).check()
  await page.getByRole('checkbox', { name: 'Charge fees' }).check()
  await page.getByRole('radio', { name: 'First reminder' }).check()
  await look('terms')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Lump sum', { exact: false }).first().waitFor()
  await look('overdue')
})

test('the statement of a customer shows every movement, and what reminders took stands under the invoice', async () => {
  await callAs(page, 'payments.remind', { invoiceId })
  await page.goto(`${office.url}${home}/money/statements/${contactId}`)
  await page.getByText('Invoice 2026-0007').first().waitFor()
  await look('statement')
  await page.goto(`${office.url}${home}/money/invoices/${invoiceId}`)
  await page.getByText('Reminder costs').first().waitFor()
  await look('invoice')
})

test('costs are chosen and become a file for the bank', async () => {
  await page.goto(`${office.url}${home}/money/costs/pay`)
  await page.getByRole('checkbox', { name: /Druckerei/ }).waitFor()
  await look('pay')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /Pay 1 chosen/ }).click()
  expect((await download).suggestedFilename()).toContain('pain.001.001.09.xml')
  await page.getByText('ordered').first().waitFor()
  await look('paid')
})

test('a mandate is added beside the customer, and what is due is collected from the open invoices', async () => {
  await page.goto(`${office.url}${home}/customers/${contactId}`)
  await page.getByRole('button', { name: 'Add direct debit mandate' }).click()
  await page.getByLabel('IBAN').fill('DE02120300000000202051')
  await look('mandate')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Note as revoked').waitFor()
  await page.goto(`${office.url}${home}/money`)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Collect 1 invoice by direct debit' }).click()
  expect((await download).suggestedFilename()).toContain('pain.008.001.08.xml')
  await look('collected')
})

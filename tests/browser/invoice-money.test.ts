import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callAs } from './call.ts'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let company: string
let contactId: string
let invoiceId: string

beforeAll(async () => {
  office = await openOffice()
  page = await office.open({ path: '/sign-up' })
  company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.com', company: 'Hundeschule Pfote' })
  contactId = (await callAs(page, 'contacts.create', { kind: 'person', name: 'Marie Dupont' })).id
  const price = { amount: '120.00', currency: 'CHF' }
  const serviceId = (await callAs(page, 'offer.create-service', { name: 'Consulting', unit: 'minute', per: '60', price })).id
  const on = new Date().toISOString().slice(0, 10)
  await callAs(page, 'work.record-time', { contactId, serviceId, on, minutes: 180, note: 'Logo' })
  invoiceId = (await callAs(page, 'invoicing.create-draft', { contactId })).id
  await callAs(page, 'invoicing.issue', { invoiceId, send: false })
})
afterAll(() => office.close())

const open = async () => {
  await page.goto(`${office.url}${company}/money/invoices/${invoiceId}`)
  await page.getByRole('button', { name: /Correct/ }).waitFor()
}

test('an hour of three is credited after ten seconds, and waits to be billed again', async () => {
  await open()
  await page.keyboard.press('c')
  await page.locator('input[name=reason]').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.type('One hour too many')
  await page.locator('input[name$=".quantity"]').fill('4')
  await page.keyboard.press('Enter')
  await page.getByText('Of “Consulting” only 3:00 h are left to credit.').waitFor()
  await page.locator('input[name$=".quantity"]').fill('1')
  await page.keyboard.press('Enter')
  await page.getByText('The credit note is being written.').waitFor()
  await page.getByText('Credit note issued.').waitFor({ timeout: 20_000 })
  await page.goto(`${office.url}${company}/money/unbilled`)
  await page
    .getByText(/120\.00/)
    .first()
    .waitFor()
})

test('a part is written off and taken back, each by a key', async () => {
  await open()
  await page.keyboard.press('w')
  await page.locator('input[name=reason]').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.type('Goodwill')
  await page.locator('input[name=amount]').fill('20')
  await page.keyboard.press('Enter')
  await page.getByText('Written off: Goodwill').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('z')
  await page.getByText('Written off: Goodwill').waitFor({ state: 'hidden' })
})

test('credit is used for the invoice, taken off by a key, and paid back', async () => {
  await callAs(page, 'payments.record', { contactId, amount: { amount: '50.00', currency: 'CHF' }, allocations: [] })
  await open()
  await page.getByRole('button', { name: /Use credit of CHF 50\.00/ }).waitFor()
  await page.keyboard.press('u')
  await page.getByText(/Payment of/).waitFor()
  await page.getByRole('button', { name: /Use credit/ }).waitFor({ state: 'hidden' })
  await page.keyboard.press('x')
  await page.getByText(/Payment of/).waitFor({ state: 'hidden' })
  await page.keyboard.press('b')
  await page.locator('input[name=reason]').waitFor()
  await page.keyboard.type('Paid twice')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Pay back credit/ }).waitFor({ state: 'hidden' })
  await page.keyboard.press('z')
  await page.getByRole('button', { name: /Pay back credit/ }).waitFor()
})

test('the invoice is clean on a phone and in the dark', async () => {
  const storage = await page.context().storageState()
  for (const options of [{ isPhone: true }, { theme: 'dark' as const }]) {
    const other = await office.open({ ...options, storage, path: `${company}/money/invoices/${invoiceId}` })
    await other.getByRole('button', { name: /Write off/ }).waitFor()
    expect(await axeProblems(other)).toEqual([])
    if ('isPhone' in options) expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }
})

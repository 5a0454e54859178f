import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { callAs } from './call.ts'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let company: string
let contactId: string
let invoiceId: string

beforeAll(async () => {
  office = await openOffice()
  page = await office.open({ language: 'de-DE' })
  company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.de', company: 'Musikschule Muster', country: 'DE' })
  await callAs(page, 'company.update', {
    street: 'Torstrasse 140', postalCode: '10119', city: 'Berlin', email: 'hallo@example.de', phone: '+49 30 1234567', iban: 'DE02120300000000202051',
  }) // prettier-ignore
  await callAs(page, 'company.set-tax', { regime: 'standard', vatNumber: 'DE136695976' }).catch(() =>
    callAs(page, 'company.update', { taxRegime: 'standard', vatNumber: 'DE136695976' }),
  )
  const addresses = [{ street: 'Platz 1', postalCode: '10178', city: 'Berlin', country: 'DE' }]
  contactId = (await callAs(page, 'contacts.create', { kind: 'organisation', name: 'Stadt Berlin', email: 'amt@example.de', language: 'de', addresses })).id
  await callAs(page, 'invoicing.set-recipient', { contactId, format: 'xrechnung_ubl', isPublicBody: true })
  const line = { name: 'Unterricht', quantity: '2', unit: 'lesson', unitPrice: { amount: '60.00', currency: 'EUR' }, taxCategory: 'standard' }
  invoiceId = (await callAs(page, 'invoicing.create-draft', { contactId, lines: [line] })).id
})
afterAll(() => office.close())

const go = (path: string) => page.goto(`${office.url}${company}${path}`)

const picture = async (name: string, of: Page = page) => {
  const directory = process.env['CLOUDBURO_PICTURES']
  if (directory) await of.screenshot({ path: `${directory}/${name}.png`, fullPage: true })
}

test('a draft says what the portal would refuse, leads to where it is mended, and is silent when it is', async () => {
  await go(`/money/invoices/${invoiceId}`)
  await page.getByText('Leitweg-ID').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await picture('findings')
  const item = page.locator('li', { hasText: 'Leitweg-ID' })
  await item.getByRole('link').click()
  await page.waitForURL(/\/customers\/[^/]+\/invoices/)
  const reference = page.locator('input[name=buyerReference]')
  await reference.waitFor()
  expect(await axeProblems(page)).toEqual([])
  await picture('recipient')
  await reference.fill('11-2000001000-30')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/invoices'))
  await go(`/money/invoices/${invoiceId}`)
  await page.locator('.document').waitFor()
  await picture('mended')
  expect(await page.getByText('Leitweg-ID').count()).toBe(0)
})

test('on a phone the settings are complete', async () => {
  const storage = await page.context().storageState()
  const phone = await office.open({ path: `${company}/customers/${contactId}/invoices`, isPhone: true, language: 'de-DE', storage, theme: 'dark' })
  await phone.locator('input[name=buyerReference]').waitFor()
  expect(await axeProblems(phone)).toEqual([])
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await picture('recipient-phone', phone)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { callAs } from './call.ts'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let base: string

beforeAll(async () => {
  office = await openOffice()
  page = await office.open()
  base = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.com', company: 'Hundeschule Pfote' })
  const francs = (amount: string) => ({ amount, currency: 'CHF' })
  const { id: contactId } = await callAs(page, 'contacts.create', { name: 'Marie Dupont' })
  const { id: invoiceId } = await callAs(page, 'invoicing.create-draft', {
    contactId,
    lines: [{ name: 'Coaching', quantity: '2', unitPrice: francs('180.00') }],
  })
  await callAs(page, 'invoicing.issue', { invoiceId })
  await callAs(page, 'payments.record', { contactId, amount: francs('25.00'), on: '2026-09-10', method: 'cash' })
}, 60_000)
afterAll(() => office.close())

test('the books are found by two keys, and a month is closed with one and opened again with another', async () => {
  await page.goto(`${office.url}${base}/today`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.getByRole('button', { name: /^Close/ }).waitFor()
  await page.keyboard.press('c')
  await page.getByText(/^The books are closed up to/).waitFor()
  await page.keyboard.press('z')
  await page.goto(`${office.url}${base}/money/books/accountant`)
  await page.getByText('Undone at once').waitFor()
  await page.getByText('Nothing is closed.').waitFor()
})

test('a figure leads to its entries, and an entry to its document', async () => {
  await page.goto(`${office.url}${base}/money/books?period=2026`)
  await page.getByRole('link', { name: /^3400/ }).click()
  await page.getByText('Invoice 2026-0001').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/money\/invoices\//)
})

test('every page of the books is clean, on a desk in the light and on a phone in the dark, in German too', async () => {
  const storage = await page.context().storageState()
  for (const options of [{}, { isPhone: true, theme: 'dark' as const, language: 'de-CH' }]) {
    const own = await office.open({ ...options, storage, path: `${base}/money/books` })
    for (const path of ['', '/balance', '/open', '/forecast', '/entries', '/accountant']) {
      await own.goto(`${office.url}${base}/money/books${path}`)
      await own.locator('h1').waitFor()
      await own.waitForLoadState('networkidle')
      expect(await axeProblems(own), path).toEqual([])
      const [width, shown] = await own.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
      expect(width, path).toBeLessThanOrEqual(shown!)
    }
    await own.context().close()
  }
}, 60_000)

test('all documents leave as one archive', async () => {
  await page.goto(`${office.url}${base}/money/books/accountant`)
  const arriving = page.waitForEvent('download')
  await page.getByText('All documents').click()
  expect((await arriving).suggestedFilename()).toMatch(/^documents-2026-01-01-2026-12-31\.zip$/)
})

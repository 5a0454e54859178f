import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pictureOf } from '../../src/modules/expenses/testing/pictures.ts'
import { callAs } from './call.ts'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let company: string

beforeAll(async () => {
  office = await openOffice()
  page = await office.open({ path: '/sign-up' })
  company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.com', company: 'Hundeschule Pfote' })
})
afterAll(() => office.close())

const keep = process.env['CLOUDBURO_PICTURES']
async function picture(of: Page, name: string): Promise<void> {
  if (keep) await of.screenshot({ path: `${keep}/${name}.png`, fullPage: true })
}

const receipt = `Restaurant Sternengrill
Theaterstrasse 22, 8001 Zürich
Rechnung Nr. 20418
Datum 18.11.2026 13:07
1 Menu 2   24.50
1 Mineral 5 dl   6.00
1 Espresso   4.00
Total CHF 34.50
inkl. 8.1% MWST 2.59
Mastercard 34.50`

/** Drops a file on the window, wherever that is. */
async function drop(onto: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await onto.evaluateHandle(
    ([fileName, base64]) => {
      const carried = new DataTransfer()
      carried.items.add(new File([Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0))], fileName!))
      return carried
    },
    [name, Buffer.from(bytes).toString('base64')],
  )
  await onto.locator('main').dispatchEvent('drop', { dataTransfer: transfer })
}

test('a receipt dropped anywhere is read, shown beside its form, and recorded by Enter', async () => {
  await page.goto(`${office.url}${company}/money/costs`)
  await page.getByText('No costs yet.').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await picture(page, 'costs-empty')
  await page.goto(`${office.url}${company}/today`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(500)
  await drop(page, 'lunch.jpg', pictureOf(receipt))
  await page.waitForURL(/\/money\/costs\/[0-9a-f-]+$/, { timeout: 30_000 })
  await page.locator('img[alt=Receipt]').waitFor({ timeout: 30_000 })
  await expect.poll(() => page.getByLabel('Amount with tax').inputValue()).toBe('34.50')
  expect(await page.getByLabel('Paid to').inputValue()).toBe('Restaurant Sternengrill')
  expect(await axeProblems(page)).toEqual([])
  await picture(page, 'cost-to-check')
  const phone = await office.open({ path: '/', isPhone: true, language: 'de-CH', storage: await page.context().storageState() })
  await phone.goto(page.url())
  await phone.locator('img').waitFor()
  expect(await axeProblems(phone)).toEqual([])
  await picture(phone, 'cost-phone-de')
  await phone.goto(`${office.url}${company}/money/costs`)
  await phone.getByText('Zu prüfen').waitFor()
  expect(await axeProblems(phone)).toEqual([])
  await picture(phone, 'costs-phone-de')
  await phone.context().close()
  await page.getByLabel('Paid to').focus()
  await page.keyboard.press('Enter')
  await page.getByText('Recorded.').first().waitFor()
  await page.goto(`${office.url}${company}/money/costs`)
  await page.getByText('Restaurant Sternengrill').waitFor()
  await picture(page, 'costs-recorded')
}, 120_000)

test('the next receipt of a known payee is recorded without a key, and Undo gives it back to check', async () => {
  await page.goto(`${office.url}${company}/today`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(500)
  await drop(page, 'lunch.png', pictureOf(receipt.replace('20418', '20777').replace('18.11.2026', '23.11.2026'), { type: 'image/png' }))
  await page.getByText('Recorded: Restaurant Sternengrill').waitFor({ timeout: 30_000 })
  await page.keyboard.press('z')
  await page.goto(`${office.url}${company}/money/costs`)
  await page.getByRole('heading', { name: 'To check' }).waitFor()
  await page.keyboard.press('r')
  await page.getByRole('heading', { name: 'To check' }).waitFor({ state: 'hidden' })
}, 120_000)

test('a cost by hand needs a name and an amount', async () => {
  await page.goto(`${office.url}${company}/money/costs/new`)
  await page.getByLabel('Paid to').fill('Migrol')
  await page.getByLabel('Amount with tax').fill('50')
  await page.getByLabel('Tax rate').first().fill('8.1')
  expect(await axeProblems(page)).toEqual([])
  await picture(page, 'cost-new')
  await page.keyboard.press('Enter')
  await page.getByText('Recorded.').first().waitFor()
  const { expenses } = (await callAs(page, 'expenses.list', {})) as unknown as { expenses: object[] }
  expect(expenses[0]).toMatchObject({ payee: { name: 'Migrol' }, category: 'vehicle', tax: { amount: '3.75' } })
})

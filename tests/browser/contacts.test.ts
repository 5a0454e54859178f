import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let company: string

beforeAll(async () => {
  office = await openOffice()
  page = await office.open()
  company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.ch', company: 'Hundeschule Pfote' })
})
afterAll(() => office.close())

const go = (path: string) => page.goto(`${office.url}${company}${path}`)

test('a contact is a name, Tab, an e-mail, Enter', async () => {
  await go('/customers')
  await page.getByRole('search').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await go('/customers/new')
  await page.locator('input[name=name]').waitFor()
  await page.keyboard.type('Marie Dupont')
  await page.keyboard.press('Tab')
  await page.keyboard.type('marie@example.ch')
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Marie Dupont' }).waitFor()
})

test('a contact is changed, and what is wrong is said at its field', async () => {
  await page.getByRole('link', { name: /Edit/ }).click()
  await page.waitForURL(/edit$/)
  await page.locator('input[name="emails.0.value"]').fill('nonsense')
  await page.keyboard.press('Enter')
  await page.locator('input[name="emails.0.value"][aria-invalid=true]').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.locator('input[name="emails.0.value"]').fill('marie@dupont.example')
  await page.locator('input[name="addresses.0.city"]').fill('Bern')
  await page.keyboard.press('Enter')
  await page.waitForURL(/customers\/[^/]+$/)
  await page.getByText('marie@dupont.example').first().waitFor()
})

test('a file is imported with its duplicates left out, found by typing, and undone as a whole', async () => {
  await go('/customers/import')
  const text = 'Vorname;Nachname;E-Mail\nMarie;Dupont;marie@dupont.example\nKurt;Bergmann;kurt@example.ch\nLea;Moser;lea@example.ch\n'
  await page.setInputFiles('input[type=file]', { name: 'kunden.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByText('Same e-mail as Marie Dupont.').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Import 2 contacts' }).click()
  await page.getByText('2 new, 0 completed, 1 left out.').first().waitFor()
  await go('/customers')
  await page.getByRole('search').waitFor()
  await page.keyboard.type('berg')
  await page.getByRole('list', { name: 'Customers' }).getByText('Kurt Bergmann').waitFor()
  await page.getByRole('list', { name: 'Customers' }).getByText('Lea Moser').waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Kurt Bergmann' }).waitFor()
  await go('/customers/import')
  await page.getByText('kunden.csv').waitFor()
  await page.keyboard.press('u')
  await page.getByText('2 contacts are gone again. 0 are in use and stayed.').waitFor()
})

test('the list and the form fit a phone', async () => {
  const storage = await page.context().storageState()
  const phone = await office.open({ isPhone: true, storage, path: `${company}/customers` })
  for (const path of ['/customers', '/customers/new']) {
    await phone.goto(`${office.url}${company}${path}`)
    await phone.getByRole('heading', { level: 1 }).waitFor()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await axeProblems(phone)).toEqual([])
  }
})

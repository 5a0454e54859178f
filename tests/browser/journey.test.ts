import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let company: string

beforeAll(async () => {
  office = await openOffice()
  page = await office.open({ path: '/sign-up' })
})
afterAll(() => office.close())

/** Writes a line into quick capture and does it. */
async function jot(text: string): Promise<void> {
  await page.keyboard.press('/')
  await page.waitForSelector('[role=combobox]:focus, input:focus')
  await page.keyboard.type(text)
  await page.waitForTimeout(300)
  await page.keyboard.press('Enter')
}

test('a stranger signs up and has a company in a minute', async () => {
  company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.com', company: 'Hundeschule Pfote' })
  expect(company).toBe('/c/hundeschule-pfote')
  await page.getByRole('heading', { level: 1 }).waitFor()
})

test('one line makes a customer', async () => {
  await jot('new Marie Dupont marie@example.com')
  await page.goto(`${office.url}${company}/customers`)
  await page.getByText('Marie Dupont').first().waitFor()
})

test('a pass is put on the offer as one sentence', async () => {
  await page.goto(`${office.url}${company}/offer/products/new`)
  await page.locator('input[name=name]').fill('Pass of ten')
  await page.locator('input[name="terms.price.fixed.amount"]').fill('300')
  await page.getByText(/10 lessons for CHF\s300\.00/).waitFor()
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.getByRole('heading', { name: 'Offer' }).waitFor()
  await page.getByText('Pass of ten').waitFor()
})

test('what was agreed by word runs at once, with its first invoice', async () => {
  await page.goto(`${office.url}${company}/agreements/new`)
  const [payer, product] = [page.getByRole('combobox').nth(0), page.getByRole('combobox').nth(1)]
  await payer.fill('marie')
  await page
    .getByRole('option', { name: /Marie Dupont/ })
    .first()
    .click()
  await product.fill('pass')
  await page
    .getByRole('option', { name: /Pass of ten/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Agreed already' }).click()
  await page.getByText(/10 lessons left of 10 lessons/).waitFor()
  await page.goto(`${office.url}${company}/money`)
  await page.getByText('Marie Dupont').first().waitFor()
})

test('work is jotted down and becomes an invoice from Today', async () => {
  await page.goto(`${office.url}${company}/offer/services/new`)
  await page.locator('input[name=name]').fill('Advice')
  await page.locator('select[name=unit]').selectOption('minute')
  await page.locator('input[name=price]').fill('160')
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.getByText('Advice').first().waitFor()
  await page.goto(`${office.url}${company}/today`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await jot('2h marie advice yesterday')
  await page
    .getByText(/Marie Dupont/)
    .first()
    .waitFor()
})

test.each(['/today', '/customers', '/calendar', '/money', '/offer', '/company'])('%s is clean by axe, in the light and in the dark', async (path) => {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(`${office.url}${company}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(300)
    expect(await axeProblems(page)).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
})

test('the phone has every place, without sideways scrolling, in German', async () => {
  const storage = await page.context().storageState()
  const phone = await office.open({ isPhone: true, language: 'de-CH', storage })
  for (const path of ['/today', '/customers', '/calendar', '/money', '/offer', '/company']) {
    await phone.goto(`${office.url}${company}${path}`)
    await phone.getByRole('heading', { level: 1 }).waitFor()
    await phone.waitForTimeout(200)
    const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(`${path} ${overflow}`).toBe(`${path} 0`)
    expect(await axeProblems(phone)).toEqual([])
  }
  await phone.context().close()
})

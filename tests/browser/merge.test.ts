import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callAs } from './call.ts'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let company: string
let marie: string
let other: string

const chf = (amount: string) => ({ amount, currency: 'CHF' })

beforeAll(async () => {
  office = await openOffice()
  page = await office.open({ path: '/sign-up' })
  company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.com', company: 'Hundeschule Pfote' })
  marie = await customer('Marie Dupont')
  other = await customer('M. Dupont')
})
afterAll(() => office.close())

async function customer(name: string): Promise<string> {
  const { id } = await callAs(page, 'contacts.create', { kind: 'person', name, emails: [{ value: 'marie@example.com' }] })
  await callAs(page, 'agreements.create', { payerId: id, name: 'Ten lessons', way: 'pass', units: 10, amount: chf('300.00'), then: 'accept' })
  return id
}

test('two customers become one after a look at what moves, and the thread shows both', async () => {
  await page.goto(`${office.url}${company}/customers/${marie}`)
  await page
    .getByRole('button', { name: 'What can be done' })
    .or(page.getByRole('button', { name: /actions/i }))
    .first()
    .click()
  await page.getByText('Merge with another contact').click()
  await page.locator('input[name=other]').fill('M. Dup')
  await page.getByRole('option', { name: /M\. Dupont/ }).click()
  await page.getByText('From M. Dupont to Marie Dupont').waitFor()
  await page.getByText('1 agreement', { exact: true }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Make them one' }).click()
  await page.getByText('The two become one.').waitFor()
  await page.getByText('They are one now.').waitFor({ timeout: 20_000 })
  await page.getByText('Merged with M. Dupont').first().waitFor()
  expect(await page.getByRole('link', { name: /^Ten lessons/ }).count()).toBe(2)
})

test('a pair that looks the same is undone within ten seconds', async () => {
  other = await customer('Marie Dupond')
  await page.goto(`${office.url}${company}/customers/duplicates`)
  await page.getByText(/Marie Dupon. – Marie Dupon./).waitFor()
  await page.keyboard.press('m')
  await page.getByText(/From Marie Dupon. to Marie Dupon./).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('The two become one.').waitFor()
  await page.keyboard.press('z')
  await page.waitForTimeout(12_000)
  for (const [contactId, name] of [
    [other, 'Marie Dupond'],
    [marie, 'Marie Dupont'],
  ] as const) {
    await page.goto(`${office.url}${company}/customers/${contactId}`)
    await page.getByRole('heading', { name }).waitFor()
  }
})

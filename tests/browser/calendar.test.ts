import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callAs } from './call.ts'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let company: string
let lesson: string
let marie: string
let month: string

beforeAll(async () => {
  office = await openOffice()
  page = await office.open({ path: '/sign-up' })
  company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.com', company: 'Hundeschule Pfote' })
  month = new Date().toISOString().slice(0, 7)
  lesson = (await callAs(page, 'offer.create-service', { name: 'Lesson', unit: 'lesson', minutes: 60, price: { amount: '90.00', currency: 'CHF' } })).id
  marie = (await callAs(page, 'contacts.create', { kind: 'person', name: 'Marie Dupont' })).id
  for (const time of ['09:00', '11:00', '13:00', '15:00', '17:00']) {
    await callAs(page, 'calendar.book', { serviceId: lesson, on: `${month}-10`, time, participants: [{ contactId: marie }] })
  }
})
afterAll(() => office.close())

const open = async (on: Page, path: string) => {
  await on.goto(`${office.url}${company}${path}`)
  await on.getByRole('heading', { level: 1 }).waitFor()
}

test('a month is one request; the arrows move through its days and Enter opens one', async () => {
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('calendar.') && asked.push(request.url()))
  await open(page, `/calendar?on=${month}-08`)
  await page.keyboard.press('m')
  await page.getByRole('table').getByText('09:00').waitFor()
  expect(asked.filter((url) => url.endsWith('calendar.overview'))).toHaveLength(1)
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(/on=\d{4}-\d\d-10/)
  expect(asked.filter((url) => url.endsWith('calendar.overview'))).toHaveLength(1)
  await page.keyboard.press('Enter')
  await page.waitForURL(/view=day/)
  await page.getByText('17:00').waitFor()
})

test('what does not fit is counted, and opens the day', async () => {
  await open(page, `/calendar?view=month&on=${month}-10`)
  await page.getByRole('link', { name: '+3 more' }).click()
  await page.waitForURL(/view=day/)
})

test('n and a click beside the lines book on that day; t is today', async () => {
  await open(page, `/calendar?view=month&on=${month}-12`)
  await page.getByRole('table').waitFor()
  await page.keyboard.press('n')
  await page.waitForURL(/calendar\/new\?on=\d{4}-\d\d-12/)
  await open(page, `/calendar?view=month&on=${month}-12`)
  await page.locator(`td[data-on="${month}-14"]`).click({ position: { x: 60, y: 80 } })
  await page.waitForURL(/calendar\/new\?on=\d{4}-\d\d-14/)
  await open(page, '/calendar?view=month&on=2020-02-01')
  await page.getByText('February 2020').waitFor()
  await page.keyboard.press('t')
  await page.waitForURL((url) => !url.search.includes('2020'))
})

test('on a phone the month is dots, with the day under it', async () => {
  const phone = await office.open({ isPhone: true, storage: await page.context().storageState(), path: `${company}/calendar?view=month` })
  await phone.getByRole('button', { name: /10.*5 sessions/ }).tap()
  await phone.getByRole('list').getByText('17:00 Lesson').waitFor()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await axeProblems(phone)).toEqual([])
})

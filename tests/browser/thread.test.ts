import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callAs } from './call.ts'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let company: string
let marie: string

beforeAll(async () => {
  office = await openOffice()
  page = await office.open({ path: '/sign-up' })
  company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.com', company: 'Hundeschule Pfote' })
  await callAs(page, 'offer.create-service', { name: 'Lesson', unit: 'lesson', minutes: 60, price: { amount: '90.00', currency: 'CHF' } })
  marie = (await callAs(page, 'contacts.create', { kind: 'person', name: 'Marie Dupont' })).id
  const bebbo = (await callAs(page, 'contacts.create', { kind: 'thing', name: 'Bebbo' })).id
  const chf = (amount: string) => ({ amount, currency: 'CHF' })
  await callAs(page, 'agreements.create', {
    payerId: marie,
    thingId: bebbo,
    name: 'Ten lessons',
    way: 'pass',
    units: 10,
    amount: chf('300.00'),
    then: 'accept',
  })
  await callAs(page, 'agreements.create', { payerId: marie, name: 'Care', way: 'retainer', minutes: 600, amount: chf('900.00'), then: 'accept' })
})
afterAll(() => office.close())

const open = async () => {
  await page.goto(`${office.url}${company}/customers/${marie}`)
  await page.getByRole('button', { name: /Book a session/ }).waitFor()
}

test('a session is booked on the thread with its agreement chosen, and the balance follows at once', async () => {
  await open()
  await page.getByText('10 lessons left of 10').first().waitFor()
  await page.keyboard.press('b')
  await page.locator('input[name=time]').waitFor()
  expect(await page.locator('select[name=agreementId] option:checked').textContent()).toBe('Ten lessons · Bebbo')
  expect(await axeProblems(page)).toEqual([])
  await page.locator('input[name=time]').fill('23')
  await page.keyboard.press('Enter')
  await page.getByText('9 lessons left of 10').first().waitFor()
  await page.keyboard.press('z')
  await page.getByText('10 lessons left of 10').first().waitFor()
})

test('time is recorded on the thread, and taken back by one key', async () => {
  await open()
  await page.keyboard.press('h')
  await page.locator('input[name=minutes]').waitFor()
  expect(await page.locator('select[name=agreementId] option:checked').textContent()).toBe('Care')
  expect(await axeProblems(page)).toEqual([])
  await page.locator('input[name=minutes]').fill('2')
  await page.keyboard.press('Enter')
  await page
    .getByText(/8:00 h/)
    .first()
    .waitFor()
  await page.keyboard.press('z')
  await page
    .getByText(/8:00 h/)
    .first()
    .waitFor({ state: 'hidden' })
})

test('the timer starts for this customer and the same letter stops it', async () => {
  await open()
  await page.keyboard.press('s')
  await page.getByRole('button', { name: /Stop and record/ }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('s')
  await page.getByText('Time recorded.').waitFor()
})

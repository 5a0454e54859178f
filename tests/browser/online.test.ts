import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callAs } from './call.ts'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let company: string
let invoiceId: string
let customerPage: string

beforeAll(async () => {
  office = await openOffice()
  page = await office.open({ path: '/sign-up', language: 'de-CH' })
  company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.com', company: 'Hundeschule Pfote' })
  const contactId = (await callAs(page, 'contacts.create', { kind: 'person', name: 'Marie Dupont', email: 'marie@example.com', language: 'de' })).id
  const lines = [{ name: '10 Lektionen', quantity: '1', unitPrice: { amount: '300.00', currency: 'CHF' } }]
  invoiceId = (await callAs(page, 'invoicing.create-draft', { contactId, lines })).id
  await callAs(page, 'invoicing.issue', { invoiceId, send: false })
  const link = (await callAs(page, 'portal.create-link', { contactId })) as unknown as { address: string }
  customerPage = new URL(link.address).pathname
})
afterAll(() => office.close())

test('an owner connects a provider: the key is never shown again', async () => {
  await page.goto(`${office.url}${company}/company`)
  await page.getByRole('button', { name: 'Anbieter verbinden' }).click()
  await page.locator('input[name=key]').fill('sk_test_nonsense!')
  await page.keyboard.press('Enter')
  await page.getByText('Dieser Schlüssel sieht nicht richtig aus.', { exact: false }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.locator('input[name=key]').fill('sk_test_0123456789abcdef')
  await page.keyboard.press('Enter')
  await page.getByText('Testbetrieb: es fliesst kein Geld', { exact: false }).waitFor()
  expect(await page.content()).not.toContain('0123456789abcdef')
  expect(await axeProblems(page)).toEqual([])
  await callAs(page, 'payments.disconnect-provider', { provider: 'stripe' })
  await callAs(page, 'payments.connect-provider', { provider: 'fake', key: 'fake_shop' })
})

test('a customer pays on a phone, and the invoice is settled by itself', async () => {
  const phone = await office.open({ path: customerPage, isPhone: true, language: 'de-CH' })
  expect(await axeProblems(phone)).toEqual([])
  await phone.getByRole('button', { name: /Jetzt bezahlen/ }).click()
  await phone.getByRole('button', { name: 'Pay by card' }).waitFor()
  expect(await axeProblems(phone)).toEqual([])
  await phone.getByRole('button', { name: 'Pay by card' }).click()
  await phone.getByText(/wird bestätigt|sind angekommen/).waitFor()
  for (let attempt = 0; attempt < 40 && (await phone.getByText('Es ist nichts offen', { exact: false }).count()) === 0; attempt += 1) {
    await phone.waitForTimeout(250)
    await phone.reload()
  }
  await phone.getByText('sind angekommen', { exact: false }).waitFor()
  expect(await axeProblems(phone)).toEqual([])
  await page.goto(`${office.url}${company}/money/invoices/${invoiceId}`)
  await page.getByRole('heading', { name: 'Online-Zahlung' }).waitFor()
  await page.getByText('Bezahlt', { exact: true }).first().waitFor()
  expect(await axeProblems(page)).toEqual([])
})

test('money goes back through the provider after ten seconds, and the invoice is open again', async () => {
  await page
    .getByRole('button', { name: /Zurückerstatten/ })
    .first()
    .click()
  await page.locator('input[name=reason]').fill('Umgezogen')
  expect(await axeProblems(page)).toEqual([])
  await page.locator('input[name=reason]').press('Enter')
  await page.getByText('Das Geld geht zurück.').waitFor()
  await page.getByText('CHF zurückerstattet', { exact: false }).waitFor({ timeout: 30_000 })
})

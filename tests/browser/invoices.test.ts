import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let company: string
let contactId: string
let portal: string

beforeAll(async () => {
  office = await openOffice()
  page = await office.open()
  company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.ch', company: 'Hundeschule Pfote' })
  await call('company.update', { street: 'Seestrasse 12', postalCode: '8002', city: 'Zürich', iban: 'CH93 0076 2011 6238 5295 7' })
  const address = { street: 'Bahnhofstrasse 1', postalCode: '8001', city: 'Zürich', country: 'CH' }
  contactId = (await call('contacts.create', { name: 'Marie Dupont', email: 'marie@example.ch', language: 'de', addresses: [address] })).id
  const { id: serviceId } = await call('offer.create-service', { name: 'Beratung', unit: 'minute', minutes: 60, price: francs('120.00') })
  await call('work.record-time', { contactId, serviceId, on: today(), minutes: 150, note: 'Training mit Bello' })
  portal = (await call('portal.create-link', { contactId })).address
})
afterAll(() => office.close())

const francs = (amount: string) => ({ amount, currency: 'CHF' })
const today = () => new Date().toISOString().slice(0, 10)
const go = (path: string) => page.goto(`${office.url}${company}${path}`)

// oxlint-disable-next-line typescript/no-explicit-any -- tests read answers freely
async function call(operation: string, input: object): Promise<any> {
  const answer = await page.evaluate(
    async ([name, body]) => {
      const headers = { 'content-type': 'application/json', 'x-cloudburo': '1' }
      const mine = await (await fetch('/api/call/company.mine', { method: 'POST', headers, body: '{}' })).json()
      const response = await fetch(`/api/call/${name}`, { method: 'POST', headers: { ...headers, 'cloudburo-company': mine.companies[0].id }, body })
      return { isDone: response.ok, content: await response.json() }
    },
    [operation, JSON.stringify(input)] as const,
  )
  if (!answer.isDone) throw new Error(`${operation}: ${JSON.stringify(answer.content)}`)
  return answer.content
}

/** Looks for oneself: with CLOUDBURO_PICTURES set, each page is kept as a picture there. */
const picture = async (name: string, of: Page = page) => {
  const directory = process.env['CLOUDBURO_PICTURES']
  if (directory) await of.screenshot({ path: `${directory}/${name}.png`, fullPage: true })
}

test('what is not yet invoiced becomes a draft by one letter, shown as the customer will see it', async () => {
  await go('/money/unbilled')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText('Training mit Bello').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await picture('unbilled')
  await page.keyboard.press('d')
  await page.locator('.document').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await picture('draft')
})

test('a draft is changed line by line', async () => {
  await page.keyboard.press('e')
  await page.locator('input[name="lines.0.name"]').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await picture('edit')
  await page.locator('textarea[name=note]').fill('Vielen Dank für Ihr Vertrauen.')
  await page.locator('button[type=submit]').click()
  await page.getByText('Vielen Dank für Ihr Vertrauen.').waitFor()
})

test('an invoice is written by hand', async () => {
  await go('/money/invoices/new')
  await page.locator('input[name="lines.0.name"]').waitFor()
  await page.keyboard.type('Marie')
  await page.getByRole('option', { name: /Marie/ }).click()
  await page.locator('input[name="lines.0.name"]').fill('Leine')
  await page.locator('input[name="lines.0.unitPrice"]').fill('39.50')
  expect(await axeProblems(page)).toEqual([])
  await page.locator('input[name="lines.0.unitPrice"]').press('Enter')
  await page.locator('.document').waitFor()
  await page.getByText('Leine').first().waitFor()
})

test('an issued invoice stands in the list, open, and is corrected with a reason', async () => {
  const { id: invoiceId } = await call('invoicing.create-draft', { contactId, lines: [{ name: 'Kurs', quantity: '8', unitPrice: francs('45.00') }] })
  await call('invoicing.issue', { invoiceId })
  await go('/money')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText('Marie Dupont').first().waitFor()
  expect(await axeProblems(page)).toEqual([])
  await picture('invoices')
  await go(`/money/invoices/${invoiceId}`)
  await page.locator('.document').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await picture('invoice')
  await page.keyboard.press('c')
  await page.locator('input[name=reason]').waitFor()
  expect(await axeProblems(page)).toEqual([])
})

test('on a phone nothing is wider than the screen', async () => {
  const phone = await office.open({ isPhone: true, storage: await page.context().storageState() })
  for (const path of ['/money', '/money/unbilled', '/money/invoices/new']) {
    await phone.goto(`${office.url}${company}${path}`)
    await phone.getByRole('heading', { level: 1 }).waitFor()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await picture(`phone${path.replaceAll('/', '-')}`, phone)
  }
  await phone.context().close()
})

test('the page of the customer is clean on a phone, in light and in dark, and an offer is accepted there', async () => {
  const terms = await call('agreements.create', { payerId: contactId, way: 'pass', name: 'Zehnerabo', units: 10, amount: francs('300.00'), then: 'offer' })
  for (const theme of ['light', 'dark'] as const) {
    const phone = await office.open({ isPhone: true, theme, path: new URL(portal).pathname })
    expect(await axeProblems(phone)).toEqual([])
    await picture(`portal-${theme}`, phone)
    await phone.goto(`${portal}/offers/${terms.id}`)
    expect(await axeProblems(phone)).toEqual([])
    await picture(`offer-${theme}`, phone)
    if (theme === 'dark') {
      await phone.getByRole('button', { name: 'Annehmen' }).click()
      await phone.getByRole('status').waitFor()
      expect(await axeProblems(phone)).toEqual([])
      await phone.goto(portal)
      await phone.getByText('noch 10 Lektionen').first().waitFor()
      await picture('portal-after', phone)
    }
    await phone.context().close()
  }
})

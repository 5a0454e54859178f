import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callAs } from './call.ts'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let company: string
let contactId: string

beforeAll(async () => {
  office = await openOffice()
  page = await office.open({ path: '/sign-up' })
  company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.com', company: 'Hundeschule Pfote' })
  contactId = (await call('contacts.create', { kind: 'person', name: 'Marie Dupont', emails: [{ value: 'marie@example.com' }] })).id
  for (const [number, amount] of [
    ['2025-0101', '120.00'],
    ['2025-0102', '77.55'],
    ['2025-0103', '45.00'],
  ]) {
    await call('invoicing.open-invoice', { contactId, number, issuedOn: '2026-01-10', dueOn: '2026-02-09', gross: { amount, currency: 'CHF' } })
  }
})
afterAll(() => office.close())

const call = (operation: string, input: unknown) => callAs(page, operation, input)

const statement = (lines: string) => `Buchungsdatum;Valuta;Auftraggeber;Buchungstext;Betrag CHF\n${lines}`

async function open(path: string): Promise<void> {
  await page.goto(`${office.url}${company}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

test('a dropped statement settles what is certain; the rest is taken by one key', async () => {
  await open('/money/bank')
  const file = statement(
    '20.11.2026;20.11.2026;Marie Dupont;Rechnung 2025-0101;120.00\n21.11.2026;21.11.2026;Fremder;Danke;77.55\n22.11.2026;22.11.2026;Vermieter;Miete;-900.00\n',
  )
  await page.locator('input[type=file]').setInputFiles({ name: 'november.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
  await page.getByText('3 new entries, 0 known already.').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Import 3 entries' }).click()
  await page.getByText(/Marie Dupont, invoice 2025-0102/).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('m')
  await page.getByText(/Marie Dupont, invoice 2025-0102/).waitFor({ state: 'hidden' })
  await page.getByText('Every payment is matched.').waitFor()
  // What went out is the costs' matter: one letter makes a cost of it, Undo lets it wait again.
  const wentOut = page.getByRole('list', { name: 'Went out' })
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('n')
  await page.getByText('Recorded as a cost.').waitFor()
  await wentOut.waitFor({ state: 'hidden' })
  await page.keyboard.press('z')
  await wentOut.getByText('Vermieter').waitFor()
  await page.keyboard.press('i')
  await wentOut.waitFor({ state: 'hidden' })
})

test('what was matched can be undone', async () => {
  await open('/money/bank/decided')
  await page.getByText(/Rechnung 2025-0101/).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await open('/money/paid')
  await page.getByText(/for 2025-0101/).waitFor()
  expect(await axeProblems(page)).toEqual([])
})

test('an overdue invoice is reminded by one key, after ten seconds of grace', async () => {
  await open('/money/overdue')
  await page.getByText(/2025-0103/).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('r')
  await page.getByText('The reminder goes out.').waitFor()
  await page.waitForTimeout(12_000)
  await open('/messages?box=waiting')
  await page.getByText(/A reminder of invoice 2025-0103|Erinnerung an Rechnung 2025-0103/).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.getByText(/reminder of invoice 2025-0103|Erinnerung an Rechnung 2025-0103/).click()
  await page.getByText(/No mail server is set/).waitFor()
  expect(await axeProblems(page)).toEqual([])
})

test('a payment by hand proposes what is open', async () => {
  await open(`/money/payments/new?contact=${contactId}`)
  await page.locator('input[name=amount]').fill('10')
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/payments/new'))
  await open('/money/paid')
  await page.getByText(/CHF\s10\.00/).waitFor()
})

test('a message is written on the thread and leaves', async () => {
  await open(`/messages/new?contact=${contactId}`)
  await page.locator('input[name=subject]').fill('Training')
  await page.locator('textarea[name=text]').fill('Until Tuesday')
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/messages/new'))
  await page.waitForTimeout(12_000)
  await open('/messages?box=out')
  await page.getByText(/Training/).waitFor()
})

test('a file in the watched folder is imported by itself', async () => {
  const folder = join(office.dataDirectory, 'bank-inbox', 'Hundeschule Pfote')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'december.csv'), statement('23.11.2026;23.11.2026;Marie Dupont;Rechnung 2025-0103;35.00\n'))
  const before = Date.now() / 1000 - 60
  utimesSync(join(folder, 'december.csv'), before, before)
  await expect.poll(() => readdirSync(folder), { timeout: 15_000 }).toEqual(['imported'])
  await open('/money/paid')
  await page
    .getByText(/for 2025-0103/)
    .first()
    .waitFor()
})

test('the phone has it all, without sideways scrolling, in German', async () => {
  const phone = await office.open({ isPhone: true, language: 'de-CH', storage: await page.context().storageState() })
  for (const path of ['/money/bank', '/money/paid', '/money/overdue', '/money/payments/new', '/messages', '/messages/new']) {
    await phone.goto(`${office.url}${company}${path}`)
    await phone.getByRole('heading', { level: 1 }).waitFor()
    await phone.waitForTimeout(200)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    expect(await phone.getByText('‹').count()).toBe(0)
  }
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { callAs } from './call.ts'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let company: string

beforeAll(async () => {
  office = await openOffice()
  page = await office.open({ path: '/' })
  company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.ch', company: 'Hundeschule Pfote' })
})
afterAll(() => office.close())

const year = new Date().getUTCFullYear()
const go = (path: string) => page.goto(`${office.url}${company}${path}`)
const cell = (row: number, name: string) => page.getByRole('group', { name: `Row ${row}`, exact: true }).getByLabel(name, { exact: false })
const kind = (name: RegExp) => page.getByRole('radio', { name }).check({ force: true })
const rows = () => page.locator('[data-row]').count()

test('what is typed is understood at once, what is wrong is said at its field, and a reload loses nothing', async () => {
  await go('/company/opening')
  await page.getByRole('heading', { name: 'Opening position' }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await cell(1, 'Series').fill('Invoice')
  await page.keyboard.press('Tab')
  await page.keyboard.type('soon')
  await page.getByText('Write the next number, such as 114 or').waitFor()
  expect(await cell(1, 'Next number').getAttribute('aria-invalid')).toBe('true')
  expect(await axeProblems(page)).toEqual([])
  await page.reload()
  await page.getByText('Write the next number, such as 114 or').waitFor()
  await cell(1, 'Next number').fill(`RE-${year}-0114`)
  await page.getByText(`Invoice: the next is RE-${year}-0114.`).waitFor()
  await page.keyboard.press('Enter')
  expect(await rows()).toBe(2)
})

test('a file is read with its columns, a wrong cell takes one to it, and rows are pasted from a spreadsheet', async () => {
  await kind(/Open invoices/)
  const text = `Kunde;Rechnungsnummer;Datum;Fällig;Betrag;Offen;E-Mail\n"Keller; Marie";${year - 1}-17;3.11.${year - 1};3.12.${year - 1};"1'200.50";200;marie@example.ch\nAcme GmbH;${year - 1}-18;31.2.${year};;80;;\n`
  await page.setInputFiles('input[type=file]', { name: 'rechnungen.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') })
  await page.getByText('Columns of rechnungen.csv').waitFor()
  await page.getByText('Write a day such as').waitFor()
  await page.getByText('New customer').first().waitFor()
  expect(await axeProblems(page)).toEqual([])
  await kind(/Passes/)
  await page.locator('[data-row] input').first().focus()
  const pasted = `Keller Marie\tZehnerkarte\t4\t\t10\t300.-\nPaul Moser\tZehnerkarte\t9\t\t10\t300`
  await page.evaluate((value) => {
    const data = new DataTransfer()
    data.setData('text/plain', value)
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, pasted)
  await page.getByText(/Paul Moser: Zehnerkarte, since .*, 9 lessons left/).waitFor()
  await page.getByRole('button', { name: 'To the row that needs a look' }).click()
  await page.locator('[aria-invalid=true]:focus').waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(`1.2.${year}`)
  await page.getByText('5 will be entered').waitFor()
})

test('one Enter enters all of it, which Undo holds back for ten seconds', async () => {
  await page.keyboard.press('Control+Enter')
  await page.getByText('5 rows will be entered.').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.getByRole('button', { name: /Undo/ }).click()
  await page.getByText('Undone').waitFor()
  await page.getByRole('button', { name: 'Enter 5 rows' }).click()
  await page.getByText('5 rows entered.').first().waitFor({ timeout: 30_000 })
  expect(await page.locator('[data-row]').count()).toBe(1)
  await go('/money')
  await page
    .getByText(`${year - 1}-17`)
    .first()
    .waitFor()
}, 60_000)

test('the same again is there already, and the screen fits a phone in German', async () => {
  const storage = await page.context().storageState()
  const phone = await office.open({ isPhone: true, storage, language: 'de-CH', path: `${company}/company/opening` })
  await phone.getByRole('heading', { level: 1 }).waitFor()
  await phone.getByRole('radio', { name: /Invoices|Rechnungen/ }).check({ force: true })
  const text = `Kunde;Rechnungsnummer;Datum;Fällig;Betrag;Offen\nMarie Keller;${year - 1}-17;3.11.${year - 1};3.12.${year - 1};"1'200.50";200\n`
  await phone.setInputFiles('input[type=file]', { name: 'rechnungen.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await phone
    .getByText(/There already|Schon da/)
    .first()
    .waitFor()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await axeProblems(phone)).toEqual([])
})

test('from then on it is work like any other: reminded and paid, and a pass drawn down by a session', async () => {
  await go('/today')
  await page.getByText('Remind Marie Keller').waitFor()
  await page.keyboard.press('r')
  await page
    .getByText(/reminder/i)
    .first()
    .waitFor()
  const { contacts } = (await callAs(page, 'contacts.list', { text: 'marie keller' })) as unknown as { contacts: { id: string }[] }
  const contactId = contacts[0]!.id
  await go(`/customers/${contactId}`)
  await page.getByText('4 lessons left').waitFor()
  const price = { amount: '90.00', currency: 'CHF' }
  const { id: serviceId } = await callAs(page, 'offer.create-service', { name: 'Lesson', unit: 'lesson', minutes: 60, price })
  const on = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Zurich' }).format(new Date())
  const { id: sessionId } = await callAs(page, 'calendar.book', { serviceId, on, time: '00:00', participants: [{ contactId }] })
  const { participants } = (await callAs(page, 'calendar.session', { sessionId })) as unknown as { participants: { id: string }[] }
  await callAs(page, 'calendar.set-outcome', { sessionId, participantId: participants[0]!.id, outcome: 'attended' })
  await go(`/customers/${contactId}`)
  await page.getByText('3 lessons left').waitFor()
  await page.getByText(`Invoice ${year - 1}-17 is open`).waitFor()
  await page.getByRole('button', { name: /^Paid/ }).click()
  await page.getByText(`Invoice ${year - 1}-17 is open`).waitFor({ state: 'detached' })
  const { customers } = (await callAs(page, 'invoicing.unbilled', {})) as unknown as { customers: object[] }
  expect(customers).toEqual([])
}, 60_000)

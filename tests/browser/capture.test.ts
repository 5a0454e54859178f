import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

let office: Office
let page: Page
let company: string

beforeAll(async () => {
  office = await openOffice()
  page = await office.open()
  company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.ch', company: 'Studio Nord' })
  const companyId = company.slice(3)
  const acme = await ask('contacts.create', { kind: 'organisation', name: 'Acme Studio GmbH', email: 'hello@acme.example' })
  await ask('contacts.create', { kind: 'person', name: 'Julia Roth' })
  await ask('contacts.create', { kind: 'person', name: 'Julia Weber' })
  await ask('offer.create-service', { name: 'Design', unit: 'minute', price: { amount: '160.00', currency: 'CHF' }, per: '60' })
  await ask('offer.create-service', { name: 'Lektion', unit: 'lesson', minutes: 60, price: { amount: '40.00', currency: 'CHF' } })
  await ask('work.record-time', { contactId: acme.id, on: '2026-01-05', minutes: 30, note: 'Start' })
  await ask('work.record-time', { contactId: acme.id, on: new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10), minutes: 30, note: 'Lately' })
  await page.goto(`${office.url}${company}/today`)
  expect(companyId).not.toBe('')
})
afterAll(() => office.close())

/** Calls an operation as the signed-in person. */
async function ask(operation: string, input: unknown): Promise<{ id: string; entries: { minutes: number; note: string }[] }> {
  const mine = (await page.evaluate(async () =>
    (await fetch('/api/call/company.mine', { method: 'POST', headers: { 'content-type': 'application/json', 'x-cloudburo': '1' }, body: '{}' })).json(),
  )) as { companies: { id: string }[] }
  return page.evaluate(
    async ([name, body, id]) => {
      const response = await fetch(`/api/call/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-cloudburo': '1', 'cloudburo-company': id!, 'idempotency-key': crypto.randomUUID() },
        body: body!,
      })
      if (!response.ok) throw new Error(`${name}: ${await response.text()}`)
      return response.json()
    },
    [operation, JSON.stringify(input), mine.companies[0]!.id],
  ) as never
}

const patient = { timeout: 15_000 }
const field = () => page.getByRole('combobox', { name: /note/i }).first()

test('a slash, a line and Enter record two hours, and Z takes them back', async () => {
  await page.locator('h1').first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('2h ac ye')
  await page.getByRole('group', { name: 'Understood' }).getByRole('combobox', { name: 'Customer' }).waitFor()
  await expect.poll(() => page.getByRole('combobox', { name: 'Customer' }).inputValue(), patient).toBe('Acme Studio GmbH')
  await expect.poll(() => page.getByRole('combobox', { name: 'Day' }).inputValue(), patient).toBe('yesterday')
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('Time recorded.').waitFor()
  expect((await ask('work.entries', {})).entries[0]).toMatchObject({ minutes: 120 })
  await page.keyboard.press('z')
  await expect.poll(async () => (await ask('work.entries', {})).entries.length, patient).toBe(2)
})

test('what is missing is asked for, and a chip is changed by typing', async () => {
  await page.keyboard.press('/')
  await page.keyboard.type('3h')
  await page.getByRole('combobox', { name: 'Customer is missing' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await page.keyboard.type('acm')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('combobox', { name: 'Customer' }).inputValue(), patient).toBe('Acme Studio GmbH')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await ask('work.entries', {})).entries.some((entry) => entry.minutes === 180), patient).toBe(true)
})

test('two Julias are both shown, and the arrow takes the other', async () => {
  await page.keyboard.press('/')
  await page.keyboard.type('1h julia')
  await page.getByRole('option').nth(1).waitFor()
  const first = await page.getByRole('combobox', { name: 'Customer' }).inputValue()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.getByRole('combobox', { name: 'Customer' }).inputValue(), patient).not.toBe(first)
  await page.keyboard.press('Escape')
})

test('a customer is answered beside the field, and Enter opens the thread', async () => {
  await page.keyboard.press('/')
  await page.keyboard.type('acme')
  await page.getByText('hello@acme.example').first().waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.waitForURL(/customers\/[0-9a-f-]+$/)
})

test('on a phone the field fills the screen', async () => {
  const phone = await office.open({ isPhone: true, path: `${company}/today`, storage: await page.context().storageState() })
  await phone
    .getByRole('button', { name: /Jot it down/i })
    .first()
    .click()
  await phone.keyboard.type('call julia weber friday')
  await phone.getByRole('group', { name: 'Understood' }).waitFor()
  expect(await axeProblems(phone)).toEqual([])
  await phone.keyboard.press('Enter')
  await phone.getByText('Task saved.').waitFor()
  await phone.context().close()
})

test('the week sheet takes numbers and Tab, and the calendar its sessions', async () => {
  await page.goto(`${office.url}${company}/calendar/time`)
  await page.getByRole('table').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('e')
  await page.keyboard.type('2')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1:30 sketches')
  await page.keyboard.press('Tab')
  await expect.poll(async () => (await ask('work.entries', {})).entries.some((entry) => entry.note === 'sketches' && entry.minutes === 90), patient).toBe(true)
  await page.goto(`${office.url}${company}/calendar`)
  await page.getByRole('heading', { name: 'Calendar' }).waitFor()
  expect(await axeProblems(page)).toEqual([])
})

test('of a group the missing one is marked by a letter and Enter confirms', async () => {
  const julia = await ask('contacts.create', { kind: 'person', name: 'Kurt Bergmann' })
  const lea = await ask('contacts.create', { kind: 'person', name: 'Lea Moser' })
  const services = (await ask('offer.list', {})) as unknown as { services: { id: string; name: string }[] }
  const lesson = services.services.find((service) => service.name === 'Lektion')!
  const { id } = await ask('calendar.book', {
    serviceId: lesson.id,
    on: '2026-01-06',
    time: '10:00',
    participants: [{ contactId: julia.id }, { contactId: lea.id }],
  })
  await page.goto(`${office.url}${company}/calendar/sessions/${id}`)
  await page.getByRole('checkbox').first().waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('b')
  await page.keyboard.press('Enter')
  await page.getByText('1 attended, 1 missing.').waitFor()
})

test('the field is a combobox that a screen reader hears', async () => {
  expect(await field().getAttribute('aria-controls')).not.toBeNull()
})

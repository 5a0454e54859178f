import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openMailbox, type Mailbox } from '../mailbox.ts'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

const password = 'a long enough password'
let mailbox: Mailbox
let office: Office
let owner: Page
let company: string
let staff: Page
let accountant: Page

beforeAll(async () => {
  mailbox = await openMailbox()
  office = await openOffice({ SMTP_URL: mailbox.url })
  owner = await office.open()
  company = await signUpAndSetUp(owner, { name: 'Anna Keller', email: 'anna@example.com', company: 'Hundeschule Pfote' })
  await owner.goto(`${office.url}${company}/customers/new`)
  await owner.locator('input[name=name]').fill('Marie Dupont')
  await owner.keyboard.press('Enter')
  await owner.getByRole('heading', { name: 'Marie Dupont' }).waitFor()
})
afterAll(async () => {
  await office.close()
  await mailbox.close()
})

/** Invites through the page, with the keyboard; answers the link from the mail. */
async function invite(email: string, role: 'Staff' | 'Accountant'): Promise<string> {
  await owner.goto(`${office.url}${company}/company/members`)
  await owner.getByRole('button', { name: /Invite someone/ }).waitFor()
  await owner.keyboard.press('n')
  await owner.locator('dialog input[name=email]').fill(email)
  await owner.getByRole('radio', { name: role }).check({ force: true })
  await owner.locator('dialog input[name=email]').press('Enter')
  await owner.getByText(`A mail is on its way to ${email}.`).waitFor()
  return (await mailbox.next(email)).link
}

/** Every address of the office that the page links to, each opened; answers those that asked for something forbidden. */
async function walk(page: Page): Promise<string[]> {
  const refused: string[] = []
  let here = ''
  page.on('response', (response) => {
    if (response.status() === 403) refused.push(`${here}: ${new URL(response.url()).pathname}`)
  })
  const places = ['today', 'customers', 'calendar', 'money', 'offer', 'company', 'account'].map((place) => `${company}/${place}`)
  const seen = new Set<string>()
  while (places.length > 0) {
    here = places.shift() as string
    if (seen.has(here)) continue
    seen.add(here)
    await page.goto(office.url + here)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForTimeout(300)
    const links = await page.locator('a[href^="/c/"]').evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
    places.push(...links.filter((link) => link.startsWith(`${company}/`)))
  }
  expect(seen.size).toBeGreaterThan(15)
  return refused
}

describe('an invitation', () => {
  test('by mail says who invites where, lets a stranger sign up, and leads into the company', async () => {
    const link = await invite('beat@example.com', 'Staff')
    staff = await office.open({ path: new URL(link).pathname })
    await staff.getByText('Anna Keller invites you to work in Hundeschule Pfote as Staff.').waitFor()
    expect(await axeProblems(staff)).toEqual([])
    await staff.getByRole('link', { name: 'Create your account' }).click()
    expect(await staff.locator('input[name=email]').inputValue()).toBe('beat@example.com')
    await staff.locator('input[name=name]').fill('Beat Roth')
    await staff.locator('input[name=password]').fill(password)
    await staff.keyboard.press('Enter')
    await staff.getByRole('button', { name: 'Accept' }).waitFor()
    expect(await axeProblems(staff)).toEqual([])
    await staff.keyboard.press('Enter')
    await staff.waitForURL(`**${company}/today`)
    await owner.goto(`${office.url}${company}/company/members`)
    await owner.getByText('Beat Roth').waitFor()
    const late = await office.open({ path: new URL(link).pathname })
    await late.getByText('This invitation was used, withdrawn or has expired.').waitFor()
    await late.context().close()
  })

  test('is accepted by someone who has an account and a company already', async () => {
    accountant = await office.open()
    await signUpAndSetUp(accountant, { name: 'Tom Meier', email: 'tom@example.com', company: 'Treuhand Meier' })
    const link = await invite('tom@treuhand.example', 'Accountant')
    await accountant.goto(link)
    await accountant.getByText('with your account tom@example.com').waitFor()
    await accountant.getByRole('button', { name: 'Accept' }).click()
    await accountant.waitForURL(`**${company}/today`)
    await accountant.goto(link)
    await accountant.getByText('This invitation was used, withdrawn or has expired.').waitFor()
  })

  test('that was withdrawn leads nowhere', async () => {
    const link = await invite('late@example.com', 'Staff')
    await owner.goto(`${office.url}${company}/company/members`)
    await owner.getByText('late@example.com').waitFor()
    await owner.getByRole('list', { name: 'Open invitations' }).getByRole('button').first().focus()
    await owner.keyboard.press('x')
    await owner.getByText('Invitation withdrawn.').waitFor()
    const late = await office.open({ path: new URL(link).pathname })
    await late.getByText('This invitation was used, withdrawn or has expired.').waitFor()
    await late.context().close()
  })
})

describe('a member with a role', () => {
  test('staff is shown what it may do and asks for nothing that it may not', async () => {
    expect(await walk(staff)).toEqual([])
    await staff.goto(`${office.url}${company}/customers`)
    await staff.getByRole('link', { name: /New contact/ }).waitFor()
    await staff.goto(`${office.url}${company}/money`)
    await staff.getByRole('heading', { level: 1 }).waitFor()
    expect(await staff.getByRole('link', { name: 'Numbers' }).count()).toBe(0)
    await staff.goto(`${office.url}${company}/company/members`)
    await staff.getByText('Beat Roth').waitFor()
    expect(await staff.getByRole('button', { name: /Invite/ }).count()).toBe(0)
  })

  test('an accountant reads everything and is offered no change', async () => {
    expect(await walk(accountant)).toEqual([])
    await accountant.goto(`${office.url}${company}/money/numbers`)
    await accountant.getByRole('link', { name: 'Numbers' }).waitFor()
    for (const place of ['customers', 'money', 'offer', 'today', 'company/members']) {
      await accountant.goto(`${office.url}${company}/${place}`)
      await accountant.getByRole('heading', { level: 1 }).waitFor()
      await accountant.waitForLoadState('networkidle')
      expect(
        await accountant
          .getByRole('main')
          .getByRole('button', { name: /^(New|Record|Add|Invite|Archive|Save)/ })
          .count(),
        place,
      ).toBe(0)
      expect(
        await accountant
          .getByRole('main')
          .getByRole('link', { name: /^(New|Record|Add)/ })
          .count(),
        place,
      ).toBe(0)
    }
    await accountant.keyboard.press('/')
    await accountant.keyboard.type('note marie')
    await accountant.locator('input[role=combobox]:focus').waitFor()
    await accountant.waitForTimeout(800)
    expect(await accountant.getByText('Note', { exact: true }).count()).toBe(0)
    await accountant.keyboard.press('Escape')
  })

  test('two companies are switched with one key, and a third from the list by its number', async () => {
    await accountant.goto(`${office.url}${company}/today`)
    await accountant.getByRole('heading', { level: 1 }).waitFor()
    await accountant.keyboard.press('0')
    await accountant.waitForURL(/treuhand-meier\/today/)
    await accountant.getByRole('button', { name: /Treuhand Meier/ }).waitFor()
    await accountant.keyboard.press('0')
    await accountant.waitForURL(`**${company}/today`)
    await accountant.goto(`${office.url}/set-up`)
    await accountant.locator('input[name=name]').fill('Atelier Meier')
    await accountant.locator('button[type=submit]').click()
    await accountant.waitForURL(/atelier-meier\/today/)
    await accountant.getByRole('button', { name: /Atelier Meier/ }).waitFor()
    await accountant.keyboard.press('0')
    await accountant.getByRole('dialog', { name: 'Your companies' }).waitFor()
    await accountant.keyboard.press('3')
    await accountant.waitForURL(/treuhand-meier\/today/)
  })

  test('is removed, and is out at once, with the page still open', async () => {
    await staff.goto(`${office.url}${company}/today`)
    await staff.getByRole('heading', { level: 1 }).waitFor()
    await owner.goto(`${office.url}${company}/company/members`)
    await owner.getByText('Beat Roth').click()
    expect(await axeProblems(owner)).toEqual([])
    const inList = owner.getByRole('list', { name: 'Members' }).getByText('Beat Roth')
    await owner.getByRole('button', { name: 'Remove from the company' }).click()
    await inList.waitFor({ state: 'detached' })
    await owner.keyboard.press('z')
    await inList.waitFor()
    await inList.click()
    await owner.getByRole('button', { name: 'Remove from the company' }).click()
    await inList.waitFor({ state: 'detached' })
    await staff.keyboard.press('2')
    await staff.getByText('That is not here, or no longer.').first().waitFor()
    expect(await staff.getByText('Marie Dupont').count()).toBe(0)
    await staff.reload()
    await staff.getByText('There is no such page').first().waitFor()
    await staff.goto(office.url)
    await staff.waitForURL(/set-up/)
    await staff.getByText('beat@example.com').waitFor()
    expect(await axeProblems(staff)).toEqual([])
    await staff.getByRole('button', { name: 'Sign out' }).click()
    await staff.waitForURL(/sign-in/)
  })

  test('the last owner stays, and is told why', async () => {
    await owner.goto(`${office.url}${company}/company/members`)
    await owner.getByText('anna@example.com').first().click()
    await owner.getByRole('radio', { name: 'Staff' }).check({ force: true })
    await owner.getByRole('button', { name: /^Save/ }).click()
    await owner.getByText('A company needs an owner.').waitFor()
  })
})

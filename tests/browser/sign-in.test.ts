import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openMailbox, type Mailbox } from '../mailbox.ts'
import { addAuthenticator, codeOf } from './authenticator.ts'
import { axeProblems, openOffice, signUpAndSetUp, type Office } from './office.ts'

const password = 'a long enough password'
let mailbox: Mailbox
let office: Office
/** The same server under a name, which passkeys need. */
let named: string

beforeAll(async () => {
  mailbox = await openMailbox()
  office = await openOffice({ SMTP_URL: mailbox.url })
  named = office.url.replace('127.0.0.1', 'localhost')
})
afterAll(async () => {
  await office.close()
  await mailbox.close()
})

async function signOut(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Menu/ }).or(page.locator('[aria-haspopup=dialog]').first()).first().click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
}

async function signIn(page: Page, email: string, secret = password): Promise<void> {
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(secret)
  await page.keyboard.press('Enter')
}

const untilToday = (page: Page) => page.waitForURL(/\/c\/[^/]+\/today/)

describe('a passkey', () => {
  let page: Page
  let company: string
  let device: Awaited<ReturnType<typeof addAuthenticator>>
  beforeAll(async () => {
    page = await office.open()
    await page.goto(`${named}/sign-up`)
    company = await signUpAndSetUp(page, { name: 'Anna Keller', email: 'anna@example.com', company: 'Hundeschule Pfote' })
    device = await addAuthenticator(page)
  })

  test('is added under the account, and signs in instead of the password', async () => {
    await page.goto(`${named}${company}/account`)
    await page.getByText('No passkey yet.').waitFor()
    await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
    await page.getByText('Passkey added.').waitFor()
    await page.getByRole('list', { name: 'Passkeys' }).getByText('Linux').waitFor()
    expect(await axeProblems(page)).toEqual([])
    await signOut(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await untilToday(page)
  })

  test('is removed, and then signs in no more', async () => {
    await page.goto(`${named}${company}/account`)
    await page.getByRole('button', { name: /^Remove/ }).click()
    await page.getByText('No passkey yet.').waitFor()
    await signOut(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('No passkey was used.').waitFor()
    await device.session.send('WebAuthn.clearCredentials', { authenticatorId: device.id })
    await signIn(page, 'anna@example.com')
    await untilToday(page)
  })

  test('makes an account without any password, which may get one later', async () => {
    await page.goto(`${named}/sign-up`)
    await page.getByRole('button', { name: 'Sign up with a passkey' }).click()
    await page.locator('input[name=name][aria-invalid=true]').waitFor()
    await page.locator('input[name=name]').fill('Bea Brunner')
    await page.locator('input[name=email]').fill('anna@example.com')
    await page.getByRole('button', { name: 'Sign up with a passkey' }).click()
    await page.getByText('There is an account with this e-mail.').waitFor()
    await page.locator('input[name=email]').fill('bea@example.com')
    await page.getByRole('button', { name: 'Sign up with a passkey' }).click()
    await page.waitForURL(/set-up/)
    await page.locator('input[name=name]').fill('Studio Bea')
    await page.locator('button[type=submit]').click()
    await untilToday(page)
    const own = new URL(page.url()).pathname.replace('/today', '')
    await signOut(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await untilToday(page)
    await page.goto(`${named}${own}/account`)
    await page.getByText('This is your only way in').waitFor()
    expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0)
    await page.locator('input[name=next]').fill('three words together')
    await page.getByRole('button', { name: 'Set a password', exact: true }).click()
    await page.getByText('Password set.').waitFor()
    await page.getByRole('button', { name: /^Remove/ }).waitFor()
    expect(await axeProblems(page)).toEqual([])
  })

  test('at an address without a name, the page says where passkeys work', async () => {
    const numbered = await office.open({ path: '/sign-in' })
    const link = numbered.getByRole('link', { name: /Passkeys work at localhost/ })
    expect(await link.getAttribute('href')).toBe(`${named}/sign-in`)
    await numbered.context().close()
  })
})

describe('the second factor', () => {
  let page: Page
  let key = ''
  let codes: string[] = []
  beforeAll(async () => {
    page = await office.open()
  })

  test('is switched on with a QR code or its key, and shows backup codes once', async () => {
    const company = await signUpAndSetUp(page, { name: 'Carl Meier', email: 'carl@example.com', company: 'Carl Design' })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`${office.url}${company}/account`)
    await page.getByRole('button', { name: 'Switch on' }).click()
    await page.keyboard.type('not my password')
    await page.keyboard.press('Enter')
    await page.getByText('This is not your password.').waitFor()
    await page.locator('dialog input[name=password]').fill(password)
    await page.keyboard.press('Enter')
    await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor()
    expect(await axeProblems(page)).toEqual([])
    key = (await page.locator('dialog code').innerText()).replace(/\s/g, '')
    await page.keyboard.type('000000')
    await page.keyboard.press('Enter')
    await page.getByText('This code is not right').waitFor()
    await page.locator('input[name=code]').fill(codeOf(key))
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Backup codes' }).waitFor()
    codes = await page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem').allInnerTexts()
    expect(codes).toHaveLength(10)
    expect(await axeProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Copy' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join('\n'))
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download' }).click()])
    expect(file.suggestedFilename()).toBe('cloudburo-backup-codes.txt')
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByRole('main').getByText('The second factor is on.').waitFor()
  })

  test('asks for a code after the password', async () => {
    await signOut(page)
    await signIn(page, 'carl@example.com')
    await page.getByRole('heading', { name: 'Code' }).waitFor()
    expect(await axeProblems(page)).toEqual([])
    await page.locator('input[name=code]').fill('123')
    await page.keyboard.press('Enter')
    await page.locator('input[name=code][aria-invalid=true]').waitFor()
    await page.locator('input[name=code]').fill(codeOf(key))
    await page.keyboard.press('Enter')
    await untilToday(page)
  })

  test('takes each backup code once', async () => {
    for (const [attempt, isTaken] of [
      [codes[0]!, true],
      [codes[0]!, false],
    ] as const) {
      await signOut(page)
      await signIn(page, 'carl@example.com')
      await page.getByRole('button', { name: 'Use a backup code instead' }).click()
      await page.locator('input[name=code]').fill(attempt)
      await page.keyboard.press('Enter')
      if (isTaken) await untilToday(page)
      else await page.getByText('none of your backup codes').waitFor()
    }
  })

  test('asks after a mailed link too', async () => {
    const other = await office.open({ path: '/sign-in' })
    await mailbox.next('carl@example.com').then((confirmation) => other.goto(confirmation.link))
    await other.goto(`${office.url}/sign-in`)
    await other.locator('input[name=email]').fill('carl@example.com')
    await other.getByRole('button', { name: 'Mail me a link instead' }).click()
    await other.keyboard.press('Enter')
    await other.getByText('A link is on its way to carl@example.com').waitFor()
    await other.goto((await mailbox.next('carl@example.com')).link)
    await other.getByRole('button', { name: 'Sign in' }).click()
    await other.getByRole('heading', { name: 'Code' }).waitFor()
    await other.locator('input[name=code]').fill(codeOf(key))
    await other.keyboard.press('Enter')
    await untilToday(other)
    await other.context().close()
  })
})

describe('a mailed link', () => {
  test('signs in once', async () => {
    const page = await office.open()
    await signUpAndSetUp(page, { name: 'Dora Frei', email: 'dora@example.com', company: 'Yoga Dora' })
    const confirmation = await mailbox.next('dora@example.com')
    expect(confirmation.subject).toBe('Confirm your e-mail')
    await page.goto(confirmation.link)
    await untilToday(page)
    await signOut(page)
    await page.locator('input[name=email]').fill('dora@example.com')
    await page.getByRole('button', { name: 'Mail me a link instead' }).click()
    expect(await axeProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Mail me a link' }).click()
    await page.getByText('A link is on its way to dora@example.com').waitFor()
    const { link, text } = await mailbox.next('dora@example.com')
    expect(text).toContain('It works once, for a quarter of an hour.')
    await page.goto(link)
    await page.locator('button:focus').waitFor()
    expect(await axeProblems(page)).toEqual([])
    await page.keyboard.press('Enter')
    await untilToday(page)
    await signOut(page)
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('This link was used already or has expired.').waitFor()
    await signIn(page, 'dora@example.com')
    await untilToday(page)
    await page.context().close()
  })

  test('leads to the sign-up where there is no such account, in the language of the one who asked', async () => {
    const page = await office.open({ path: '/sign-in', language: 'de-CH' })
    await page.getByRole('button', { name: 'Lieber einen Link per Mail' }).click()
    await page.keyboard.press('Enter')
    await page.getByText('Das ist keine E-Mail-Adresse.').waitFor()
    await page.locator('input[name=email]').fill('eva@example.com')
    await page.keyboard.press('Enter')
    const mail = await mailbox.next('eva@example.com')
    expect(mail.text).toContain('gibt es noch kein Konto')
    await page.goto(mail.link)
    expect(await page.locator('input[name=email]').inputValue()).toBe('eva@example.com')
    await page.context().close()
  })

  test('of the operator needs no mail and leaves the password as it is', async () => {
    const page = await office.open()
    const { stdout } = await promisify(execFile)(join(import.meta.dirname, '../../bin/cloudburo'), ['sign-in-link', 'dora@example.com'], {
      env: { ...process.env, CLOUDBURO_DATA: office.dataDirectory, PUBLIC_URL: office.url },
    })
    await page.goto(stdout.trim())
    await untilToday(page)
    await signOut(page)
    await page.goto(stdout.trim())
    await page.getByText('This link was used already or has expired.').waitFor()
    await signIn(page, 'dora@example.com')
    await untilToday(page)
    await page.context().close()
  })
})

describe('a password', () => {
  test('is chosen anew by a mailed link, and every session ends', async () => {
    const page = await office.open()
    await signUpAndSetUp(page, { name: 'Finn Roth', email: 'finn@example.com', company: 'Fotos Finn' })
    await page.goto((await mailbox.next('finn@example.com')).link)
    await untilToday(page)
    const forgetful = await office.open({ path: '/sign-in' })
    await forgetful.locator('input[name=email]').fill('finn@example.com')
    await forgetful.getByRole('button', { name: 'Forgot your password?' }).click()
    await forgetful.keyboard.press('Enter')
    await forgetful.getByText('If there is an account with finn@example.com').waitFor()
    const { link } = await mailbox.next('finn@example.com')
    await forgetful.goto(link)
    await forgetful.getByRole('heading', { name: 'Choose a new password' }).waitFor()
    expect(await axeProblems(forgetful)).toEqual([])
    await forgetful.keyboard.type('short')
    await forgetful.keyboard.press('Enter')
    await forgetful.getByText('At least ten characters, please.').waitFor()
    await forgetful.locator('input[name=password]').fill('my second password')
    await forgetful.keyboard.press('Enter')
    await forgetful.getByText('Your new password is set.').waitFor()
    await page.goto(office.url)
    await page.waitForURL(/sign-in/)
    await signIn(forgetful, 'finn@example.com', password)
    await forgetful.getByText('E-mail and password do not belong together.').waitFor()
    expect(await forgetful.locator('input[name=email]').inputValue()).toBe('finn@example.com')
    await signIn(forgetful, 'finn@example.com', 'my second password')
    await untilToday(forgetful)
    await forgetful.goto(link)
    await forgetful.locator('input[name=password]').fill('my third password')
    await forgetful.keyboard.press('Enter')
    await forgetful.getByText('This link was used already or has expired.').waitFor()
    await forgetful.context().close()
    await page.context().close()
  })

  test('that is changed signs out every other device at once', async () => {
    const page = await office.open({ path: '/sign-in' })
    await signIn(page, 'finn@example.com', 'my second password')
    await untilToday(page)
    const company = new URL(page.url()).pathname.replace('/today', '')
    const other = await office.open({ path: '/sign-in' })
    await signIn(other, 'finn@example.com', 'my second password')
    await untilToday(other)
    await page.goto(`${office.url}${company}/account`)
    await page.locator('input[name=current]').fill('wrong password')
    await page.locator('input[name=next]').fill('my fourth password')
    await page.keyboard.press('Enter')
    await page.getByText('This is not your password.').waitFor()
    expect(await page.locator('input[name=next]').inputValue()).toBe('my fourth password')
    await page.locator('input[name=current]').fill('my second password')
    await page.keyboard.press('Enter')
    await page.getByText('Password changed. Other devices are signed out.').waitFor()
    await other.reload()
    await other.waitForURL(/sign-in/)
    await page.reload()
    await page.getByRole('heading', { name: 'Your sign-in' }).waitFor()
    await other.context().close()
    await page.context().close()
  })
})

test.each(['en-GB', 'de-CH', 'fr-CH', 'it-CH'])('the pages before the office are clean by axe in %s, on a phone, in the dark', async (language) => {
  const phone = await office.open({ isPhone: true, language, theme: 'dark', path: '/sign-in' })
  const refusals: string[] = []
  phone.on('console', (message) => (/Content Security Policy/.test(message.text()) ? refusals.push(message.text()) : undefined))
  for (const path of ['/sign-in', '/sign-up', '/sign-in?step=code', '/new-password?token=x', `/join/${'x'.repeat(43)}`]) {
    await phone.goto(office.url + path)
    await phone.getByRole('heading', { level: 1 }).waitFor()
    await phone.waitForTimeout(200)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390)
    expect(await phone.title(), path).toMatch(/.+ · Cloudburo/)
    expect(await axeProblems(phone), path).toEqual([])
  }
  expect(refusals).toEqual([])
  await phone.context().close()
})

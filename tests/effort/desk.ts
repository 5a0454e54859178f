import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright-core'
import { chromiumFlags } from '../browser/office.ts'
import type { RunningServer } from '../server.ts'
import { owner } from './inputs.ts'

/** The owner's window on the office, and her session to look up by the API what a task has really done. */
export interface Desk {
  readonly page: Page
  readonly browser: Browser
  /** Of the server, on this machine. */
  readonly dataDirectory: string
  /** Goes to Today and waits until it stands still, with nothing in the hands. */
  sitDown(): Promise<void>
  ask<Answer = Record<string, unknown>>(operation: string, input?: object): Promise<Answer>
  /** Asks until the answer is as wanted; throws with `what` after half a minute. */
  until<Answer>(what: string, look: () => Promise<Answer | undefined | false>): Promise<Answer>
  contactId(name: string): Promise<string>
  close(): Promise<void>
}

export async function openDesk(server: RunningServer, dataDirectory: string): Promise<Desk> {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: chromiumFlags })
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    reducedMotion: 'reduce',
    baseURL: server.url,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const headers = { origin: server.url, 'x-cloudburo': '1' }
  const signedIn = await context.request.post('/api/auth/sign-in/email', { headers, data: { email: owner.email, password: owner.password } })
  if (!signedIn.ok()) throw new Error(`signing in: ${await signedIn.text()}`)
  const mine = (await (await context.request.post('/api/call/company.mine', { headers, data: {} })).json()) as { companies: { id: string }[] }
  const company = mine.companies[0]!
  const desk: Desk = {
    page,
    browser,
    dataDirectory,
    async sitDown() {
      await page.goto('/')
      await page.waitForURL(/\/today$/)
      await page.locator('h1').first().waitFor()
      await page.locator('header input').first().waitFor({ timeout: 8000 })
      await page.waitForLoadState('networkidle')
    },
    async ask<Answer>(operation: string, input: object = {}) {
      const answer = await context.request.post(`/api/call/${operation}`, { headers: { ...headers, 'cloudburo-company': company.id }, data: input })
      if (!answer.ok()) throw new Error(`${operation}: ${await answer.text()}`)
      return (await answer.json()) as Answer
    },
    async until<Answer>(what: string, look: () => Promise<Answer | undefined | false>) {
      for (let attempt = 0; attempt < 120; attempt += 1) {
        const found = await look()
        if (found !== undefined && found !== false) return found
        await sleep(250)
      }
      throw new Error(`it did not happen: ${what}`)
    },
    async contactId(name) {
      const { found } = await desk.ask<{ found: { kind: string; subjectId: string; title: string }[] }>('contacts.find', { text: name, limit: 5 })
      const contact = found.find((each) => each.kind === 'contact' && each.title === name)
      if (!contact) throw new Error(`there is no ${name}`)
      return contact.subjectId
    },
    close: () => browser.close(),
  }
  return desk
}

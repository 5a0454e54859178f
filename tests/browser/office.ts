import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'

const root = join(import.meta.dirname, '..', '..')
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Debian's Chromium, headless, talking to this machine only. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A server of its own on an empty data folder, and a browser to use it with. */
export interface Office {
  readonly url: string
  readonly browser: Browser
  readonly dataDirectory: string
  /** A fresh person's window: desk or phone, in a language, light or dark. */
  open(options?: {
    path?: string
    isPhone?: boolean
    language?: string
    theme?: 'light' | 'dark'
    storage?: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>
  }): Promise<Page>
  close(): Promise<void>
}

export async function openOffice(environment: Record<string, string> = {}): Promise<Office> {
  const dataDirectory = environment['CLOUDBURO_DATA'] ?? mkdtempSync(join(tmpdir(), 'cloudburo-office-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'src/main.ts')], {
    env: { ...process.env, DATABASE_URL: '', ...environment, CLOUDBURO_DATA: dataDirectory, PORT: String(port), PUBLIC_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log: string[] = []
  server.stderr.on('data', (chunk: Buffer) => log.push(chunk.toString()))
  server.stdout.on('data', (chunk: Buffer) => log.push(chunk.toString()))
  await untilHealthy(url, server, log)
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: chromiumFlags })
  return {
    url,
    browser,
    dataDirectory,
    async open(options = {}) {
      const context = await browser.newContext({
        viewport: options.isPhone ? { width: 390, height: 844 } : { width: 1280, height: 860 },
        hasTouch: options.isPhone ?? false,
        isMobile: options.isPhone ?? false,
        locale: options.language ?? 'en-GB',
        colorScheme: options.theme ?? 'light',
        reducedMotion: 'reduce',
        timezoneId: 'Europe/Zurich',
        ...(options.storage ? { storageState: options.storage } : {}),
      })
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      page.on('pageerror', (error) => log.push(`page: ${error.message}`))
      await page.goto(url + (options.path ?? '/'))
      return page
    },
    async close() {
      await browser.close()
      server.kill('SIGTERM')
      await new Promise((resolve) => server.once('exit', resolve))
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** What axe finds wrong on the page (WCAG 2.2 AA), as readable lines; empty is clean. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- axe puts itself on the window
    const axe = (globalThis as any).axe
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return violations.flatMap((violation: { id: string; help: string; nodes: { html: string }[] }) =>
      violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.html.slice(0, 160)}`),
    )
  })
}

/** Signs a new person up through the pages and sets a company up; answers the company's address, "/c/…". */
export async function signUpAndSetUp(page: Page, person: { name: string; email: string; company: string; country?: string }): Promise<string> {
  await page.goto(new URL('/sign-up', page.url()).href)
  await page.locator('input[name=name]').fill(person.name)
  await page.locator('input[name=email]').fill(person.email)
  await page.locator('input[name=password]').fill('a long enough password')
  await page.keyboard.press('Enter')
  await page.waitForURL(/set-up/)
  await page.locator('input[name=name]').fill(person.company)
  await page.locator('select[name=country]').selectOption(person.country ?? 'CH')
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/c\/[^/]+\/today/)
  return new URL(page.url()).pathname.replace(/\/today.*/, '')
}

async function untilHealthy(url: string, server: ChildProcess, log: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended: ${log.join('')}`)
    const isHealthy = await fetch(`${url}/api/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (isHealthy) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the server does not answer: ${log.join('')}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBackup } from '../../src/platform/backup/backup.ts'
import { readConfiguration } from '../../src/platform/configuration.ts'
import { prepareDatabase } from '../../src/house.ts'
import { createEmptyPostgres } from '../database.ts'
import { startServer, type RunningServer } from '../server.ts'
import type { Measured, Measurement } from './client.ts'
import { copyOfSeed, family, given, owner, seeded } from './seed.ts'
import { firstLoadBytes, publicPageBytes } from './sizes.ts'

/** Prints one JSON line per figure. What it stands on is said in docs; how the seed came about, in seed.ts. */
const secondsPerFigure = Number(process.env['CLOUDBURO_BENCH_SECONDS'] ?? 4)
const root = join(import.meta.dirname, '../..')

const note = (text: string) => void process.stderr.write(`${text}\n`)
const print = (figure: object) => void process.stdout.write(`${JSON.stringify(figure)}\n`)

const seed = await seeded((text) => note(`seeding: ${text}`))
const size = firstLoadBytes()
if (size !== undefined) print({ figure: 'office.first-load', value: Math.round(size / 10.24) / 100, unit: 'kB gzip', aim: 160 })
await benchSqlite()
if (process.env['CLOUDBURO_TEST_DATABASE_URL']) await benchPostgres(process.env['CLOUDBURO_TEST_DATABASE_URL'])
else note('no PostgreSQL here: its figures are missing')

async function benchSqlite(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cloudburo-bench-'))
  try {
    copyOfSeed(seed.folder, folder)
    await bench('sqlite', { CLOUDBURO_DATA: folder })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchPostgres(url: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cloudburo-bench-'))
  const database = await createEmptyPostgres(url)
  try {
    const environment = { CLOUDBURO_DATA: folder, DATABASE_URL: database.url }
    const configuration = readConfiguration(environment)
    note('restoring the seed into PostgreSQL')
    await readBackup(configuration, seed.archive, {
      migrateTo: (names) => prepareDatabase(configuration, names),
      upgrade: () => prepareDatabase(configuration),
    })
    spawnSync('psql', ['-q', database.url, '-c', 'analyze'])
    await bench('postgres', environment)
  } finally {
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function bench(engine: 'sqlite' | 'postgres', environment: NodeJS.ProcessEnv): Promise<void> {
  const factor = engine === 'sqlite' ? 1 : 2
  const began = performance.now()
  const server = await startServer({ environment, isBuilt: true })
  print({ figure: 'start', engine, value: Math.round(performance.now() - began), unit: 'ms', aim: 2000 })
  try {
    note(`after start: ${memoryOf(server)}`)
    const visitor = await signIn(server)
    const people = await contactsOf(visitor)
    const reads: [string, string, object[]][] = [
      ['thread.read', 'thread.read', people.map((contactId) => ({ contactId }))],
      ['today.read', 'today.read', [{}]],
      ['search', 'contacts.find', searches()],
      ['invoices.list', 'invoicing.list', ['all', 'open', 'overdue', 'paid'].map((filter) => ({ filter }))],
    ]
    for (const clients of [1, 8]) {
      let count = 0
      let seconds = 0
      for (const [figure, operation, inputs] of reads) {
        await run({ ...visitor, clients, operation, inputs, isOnce: false, seconds: 1 })
        const measured = await run({ ...visitor, clients, operation, inputs, isOnce: false, seconds: secondsPerFigure })
        count += measured.count
        seconds += measured.seconds
        print({
          figure,
          engine,
          clients,
          p50: measured.p50,
          p95: measured.p95,
          unit: 'ms',
          ...(clients === 1 ? { aim: 2 * factor, 'aim-p95': 8 * factor } : {}),
        })
      }
      if (clients === 8) print({ figure: 'reads', engine, clients, value: Math.round(count / seconds), unit: 'per s', better: 'higher', aim: 800 / factor })
    }
    note(`after the reads: ${memoryOf(server)}`)
    for (const clients of [1, 8]) {
      const inputs = await drafts(visitor, people, 200)
      const measured = await run({ ...visitor, clients, operation: 'invoicing.issue', inputs, isOnce: true, seconds: 60 })
      print({ figure: 'issue-invoice', engine, clients, p50: measured.p50, p95: measured.p95, unit: 'ms' })
    }
    if (engine === 'sqlite') await publicPages(visitor, people[0] as string)
    note(`after the load: ${memoryOf(server)}`)
    print({ figure: 'memory', engine, value: residentMegabytes(server), unit: 'MB', aim: 150 })
    // The thread that sets documents ends when nothing is to be set, and its fonts go with it.
    await new Promise((resolve) => setTimeout(resolve, 20_000))
    print({ figure: 'memory.at-rest', engine, value: residentMegabytes(server), unit: 'MB' })
  } finally {
    await server.stop()
  }
}

type Visitor = Pick<Measurement, 'url' | 'headers'>

/** A session cookie, as a browser has it. */
async function signIn(server: RunningServer): Promise<Visitor> {
  const { url } = server
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: owner.email, password: owner.password }),
  })
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const headers = { cookie, origin: url, 'x-cloudburo': '1' }
  const { companies } = (await ask({ url, headers }, 'company.mine', {})) as { companies: { id: string }[] }
  return { url, headers: { ...headers, 'cloudburo-company': companies[0]!.id } }
}

async function ask(visitor: Visitor, operation: string, input: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${visitor.url}/api/call/${operation}`, {
    method: 'POST',
    headers: { ...visitor.headers, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  const answer = (await response.json()) as Record<string, unknown>
  if (!response.ok) throw new Error(`${operation}: ${JSON.stringify(answer)}`)
  return answer
}

/** Contacts from all over the list, so that no figure measures one warm row. */
async function contactsOf(visitor: Visitor): Promise<string[]> {
  const ids: string[] = []
  for (let offset = 0; offset < 2000; offset += 200) {
    const { contacts } = (await ask(visitor, 'contacts.list', { offset, limit: 50 })) as { contacts: { id: string }[] }
    ids.push(...contacts.map((contact) => contact.id))
  }
  return ids
}

/** What a person has typed after two, three, four letters, and whole names. */
function searches(): object[] {
  return given.flatMap((first, index) =>
    [2, 3, 4].map((length) => ({ text: first.slice(0, length) })).concat({ text: `${first} ${(family[index] ?? '').slice(0, 3)}` }),
  )
}

async function drafts(visitor: Visitor, people: readonly string[], count: number): Promise<object[]> {
  const inputs: object[] = []
  for (let index = 0; index < count; index += 1) {
    const lines = [{ name: 'Einzellektion', quantity: '1', unitPrice: { amount: '100.00', currency: 'CHF' } }]
    inputs.push({ invoiceId: (await ask(visitor, 'invoicing.create-draft', { contactId: people[index % people.length], lines }))['id'] })
  }
  return inputs
}

async function publicPages(visitor: Visitor, contactId: string): Promise<void> {
  const answer = await ask(visitor, 'portal.create-link', { contactId })
  const address = Object.values(answer).find((value) => typeof value === 'string' && value.startsWith('http')) as string | undefined
  if (!address) return note('the personal link has no address')
  const { page, script } = await publicPageBytes(new URL(new URL(address).pathname, visitor.url).href)
  print({ figure: 'public.page', value: Math.round(page / 10.24) / 100, unit: 'kB gzip' })
  print({ figure: 'public.script', value: Math.round(script / 10.24) / 100, unit: 'kB gzip', aim: 20 })
}

/** One measurement in a process of its own. */
function run(measurement: Measurement): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'tests/bench/client.ts'), '--measure'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    child.on('exit', (code) =>
      code === 0 ? resolve(JSON.parse(text) as Measured) : reject(new Error(`the client of ${measurement.operation} ended with ${code}`)),
    )
    child.stdin.end(JSON.stringify(measurement))
  })
}

/** What the server holds: memory of its own, and pages of files (program, database) that the system may take back. */
function memoryOf(server: RunningServer): string {
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8')
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
  return `${megabytes('VmRSS')} MB resident, ${megabytes('RssAnon')} MB its own, ${megabytes('RssFile')} MB of files`
}

function residentMegabytes(server: RunningServer): number {
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { addDays, type Day } from '../../src/kernel/day.ts'
import { instant, momentAt, type Zone } from '../../src/kernel/instant.ts'
import { openHouse } from '../../src/house.ts'
import { ManualClock } from '../../src/platform/clock.ts'
import { readConfiguration } from '../../src/platform/configuration.ts'
import { silentLog } from '../../src/platform/log.ts'
import type { CompanyScope } from '../../src/platform/operation/context.ts'
import { writeBackup } from '../../src/platform/backup/backup.ts'
import { passTerms } from '../../src/modules/offer/ways.ts'
import { money } from '../../src/kernel/money.ts'
import { quantity } from '../../src/kernel/quantity.ts'

/** What the figures are measured on. Smaller numbers by CLOUDBURO_BENCH_SCALE=0.1, to try the benchmark itself. */
const scale = Number(process.env['CLOUDBURO_BENCH_SCALE'] ?? 1)
export const size = { companies: Math.ceil(200 * scale), contacts: Math.ceil(2000 * scale), invoices: Math.ceil(20_000 * scale) }

export const owner = { name: 'Anna Keller', email: 'owner@example.com', password: 'five minutes a week' }

const cache = join(import.meta.dirname, '../../.cache/bench', `${size.companies}-${size.contacts}-${size.invoices}`)

/** The seeded place: a data folder (for SQLite) and a backup of it (for PostgreSQL), made once and kept in .cache. */
export async function seeded(log: (text: string) => void): Promise<{ folder: string; archive: string }> {
  const folder = join(cache, 'data')
  const archive = join(cache, 'seed.tar.gz')
  if (existsSync(archive)) return { folder, archive }
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const configuration = readConfiguration({ CLOUDBURO_DATA: folder })
  const clock = new ManualClock(instant('2026-01-05T08:00:00Z'))
  const house = await openHouse(configuration, { log: silentLog, clock })
  // Only while seeding: nothing here is worth a wait for the disk.
  await sql`pragma synchronous = off`.execute(house.database.forSignIn)
  const person = await house.signIn.signUp(owner)
  for (let index = 0; index < size.companies; index += 1) {
    await house.operations.runPlatform({
      operation: 'company.create',
      input: { name: index === 0 ? 'The big one' : `Company ${index}`, country: 'CH' },
      person: index === 0 ? person : { ...person, userId: `other-${index}` as never },
    })
  }
  const companies = await house.allCompanies()
  const big = companies.find((company) => company.name === 'The big one')!
  for (const company of companies)
    if (company !== big) await fillSmall((operation, input) => house.runAsSystem(company, operation, input) as Promise<{ id: string }>)
  await fillBig(house, big, clock, log)
  // The documents of a seeded year are not to be rendered while something is measured.
  await sql`update jobs set finished_at = ${clock.now()}, outcome = 'cancelled' where finished_at is null and kind <> 'platform.daily'`.execute(
    house.database.forSignIn,
  )
  await sql`update jobs set run_at = '2999-01-01T00:00:00.000Z' where finished_at is null`.execute(house.database.forSignIn)
  await house.close()
  await writeBackup(configuration, archive, clock.now())
  return { folder, archive }
}

/** A copy of the seeded data folder, to be changed by one run. */
export function copyOfSeed(folder: string, target: string): void {
  mkdirSync(target, { recursive: true })
  for (const name of ['cloudburo.db', 'secret']) copyFileSync(join(folder, name), join(target, name))
}

type Call = (operation: string, input: object) => Promise<{ id: string }>

async function fillSmall(call: Call): Promise<void> {
  const { id: contactId } = await call('contacts.create', { name: 'Marie Dupont', email: 'marie@example.com' })
  const { id: invoiceId } = await call('invoicing.create-draft', { contactId, lines: [lineOf(100)] })
  await call('invoicing.issue', { invoiceId })
}

async function fillBig(house: Awaited<ReturnType<typeof openHouse>>, company: CompanyScope, clock: ManualClock, log: (text: string) => void): Promise<void> {
  const call: Call = (operation, input) => house.runAsSystem(company, operation, input) as Promise<{ id: string }>
  const pass = JSON.parse(
    JSON.stringify(
      passTerms(
        { currency: 'CHF', isTaxIncluded: true, taxCategory: 'standard', daysToPay: 30 },
        { units: quantity(10), amount: money(30000n, 'CHF'), validMonths: 12 },
      ),
    ),
  )
  const contacts: string[] = []
  for (let index = 0; index < size.contacts; index += 1) {
    const name = `${given[index % given.length]} ${family[Math.floor(index / given.length) % family.length]}`
    contacts.push(
      (
        await call('contacts.create', {
          name,
          email: `person${index}@example.com`,
          phone: `+41 79 ${String(1_000_000 + index)}`,
          addresses: [{ street: `Weg ${index}`, postalCode: '8000', city: 'Zürich', country: 'CH' }],
        })
      ).id,
    )
    if (index % 10 === 0) await call('agreements.create', { payerId: contacts[index], name: 'Zehnerabo', terms: pass, then: 'accept' })
    if (index % 3 === 0) await call('contacts.add-note', { contactId: contacts[index], text: 'Prefers mornings.' })
  }
  log(`${contacts.length} contacts`)
  let day = '2026-01-05' as Day
  const perDay = Math.ceil(size.invoices / 300)
  for (let index = 0; index < size.invoices; index += 1) {
    if (index % perDay === 0) {
      day = addDays(day, 1)
      clock.moveTo(momentAt({ day, time: '09:00', zone: 'Europe/Zurich' as Zone }))
      if (index % (perDay * 30) === 0) log(`${index} invoices`)
    }
    const contactId = contacts[(index * 7919) % contacts.length]
    const { id: invoiceId } = await call('invoicing.create-draft', { contactId, lines: [lineOf(80 + (index % 40))] })
    await call('invoicing.issue', { invoiceId })
    if (index % 20 !== 0) await call('payments.record', { invoiceId })
  }
}

const lineOf = (amount: number) => ({ name: 'Einzellektion', quantity: '1', unitPrice: { amount: `${amount}.00`, currency: 'CHF' } })
export const given = [
  'Marie',
  'Anna',
  'Paul',
  'Laura',
  'Luca',
  'Sofia',
  'Noah',
  'Emma',
  'Leon',
  'Mia',
  'Elias',
  'Lea',
  'David',
  'Nina',
  'Jonas',
  'Sara',
  'Tim',
  'Julia',
  'Felix',
  'Clara',
]
export const family = Array.from(
  { length: 100 },
  (_, index) =>
    `${['Keller', 'Meier', 'Dupont', 'Rossi', 'Weber', 'Favre', 'Bianchi', 'Huber', 'Müller', 'Schmid'][index % 10]}${index < 10 ? '' : `-${['Arn', 'Bär', 'Cattin', 'Dörig', 'Egli', 'Frei', 'Graf', 'Hess', 'Iten', 'Jost'][Math.floor(index / 10)]}`}`,
)

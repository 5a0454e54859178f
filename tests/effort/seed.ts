import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { addDays, type Day } from '../../src/kernel/day.ts'
import { dayIn, instantOf, momentAt, type Zone } from '../../src/kernel/instant.ts'
import type { Actor, CompanyScope } from '../../src/platform/operation/context.ts'
import { openHouse, type House } from '../../src/house.ts'
import { ManualClock } from '../../src/platform/clock.ts'
import { readConfiguration } from '../../src/platform/configuration.ts'
import { silentLog } from '../../src/platform/log.ts'
import { family, given } from '../bench/seed.ts'
import { company as companyName, customers, group, owner, size } from './inputs.ts'

const zone = 'Europe/Zurich' as Zone
const folder = join(import.meta.dirname, '../../.cache/effort')

/** A company of two thousand contacts and a year of invoices, up to this morning; made once a day through the operations. */
export async function seeded(log: (text: string) => void): Promise<string> {
  const today = dayIn(instantOf(Date.now()), zone)
  const data = join(folder, `${today}-${size.contacts}-${size.invoices}`)
  if (existsSync(join(data, 'made'))) return data
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  const clock = new ManualClock(at(addDays(today, -365), '08:00'))
  const house = await openHouse(readConfiguration({ CLOUDBURO_DATA: data }), { log: silentLog, clock })
  // Only while seeding: nothing here is worth a wait for the disk.
  await sql`pragma synchronous = off`.execute(house.database.forSignIn)
  await fill(await stageOf(house, clock, today), log)
  await house.close()
  mkdirSync(join(data, 'made'))
  return data
}

/** A copy of the seeded data folder, to be changed by one run. */
export function copyOfSeed(data: string, target: string): void {
  for (const name of ['cloudburo.db', 'secret']) copyFileSync(join(data, name), join(target, name))
}

interface Stage {
  readonly today: Day
  readonly moveTo: (day: Day, time: string) => void
  readonly call: (operation: string, input: object) => Promise<{ id: string }>
  /** Renders and mails what waits for it. */
  readonly runJobs: () => Promise<unknown>
  /** Letters of long ago need neither be rendered nor mailed. */
  readonly dropJobs: () => Promise<unknown>
}

function at(day: Day, time: string) {
  return momentAt({ day, time, zone })
}

/** The owner at her desk. */
async function stageOf(house: House, clock: ManualClock, today: Day): Promise<Stage> {
  const person = await house.signIn.signUp(owner)
  await house.operations.runPlatform({ operation: 'company.create', input: { name: companyName, country: 'CH' }, person })
  const company = (await house.allCompanies())[0] as CompanyScope
  const { members } = (await house.runAsSystem(company, 'company.read')) as { members: { id: string }[] }
  const actor: Actor = { kind: 'user', userId: person.userId, memberId: members[0]!.id as never, name: owner.name, role: 'owner' }
  return {
    today,
    moveTo: (day, time) => clock.moveTo(at(day, time)),
    call: (operation, input) => house.operations.run({ operation, input, actor, company }) as Promise<{ id: string }>,
    runJobs: () => house.jobs.runDue(),
    dropJobs: () =>
      sql`update jobs set finished_at = ${clock.now()}, outcome = 'cancelled' where finished_at is null and kind <> 'platform.daily'`.execute(
        house.database.forSignIn,
      ),
  }
}

async function fill(stage: Stage, log: (text: string) => void): Promise<void> {
  const { call, today } = stage
  await call('offer.create-service', { name: 'Design', unit: 'minute', price: francs('160.00'), per: '60' })
  const lesson = await call('offer.create-service', { name: 'Lesson', unit: 'lesson', minutes: 60, price: francs('90.00') })
  const puppies = await call('offer.create-service', { name: group.service, unit: 'lesson', minutes: 60, price: francs('35.00') })
  const others: string[] = []
  for (let index = 0; index < size.contacts - Object.keys(customers).length - group.people.length - 1; index += 1) {
    const name = `${given[index % given.length]} ${family[Math.floor(index / given.length) % family.length]}`
    others.push((await call('contacts.create', { name, email: `person${index}@example.com`, phone: `+41 79 ${String(1_000_000 + index)}` })).id)
  }
  log(`${others.length} contacts`)
  await yearOfInvoices(stage, others)
  await stage.dropJobs()
  log(`${size.invoices} invoices`)
  const ids = await namedCustomers(stage)
  await lately(stage, ids, lesson.id)
  const people = []
  for (const name of [...group.people, group.missing]) people.push((await call('contacts.create', { name })).id)
  stage.moveTo(today, '07:00')
  await call('calendar.book', {
    serviceId: puppies.id,
    on: addDays(today, -1),
    time: '18:00',
    participants: people.map((contactId) => ({ contactId })),
  })
  await stage.runJobs()
}

/** One or two a day, sent and paid. */
async function yearOfInvoices(stage: Stage, contacts: readonly string[]): Promise<void> {
  for (let index = 0; index < size.invoices; index += 1) {
    stage.moveTo(addDays(stage.today, -360 + Math.floor((index * 300) / size.invoices)), '09:00')
    await paid(stage, contacts[(index * 7919) % contacts.length]!)
  }
}

async function invoiced(stage: Stage, contactId: string, amount: string): Promise<string> {
  const { id } = await stage.call('invoicing.create-draft', { contactId, lines: [{ name: 'Design', quantity: '1', unitPrice: francs(amount) }] })
  await stage.call('invoicing.issue', { invoiceId: id })
  await stage.call('invoicing.send', { invoiceId: id })
  return id
}

async function paid(stage: Stage, contactId: string): Promise<void> {
  await stage.call('payments.record', { invoiceId: await invoiced(stage, contactId, '240.00') })
}

type Named = Record<keyof typeof customers, string>

async function namedCustomers(stage: Stage): Promise<Named> {
  const ids: Record<string, string> = {}
  for (const [role, name] of Object.entries(customers)) {
    const kind = /(AG|GmbH)$/.test(name) ? 'organisation' : 'person'
    ids[role] = (await stage.call('contacts.create', { name, kind, email: `${role}@example.com` })).id
  }
  return ids as Named
}

/** What the weeks before this morning left behind. */
async function lately(stage: Stage, ids: Named, lesson: string): Promise<void> {
  const { call, today } = stage
  const daysAgo = (count: number) => addDays(today, -count)
  stage.moveTo(daysAgo(50), '10:00')
  await invoiced(stage, ids.overdue, '480.00')
  stage.moveTo(daysAgo(40), '10:00')
  await call('agreements.create', { payerId: ids.worked, way: 'rate', minutes: 60, amount: francs('160.00'), then: 'accept', name: 'Design work' })
  await call('agreements.create', { payerId: ids.asked, way: 'pass', units: 10, amount: francs('800.00'), then: 'accept', name: 'Pass of ten' })
  await stage.runJobs()
  stage.moveTo(daysAgo(20), '10:00')
  await call('payments.record', { contactId: ids.asked, amount: francs('864.80') })
  for (const contactId of [ids.paying, ids.banking, ids.watched, ids.dropped, ids.proposed]) await invoiced(stage, contactId, '360.00')
  for (const [contactId, ago] of [
    [ids.worked, 18],
    [ids.retained, 17],
    [ids.asked, 16],
    [ids.worked, 15],
  ] as const)
    await call('work.record-time', { contactId, on: daysAgo(ago), minutes: 90, note: 'Drafts' })
  stage.moveTo(daysAgo(5), '10:00')
  await stage.runJobs()
  await call('calendar.book', { serviceId: lesson, on: addDays(today, 3), time: '10:00', participants: [{ contactId: ids.asked }] })
}

const francs = (amount: string) => ({ amount, currency: 'CHF' })

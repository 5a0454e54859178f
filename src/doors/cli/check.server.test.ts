import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEmptyPostgres } from '../../../tests/database.ts'
import { francs, line, pass } from '../../../tests/given.ts'
import { openHouse, prepareDatabase, type House } from '../../house.ts'
import { ManualClock } from '../../platform/clock.ts'
import { databasePath, readConfiguration, type Configuration } from '../../platform/configuration.ts'
import { silentLog } from '../../platform/log.ts'
import type { CompanyScope } from '../../platform/operation/context.ts'
import { instant } from '../../kernel/instant.ts'
import { readBackup, writeBackup } from '../../platform/backup/backup.ts'
import { runCommandLine } from './run.ts'

const url = process.env['CLOUDBURO_TEST_DATABASE_URL']
const folders: string[] = []
const drops: (() => Promise<void>)[] = []
let archive: string
let other: string

async function emptyPlace(): Promise<NodeJS.ProcessEnv> {
  const folder = mkdtempSync(join(tmpdir(), 'cloudburo-check-'))
  folders.push(folder)
  if (!url) return { CLOUDBURO_DATA: folder }
  const database = await createEmptyPostgres(url)
  drops.push(database.drop)
  return { CLOUDBURO_DATA: folder, DATABASE_URL: database.url }
}

/** Two companies that sold a pass, delivered, worked, invoiced, were paid too much, credited and wrote off. */
async function live(house: House, company: CompanyScope): Promise<void> {
  const call = (operation: string, input: object) => house.runAsSystem(company, operation, input) as Promise<{ id: string }>
  const contact = await call('contacts.create', { name: 'Marie Dupont', email: 'marie@example.com' })
  const contactId = contact.id
  const service = await call('offer.create-service', { name: 'Lektion', unit: 'lesson', minutes: 60, price: francs('90') })
  await call('agreements.create', { payerId: contactId, name: 'Zehnerabo', terms: pass, then: 'accept' })
  const session = await call('calendar.book', { serviceId: service.id, on: '2026-03-02', time: '08:00', participants: [{ contactId }] })
  await call('calendar.confirm-attendance', { sessionId: session.id })
  await call('agreements.create', { payerId: contactId, name: 'Work', way: 'rate', minutes: 60, amount: francs('160'), then: 'accept' })
  await call('work.record-time', { contactId, on: '2026-03-02', minutes: 120 })
  await call('invoicing.bill-customer', { contactId })
  await call('payments.record', { contactId, amount: francs('500.00') })
  const issued: string[] = []
  for (let count = 0; count < 4; count += 1) {
    const draft = await call('invoicing.create-draft', { contactId, lines: [line] })
    await call('invoicing.issue', { invoiceId: draft.id })
    issued.push(draft.id)
  }
  await call('invoicing.credit', { invoiceId: issued[0]!, reason: 'Wrong', effect: 'written_off' })
  await call('payments.write-off', { invoiceId: issued[1]!, reason: 'Insolvent' })
  await call('work.record-time', { contactId, on: '2026-03-02', minutes: 30 })
}

beforeAll(async () => {
  const environment = await emptyPlace()
  const configuration = readConfiguration(environment)
  const house = await openHouse(configuration, { log: silentLog, clock: new ManualClock(instant('2026-03-02T09:00:00Z')) })
  const person = await house.signIn.signUp({ name: 'Anna', email: 'anna@example.com', password: 'long enough 1' })
  for (const name of ['Pfote', 'Studio']) await house.operations.runPlatform({ operation: 'company.create', input: { name, country: 'CH' }, person })
  for (const company of await house.allCompanies()) await live(house, company)
  await house.jobs.runDue()
  other = (await house.allCompanies())[1]!.id
  await house.close()
  archive = join(environment['CLOUDBURO_DATA'] as string, 'whole.tar.gz')
  await writeBackup(configuration, archive, '2026-03-02T09:00:00.000Z')
}, 120_000)

afterAll(async () => {
  for (const drop of drops) await drop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}, 120_000)

/** A copy of the whole, for one corruption. */
async function copy(): Promise<{ environment: NodeJS.ProcessEnv; configuration: Configuration }> {
  const environment = await emptyPlace()
  const configuration = readConfiguration(environment)
  await readBackup(configuration, archive, {
    migrateTo: (migrations) => prepareDatabase(configuration, migrations),
    upgrade: () => prepareDatabase(configuration),
  })
  return { environment, configuration }
}

/** Changes rows behind the back of triggers, foreign keys and row-level security. */
async function plant(configuration: Configuration, statements: readonly string[]): Promise<void> {
  if (!configuration.databaseUrl) {
    const database = new DatabaseSync(databasePath(configuration), { enableForeignKeyConstraints: false })
    for (const { name } of database.prepare("select name from sqlite_master where type = 'trigger'").all()) database.exec(`drop trigger "${String(name)}"`)
    for (const statement of statements) expect(database.prepare(statement).run().changes, statement).not.toBe(0)
    return database.close()
  }
  const client = new pg.Client({ connectionString: configuration.databaseUrl })
  await client.connect()
  const { rows: keys } = await client.query(
    "select conname, conrelid::regclass::text as owner, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace",
  )
  for (const key of keys) await client.query(`alter table ${key.owner} drop constraint "${key.conname}"`)
  const { rows: tables } = await client.query(
    "select table_name from information_schema.columns where table_schema = current_schema() and column_name = 'company_id'",
  )
  for (const { table_name: table } of tables)
    await client.query(`alter table "${table}" disable trigger user; alter table "${table}" no force row level security`)
  for (const statement of statements) expect((await client.query(statement)).rowCount, statement).not.toBe(0)
  for (const { table_name: table } of tables) await client.query(`alter table "${table}" force row level security`)
  for (const key of keys) await client.query(`alter table ${key.owner} add constraint "${key.conname}" ${key.definition} not valid`)
  await client.end()
}

async function check(environment: NodeJS.ProcessEnv): Promise<{ code: number; findings: string[]; text: string }> {
  const lines: string[] = []
  const code = await runCommandLine(['check', '--json'], { environment, print: (text) => lines.push(text), printProblem: (text) => lines.push(text) })
  const findings = lines.flatMap((text) => (text.startsWith('{') ? (JSON.parse(text) as { findings: string[] }).findings : []))
  return { code, findings, text: lines.join('\n') }
}

describe('check', () => {
  test('finds nothing wrong where nothing is, and says what it verified', async () => {
    const { environment } = await copy()
    const { code, findings, text } = await check(environment)
    expect(findings).toEqual([])
    expect(code).toBe(0)
    for (const what of [
      'numbers without gaps',
      'chain of digests',
      'totals',
      'balances never below zero',
      'accounted for',
      'write-offs',
      'references',
      'no other company',
      'files',
    ]) {
      expect(text).toContain(what)
    }
  })

  const firstInvoice =
    "(select min(sequence) from invoices where company_id = (select min(id) from companies) and kind = 'invoice') and company_id = (select min(id) from companies)"
  test.each<[string, string[], RegExp]>([
    ['a number is missing', [`update invoices set number = 999 where sequence = ${firstInvoice}`], /comes 999/],
    ['the last document was deleted', ['delete from invoices where sequence = (select max(sequence) from invoices)'], /the last number is|points? by/],
    [
      'a document was rewritten',
      [`update invoices set document = replace(document, 'Marie', 'Maria') where sequence = ${firstInvoice}`],
      /not the one that was issued/,
    ],
    ['a digest was rewritten', [`update invoices set hash = previous_hash where sequence = ${firstInvoice}`], /chain of digests is broken/],
    ['a stored total was changed', [`update invoices set gross_minor = gross_minor + 1 where sequence = ${firstInvoice}`], /stored totals/],
    [
      'a line was changed',
      ['update invoice_lines set amount_minor = amount_minor + 1 where id = (select min(id) from invoice_lines)'],
      /add up to another total/,
    ],
    ['an open amount was changed', ['update invoice_states set open_minor = open_minor + 1'], /its facts leave/],
    ['a charge lost its guard', ['delete from live_charges'], /could be billed twice/],
    ['an entitlement was drawn without a lesson', ["update entitlement_entries set units_thousandths = -20000 where kind = 'draw'"], /below zero/],
    ['a draw disappeared', ["delete from entitlement_entries where kind = 'draw'"], /the ledger is not what/],
    ['a delivery is not known to billing', ["delete from deliveries where kind = 'time'"], /is not known to billing/],
    ['a delivery was changed', ["update deliveries set units_thousandths = units_thousandths * 2 where kind = 'time'"], /knows it differently/],
    ['a payment was changed', ['update payments set amount_minor = amount_minor + 100'], /the facts make/],
    [
      'an allocation disappeared',
      ['delete from payment_allocations where id = (select min(id) from payment_allocations)'],
      /its facts leave|allocated of payments/,
    ],
    ['a write-off disappeared', ['delete from write_offs'], /is written off|the facts make/],
    ['a due date disappeared', ['update invoice_dues set amount_minor = 1'], /due dates do not add up/],
    ['a row points to another company', ['update time_entries set contact_id = (select max(id) from contacts)'], /not in this company/],
  ])('finds that %s', async (_name, statements, expected) => {
    const { environment, configuration } = await copy()
    await plant(configuration, statements)
    const { code, findings } = await check(environment)
    expect(code).toBe(1)
    expect(findings.join('\n')).toMatch(expected)
  })

  test('finds an id of another company in a column that no foreign key guards', async () => {
    const { environment, configuration } = await copy()
    await plant(configuration, [
      `update timeline_entries set subject_id = (select min(id) from invoices where company_id = '${other}') where company_id <> '${other}'`,
    ])
    expect((await check(environment)).findings.join('\n')).toContain('of another company')
  })

  test('finds a file that is missing or changed', async () => {
    const { environment, configuration } = await copy()
    const files = join(configuration.dataDirectory, 'files')
    const names = (readdirSync(files, { recursive: true }) as string[]).filter((name) => /[0-9a-f]{64}$/.test(name))
    writeFileSync(join(files, names[0]!), 'changed')
    rmSync(join(files, names[1]!))
    const text = (await check(environment)).findings.join('\n')
    expect(text).toContain('was changed')
    expect(text).toContain('is missing')
  })
})

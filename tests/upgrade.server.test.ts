import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommandLine } from '../src/doors/cli/run.ts'
import { openHouse, prepareDatabase } from '../src/house.ts'
import { instant } from '../src/kernel/instant.ts'
import { readBackup } from '../src/platform/backup/backup.ts'
import { ManualClock } from '../src/platform/clock.ts'
import { readConfiguration } from '../src/platform/configuration.ts'
import { silentLog } from '../src/platform/log.ts'
import { createEmptyPostgres } from './database.ts'

const url = process.env['CLOUDBURO_TEST_DATABASE_URL']

/** A backup that the first version wrote: a pass sold and paid, work billed, a retainer offered. Made once, never again. */
const firstVersion = join(import.meta.dirname, 'upgrade/0.1.tar.gz')

test('a backup of the first version is restored, upgraded, and lives on', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cloudburo-upgrade-'))
  const database = url ? await createEmptyPostgres(url) : undefined
  try {
    const environment = { CLOUDBURO_DATA: folder, ...(database ? { DATABASE_URL: database.url } : {}) }
    const configuration = readConfiguration(environment)
    await readBackup(configuration, firstVersion, {
      migrateTo: (names) => prepareDatabase(configuration, names),
      upgrade: () => prepareDatabase(configuration),
    })
    const house = await openHouse(configuration, { log: silentLog, clock: new ManualClock(instant('2026-03-21T09:00:00Z')) })
    const company = (await house.allCompanies())[0]!
    const call = (operation: string, input: object) => house.runAsSystem(company, operation, input) as Promise<Record<string, never>>
    const { invoices } = (await call('invoicing.list', { filter: 'all' })) as unknown as { invoices: { number: string; status: string }[] }
    expect(invoices.map((invoice) => [invoice.number, invoice.status])).toEqual([
      ['2026-0002', 'open'],
      ['2026-0001', 'paid'],
    ])
    // The next number follows, and everything that came with later versions works on what was there before.
    const { contacts } = (await call('contacts.list', { limit: 10 })) as unknown as { contacts: { id: string; name: string }[] }
    const marie = contacts.find((contact) => contact.name === 'Marie Dupont')!
    const lines = [{ name: 'Halsband', quantity: '1', unitPrice: { amount: '25.00', currency: 'CHF' } }]
    const draft = (await call('invoicing.create-draft', { contactId: marie.id, lines })) as unknown as { id: string }
    await call('invoicing.issue', { invoiceId: draft.id })
    const issued = (await call('invoicing.read', { invoiceId: draft.id })) as unknown as { number: string }
    expect(issued.number).toBe('2026-0003')
    await call('today.refresh', {})
    // The past is booked by the daily work, once; the check below then asks the journal for all of it.
    expect(await call('books.catch-up', {})).toMatchObject({ isDone: true })
    expect(await call('books.catch-up', {})).toEqual({ booked: 0, isDone: true })
    await house.close()
    const said: string[] = []
    expect(await runCommandLine(['check'], { environment, print: (text) => said.push(text), printProblem: (text) => said.push(text) }), said.join('\n')).toBe(0)
  } finally {
    await database?.drop()
    rmSync(folder, { recursive: true, force: true })
  }
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillDemo } from '../src/demo/index.ts'
import { openForReading, verify, type CompanyReport } from '../src/doors/cli/verify.ts'
import { openHouse, type House } from '../src/house.ts'
import { day } from '../src/kernel/day.ts'
import { instant } from '../src/kernel/instant.ts'
import { ManualClock } from '../src/platform/clock.ts'
import { readConfiguration, type Configuration } from '../src/platform/configuration.ts'
import { silentLog } from '../src/platform/log.ts'
import { createEmptyPostgres } from './database.ts'

/** Two months in the life of each of the five companies, through the operations, day by day; then everything must add up. */
const url = process.env['CLOUDBURO_TEST_DATABASE_URL']
const companies = ['Hundeschule Pfote', 'Studio Kante', 'Fontaine Conseil', 'Atelier Lumière', 'Respiro Yoga', 'Berner Sprachen'] as const
let house: House
let configuration: Configuration
let reports: CompanyReport[]
const endings: (() => Promise<void>)[] = []

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cloudburo-simulation-'))
  endings.push(async () => rmSync(folder, { recursive: true, force: true }))
  const postgres = url ? await createEmptyPostgres(url) : undefined
  if (postgres) endings.push(postgres.drop)
  configuration = readConfiguration({ CLOUDBURO_DATA: folder, ...(postgres ? { DATABASE_URL: postgres.url } : {}) })
  house = await openHouse(configuration, { clock: new ManualClock(instant('2026-05-01T06:00:00Z')), log: silentLog })
  await fillDemo(house, { months: 2, lastDay: day('2026-06-30') })
  reports = []
  const reader = openForReading(configuration)
  for await (const report of verify(reader, configuration)) reports.push(report)
  await reader.close()
}, 240_000)

afterAll(async () => {
  await house?.close()
  for (const end of endings.reverse()) await end()
})

describe.each(companies)('%s', (name) => {
  const reportOf = () => reports.find((report) => report.company.name === name)!
  const call = (operation: string, input = {}) => house.runAsSystem(reportOf().company, operation, input) as Promise<never>

  test('every invariant of the check holds', () => {
    const findings = reportOf().verified.flatMap(({ what, findings: wrong }) => wrong.map((each) => `${what}: ${each}`))
    expect(findings).toEqual([])
    expect(reportOf().verified.reduce((sum, each) => sum + each.count, 0)).toBeGreaterThan(20)
  })

  test('it sold, invoiced, and was paid', async () => {
    const { invoices } = (await call('invoicing.list', { filter: 'all', limit: 200 })) as { invoices: { status: string }[] }
    expect(invoices.length).toBeGreaterThan(0)
    const { payments } = (await call('payments.list')) as { payments: unknown[] }
    expect(payments.length).toBeGreaterThan(0)
  })

  test('billing twice on the same day adds nothing', async () => {
    await call('invoicing.bill-due')
    expect(await call('invoicing.bill-due')).toMatchObject({ drafted: [], issued: [] })
  })

  test('Today proposes what is left to do, each with its reason', async () => {
    const { moves } = (await call('today.read')) as { moves: { kind: string; cause: string; since: string }[] }
    expect(moves.every((move) => move.cause.startsWith(move.kind))).toBe(true)
    expect(new Set(moves.map((move) => move.cause)).size).toBe(moves.length)
  })
})

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'
import { balancesOf, readExtf } from '../testing/read-extf.ts'
import { MoneyLife, steps } from '../testing/life.ts'

let world: World
let folder: string
const year = { from: '2026-01-01', to: '2026-12-31' }
const seats: Record<string, Seat> = {}

beforeAll(async () => {
  world = await openWorld({ at: '2026-03-01T09:00:00Z' })
  folder = mkdtempSync(join(tmpdir(), 'cloudburo-books-'))
  for (const [country, seed] of [
    ['CH', 11],
    ['DE', 12],
    ['FR', 13],
    ['IT', 14],
    ['DE', 15],
  ] as const) {
    // prettier-ignore
    const owner = await world.company({ country, name: `"Müller" & Söhne; Zürich \\ ${country}`, isTaxIncluded: false })
    const isSecond = country in seats
    if (isSecond) await owner.call('company.update', { chartOfAccounts: 'skr04' })
    const life = new MoneyLife(world, owner)
    for (const part of fc.sample(steps, { numRuns: process.env['CLOUDBURO_TEST_DATABASE_URL'] ? 2 : 4, seed })) await life.live(part)
    await owner.call('contacts.update', { contactId: life.contacts[0], name: '=2+5; "Łukasz"  (x)' })
    seats[isSecond ? 'skr04' : country] = owner
  }
}, 120_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await world.close()
})

const isThere = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0

async function fileOf(owner: Seat, format: string, more: object = {}): Promise<Buffer> {
  return Buffer.from((await owner.call('books.export', { format, ...year, ...more })).content, 'base64')
}

describe.each(['CH', 'DE', 'FR', 'IT'])('the books of a company in %s', (country) => {
  test.runIf(isThere('hledger'))('pass the strict check of hledger, and come to the same balances', async () => {
    const owner = seats[country]!
    const path = join(folder, `${country}.journal`)
    writeFileSync(path, await fileOf(owner, 'hledger'))
    expect(run('hledger', ['check', '--strict', '-f', path])).toBe('')
    const balances = run('hledger', ['balance', '-f', path, '--cost', '--flat', '--no-total', '--empty', '-O', 'csv'])
    expect(amountsIn(balances, owner.company.currency)).toEqual(await journalBalances(owner))
  })

  test.runIf(isThere('bean-check'))('pass bean-check', async () => {
    const path = join(folder, `${country}.beancount`)
    writeFileSync(path, await fileOf(seats[country]!, 'beancount'))
    expect(run('bean-check', [path])).toBe('')
  })

  test('as a table hold no formula, and amounts that are numbers', async () => {
    const text = (await fileOf(seats[country]!, 'csv_journal')).toString()
    const cells = text.slice(1).trimEnd().split('\r\n').slice(1).flatMap((row) => row.split(',')) // prettier-ignore
    expect(cells.filter((cell) => /^"?[=+@\t]/.test(cell))).toEqual([])
    expect(cells.filter((cell) => /^"?-/.test(cell) && !/^-\d+\.\d+$/.test(cell))).toEqual([])
    const sums = await journalBalances(seats[country]!)
    expect([...sums.values()].reduce((left, right) => left + right, 0n)).toBe(0n)
  })
})

const skr03 = { automatic: { '8400': 1900, '8300': 700 }, reverse: ['1787', '1577'], open: ['1400', '1600'], tax: ['1776', '1771', '1576', '1571'] } as const
const skr04 = { automatic: { '4400': 1900, '4300': 700 }, reverse: ['3837', '1407'], open: ['1200', '3300'], tax: ['3806', '3801', '1406', '1401'] } as const

test.each([
  ['DE', skr03],
  ['skr04', skr04],
] as const)('DATEV takes the books of %s in, to the same balances', async (seat, chart) => {
  const owner = seats[seat]!
  const { header, rows } = readExtf(await fileOf(owner, 'datev', { consultantNumber: 29098, clientNumber: 55003 }))
  expect(header.slice(10, 16)).toEqual(['29098', '55003', '20260101', '4', '20260101', '20261231'])
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.some((row) => row.contra in chart.automatic && row.key === '')).toBe(true)
  const [output19, output7, input19, input7] = chart.tax
  const taxAccounts = { 'output 1900': output19, 'output 700': output7, 'input 1900': input19, 'input 700': input7 }
  const balances = balancesOf(rows, { automatic: chart.automatic, taxAccounts, reverse: chart.reverse })
  const collected = new Map<string, bigint>()
  for (const [account, minor] of balances) {
    const collective = /^1\d{4}$/.test(account) ? chart.open[0] : /^7\d{4}$/.test(account) ? chart.open[1] : account
    collected.set(collective, (collected.get(collective) ?? 0n) + minor)
  }
  expect(sorted(collected)).toEqual(await journalBalances(owner))
})

test('DATEV is written by years, and only with its own charts', async () => {
  expect(await seats['DE']!.failure('books.export', { format: 'datev', from: '2025-12-01', to: '2026-01-31' })).toBe('input_invalid')
  expect(await seats['CH']!.failure('books.export', { format: 'datev', ...year })).toBe('datev_needs_skr')
})

function run(command: string, options: string[]): string {
  try {
    return execFileSync(command, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  } catch (error) {
    return String((error as { stderr: string }).stderr) + String((error as { stdout: string }).stdout)
  }
}

/** By number of account, from the CSV of all entries. */
async function journalBalances(owner: Seat): Promise<Map<string, bigint>> {
  const rows = (await fileOf(owner, 'csv_accounts')).toString().slice(1).trimEnd().split('\r\n').slice(1) // prettier-ignore
  return sorted(new Map(rows.map((row) => [row.split(',')[0]!, BigInt(row.split(',').at(-2)!.replace('.', ''))])))
}

function amountsIn(csv: string, currency: string): Map<string, bigint> {
  const rows = csv.trimEnd().split('\n').slice(1)
  return sorted(
    new Map(
      rows.map((row) => {
        const [, account, amount] = /^"(.*)","(.*)"$/.exec(row)!
        return [account!.split(':')[1]!.split(' ')[0]!, BigInt(amount === '0' ? '0' : amount!.replace(` ${currency}`, '').replace('.', ''))]
      }),
    ),
  )
}

function sorted(balances: ReadonlyMap<string, bigint>): Map<string, bigint> {
  return new Map([...balances].filter(([, minor]) => minor !== 0n).sort(([left], [right]) => (left < right ? -1 : 1)))
}

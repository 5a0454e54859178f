import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openHouse } from '../../src/house.ts'
import { day } from '../../src/kernel/day.ts'
import { money } from '../../src/kernel/money.ts'
import { matchTransactions } from '../../src/modules/payments/matching/match.ts'
import { readConfiguration } from '../../src/platform/configuration.ts'
import { silentLog } from '../../src/platform/log.ts'

/**
 * How long 10,000 bank lines take against 20,000 open invoices: the rules alone, and a file imported into a real database,
 * with the longest time for which others had to wait. Half of the lines name their invoice. The database gets a tenth of the
 * sizes unless CLOUDBURO_BENCH_SCALE says otherwise: entering 20,000 invoices takes longer than all else. Prints one JSON line each.
 */
const scale = Number(process.env['CLOUDBURO_BENCH_SCALE'] ?? 0.1)
const whole = { invoices: 20_000, lines: 10_000, customers: 2000 }
const size = { invoices: Math.ceil(20_000 * scale), lines: Math.ceil(10_000 * scale), customers: Math.ceil(2000 * scale) }
const numberOf = (at: number) => `2025-${String(at).padStart(5, '0')}`
const amountOf = (at: number) => (at % 3 === 0 ? 4900 : 1000 + at)
const nameOf = (at: number, customers = size.customers) => `Anna Kunde${at % customers} Meier`
const textOf = (at: number) => (at % 2 === 0 ? `Rechnung ${numberOf(at)} vom 12.11.2025, vielen Dank` : 'Danke')
const print = (figures: object) => void process.stdout.write(`${JSON.stringify(figures)}\n`)

const invoices = Array.from({ length: whole.invoices }, (_, at) => ({
  id: String(at),
  number: numberOf(at),
  customerId: nameOf(at, whole.customers),
  customerName: nameOf(at, whole.customers),
  open: money(BigInt(amountOf(at)), 'CHF'),
  dueOn: day('2026-03-01'),
  reference: null,
}))
const lines = Array.from({ length: whole.lines }, (_, at) => ({
  id: String(at),
  amount: money(BigInt(amountOf(at)), 'CHF'),
  counterpartyName: nameOf(at, whole.customers),
  counterpartyIban: null,
  reference: null,
  remittance: textOf(at),
}))
const started = performance.now()
const found = matchTransactions(lines, { invoices })
print({
  what: 'rules alone',
  ...whole,
  certain: found.filter((each) => each.certainty === 'certain').length,
  milliseconds: Math.round(performance.now() - started),
})

const folder = mkdtempSync(join(tmpdir(), 'cloudburo-bank-'))
const house = await openHouse(readConfiguration({ CLOUDBURO_DATA: folder }), { log: silentLog })
try {
  await sql`pragma synchronous = off`.execute(house.database.forSignIn)
  const person = await house.signIn.signUp({ name: 'Anna Keller', email: 'owner@example.com', password: 'five minutes a week' })
  await house.operations.runPlatform({ operation: 'company.create', input: { name: 'Studio Nord', country: 'CH' }, person })
  const company = (await house.allCompanies())[0]!
  const call = (operation: string, input: object) => house.runAsSystem(company, operation, input) as Promise<{ id: string; matchedCount: number }>
  const contacts: string[] = []
  for (let at = 0; at < size.customers; at += 1) contacts.push((await call('contacts.create', { name: nameOf(at) })).id)
  for (let at = 0; at < size.invoices; at += 1) {
    const gross = { amount: (amountOf(at) / 100).toFixed(2), currency: 'CHF' }
    await call('invoicing.open-invoice', { contactId: contacts[at % size.customers], number: numberOf(at), issuedOn: '2025-12-01', dueOn: '2026-03-01', gross })
  }
  await sql`pragma synchronous = full`.execute(house.database.forSignIn)
  const table = lines
    .slice(0, size.lines)
    .map((line, at) => `2026-01-${String(1 + (at % 28)).padStart(2, '0')};${nameOf(at)};${line.remittance};${(amountOf(at) / 100).toFixed(2)}`)
    .join('\n')
  const content = Buffer.from(`Datum;Auftraggeber;Zahlungszweck;Betrag CHF\n${table}\n`).toString('base64')
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const before = performance.now()
  const { matchedCount } = await call('payments.import-bank-file', { fileName: 'year.csv', content })
  const milliseconds = Math.round(performance.now() - before)
  await new Promise((done) => setTimeout(done, 20))
  clearInterval(watch)
  print({ what: 'imported and settled', ...size, matched: matchedCount, milliseconds, longestWait: Math.round(longest) })
  const listed = performance.now()
  await call('payments.bank-transactions', { limit: 200 })
  print({ what: 'two hundred waiting with their proposals', milliseconds: Math.round(performance.now() - listed) })
} finally {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
}

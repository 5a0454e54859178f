import { mkdtempSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bankAccount } from '../../../../tests/given.ts'
import { openWorld, type Seat, type World } from '../../../../tests/world.ts'
import { silentLog } from '../../../platform/log.ts'
import { takeReceiptsInbox } from '../inbox.ts'

let world: World
let owner: Seat
let bankAccountId: string
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'CH' })
  bankAccountId = await bankAccount(owner)
})
afterAll(() => world.close())

const francs = (amount: string) => ({ amount, currency: 'CHF' })
const read = (expenseId: string) => owner.call('expenses.read', { expenseId })

async function bankSays(...lines: string[]): Promise<void> {
  const content = Buffer.from(`Buchungsdatum;Valuta;Betrag;Währung;Empfänger;Zahlungszweck\n${lines.join('\n')}\n`).toString('base64')
  await owner.call('payments.import-bank-file', { fileName: 'march.csv', content, bankAccountId })
}

test('a debit with the number of the bill settles it at once; taken back, both wait again', async () => {
  const payee = { name: 'Druckerei Muster AG' }
  const { id } = await owner.call('expenses.record', { payee, amount: francs('216.20'), documentNumber: '2026-118', paidBy: 'bank', on: '2026-02-20' })
  await bankSays('27.02.2026;27.02.2026;-216.20;CHF;Druckerei Muster AG;Rechnung 2026-118')
  expect(await read(id)).toMatchObject({ open: francs('0.00'), payments: [{ on: '2026-02-27', method: 'bank' }] })
  await owner.call('expenses.undo-payment', { paymentId: (await read(id)).payments[0].id })
  expect(await read(id)).toMatchObject({ open: francs('216.20') })
  const { debits } = await owner.call('expenses.debits')
  expect(debits).toMatchObject([{ amount: francs('216.20'), proposal: { expenseId: id } }])
  await owner.call('expenses.match', { bankTransactionId: debits[0].bankTransactionId })
  expect((await owner.call('expenses.debits')).debits).toEqual([])
})

test('what a card paid is not paid twice when the account shows it', async () => {
  const { id } = await owner.call('expenses.record', { payee: { name: 'Hostnord' }, amount: francs('39.90'), paidBy: 'card', on: '2026-02-25' })
  await bankSays('26.02.2026;26.02.2026;-39.90;CHF;Hostnord;Kartenzahlung')
  const [debit] = (await owner.call('expenses.debits')).debits
  if (debit) await owner.call('expenses.match', { bankTransactionId: debit.bankTransactionId })
  expect(await read(id)).toMatchObject({ paid: francs('39.90'), payments: [{ isAutomatic: false, method: 'card', on: '2026-02-26' }] })
  await owner.call('expenses.undo-payment', { paymentId: (await read(id)).payments[0].id })
  expect(await read(id)).toMatchObject({ paid: francs('39.90'), payments: [{ isAutomatic: true }] })
})

test('a debit without an expense becomes one by one key, and its receipt is then asked for on Today', async () => {
  await bankSays('20.02.2026;20.02.2026;-1450.00;CHF;Immovera Verwaltungen;Miete Februar')
  const debit = (await owner.call('expenses.debits')).debits.find((each: { name: string }) => each.name.startsWith('Immovera'))
  const { id, isNew } = await owner.call('expenses.match', { bankTransactionId: debit.bankTransactionId })
  expect(isNew).toBe(true)
  expect(await read(id)).toMatchObject({ source: 'bank', category: 'rent', paid: francs('1450.00'), receiptCount: 0 })
  const { moves } = await owner.call('today.read')
  expect(
    moves.filter((move: { kind: string }) => move.kind === 'expense-without-receipt').map((move: { subject: { id: string } }) => move.subject.id),
  ).toContain(id)
})

test('a file in the watched folder waits for a look, whoever laid it there; what is no receipt is set aside with its reason', async () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'cloudburo-inbox-'))
  const folder = join(dataDirectory, 'receipts-inbox', owner.company.name)
  mkdirSync(folder, { recursive: true })
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  writeFileSync(join(folder, 'scan.png'), Buffer.from(png, 'base64'))
  writeFileSync(join(folder, 'setup.exe'), 'MZ')
  const mail = ['From: Druckerei Muster AG <rechnung@example.com>', 'Subject: Rechnung', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b']
  const invoice = Buffer.from(png, 'base64')
  const attached = ['--b', 'Content-Type: text/plain', '', 'Guten Tag', '--b', 'Content-Type: application/octet-stream; name="scan 2.png"'] // prettier-ignore
  const tail = ['Content-Disposition: attachment; filename="scan 2.png"', 'Content-Transfer-Encoding: base64', '']
  // Another byte at the end makes it another file.
  writeFileSync(
    join(folder, 'mail.eml'),
    [...mail, '', ...attached, ...tail, Buffer.concat([invoice, Buffer.from([0])]).toString('base64'), '--b--', ''].join('\r\n'),
  )
  writeFileSync(join(folder, 'hello.eml'), [...mail.slice(0, 3), '', 'Guten Tag'].join('\r\n'))
  for (const name of ['scan.png', 'setup.exe', 'mail.eml', 'hello.eml']) utimesSync(join(folder, name), 1000, 1000)
  const runAsSystem = (_company: unknown, operation: string, input: unknown) => world.system(owner).call(operation, input)
  // The seat throws what the operation throws; a second look finds nothing left.
  const services = { dataDirectory, log: silentLog, now: () => Date.now(), allCompanies: async () => [owner.company], runAsSystem }
  expect(await takeReceiptsInbox(services)).toBe(4)
  expect(await takeReceiptsInbox(services)).toBe(0)
  expect(readdirSync(join(folder, 'taken')).toSorted()).toEqual(['mail.eml', 'scan.png'])
  expect(readdirSync(join(folder, 'refused')).toSorted()).toEqual(['hello.eml', 'hello.eml.txt', 'setup.exe', 'setup.exe.txt'])
  expect(await owner.call('expenses.list', { filter: 'to_check' })).toMatchObject({
    toCheckCount: 2,
    expenses: [{}, { payee: { name: 'Druckerei Muster AG' } }],
  })
})

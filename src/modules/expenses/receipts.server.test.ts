import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { generate, mode } from 'lean-qr'
import pdfkit from 'pdfkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Seat, type World } from '../../../tests/world.ts'
import { pictureOf } from './testing/pictures.ts'

let world: World
let owner: Seat
beforeAll(async () => {
  world = await openWorld({ at: '2026-03-02T09:00:00Z' })
  owner = await world.company({ country: 'CH' })
})
afterAll(() => world.close())

const francs = (amount: string) => ({ amount, currency: 'CHF' })
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64')

/** Takes a file and lets it be read. */
async function taken(seat: Seat, bytes: Uint8Array | string, more: object = {}) {
  const answer = await seat.call('expenses.take-receipt', { fileName: 'receipt', content: base64(bytes), ...more })
  await world.runJobs()
  return { ...answer, expense: await owner.call('expenses.read', { expenseId: answer.id }) }
}

const lunch = `Restaurant Sternengrill
Theaterstrasse 22, 8001 Zürich
Rechnung Nr. 20418
Datum 18.02.2026 13:07
1 Menu 2   24.50
1 Mineral 5 dl   6.00
1 Espresso   4.00
Total CHF 34.50
inkl. 8.1% MWST 2.59
Bar 40.00
Rückgeld 5.50`

test('a photo of a receipt becomes a proposal with its picture, and Enter records it', async () => {
  const { id, expense } = await taken(owner, pictureOf(lunch))
  expect(expense).toMatchObject({
    state: 'to_check',
    payee: { name: 'Restaurant Sternengrill' },
    issuedOn: '2026-02-18',
    gross: francs('34.50'),
    tax: francs('2.59'),
    category: 'meals',
    paidBy: 'cash',
    receipts: [{ contentType: 'image/jpeg', hasPicture: true, reading: { kind: 'ocr', problem: null } }],
  })
  const { content } = await owner.call('expenses.receipt-picture', { receiptId: expense.receipts[0].id })
  expect(Buffer.from(content, 'base64').subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  await owner.call('expenses.confirm', { expenseId: id })
  expect(await owner.call('expenses.read', { expenseId: id })).toMatchObject({ state: 'recorded', paid: francs('34.50') })
}, 60_000)

test('the next receipt of a payee who is known, in another format, is recorded by itself and may be taken back', async () => {
  const next = lunch.replace('20418', '20555').replace('18.02.2026', '25.02.2026').replace('Total CHF 34.50', 'Total CHF 34.50\nTotal inkl. MWST CHF 34.50')
  const { id, expense } = await taken(owner, pictureOf(next, { type: 'image/webp' }))
  expect(expense).toMatchObject({ state: 'recorded', issuedOn: '2026-02-25', receipts: [{ contentType: 'image/webp' }] })
  await owner.call('expenses.reopen', { expenseId: id })
  expect(await owner.call('expenses.read', { expenseId: id })).toMatchObject({ state: 'to_check', paid: francs('0.00') })
}, 60_000)

test('the same file again is the same expense; the same payee, amount and day is said to be perhaps twice', async () => {
  const picture = pictureOf(lunch)
  const first = await taken(owner, picture)
  expect(first.isKnown).toBe(true)
  const scanned = await taken(owner, pictureOf(lunch, { type: 'image/png' }))
  expect(scanned.isKnown).toBe(false)
  expect(scanned.expense.perhapsTwice).toEqual([{ kind: 'number', expenseId: first.id }])
}, 60_000)

test('a Swiss QR-bill is read from its picture: account, amount and reference are certain', async () => {
  const { expense } = await taken(owner, await qrBill())
  expect(expense).toMatchObject({
    state: 'recorded',
    payee: { name: 'Druckerei Muster AG', street: 'Gasse 3', postalCode: '3011', city: 'Bern', country: 'CH', iban: 'CH4431999123000889012' },
    gross: francs('216.20'),
    tax: francs('16.20'),
    issuedOn: '2026-02-20',
    paidBy: 'bank',
    reference: { kind: 'qr', text: '210000000003139471430009017' },
    open: francs('216.20'),
    receipts: [{ contentType: 'application/pdf', reading: { kind: 'payment_code' } }],
  })
  const toPay = await owner.call('expenses.list', { filter: 'to_pay' })
  expect(toPay.expenses).toMatchObject([{ payee: { name: 'Druckerei Muster AG' } }])
}, 60_000)

const zugferd = resolve(import.meta.dirname, '../../../../shared/fixtures/einvoice/ZUGFeRD+corpus/XML-Rechnung/FX/EN16931_Einfach.pdf')

test.runIf(existsSync(zugferd))(
  'an invoice inside of a PDF is read without typing, and both are kept as they came',
  async () => {
    const bytes = readFileSync(zugferd)
    const { expense } = await taken(owner, bytes)
    expect(expense).toMatchObject({ payee: { name: 'Lieferant GmbH' }, receipts: [{ contentType: 'application/pdf', reading: { kind: 'e_invoice' } }] })
    expect(expense.parts.length).toBeGreaterThan(1)
    const file = await owner.call('expenses.receipt', { receiptId: expense.receipts[0].id })
    expect(file).toMatchObject({ isDownload: true, contentType: 'application/pdf', content: bytes.toString('base64') })
  },
  60_000,
)

test('what is no receipt is refused by name and leaves nothing; what only looks like one is said to be unreadable', async () => {
  const refused = (bytes: Uint8Array | string) => owner.failure('expenses.take-receipt', { fileName: 'receipt.pdf', content: base64(bytes) })
  expect(await refused('')).toBe('receipt_empty')
  expect(await refused('MZ\x90\x00')).toBe('receipt_type_unknown')
  expect(await refused('<!doctype html><script>alert(1)</script>')).toBe('receipt_type_unknown')
  expect(await refused('<svg xmlns="http://www.w3.org/2000/svg"/>')).toBe('receipt_type_unknown')
  expect(await refused('GIF89a%PDF-1.7 behind something else')).toBe('receipt_type_unknown')
  expect(await refused('\0\0\0\x18ftypheic\0\0\0\0')).toBe('receipt_is_heic')
  const { expense } = await taken(owner, '%PDF-1.7\nand then nothing that is one')
  expect(expense).toMatchObject({ state: 'to_check', receipts: [{ reading: { kind: 'nothing', problem: 'receipt_unreadable' } }] })
}, 60_000)

async function qrBill(): Promise<Uint8Array> {
  const document = new pdfkit({ size: 'A4' })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.on('end', resolve))
  document
    .fontSize(11)
    .text('Druckerei Muster AG\nGasse 3, 3011 Bern\n\nRechnung 2026-118\nRechnungsdatum 20.02.2026\n\nFlyer   200.00\nMWST 8.1%   16.20\nTotal CHF 216.20')
  document.text('\nZahlteil')
  const creditor = ['S', 'Druckerei Muster AG', 'Gasse', '3', '3011', 'Bern', 'CH']
  const debtor = ['S', 'Hundeschule Pfote', 'Seeweg', '4', '8002', 'Zürich', 'CH']
  const reference = ['QRR', '210000000003139471430009017', '', 'EPD', '']
  const payload = ['SPC', '0200', '1', 'CH4431999123000889012', ...creditor, ...Array.from({ length: 7 }, () => ''), '216.20', 'CHF', ...debtor, ...reference]
  const code = generate(mode.bytes(new TextEncoder().encode(payload.join('\r\n'))))
  const side = 130 / code.size
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) document.rect(190 + x * side, 590 + y * side, side + 0.1, side + 0.1)
  }
  document.fill('black')
  document.end()
  await ended
  return Buffer.concat(chunks)
}

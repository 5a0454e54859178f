import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { amountText } from '../../../kernel/money.ts'
import { seenReceipts, type SampleReceipt } from '../testing/receipts.ts'
import { unseenReceipts } from '../testing/unseen-receipts.ts'
import { readReceipt } from './read-receipt.ts'

const fields = ['gross', 'currency', 'on', 'payee', 'tax', 'number', 'iban', 'dueOn', 'paidBy'] as const
type Field = (typeof fields)[number]
const homes = { CH: 'CHF', DE: 'EUR', FR: 'EUR', IT: 'EUR' } as const
const own = ['Hundeschule Pfote', 'Studio Linie GmbH', 'Atelier Lumière', 'Yoga Sole', 'DE811907980']

function asRead(receipt: SampleReceipt, text = receipt.text): Record<Field, unknown> {
  const read = readReceipt(text, { country: receipt.home, currency: homes[receipt.home], today: day('2026-03-02'), own })
  return {
    gross: read.gross && amountText(read.gross),
    currency: read.currency,
    on: read.issuedOn,
    payee: read.payee?.name ?? null,
    tax: read.parts.filter((part) => part.tax.minor > 0n).map((part) => `${part.rate.basisPoints} ${amountText(part.tax)}`).toSorted(), // prettier-ignore
    number: read.documentNumber,
    iban: read.payee?.iban ?? null,
    dueOn: read.dueOn,
    paidBy: read.paidBy,
  }
}

/** What is not as a person reads it: "lunch in Zurich: gross 40.00, not 34.50". What a sample does not say is not asked. */
function faultsOf(receipts: readonly SampleReceipt[], change = (text: string) => text) {
  const faults: { field: Field; told: string }[] = []
  const asked: Record<string, number> = {}
  for (const receipt of receipts) {
    const read = asRead(receipt, change(receipt.text))
    for (const field of fields) {
      const wanted = receipt.says[field]
      if (wanted === undefined) continue
      asked[field] = (asked[field] ?? 0) + 1
      const told = field === 'tax' ? JSON.stringify((wanted as string[]).toSorted()) : wanted
      const found = field === 'tax' ? JSON.stringify(read[field]) : read[field]
      if (told !== found) faults.push({ field, told: `${receipt.name}: ${field} ${String(found)}, not ${String(told)}` })
    }
  }
  const share = (field: Field) => 1 - faults.filter((fault) => fault.field === field).length / (asked[field] ?? 1)
  return { faults, shares: Object.fromEntries(fields.filter((field) => asked[field]).map((field) => [field, Math.round(share(field) * 100)])) }
}

test('every receipt that the reader was made with is read as a person reads it', () => {
  const { faults, shares } = faultsOf(seenReceipts)
  if (process.env['CLOUDBURO_TELL']) process.stderr.write(`${seenReceipts.length} ${JSON.stringify(shares)}\n`)
  expect(faults.map((fault) => fault.told)).toEqual([])
})

test.runIf(!process.env['CLOUDBURO_HIDE'])('receipts that it was never mended for are read as well: amount and day of nine in ten', () => {
  const { shares, faults } = faultsOf(unseenReceipts)
  if (process.env['CLOUDBURO_TELL']) process.stderr.write(`${unseenReceipts.length} ${JSON.stringify([shares, faults.map((fault) => fault.told)])}\n`)
  expect(shares['gross']).toBeGreaterThanOrEqual(90)
  expect(shares['on']).toBeGreaterThanOrEqual(90)
})

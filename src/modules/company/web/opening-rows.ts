import { exponentOf } from '../../../kernel/currency.ts'
import type { Day } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/fold.ts'
import { call } from '../../../web/kit/client.ts'
import { Problem } from '../../../web/kit/problem.ts'
import { readDay } from '../../../web/kit/read-day.ts'
import { readNumber } from '../../../web/kit/read-number.ts'
import { contactNamed } from './find-contacts.ts'
import { agreementColumns, invoiceColumns, readOpeningFile, type FileRow } from './opening-file.ts'

export type OpeningKind = 'invoices' | 'agreements'

/** One line of a file as it is shown and entered; `problem` is a code or the server's sentence. */
export interface OpeningRow {
  readonly key: string
  readonly customer: string
  readonly what: string
  readonly cells: Readonly<Record<string, string>>
  readonly problem?: string | undefined
}

interface Reading {
  readonly today: Day
  readonly locale: string
  readonly currency: string
}

interface OpeningDefinition {
  readonly read: (text: string, reading: Reading) => { rows: OpeningRow[]; missing: readonly string[]; isTooLong: boolean }
  /** Enters one row; the same row twice is entered once. Rejects with a Problem. */
  readonly enter: (row: OpeningRow, options: { currency: string }) => Promise<unknown>
}

export const openingKinds: Readonly<Record<OpeningKind, OpeningDefinition>> = {
  invoices: {
    read: (text, reading) => {
      const file = readOpeningFile(text, invoiceColumns)
      const missing = file.missing.filter((field) => field !== 'open' && field !== 'dueOn')
      return { ...file, missing, rows: file.rows.map((row, index) => invoiceRow(row, index, reading)) }
    },
    enter: async ({ cells, customer, key }, { currency }) => {
      const contactId = await knownContact(customer)
      const money = (amount: string) => ({ amount, currency })
      const input = { contactId, number: cells['number']!, issuedOn: cells['issuedOn']!, dueOn: cells['dueOn']!, gross: money(cells['gross']!) }
      return call('invoicing.open-invoice', { ...input, ...(cells['open'] ? { open: money(cells['open']) } : {}) }, { idempotencyKey: key })
    },
  },
  agreements: {
    read: (text, reading) => {
      const file = readOpeningFile(text, agreementColumns)
      return { ...file, missing: file.missing.filter((field) => field !== 'remaining'), rows: file.rows.map((row, index) => agreementRow(row, index, reading)) }
    },
    enter: async ({ cells, customer, key }) => {
      const payerId = await knownContact(customer)
      const { products } = await call('offer.list', {})
      const product = products.find((each) => fold(each.name) === fold(cells['product']!))
      if (!product) throw new Problem({ code: 'opening_product_unknown', status: 422 })
      const remaining = cells['remaining'] ? [{ units: cells['remaining'] }] : []
      return call('agreements.enter-opening', { payerId, productId: product.id, startsOn: cells['startsOn']!, remaining }, { idempotencyKey: key })
    },
  },
}

function invoiceRow(row: FileRow<typeof invoiceColumns>, index: number, reading: Reading): OpeningRow {
  const places = { places: exponentOf(reading.currency) }
  const day = (text: string) => readDay(text, { ...reading, prefersPast: true }) ?? text
  const amount = (text: string) => readNumber(text, places) ?? text
  const issuedOn = day(row.issuedOn)
  const cells = { ...row, issuedOn, dueOn: row.dueOn ? day(row.dueOn) : issuedOn, gross: amount(row.gross), open: row.open ? amount(row.open) : '' }
  return { key: keyOf(cells, index), customer: row.customer, what: `${row.number} · ${issuedOn} · ${reading.currency} ${cells.open || cells.gross}`, cells }
}

function agreementRow(row: FileRow<typeof agreementColumns>, index: number, reading: Reading): OpeningRow {
  const startsOn = readDay(row.startsOn, { ...reading, prefersPast: true }) ?? row.startsOn
  const remaining = row.remaining ? (readNumber(row.remaining, { places: 3 }) ?? row.remaining) : ''
  const cells = { ...row, startsOn, remaining }
  return { key: keyOf(cells, index), customer: row.customer, what: [row.product, startsOn, remaining].filter(Boolean).join(' · '), cells }
}

async function knownContact(name: string): Promise<string> {
  const contactId = await contactNamed(name)
  if (!contactId) throw new Problem({ code: 'opening_customer_unknown', status: 422 })
  return contactId
}

/** The same line of the same file has the same key, so that a second try enters nothing twice (FNV-1a over the cells). */
function keyOf(cells: Readonly<Record<string, string>>, index: number): string {
  let hash = 0xcbf29ce484222325n
  for (const letter of `${index}|${Object.values(cells).join('|')}`) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(letter.codePointAt(0)!)) * 0x100000001b3n)
  }
  return `opening-${index}-${hash.toString(36)}`
}

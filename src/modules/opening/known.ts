import { addDays, yearOf } from '../../kernel/day.ts'
import { fold } from '../../kernel/fold.ts'
import { compareMoney } from '../../kernel/money.ts'
import type { Context } from '../../platform/operation/context.ts'
import { findAgreements, type StoredAgreement } from '../agreements/index.ts'
import { nextNumbers, seriesFormats } from '../company/index.ts'
import { numbersTaken } from '../invoicing/index.ts'
import type { CellProblem } from './read-cells.ts'
import type { InvoiceRow, NumbersRow, SaleRow } from './read-row.ts'
import type { NamedRow } from './repeated.ts'

/** Whether what a row says is there already, or stands against what is there. */
export interface Known {
  readonly isKnown: boolean
  readonly problem?: readonly CellProblem[]
}

const unknown: Known = { isKnown: false }
const known: Known = { isKnown: true }
const against = (column: CellProblem['column'], code: string): Known => ({ isKnown: false, problem: [{ column, code }] })

/** Compares every row with what the company has: a second try of the same file adds nothing. A handful of queries. */
export async function findKnown(context: Context, rows: readonly NamedRow[]): Promise<Known[]> {
  const numbers = await knownNumbers(context, rows)
  const invoices = await knownInvoices(context, rows)
  const sales = await knownSales(context, rows)
  return rows.map((row) => {
    if (!row.entry) return unknown
    if (row.entry.kind === 'numbers') return numbers(row.entry)
    return row.entry.kind === 'invoices' ? invoices(row.entry, row) : sales(row.entry, row)
  })
}

async function knownNumbers(context: Context, rows: readonly NamedRow[]): Promise<(entry: NumbersRow) => Known> {
  if (!rows.some((row) => row.entry?.kind === 'numbers')) return () => unknown
  const year = yearOf(context.today)
  const counters = new Map((await nextNumbers(context)).filter((counter) => counter.year === year).map((counter) => [counter.kind, counter.next]))
  const formats = await seriesFormats(context)
  return ({ series, next, format }) => {
    const now = counters.get(series) ?? 1
    const isSameFormat = format === null || format === formats.get(series)
    if (now === next && isSameFormat) return known
    return now > 1 && now !== next ? against('next', 'opening_series_used') : unknown
  }
}

async function knownInvoices(context: Context, rows: readonly NamedRow[]): Promise<(entry: InvoiceRow, row: NamedRow) => Known> {
  const numbers = rows.flatMap((row) => (row.entry?.kind === 'invoices' ? [row.entry.number] : []))
  const taken = new Map((await numbersTaken(context, [...new Set(numbers)])).map((each) => [each.number, each]))
  return (entry, row) => {
    const there = taken.get(entry.number)
    if (!there) return unknown
    const isSame = there.isOpening && there.contactId === row.who?.id && there.issuedOn === entry.issuedOn
    return isSame && there.gross.currency === entry.gross.currency && compareMoney(there.gross, entry.gross) === 0
      ? known
      : against('number', 'opening_number_taken')
  }
}

async function knownSales(context: Context, rows: readonly NamedRow[]): Promise<(entry: SaleRow, row: NamedRow) => Known> {
  const isAsked = rows.some((row) => row.entry && 'startsOn' in row.entry && row.who?.id)
  const entered = isAsked ? (await findAgreements(context, { isAccepted: true })).filter((each) => each.openingOn !== null) : []
  const byPayer = Map.groupBy(entered, (each) => each.payerId)
  return (entry, row) => {
    const mine = row.who?.id ? (byPayer.get(row.who.id) ?? []) : []
    return mine.some((each) => isSameSale(each, entry, row)) ? known : unknown
  }
}

/** Without a day of its own a pass began on the day before its opening: when it was entered. */
function isSameSale(agreement: StoredAgreement, entry: SaleRow, row: NamedRow): boolean {
  const isSameProduct = entry.product ? agreement.productId === entry.product.id : fold(agreement.name) === fold(entry.name)
  const startsOn = agreement.versions[0]?.terms.duration.startsOn ?? agreement.acceptedOn
  const isSameStart = entry.startsOn === null ? startsOn === addDays(agreement.openingOn!, -1) : startsOn === entry.startsOn
  const takesPart = (id: string) => agreement.participants.some((each) => each.contactId === id || each.thingId === id)
  return isSameProduct && isSameStart && takesPart(row.participantId ?? agreement.payerId)
}

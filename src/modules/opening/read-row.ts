import { addDays, addMonths, type Day } from '../../kernel/day.ts'
import { compareMoney, type Money } from '../../kernel/money.ts'
import type { Quantity } from '../../kernel/quantity.ts'
import { emailSchema } from '../../kernel/schema.ts'
import type { SeriesKind } from '../company/index.ts'
import type { StoredProduct } from '../offer/index.ts'
import { columnsOf, type ColumnKey, type OpeningKind } from './columns.ts'
import { CellReader, type CellProblem, type Reading } from './read-cells.ts'
import type { Cells } from './read-file.ts'
import { readNextNumber, readSeries } from './read-series.ts'

export interface NumbersRow {
  readonly kind: 'numbers'
  readonly series: SeriesKind
  readonly next: number
  readonly format: string | null
}

export interface InvoiceRow {
  readonly kind: 'invoices'
  readonly number: string
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly gross: Money
  readonly open: Money
}

export interface SaleRow {
  readonly kind: 'passes' | 'agreements'
  /** As the catalogue or, without a product, the row says it. */
  readonly name: string
  readonly product: StoredProduct | null
  readonly startsOn: Day | null
  readonly left: Quantity | null
  readonly unit: 'minute' | 'lesson' | 'piece' | null
  readonly size: Quantity | null
  readonly price: Money | null
}

export type OpeningEntry = NumbersRow | InvoiceRow | SaleRow

/** Who is meant, as it was written. */
export interface Named {
  readonly name: string
  readonly email: string | null
  readonly participant: string
}

export interface ReadRow {
  readonly named: Named | null
  /** Null when something is wrong. */
  readonly entry: OpeningEntry | null
  readonly problems: readonly CellProblem[]
}

export interface RowPlace {
  readonly reading: Reading
  readonly daysToPay: number
  /** The product of that name; several of the same name are nobody's. */
  readonly productNamed: (name: string) => StoredProduct | 'several' | undefined
}

/** Reads one row by the rules of its kind. */
export function readRow(kind: OpeningKind, cells: Cells, place: RowPlace): ReadRow {
  const reader = new CellReader(cells, place.reading)
  const named = kind === 'numbers' ? null : readNamed(reader, kind)
  const entry = kind === 'numbers' ? readNumbers(reader, place) : kind === 'invoices' ? readInvoice(reader, place) : readSale(reader, kind, place)
  return { named, entry: reader.problems.length === 0 ? (entry ?? null) : null, problems: reader.problems }
}

function readNamed(reader: CellReader, kind: OpeningKind): Named {
  const written = reader.text('email')
  const email = written === '' ? null : (emailSchema.safeParse(written).data ?? null)
  if (written !== '' && email === null) reader.refuse('email', 'email_malformed')
  const name = reader.text('customer', { isNeeded: email === null })
  const participant = columnsOf[kind].all.includes('participant') ? reader.text('participant') : ''
  return { name, email, participant }
}

function readNumbers(reader: CellReader, place: RowPlace): NumbersRow | undefined {
  const series = readSeries(reader.text('series', { isNeeded: true })) ?? reader.refuse('series', 'opening_series_unknown')
  const written = reader.text('next', { isNeeded: true })
  const next = written === '' ? undefined : readNextNumber(written, place.reading.today)
  if (typeof next === 'string') return reader.refuse('next', next)
  return series && next && { kind: 'numbers', series, ...next }
}

function readInvoice(reader: CellReader, place: RowPlace): InvoiceRow | undefined {
  const number = reader.text('number', { isNeeded: true, lengthMax: 50 })
  const issuedOn = reader.day('issuedOn', { isNeeded: true, isPast: true })
  const dueOn = reader.day('dueOn') ?? (issuedOn && addDays(issuedOn, place.daysToPay))
  const gross = reader.money('gross', { isNeeded: true })
  const open = reader.money('open', gross ? { currency: gross.currency } : {}) ?? gross
  if (!issuedOn || !dueOn || !gross || !open) return undefined
  if (dueOn < issuedOn) reader.refuse('dueOn', 'day_before_issue')
  if (open.currency !== gross.currency || compareMoney(open, gross) > 0) reader.refuse('open', 'amount_out_of_range')
  return { kind: 'invoices', number, issuedOn, dueOn, gross, open }
}

function readSale(reader: CellReader, kind: 'passes' | 'agreements', place: RowPlace): SaleRow | undefined {
  const isNeeded = (column: ColumnKey) => ({ isNeeded: columnsOf[kind].needed.includes(column) })
  const name = reader.text('product', isNeeded('product'))
  reader.text('left', isNeeded('left'))
  const startsOn = reader.day('startsOn', isNeeded('startsOn')) ?? null
  const price = reader.money('price') ?? null
  if (name === '') return undefined
  const product = place.productNamed(name)
  if (product === 'several') return reader.refuse('product', 'opening_product_unclear')
  if (product === undefined)
    return kind === 'passes' ? passOfItsOwn(reader, { name, startsOn, price, today: place.reading.today }) : reader.refuse('product', 'opening_product_unknown')
  const { scope } = product.terms
  const size = kind === 'passes' && scope.length === 1 ? (reader.units('size', scope[0]!.unit) ?? null) : null
  const line = scope[0]
  const written = reader.text('left')
  if (written !== '' && (!line || scope.length > 1 || line.unit === 'money')) return reader.refuse('left', 'opening_nothing_counted')
  if (kind === 'passes' && line?.every !== 'once') return reader.refuse('product', 'opening_not_a_pass')
  if (written !== '' && line?.units === null) return reader.refuse('left', 'opening_nothing_counted')
  const left = line ? (reader.units('left', line.unit) ?? null) : null
  checkTime(reader, {
    startsOn,
    hasLeft: written !== '',
    validMonths: line?.every === 'once' ? line.validMonths : null,
    duration: product.terms.duration,
    today: place.reading.today,
  })
  if (price && price.currency !== product.terms.price.currency) reader.refuse('price', 'opening_currency_differs')
  const unit = line && line.unit !== 'money' ? line.unit : null
  return { kind, name: product.name, product, startsOn, left, unit, size, price }
}

/** A pass that the catalogue does not have is sold by its own size and price, valid for six months as passes are. */
function passOfItsOwn(reader: CellReader, said: { name: string; startsOn: Day | null; price: Money | null; today: Day }): SaleRow | undefined {
  const size = reader.units('size', 'lesson')
  const left = reader.units('left', 'lesson')
  if (!size || !said.price) return reader.refuse('product', 'opening_product_unknown')
  checkTime(reader, { startsOn: said.startsOn, hasLeft: true, validMonths: 6, duration: null, today: said.today })
  return { kind: 'passes', name: said.name, product: null, startsOn: said.startsOn, left: left ?? null, unit: 'lesson', size, price: said.price }
}

function checkTime(
  reader: CellReader,
  sale: { startsOn: Day | null; hasLeft: boolean; validMonths: number | null; duration: StoredProduct['terms']['duration'] | null; today: Day },
): void {
  const { startsOn, today } = sale
  if (startsOn === null) return
  const termMonths = sale.duration?.renewal === 'none' ? sale.duration.termMonths : null
  const lastOf = (months: number) => addDays(addMonths(startsOn, months), -1)
  if (sale.hasLeft && startsOn > today) reader.refuse('startsOn', 'opening_not_begun')
  if (sale.validMonths !== null && lastOf(sale.validMonths) < today) reader.refuse('startsOn', 'opening_pass_expired')
  if (termMonths !== null && lastOf(termMonths) < today) reader.refuse('startsOn', 'opening_agreement_over')
}

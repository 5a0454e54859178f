import { isCurrency, type Currency } from '../../kernel/currency.ts'
import { addMonths, type Day } from '../../kernel/day.ts'
import { isPositive, type Money } from '../../kernel/money.ts'
import { parseQuantity, Quantity } from '../../kernel/quantity.ts'
import type { ScopeUnit } from '../offer/terms.ts'
import { currencyWithin, dayOrderOf, decimalMarkOf, readAmount, readDay, type DayOrder } from '../payments/index.ts'
import type { ColumnKey, OpeningKind } from './columns.ts'
import { openingLimits } from './limits.ts'
import type { Cells } from './read-file.ts'

/** What is wrong in one cell, by the name of its text. */
export interface CellProblem {
  readonly column: ColumnKey
  readonly code: string
}

/** What all rows of a kind tell together: which part of 03/04 is the day, which mark of 1.234 the decimal one. */
export interface Reading {
  readonly today: Day
  readonly currency: Currency
  readonly dayOrder: DayOrder
  readonly marks: Readonly<Partial<Record<ColumnKey, '.' | ','>>>
}

const dayColumns = ['issuedOn', 'dueOn', 'startsOn'] as const
const figureColumns = ['gross', 'open', 'price', 'left', 'size'] as const

export function readingOf(
  rows: readonly { kind: OpeningKind; cells: Cells }[],
  place: { today: Day; currency: string },
): Readonly<Record<OpeningKind, Reading>> {
  const of = (kind: OpeningKind): Reading => {
    const cells = (column: ColumnKey) => rows.flatMap((row) => (row.kind === kind ? row.cells[column] || [] : []))
    return {
      today: place.today,
      currency: isCurrency(place.currency) ? place.currency : 'EUR',
      dayOrder: dayOrderOf(dayColumns.flatMap(cells)).order,
      marks: Object.fromEntries(figureColumns.map((column) => [column, decimalMarkOf(cells(column))])),
    }
  }
  return { numbers: of('numbers'), invoices: of('invoices'), passes: of('passes'), agreements: of('agreements') }
}

/** Collects what is wrong in one row while its cells are read. */
export class CellReader {
  readonly problems: CellProblem[] = []
  readonly #cells: Cells
  readonly #reading: Reading

  constructor(cells: Cells, reading: Reading) {
    this.#cells = cells
    this.#reading = reading
  }

  refuse(column: ColumnKey, code: string): undefined {
    if (!this.problems.some((each) => each.column === column)) this.problems.push({ column, code })
    return undefined
  }

  text(column: ColumnKey, options: { isNeeded?: boolean; lengthMax?: number } = {}): string {
    const text = (this.#cells[column] ?? '').replace(/\s+/g, ' ').trim()
    if (options.isNeeded && text === '') this.refuse(column, 'field_missing')
    if (text.length > (options.lengthMax ?? openingLimits.cellLengthMax)) this.refuse(column, 'text_too_long')
    return text
  }

  day(column: ColumnKey, options: { isNeeded?: boolean; isPast?: boolean } = {}): Day | undefined {
    const text = this.text(column, options)
    if (text === '') return undefined
    const { today } = this.#reading
    const read = readDay(text, this.#reading.dayOrder)
    if (!read || read > addMonths(today, 120)) return this.refuse(column, 'day_malformed')
    if (options.isPast && read > today) return this.refuse(column, 'opening_day_in_future')
    return read < addMonths(today, -12 * openingLimits.yearsBackMax) ? this.refuse(column, 'opening_day_too_early') : read
  }

  /** An amount above zero; without a currency of its own it is in the given one, else the company's. */
  money(column: ColumnKey, options: { isNeeded?: boolean; currency?: Currency } = {}): Money | undefined {
    const text = this.text(column, options)
    if (text === '') return undefined
    const currency = currencyWithin(text) ?? options.currency ?? this.#reading.currency
    const read = readAmount(text.replace(/[.,][-–—]{1,2}$/, ''), this.#markOf(column, text), currency)
    if (!read) return this.refuse(column, 'amount_malformed')
    return isPositive(read) ? read : this.refuse(column, 'opening_amount_not_positive')
  }

  /** So many of a unit: "4", "4,5", "7 Lektionen"; of minutes also "4:30", "90 min", and a plain number is hours. */
  units(column: ColumnKey, unit: ScopeUnit): Quantity | undefined {
    const text = this.text(column)
    if (text === '') return undefined
    const read = unit === 'minute' ? readTime(text, this.#markOf(column, text)) : readCount(text, this.#markOf(column, text))
    return read ?? this.refuse(column, unit === 'minute' ? 'opening_hours_malformed' : 'quantity_malformed')
  }

  /** Only "1.234" and "1,234" need the other rows to be read; every other number says itself which mark is the decimal one. */
  #markOf(column: ColumnKey, text: string): '.' | ',' {
    const isUnclear = /^\D*\d{1,3}[.,]\d{3}\D*$/.test(text)
    return isUnclear ? (this.#reading.marks[column] ?? '.') : decimalMarkOf([text])
  }
}

function readCount(text: string, mark: '.' | ','): Quantity | undefined {
  const figures = /^([\d.,'’ ]{1,20}?)\s*[\p{L}.]{0,20}$/u.exec(text)?.[1]?.replace(/['’ ]/g, '')
  if (figures === undefined) return undefined
  const plain = mark === ',' ? figures.replace(/\./g, '').replace(',', '.') : figures.replace(/,/g, '')
  return parseQuantity(plain)
}

function readTime(text: string, mark: '.' | ','): Quantity | undefined {
  const clock = /^(\d{1,4})(?::|h|h )([0-5]\d)\s*(?:h|min)?$/i.exec(text)
  if (clock) return new Quantity(BigInt(Number(clock[1]) * 60 + Number(clock[2])) * 1000n)
  const count = readCount(text, mark)
  if (!count) return undefined
  return /\d\s*(m|min|minut\p{L}*)\.?$/iu.test(text) ? count : new Quantity(count.thousandths * 60n)
}

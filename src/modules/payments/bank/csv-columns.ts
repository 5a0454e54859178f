import { decimalMarkOf, readAmount, readDay } from './csv-values.ts'
import { roleOfHeader, type CsvRole } from './csv-words.ts'
import { readIban } from './reference.ts'

/** Which column (counted from 0) holds what. Either `amount`, signed, or `debit` and `credit`. */
export interface CsvColumns {
  readonly bookedOn: number
  readonly valueOn?: number
  readonly amount?: number
  readonly debit?: number
  readonly credit?: number
  /** "S"/"H", "D"/"C", "Soll"/"Haben": the sign of an unsigned amount. */
  readonly sign?: number
  readonly currency?: number
  readonly name?: number
  readonly iban?: number
  /** The account that the file speaks of, the same in every row. */
  readonly account?: number
  readonly reference?: number
  readonly bankReference?: number
  /** Joined by spaces. */
  readonly text: readonly number[]
}

/** What was found: the columns and the row after which the transactions begin; -1 when there is no header. */
export interface CsvLayout {
  readonly columns: CsvColumns
  readonly headerRow: number
}

/** How sure a proposal is: by known headings, by what the cells hold, or only a guess that a person must confirm. */
export interface Proposal {
  readonly layout: CsvLayout
  readonly by: 'headings' | 'content' | 'guess'
}

/** The columns of a table, proposed from its headings or else from its content; undefined when neither says anything. */
export function proposeLayout(rows: readonly (readonly string[])[]): Proposal | undefined {
  const byHeader = layoutByHeader(rows)
  return byHeader ? { layout: byHeader, by: 'headings' } : layoutByContent(rows)
}

/** The header among the first rows, and the columns it announces; undefined when no row announces a day and an amount. */
function layoutByHeader(rows: readonly (readonly string[])[]): CsvLayout | undefined {
  let best: { layout: CsvLayout; known: number } | undefined
  rows.slice(0, 40).forEach((row, headerRow) => {
    const roles = row.map(roleOfHeader)
    const known = roles.filter((role) => role !== undefined).length
    if (best && known <= best.known) return
    const columns = columnsOf(corrected(roles, rows.slice(headerRow + 1, headerRow + 200)))
    if (columns) best = { layout: { columns, headerRow }, known }
  })
  return best?.layout
}

/** Where words mean two things, the cells decide: "Valuta" is a day in Zurich and a currency in Stockholm. */
function corrected(roles: readonly Role[], body: readonly (readonly string[])[]): Role[] {
  const cells = (index: number) => body.map((row) => (row[index] ?? '').trim()).filter(Boolean)
  const all = (index: number, test: (cell: string) => boolean) => cells(index).length > 0 && cells(index).every(test)
  const hasCounterAccount = roles.includes('iban')
  return roles.map((role, index) => {
    if (role === 'valueOn' && all(index, (cell) => /^[A-Z]{3}$/.test(cell))) return 'currency'
    if (role === 'valueOn' && all(index, (cell) => readDay(cell, 'day_first') === undefined && readDay(cell, 'month_first') === undefined)) return 'ignored'
    if (role !== 'account') return role
    // An account that is the same everywhere is our own; one that changes is the other side's.
    const distinct = new Set(cells(index))
    if (distinct.size === 1 && (hasCounterAccount || cells(index).length > 2)) return 'account'
    return !hasCounterAccount && [...distinct].some((cell) => readIban(cell) !== null) ? 'iban' : 'ignored'
  })
}

type Role = CsvRole | 'ignored' | undefined

/**
 * Without known headings: one column of days, one of amounts with decimals, the longest text. Two columns of amounts of
 * which each row fills one are money in and out, but which is which only a person can say.
 */
function layoutByContent(rows: readonly (readonly string[])[]): Proposal | undefined {
  const first = rows.findIndex((row) => row.length > 2 && row.some(isDay) && row.some(isAmount))
  const sample = first === -1 || first > 40 ? [] : rows.slice(first, first + 50).filter((row) => row.some(isDay))
  const width = Math.min(...sample.map((row) => row.length), 60)
  if (sample.length === 0) return undefined
  const columns = Array.from({ length: width }, (_, index) => sample.map((row) => row[index]!.trim()))
  const days = columns.flatMap((cells, index) => (isMostly(cells, isDay) ? [index] : []))
  const amounts = columns.flatMap((cells, index) => (isMostly(cells, isAmount) ? [index] : []))
  const halves = amounts.length > 0 ? [] : complementary(columns)
  if (days.length === 0 || (amounts.length !== 1 && halves.length !== 2)) return undefined
  const money = halves.length === 2 ? { credit: halves[0]!, debit: halves[1]! } : { amount: amounts[0]! }
  const taken = new Set([...days, ...amounts, ...halves])
  const currency = columns.findIndex((cells) => isMostly(cells, (cell) => /^[A-Z]{3}$/.test(cell)))
  const text = columns
    .map((cells, index) => ({ index, length: cells.join('').length }))
    .filter(({ index }) => !taken.has(index) && index !== currency)
    .sort((left, right) => right.length - left.length)
    .slice(0, 1)
    .map(({ index }) => index)
  const [bookedOn, valueOn] = days
  return {
    by: halves.length === 2 ? 'guess' : 'content',
    layout: {
      headerRow: first - 1,
      columns: { bookedOn: bookedOn!, ...(valueOn === undefined ? {} : { valueOn }), ...money, ...(currency === -1 ? {} : { currency }), text },
    },
  }
}

/** Two columns of which every row fills one with an amount, the one that is filled less often first. */
function complementary(columns: readonly (readonly string[])[]): number[] {
  const filled = columns.flatMap((cells, index) => (cells.some(isAmount) && cells.every((cell) => cell === '' || isAmount(cell)) ? [index] : []))
  const count = (index: number) => columns[index]!.filter((cell) => cell !== '').length
  if (filled.length !== 2) return []
  const isEither = columns[filled[0]!]!.every((cell, row) => cell === '' || columns[filled[1]!]![row] === '')
  return isEither ? filled.sort((left, right) => count(left) - count(right)) : []
}

function isMostly(cells: readonly string[], test: (cell: string) => boolean): boolean {
  return cells.filter(test).length >= cells.length * 0.9
}

function isDay(cell: string): boolean {
  return readDay(cell, 'day_first') !== undefined || readDay(cell, 'month_first') !== undefined
}

function isAmount(cell: string): boolean {
  return /[.,]\d{1,2}\D*$/.test(cell) && !isDay(cell) && readAmount(cell, decimalMarkOf([cell]), 'EUR') !== undefined
}

function columnsOf(roles: readonly Role[]): CsvColumns | undefined {
  const first = (role: CsvRole) => {
    const index = roles.indexOf(role)
    return index === -1 ? undefined : index
  }
  const bookedOn = first('bookedOn') ?? first('valueOn')
  const debit = first('debit')
  const credit = first('credit')
  // A lone column of what came in is a signed amount: some banks call it "inflow" and print a minus.
  const amount = first('amount') ?? (debit === undefined ? credit : undefined)
  if (bookedOn === undefined || (amount === undefined && (debit === undefined || credit === undefined))) return undefined
  const found: Partial<Record<CsvRole, number | undefined>> = {
    valueOn: first('valueOn'),
    // Debit and credit columns beside an amount say the same thing with a sign that is harder to misread.
    ...(debit !== undefined && credit !== undefined ? { debit, credit } : { amount, sign: first('sign') }),
    currency: first('currency'),
    name: first('name'),
    iban: first('iban'),
    account: first('account'),
    reference: first('reference'),
    bankReference: first('bankReference'),
  }
  const present = Object.fromEntries(Object.entries(found).filter(([, index]) => index !== undefined))
  const text = roles.flatMap((role, index) => (role === 'text' ? [index] : []))
  return { bookedOn, ...present, text }
}

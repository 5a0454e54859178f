import { CsvError, parse } from 'csv-parse/sync'
import { isCurrency, type Currency } from '../../../kernel/currency.ts'
import type { Day } from '../../../kernel/day.ts'
import { foldedWords } from '../../../kernel/fold.ts'
import { isZero, negate, subtract, zero, type Money } from '../../../kernel/money.ts'
import { proposeLayout, type CsvColumns, type CsvLayout } from './csv-columns.ts'
import { currencyWithin, dayOrderOf, decimalMarkOf, readAmount, readDay, type DayOrder } from './csv-values.ts'
import { refuse } from './decode.ts'
import { paymentReference, readIban, referenceWithin } from './reference.ts'
import { accountKeyOf, identify, plainly, type BankFile, type Doubt, type RawTransaction, type SkippedLine, type StatementAccount } from './transaction.ts'

export interface CsvOptions {
  /** The person's own choice of columns; without it they are proposed from the header's words. */
  readonly layout?: CsvLayout | undefined
  /** Used where neither a column nor the file's head names a currency. */
  readonly currency?: Currency | undefined
  /** The currency is what a person said, or that of the account that a person chose. */
  readonly isCurrencySure?: boolean | undefined
  /** The account that the person says the file belongs to. */
  readonly iban?: string | undefined
  /** The currency of one of the company's own accounts, known from before. */
  readonly currencyOfAccount?: (iban: string | null) => Currency | undefined
}

const rowsMax = 50_000
const cellsMax = 1_500_000
const rowLengthMax = 64_000

/**
 * Reads a CSV bank file. Fails with `csv_malformed`, `csv_too_many_rows`, `csv_columns_unknown` (details: the first
 * row), `csv_currency_unknown`, `csv_no_transactions`.
 */
export function readCsv(text: string, options: CsvOptions = {}): BankFile {
  const rows = readRows(text)
  const proposal = options.layout ? undefined : proposeLayout(rows)
  // Money in and money out that only a guess tells apart is a question to a person.
  const layout =
    options.layout ??
    (proposal && proposal.by !== 'guess' ? proposal.layout : refuse('csv_columns_unknown', { firstRow: (rows[0] ?? []).join(' | ').slice(0, 300) }))
  const head = rows.slice(0, Math.max(layout.headerRow + 1, 0))
  const body = rows.slice(layout.headerRow + 1)
  const days = dayOrderOf(cellsOf(body, layout.columns.bookedOn))
  const ownIban = accountIban(head, body, layout.columns)
  const named = headCurrency(head, layout.columns) ?? options.currencyOfAccount?.(ownIban)
  const currency = named ?? currencyOfCountry(ownIban) ?? options.currency
  const skipped: SkippedLine[] = []
  const raw: RawTransaction[] = []
  const marks = marksOf(body, layout.columns)
  const isDebitNegative = debitsAreNegative(body, layout.columns)
  body.forEach((row, index) => {
    const line = { row, columns: layout.columns, order: days.order, marks, currency, isDebitNegative }
    const found = readLine(line)
    if (typeof found === 'string') skipped.push({ line: layout.headerRow + index + 2, reason: found })
    else if (found) raw.push(found)
  })
  if (raw.length === 0) refuse('csv_no_transactions')
  const account: StatementAccount = { iban: options.iban ?? ownIban, otherId: null, currency: raw[0]!.amount.currency }
  const doubts: Doubt[] = []
  if (!named && layout.columns.currency === undefined && !options.isCurrencySure) doubts.push('currency_guessed')
  if (!days.isSure) doubts.push('day_order_guessed')
  if (proposal?.by === 'content') doubts.push('columns_guessed')
  const transactions = identify(accountKeyOf(account), raw)
  return { format: 'csv', statements: [{ account, opening: null, closing: null, transactions }], skipped, doubts }
}

/** The rows of a CSV text, its separator found by itself. */
export function readRows(text: string): string[][] {
  const delimiter = delimiterOf(text)
  try {
    let cells = 0
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: rowLengthMax,
      on_record: (record: string[], { lines }) => {
        cells += record.length
        if (cells > cellsMax || lines > rowsMax * 2) refuse('csv_too_many_rows', { rowsMax })
        return record
      },
      to: rowsMax,
    }) as string[][]
  } catch (error) {
    if (error instanceof CsvError) refuse('csv_malformed')
    throw error
  }
}

/** The separator that divides the first lines most evenly: the one with the most columns in most of its lines. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 40)
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of [';', '\t', ',', '|']) {
    const counts = lines.map((line) => line.replace(/"[^"]{0,2000}"/g, '').split(delimiter).length - 1)
    const byCount = Map.groupBy(
      counts.filter((count) => count > 0),
      (count) => count,
    )
    const score = Math.max(0, ...[...byCount].map(([count, same]) => same.length * 10 + Math.min(count, 20)))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

interface Line {
  readonly row: readonly string[]
  readonly columns: CsvColumns
  readonly order: DayOrder
  readonly marks: Marks
  readonly currency: Currency | undefined
  readonly isDebitNegative: boolean
}

/** A transaction, a reason to skip, or undefined for a row that is neither (a total, a blank, a footnote). */
function readLine(line: Line): RawTransaction | SkippedLine['reason'] | undefined {
  const { columns, row } = line
  const dayCell = cell(row, columns.bookedOn)
  const amountCells = [columns.amount, columns.debit, columns.credit].map((index) => cell(row, index)).filter((text) => text !== '')
  const bookedOn = readDay(dayCell, line.order)
  if (!bookedOn && amountCells.length === 0) return undefined
  if (!bookedOn) return dayCell === '' ? 'day_missing' : 'day_unreadable'
  if (amountCells.length === 0) return 'amount_missing'
  const currency = lineCurrency(line)
  const amount = amountOf(line, currency)
  if (!amount) return 'amount_unreadable'
  if (isZero(amount)) return undefined
  return transactionOf(line, bookedOn, amount)
}

function transactionOf(line: Line, bookedOn: Day, amount: Money): RawTransaction {
  const { columns, row } = line
  const remittance = columns.text
    .map((index) => cell(row, index))
    .filter((text) => text !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .slice(0, 2000)
  return {
    bookedOn,
    valueOn: readDay(cell(row, columns.valueOn), line.order) ?? bookedOn,
    amount,
    counterpartyName: cell(row, columns.name).slice(0, 140) || null,
    counterpartyIban: readIban(cell(row, columns.iban)),
    reference: paymentReference(cell(row, columns.reference)) ?? referenceWithin(remittance),
    endToEndId: null,
    remittance,
    bankReference: cell(row, columns.bankReference).slice(0, 140) || null,
    ...plainly,
  }
}

function amountOf(line: Line, currency: Currency): Money | undefined {
  const { columns, row, marks } = line
  if (columns.debit !== undefined && columns.credit !== undefined) {
    const debit = readPart(cell(row, columns.debit), marks.debit, currency)
    const credit = readPart(cell(row, columns.credit), marks.credit, currency)
    if (!debit || !credit) return undefined
    return subtract(credit, line.isDebitNegative ? negate(debit) : debit)
  }
  const amount = readAmount(cell(row, columns.amount), marks.amount, currency)
  const sign = foldedWords(cell(row, columns.sign))[0] ?? ''
  const isOutgoing = /^(s|soll|d|dbit|debit|db|dr|debito|debet|dare|af|out|ausgang|belastung|cargo|debe|ut|wn|obciazenie)$/.test(sign)
  return amount && isOutgoing && amount.minor > 0n ? negate(amount) : amount
}

/** An empty debit or credit cell is zero. */
function readPart(text: string, mark: '.' | ',', currency: Currency): Money | undefined {
  return text === '' ? zero(currency) : readAmount(text, mark, currency)
}

interface Marks {
  readonly amount: '.' | ','
  readonly debit: '.' | ','
  readonly credit: '.' | ','
}

/** Debit and credit share their mark: one of the two is often nearly empty. */
function marksOf(body: readonly (readonly string[])[], columns: CsvColumns): Marks {
  const both = decimalMarkOf([...cellsOf(body, columns.debit), ...cellsOf(body, columns.credit)])
  return { amount: decimalMarkOf(cellsOf(body, columns.amount)), debit: both, credit: both }
}

function debitsAreNegative(body: readonly (readonly string[])[], columns: CsvColumns): boolean {
  const debits = cellsOf(body, columns.debit).filter((text) => /[1-9]/.test(text))
  return debits.filter((text) => /^\s*[-−–(]|-\s*$/.test(text)).length * 2 > debits.length
}

function lineCurrency(line: Line): Currency {
  const own = cell(line.row, line.columns.currency).toUpperCase()
  if (isCurrency(own)) return own
  return line.currency ?? refuse('csv_currency_unknown')
}

/** From the amount's own header first, then from the lines above the header ("Währung: CHF"). */
function headCurrency(head: readonly (readonly string[])[], columns: CsvColumns): Currency | undefined {
  const header = head.at(-1) ?? []
  const named = [columns.amount, columns.debit, columns.credit].map((index) => currencyWithin(cell(header, index)))
  return named.find(Boolean) ?? head.slice(0, -1).flat().map(currencyWithin).find(Boolean)
}

/** Our own account: from its column, or from the lines above the header. */
function accountIban(head: readonly (readonly string[])[], body: readonly (readonly string[])[], columns: CsvColumns): string | null {
  if (columns.account !== undefined) {
    const found = body.map((row) => readIban(cell(row, columns.account))).find(Boolean)
    if (found) return found
  }
  for (const text of head.slice(0, -1).flat()) {
    const found = readIban(/[A-Z]{2}\d{2}[A-Z0-9 ]{10,40}/.exec(text)?.[0] ?? '')
    if (found) return found
  }
  return null
}

/** What an account is kept in where nothing says it: the currency of the country that its IBAN begins with. */
function currencyOfCountry(iban: string | null): Currency | undefined {
  const country = iban?.slice(0, 2) ?? ''
  return euroCountries.has(country) ? 'EUR' : ownCurrencies[country]
}

const euroCountries = new Set('AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK MC SM VA ME XK AD'.split(' '))
const ownCurrencies: Readonly<Record<string, Currency>> = {
  CH: 'CHF',
  LI: 'CHF',
  GB: 'GBP',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  IS: 'ISK',
}

function cellsOf(rows: readonly (readonly string[])[], index: number | undefined): string[] {
  return index === undefined
    ? []
    : rows
        .slice(0, 5000)
        .map((row) => cell(row, index))
        .filter((text) => text !== '')
}

function cell(row: readonly string[], index: number | undefined): string {
  return index === undefined ? '' : (row[index] ?? '').trim()
}

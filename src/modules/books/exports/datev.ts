import type { Instant } from '../../../kernel/instant.ts'
import { money, vatWithin } from '../../../kernel/money.ts'
import { Percent } from '../../../kernel/percent.ts'
import { windows1252 } from './cp1252.ts'
import { datevColumns } from './datev-columns.ts'
import { plainAmount, type ExportedBooks, type ExportedEntry, type ExportedLine } from './ledger.ts'

export interface DatevOptions {
  readonly chart: 'skr03' | 'skr04'
  readonly consultantNumber: number
  readonly clientNumber: number
  readonly madeAt: Instant
}

/**
 * A Buchungsstapel in the DATEV format (EXTF 700, category 21, version 13): Windows-1252, CRLF, one fiscal year. Each
 * entry becomes rows against one of its accounts; a sale or cost with its tax is one gross amount, on an account that
 * carries its tax by itself or with a tax key (BU). Where DATEV would compute another cent, net and tax are written apart.
 */
export function datevFile(books: ExportedBooks, options: DatevOptions): Uint8Array {
  const rows = books.entries.flatMap((entry) => rowsOfEntry(entry, books, options.chart))
  const lines = [headerOf(books, options), datevColumns.join(';'), ...rows.map((row) => lineOf(row, books))]
  return windows1252(`${lines.join('\r\n')}\r\n`)
}

interface Row {
  readonly entry: ExportedEntry
  readonly minor: bigint
  readonly isDebit: boolean
  readonly account: string
  readonly contra: string
  readonly key: string
}

/** A line with the tax that goes with it, as one gross amount. */
interface Gross {
  readonly line: ExportedLine
  readonly minor: bigint
  readonly key: string
}

function rowsOfEntry(entry: ExportedEntry, books: ExportedBooks, chart: DatevOptions['chart']): Row[] {
  const gross = withTax(entry, books, chart).filter((each) => each.minor !== 0n)
  const [pivot, ...others] = [...gross].sort((left, right) => pivotRank(right) - pivotRank(left))
  if (!pivot) return []
  return others.map((other) => ({
    entry,
    minor: other.minor < 0n ? -other.minor : other.minor,
    // Of the account that stands first.
    isDebit: other.minor < 0n,
    account: numberOf(pivot.line, entry),
    contra: numberOf(other.line, entry),
    key: other.key,
  }))
}

/** The line that the others stand against: never one with a tax key; else the largest. */
function pivotRank(gross: Gross): number {
  const size = Number(gross.minor < 0n ? -gross.minor : gross.minor)
  return gross.key === '' && !isSale(gross.line) ? size + 1e15 : size
}

function isSale(line: ExportedLine): boolean {
  return line.kind.startsWith('revenue') || line.kind.startsWith('expense')
}

function withTax(entry: ExportedEntry, books: ExportedBooks, chart: DatevOptions['chart']): Gross[] {
  const plain = (line: ExportedLine): Gross => ({ line, minor: line.minor, key: '' })
  const byTax = Map.groupBy(entry.lines, (line) => (line.tax ? `${line.tax.code} ${line.tax.basisPoints}` : ''))
  return [...byTax].flatMap(([key, lines]) => {
    if (key === '') return lines.map(plain)
    const bases = lines.filter(isSale)
    const taxes = lines.filter((line) => !isSale(line) && line.kind !== 'advance')
    const others = lines.filter((line) => !bases.includes(line) && !taxes.includes(line))
    return [...others.map(plain), ...grossOf(bases, taxes, books, chart)]
  })
}

function grossOf(bases: readonly ExportedLine[], taxes: readonly ExportedLine[], books: ExportedBooks, chart: DatevOptions['chart']): Gross[] {
  const apart = () => [
    ...bases.map((line) => ({ line, minor: line.minor, key: isAutomatic(line, chart) ? '40' : '' })),
    ...taxes.map((line) => ({ line, minor: line.minor, key: '' })),
  ]
  const [base] = bases
  if (bases.length !== 1 || !base || taxes.length > 2) return apart()
  const tax = taxes.reduce((sum, line) => sum + line.minor, 0n)
  const key = keyOf(base, taxes, chart)
  if (key === undefined) return apart()
  const minor = base.minor + tax
  // Of a reverse charge DATEV computes tax and input tax from the net, and both cancel out.
  if (key === '94') return tax === 0n ? [{ line: base, minor, key }] : apart()
  const computed = vatWithin(money(minor, books.currency), new Percent(base.tax!.basisPoints)).minor
  return computed === tax ? [{ line: base, minor, key }] : apart()
}

/** Tax keys of DATEV: 3 and 2 output tax 19 and 7 %, 9 and 8 input tax, 94 reverse charge of § 13b with both. Undefined: none fits. */
function keyOf(base: ExportedLine, taxes: readonly ExportedLine[], chart: DatevOptions['chart']): string | undefined {
  const { code, basisPoints } = base.tax!
  if (code === 'input.reverse_charge') return basisPoints === 1900 && taxes.length === 2 ? '94' : undefined
  if (taxes.length === 0) return isAutomatic(base, chart) && basisPoints !== 0 ? undefined : ''
  if (taxes.length > 1) return undefined
  if (base.kind.startsWith('revenue')) {
    if (isAutomatic(base, chart)) return automatic[chart][base.account.number] === basisPoints ? '' : undefined
    return basisPoints === 1900 ? '3' : basisPoints === 700 ? '2' : undefined
  }
  return basisPoints === 1900 ? '9' : basisPoints === 700 ? '8' : undefined
}

/** Accounts that carry their tax by themselves, with its rate. */
const automatic: Readonly<Record<DatevOptions['chart'], Readonly<Record<string, number>>>> = {
  skr03: { '8400': 1900, '8300': 700 },
  skr04: { '4400': 1900, '4300': 700 },
}

function isAutomatic(line: ExportedLine, chart: DatevOptions['chart']): boolean {
  return line.account.number in automatic[chart]
}

/** Receivables and payables stand on the customer's and supplier's own number. */
function numberOf(line: ExportedLine, entry: ExportedEntry): string {
  const isPersonal = line.kind === 'receivable' || line.kind === 'payable'
  return isPersonal && entry.partyNumber !== null ? String(entry.partyNumber) : line.account.number
}

function headerOf(books: ExportedBooks, options: DatevOptions): string {
  const compact = (text: string) => text.replaceAll('-', '')
  const made = options.madeAt
    .replaceAll(/[-:TZ.]/g, '')
    .slice(0, 17)
    .padEnd(17, '0')
  const own = [text('EXTF'), '700', '21', text('Buchungsstapel'), '13', made, '', text('CB'), text(''), text('')]
  const of = [options.consultantNumber, options.clientNumber, `${books.from.slice(0, 4)}0101`, 4, compact(books.from), compact(books.to)]
  const about = [
    text('Cloudburo'),
    text(''),
    '1',
    '0',
    books.isClosed ? '1' : '0',
    text('EUR'),
    '',
    text(''),
    '',
    '',
    text(options.chart.slice(3)),
    '',
    '',
    text(''),
    text(''),
  ]
  return [...own, ...of, ...about].join(';')
}

function lineOf(row: Row, books: ExportedBooks): string {
  const { entry } = row
  const cells = datevColumns.map(() => '')
  const set = (column: string, value: string) => (cells[datevColumns.indexOf(column)] = value)
  set('Umsatz (ohne Soll/Haben-Kz)', plainAmount(row.minor, books.currency).replace('.', ','))
  set('Soll/Haben-Kennzeichen', text(row.isDebit ? 'S' : 'H'))
  set('WKZ Umsatz', text(books.currency))
  set('Konto', row.account)
  set('Gegenkonto (ohne BU-Schlüssel)', row.contra)
  set('BU-Schlüssel', text(row.key))
  set('Belegdatum', `${entry.postedOn.slice(8, 10)}${entry.postedOn.slice(5, 7)}`)
  set('Belegfeld 1', text((entry.document ?? String(entry.sequence)).replaceAll(/[^A-Za-z0-9$&%*+\-/]/g, '').slice(0, 36)))
  const moved = entry.factOn === entry.postedOn ? '' : ` (${entry.factOn.split('-').toReversed().join('.')})`
  set(
    'Buchungstext',
    text(
      `${[entry.what, entry.party]
        .flatMap((part) => part ?? [])
        .join(' ')
        .slice(0, 60 - moved.length)}${moved}`,
    ),
  )
  set('Festschreibung', books.isClosed ? '1' : '0')
  return cells.join(';')
}

function text(value: string): string {
  // oxlint-disable-next-line no-control-regex -- names come from outside
  return `"${value.replaceAll(/[\u0000-\u001f\u007f]/g, ' ').replaceAll('"', '""')}"`
}

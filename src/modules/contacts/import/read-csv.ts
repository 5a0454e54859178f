import { CsvError, parse } from 'csv-parse/sync'
import { emailSchema } from '../../../kernel/schema.ts'
import { decodeText, type TextEncoding } from './decode-text.ts'
import { checkSize, fieldTooLong, importLimits, lineTooLong, tooManyColumns, tooManyRows, unreadable } from './limits.ts'

/** A CSV file as it stands: its header (proposed names where it has none) and its rows, all as text. */
export interface CsvTable {
  encoding: TextEncoding
  separator: CsvSeparator
  /** Whether the first line names the columns. */
  hasHeader: boolean
  header: string[]
  rows: { line: number; cells: string[] }[]
}

export type CsvSeparator = ',' | ';' | '\t' | '|'

/**
 * Reads a CSV file as Excel, Outlook, Google and others write it: any of the usual encodings and separators, quoted
 * fields over several lines, rows of unequal length. Fails with a named Failure beyond the limits or when it is no table.
 */
export function readCsv(bytes: Uint8Array): CsvTable {
  checkSize(bytes)
  const decoded = decodeText(bytes)
  checkLines(decoded.text)
  const { text, separator, firstLine } = separate(decoded.text)
  const records = parseRecords(text, separator, firstLine)
  const first = records[0]
  if (!first) unreadable('import_empty')
  const width = records.reduce((most, record) => Math.max(most, record.cells.length), 0)
  if (width < 2 && records.length < 2) unreadable('import_not_csv')
  const hasHeader = !first.cells.some(looksLikeValue)
  const names = hasHeader ? first.cells : []
  return {
    encoding: decoded.encoding,
    separator,
    hasHeader,
    header: Array.from({ length: width }, (_empty, column) => names[column]?.slice(0, 100) ?? ''),
    rows: hasHeader ? records.slice(1) : records,
  }
}

/** The parser counts the letters of a record but not its separators, so ten million commas are refused before it. */
function checkLines(text: string): void {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); start < text.length; end = text.indexOf('\n', start)) {
    const stop = end < 0 ? text.length : end
    if (stop - start > importLimits.lineLengthMax) lineTooLong(line)
    start = stop + 1
    line += 1
  }
}

function parseRecords(text: string, separator: CsvSeparator, firstLine: number): CsvTable['rows'] {
  const records: CsvTable['rows'] = []
  let line = firstLine
  try {
    parse(text, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: importLimits.lineLengthMax,
      on_record: (record: string[], context) => {
        if (record.length > importLimits.columnsMax) tooManyColumns(line)
        if (record.some((cell) => cell.length > importLimits.fieldLengthMax)) fieldTooLong(line)
        const cells = record.map(cleanCell)
        if (cells.some((cell) => cell !== '')) records.push({ line, cells })
        if (records.length > importLimits.rowsMax + 1) tooManyRows()
        line = firstLine + context.lines
        return null
      },
    })
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE') lineTooLong(line)
    if (error instanceof CsvError) unreadable('import_not_csv')
    throw error
  }
  return records
}

/** Excel names its separator in a first line `sep=;`; else the one that splits the first lines most evenly. */
function separate(text: string): { text: string; separator: CsvSeparator; firstLine: number } {
  const named = /^sep=([,;\t|])\r?\n/i.exec(text.slice(0, 10))
  if (named) return { text: text.slice(named[0].length), separator: named[1] as CsvSeparator, firstLine: 2 }
  const lines = linesOutsideQuotes(text.slice(0, 20_000)).slice(0, 20)
  const scores = ([';', '\t', ',', '|'] as const).map((separator) => ({ separator, score: evenness(lines, separator) }))
  const best = scores.reduce((left, right) => (right.score > left.score ? right : left))
  return { text, separator: best.score > 0 ? best.separator : ',', firstLine: 1 }
}

function evenness(lines: readonly string[], separator: string): number {
  const counts = lines.map((line) => line.split(separator).length - 1)
  const first = counts[0] ?? 0
  if (first === 0) return 0
  const same = counts.filter((count) => count === first).length / counts.length
  return same * 10 + Math.min(first, 50) / 10
}

/** The lines with quoted parts taken out, so that a comma in an address is not counted. */
function linesOutsideQuotes(text: string): string[] {
  return text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
}

function cleanCell(cell: string): string {
  return cell
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .trim()
}

/** A cell that no column would be called: an e-mail address, a telephone number, a date. */
function looksLikeValue(cell: string): boolean {
  return emailSchema.safeParse(cell).success || /^\+?[\d\s()/.-]{6,}$/.test(cell)
}

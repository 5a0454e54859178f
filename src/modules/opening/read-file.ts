import { Failure, invalid } from '../../kernel/failure.ts'
import { readCsv, type CsvTable } from '../contacts/index.ts'
import { columnOfHeading, columnsOf, type ColumnKey, type OpeningKind } from './columns.ts'
import { openingLimits } from './limits.ts'

export interface OpeningFile {
  readonly kind: OpeningKind
  readonly content?: string | undefined
  readonly text?: string | undefined
  readonly mapping?: readonly (ColumnKey | null)[] | undefined
}

export type Cells = Readonly<Partial<Record<ColumnKey, string | undefined>>>

export interface ReadFile {
  readonly columns: { readonly header: string; readonly samples: string[]; readonly column: ColumnKey | null }[]
  readonly missing: ColumnKey[]
  readonly rows: { readonly line: number; readonly cells: Cells }[]
}

/**
 * Reads a table of one kind in any of the usual encodings and separators. What each column is comes from the mapping, else
 * from the headings, else from the documented order. Fails with the reader's names, or `opening_too_many_rows`.
 */
export function readOpeningFile(file: OpeningFile, path: string): ReadFile {
  const table = withHeading(readCsv(bytesOf(file, path)), file.kind)
  if (table.rows.length > openingLimits.rowsMax) tooManyRows()
  if (file.mapping && file.mapping.length !== table.header.length) invalid({ [`${path}.mapping`]: 'mapping_of_other_file' })
  const mapping = file.mapping ?? proposeMapping(table, file.kind)
  const { needed } = columnsOf[file.kind]
  return {
    columns: table.header.map((header, index) => ({
      header,
      samples: table.rows.flatMap(({ cells }) => cells[index]?.slice(0, 60) || []).slice(0, 3),
      column: mapping[index] ?? null,
    })),
    missing: needed.filter((column) => !mapping.includes(column)),
    rows: table.rows.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(mapping.flatMap((column, index) => (column && cells[index] ? [[column, cells[index]]] : []))) as Cells,
    })),
  }
}

export function tooManyRows(): never {
  throw new Failure({ code: 'opening_too_many_rows', kind: 'too_large', details: { rowsMax: openingLimits.rowsMax } })
}

function bytesOf(file: OpeningFile, path: string): Uint8Array {
  if (file.text !== undefined) return Buffer.from(file.text, 'utf8')
  if (file.content === undefined) return invalid({ [`${path}.content`]: 'field_missing' })
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(file.content)) return invalid({ [`${path}.content`]: 'base64_malformed' })
  return Buffer.from(file.content, 'base64')
}

/** Two rows pasted from a spreadsheet have no headings, whatever their first line looks like. */
function withHeading(table: CsvTable, kind: OpeningKind): CsvTable {
  if (!table.hasHeader) return table
  const isNamed = table.header.some((name) => columnOfHeading(kind, name) !== undefined)
  const hasFigures = (cell: string | undefined) => /\d/.test(cell ?? '')
  const isUnlikeRows = table.header.some(
    (name, index) => !hasFigures(name) && table.rows.length > 0 && table.rows.slice(0, 50).every(({ cells }) => hasFigures(cells[index])),
  )
  if (isNamed || isUnlikeRows) return table
  return { ...table, hasHeader: false, header: table.header.map(() => ''), rows: [{ line: 1, cells: table.header }, ...table.rows] }
}

/** One column for each meaning: a second one of the same name is left out. */
function proposeMapping(table: CsvTable, kind: OpeningKind): (ColumnKey | null)[] {
  if (!table.hasHeader) return table.header.map((_name, index) => columnsOf[kind].all[index] ?? null)
  const found = table.header.map((name) => columnOfHeading(kind, name))
  return found.map((column, index) => (column !== undefined && found.indexOf(column) === index ? column : null))
}

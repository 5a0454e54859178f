import type { ColumnKey, OpeningKind } from '../columns.ts'

/** One row as it stands on the screen, all text. */
export interface DraftRow {
  readonly id: string
  readonly kind: OpeningKind
  readonly cells: Readonly<Partial<Record<ColumnKey, string>>>
  /** The file it came from, so that another reading of its columns replaces it. */
  readonly file?: string
}

let last = 0

export function newRow(kind: OpeningKind, cells: DraftRow['cells'] = {}, file?: string): DraftRow {
  last += 1
  return { id: `${Date.now().toString(36)}-${last}`, kind, cells, ...(file === undefined ? {} : { file }) }
}

export function isBlank(row: DraftRow): boolean {
  return Object.values(row.cells).every((cell) => (cell ?? '').trim() === '')
}

/** The rows with one cell changed; the row is added where it is new. */
export function withCell(rows: readonly DraftRow[], change: { row: DraftRow; column: ColumnKey; text: string }): DraftRow[] {
  const next = { ...change.row, cells: { ...change.row.cells, [change.column]: change.text } }
  return rows.some((row) => row.id === next.id) ? rows.map((row) => (row.id === next.id ? next : row)) : [...rows, next]
}

/** What a spreadsheet puts on the clipboard, as lines of cells; undefined when it is the text of one cell. */
export function clipboardCells(text: string): string[][] | undefined {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  return lines.length > 1 || text.includes('\t') ? lines.map((line) => line.split('\t')) : undefined
}

/** Fills cells from one cell on, to the right and down, as a spreadsheet does. */
export function withBlock(
  rows: readonly DraftRow[],
  at: { row: DraftRow; column: ColumnKey; columns: readonly ColumnKey[]; block: readonly (readonly string[])[] },
): DraftRow[] {
  const { kind } = at.row
  const mine = rows.filter((row) => row.kind === kind)
  const first = mine.findIndex((row) => row.id === at.row.id)
  const from = first === -1 ? mine.length : first
  const left = at.columns.indexOf(at.column)
  return at.block.reduce<DraftRow[]>(
    (before, line, index) => {
      const row = mine[from + index] ?? newRow(kind)
      const pasted = Object.fromEntries(line.flatMap((text, shift) => (at.columns[left + shift] ? [[at.columns[left + shift]!, text.trim()]] : [])))
      const next = { ...row, cells: { ...row.cells, ...pasted } }
      return before.some((each) => each.id === next.id) ? before.map((each) => (each.id === next.id ? next : each)) : [...before, next]
    },
    [...rows],
  )
}

import type { CallOutput } from '../../../web/kit/operations.ts'

export type Week = CallOutput<'work.week'>
export type Entry = Week['entries'][number]
export type SheetRow = Week['rows'][number]

export function rowKey(row: Pick<SheetRow, 'contactId' | 'agreementId' | 'serviceId'>): string {
  return `${row.contactId} ${row.agreementId ?? ''} ${row.serviceId ?? ''}`
}

/** The rows of the sheet: those with entries or worked on lately, then those added on this screen. */
export function sheetRows(week: Week, added: readonly SheetRow[]): SheetRow[] {
  const rows = new Map<string, SheetRow>()
  for (const row of [...week.rows, ...added]) if (!rows.has(rowKey(row))) rows.set(rowKey(row), row)
  return [...rows.values()].toSorted((left, right) => left.contactName.localeCompare(right.contactName) || rowKey(left).localeCompare(rowKey(right)))
}

export function entriesOf(week: Week, row: SheetRow, on: string): Entry[] {
  return week.entries.filter((entry) => entry.on === on && rowKey(entry) === rowKey(row))
}

export function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + entry.minutes, 0)
}

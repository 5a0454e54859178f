import { fold } from '../../kernel/fold.ts'
import type { ContactId } from '../../kernel/id.ts'
import type { Who } from './find-who.ts'
import type { CellProblem } from './read-cells.ts'
import type { OpeningEntry } from './read-row.ts'

/** A row that could be read, with who is meant. */
export interface NamedRow {
  readonly entry: OpeningEntry | null
  readonly who: Who | null
  readonly participantId: ContactId | null
}

/**
 * Rows that stand twice. The same in everything is entered once; the same number, series or sale with other figures is
 * refused, because only a person knows which is right.
 */
export function repeatedIn(rows: readonly NamedRow[]): { isRepeated: boolean; problem?: CellProblem[] }[] {
  const seen = new Map<string, string>()
  return rows.map((row) => {
    if (!row.entry) return { isRepeated: false }
    const identity = identityOf(row)
    const whole = JSON.stringify([row.entry, row.who?.key, row.participantId])
    const before = seen.get(identity)
    if (before === undefined) seen.set(identity, whole)
    if (before === undefined) return { isRepeated: false }
    return before === whole ? { isRepeated: true } : { isRepeated: false, problem: [problemOf(row.entry)] }
  })
}

function identityOf({ entry, who, participantId }: NamedRow): string {
  if (entry!.kind === 'numbers') return `numbers/${entry!.series}`
  if (entry!.kind === 'invoices') return `invoices/${entry!.number}`
  return JSON.stringify([who?.key, participantId, fold(entry!.name), entry!.startsOn])
}

function problemOf(entry: OpeningEntry): CellProblem {
  if (entry.kind === 'numbers') return { column: 'series', code: 'opening_series_twice' }
  if (entry.kind === 'invoices') return { column: 'number', code: 'opening_number_twice' }
  return { column: 'product', code: 'opening_sale_twice' }
}

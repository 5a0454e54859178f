import { createHash } from 'node:crypto'
import { fold } from '../../../kernel/fold.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { proposeLayout, type CsvLayout } from '../bank/csv-columns.ts'
import { readDay } from '../bank/csv-values.ts'
import { learntLayouts } from './store.ts'

/** How a table will be read, and why: a person says so, said so before, or its headings or content do. */
export interface ChosenLayout {
  readonly layout: CsvLayout
  readonly by: 'person' | 'learnt' | 'headings' | 'content' | 'guess'
  readonly currency: string | null
  readonly bankAccountId: string | null
}

const headersMax = 40

/** What is known of a table by its headings: the same headings from the same bank are read in the same way. */
export async function layoutFor(context: Context, rows: readonly (readonly string[])[], said: CsvLayout | undefined): Promise<ChosenLayout | undefined> {
  if (said) return { layout: said, by: 'person', currency: null, bankAccountId: null }
  const keys = [...rows.slice(0, headersMax).map((_, row) => headerKeyOf(rows, row)), headerKeyOf(rows, -1)]
  const known = await learntLayouts(context, keys)
  const at = keys.findIndex((key) => known.some((each) => each.headerKey === key))
  const learnt = known.find((each) => each.headerKey === keys[at])
  if (learnt) {
    // The lines above the headings differ from file to file.
    const headerRow = learnt.layout.headerRow === -1 ? -1 : at
    return { ...learnt, layout: { ...learnt.layout, headerRow }, by: 'learnt' }
  }
  const proposal = proposeLayout(rows)
  return proposal && { ...proposal, currency: null, bankAccountId: null }
}

/** The headings in one spelling; a table without any is known by where its days stand. */
export function headerKeyOf(rows: readonly (readonly string[])[], headerRow: number): string {
  const header = headerRow === -1 ? undefined : rows[headerRow]
  const signature = header
    ? header.map(fold)
    : ['', ...(rows[0] ?? []).map((cell) => (readDay(cell, 'day_first') || readDay(cell, 'month_first') ? 'day' : ''))]
  return createHash('sha256').update(JSON.stringify(signature)).digest('hex')
}

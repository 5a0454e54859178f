import { fold, foldedWords } from '../../kernel/fold.ts'
import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { companyDetails } from '../company/index.ts'
import { findProducts, type StoredProduct } from '../offer/index.ts'
import type { OpeningKind } from './columns.ts'
import { findWho, peopleIn, type Who } from './find-who.ts'
import { findKnown } from './known.ts'
import { openingLimits } from './limits.ts'
import { readingOf, type CellProblem } from './read-cells.ts'
import { readOpeningFile, tooManyRows, type Cells, type OpeningFile, type ReadFile } from './read-file.ts'
import { readRow, type OpeningEntry } from './read-row.ts'
import { repeatedIn } from './repeated.ts'

/** What is given: rows, tables, or both. */
export interface OpeningInput {
  readonly rows: readonly ({ readonly kind: OpeningKind } & Cells)[]
  readonly files: readonly OpeningFile[]
}

/** One row with everything that is known about it before anything happens. */
export interface PlannedRow {
  readonly path: string
  readonly kind: OpeningKind
  readonly cells: Cells
  readonly outcome: 'enter' | 'known' | 'repeated' | 'refused'
  readonly who: Who | null
  readonly participantId: ContactId | null
  readonly entry: OpeningEntry | null
  readonly problems: readonly CellProblem[]
}

export interface Plan {
  readonly files: readonly Pick<ReadFile, 'columns' | 'missing'>[]
  readonly rows: readonly PlannedRow[]
}

/** Decides of every row what will happen. Reads, and changes nothing. */
export async function planOpening(context: Context, input: OpeningInput): Promise<Plan> {
  const files = input.files.map((file, index) => readOpeningFile(file, `files.${index}`))
  const given = rowsOf(input, files)
  if (given.length > openingLimits.rowsMax) tooManyRows()
  const reading = readingOf(given, { today: context.today, currency: context.company.currency })
  const { daysToPay } = await companyDetails(context)
  const productNamed = namedProducts(await findProducts(context, { withArchived: false }))
  const read = given.map((row) => ({ ...row, ...readRow(row.kind, row.cells, { reading: reading[row.kind], daysToPay, productNamed }) }))
  const people = await peopleIn(
    context,
    read.map((row) => row.named),
  )
  const named = read.map(({ named: who, ...row }) => {
    const found = who ? findWho(people, who) : null
    const problems = [...row.problems, ...(found?.problems ?? [])]
    const entry = problems.length === 0 ? row.entry : null
    return { ...row, entry, problems, who: found?.who ?? null, participantId: found?.participantId ?? null }
  })
  const known = await findKnown(context, named)
  const repeated = repeatedIn(named)
  const rows = named.map((row, index): PlannedRow => {
    const problems = [...row.problems, ...(known[index]!.problem ?? []), ...(repeated[index]!.problem ?? [])]
    const outcome = problems.length > 0 ? 'refused' : known[index]!.isKnown ? 'known' : repeated[index]!.isRepeated ? 'repeated' : 'enter'
    return { ...row, problems, outcome }
  })
  return { files, rows }
}

function rowsOf(input: OpeningInput, files: readonly ReadFile[]): { path: string; kind: OpeningKind; cells: Cells }[] {
  const typed = input.rows.map(({ kind, ...cells }, index) => ({ path: `rows.${index}`, kind, cells }))
  const read = files.flatMap((file, index) => file.rows.map(({ line, cells }) => ({ path: `files.${index}.${line}`, kind: input.files[index]!.kind, cells })))
  return [...typed, ...read]
}

/** Products by their name, in any order of its words. */
function namedProducts(products: readonly StoredProduct[]): (name: string) => StoredProduct | 'several' | undefined {
  const byName = Map.groupBy(products, (product) => fold(product.name))
  const byWords = Map.groupBy(products, (product) => foldedWords(product.name).toSorted().join(' '))
  return (name) => {
    const found = byName.get(fold(name)) ?? byWords.get(foldedWords(name).toSorted().join(' ')) ?? []
    return found.length > 1 ? 'several' : found[0]
  }
}

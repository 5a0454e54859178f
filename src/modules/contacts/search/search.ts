import { foldedWords } from '../../../kernel/fold.ts'
import type { ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { deleteSearchRows, putSearchRows, selectFound, type FoundRow } from './store.ts'

/** What one search box can find. */
export interface Findable {
  /** The noun: "invoice", "agreement", "product", "contact"; a click opens that noun's page. */
  readonly kind: string
  readonly subjectId: string
  /** The line that is shown: an invoice's number, a product's name. */
  readonly title: string
  /** The small line beside it: whose it is. It goes when that person is erased. */
  readonly detail: string
  /** Whose thread it belongs to. */
  readonly contactId?: ContactId | undefined
  /** More texts by which it is found, besides title and detail. */
  readonly words?: readonly string[]
}

/** Makes a thing findable in the one search box, or renews what was there. Called in the transaction of the thing itself. */
export async function indexForSearch(context: Context, findable: Findable, options: { isNew?: boolean } = {}): Promise<void> {
  await indexAllForSearch(context, [findable], options)
}

/** The same for many, as an import needs it. */
export async function indexAllForSearch(context: Context, findables: readonly Findable[], options: { isNew?: boolean } = {}): Promise<void> {
  const rows = findables.map((findable) => ({
    kind: findable.kind,
    subjectId: findable.subjectId,
    contactId: findable.contactId ?? null,
    title: findable.title,
    detail: findable.detail,
    weight: weightOf(findable.kind),
    recency: context.now,
    words: wordsOf([findable.title, findable.detail, ...(findable.words ?? [])]),
  }))
  await putSearchRows(context, rows, { areNew: options.isNew ?? false })
}

/** Takes a thing out of the search: it was archived or removed. */
export async function removeFromSearch(context: Context, options: { kind: string; subjectId: string }): Promise<void> {
  await deleteSearchRows(context, { kind: options.kind, subjectIds: [options.subjectId] })
}

/** What the typed words find: whole words first, then beginnings; contacts before documents; the recent before the old. */
export async function search(context: Context, options: { text: string; kinds?: readonly string[] | undefined; limit?: number }): Promise<FoundRow[]> {
  const words = foldedWords(options.text)
    .slice(0, 6)
    .map((word) => word.slice(0, wordLengthMax))
  if (words.length === 0) return []
  const wanted = options.kinds && new Set(options.kinds.map(weightOf))
  const scans = scansFor(words.length).filter((scan) => !wanted || wanted.has(scan.weight))
  return selectFound(context, { words, scans, kinds: options.kinds, limit: options.limit ?? 12 })
}

/** People and organisations come before what is sold, and that before documents. */
const weights: Readonly<Record<string, number>> = { contact: 0, product: 1, service: 1, agreement: 1 }

/** How much is ranked. With more words each row is looked up again for them, and fewer rows are enough: they fit better. */
function scansFor(wordCount: number) {
  const documentsMax = wordCount > 1 ? 24 : 60
  return [
    { weight: 0, rowsMax: 200 },
    { weight: 1, rowsMax: documentsMax },
    { weight: 2, rowsMax: documentsMax },
  ]
}

function weightOf(kind: string): number {
  return weights[kind] ?? 2
}

const wordLengthMax = 40
const wordsMax = 60

function wordsOf(texts: readonly string[]): string[] {
  const words = new Set<string>()
  for (const text of texts) for (const word of foldedWords(text)) words.add(word.slice(0, wordLengthMax))
  return [...words].slice(0, wordsMax)
}

import { sql } from 'kysely'
import type { ContactId } from '../../../kernel/id.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'

export type SearchTables = {
  search_entries: {
    company_id: string
    kind: string
    subject_id: string
    contact_id: string | null
    title: string
    detail: string
    weight: bigint
    recency: string
  }
  search_words: { company_id: string; kind: string; subject_id: string; word: string; weight: bigint; recency: string }
}

const tables = (transaction: Transaction) => transaction.withTables<SearchTables>()

export interface SearchRow {
  kind: string
  subjectId: string
  contactId: ContactId | null
  title: string
  detail: string
  weight: number
  recency: string
  words: readonly string[]
}

/** Adds or replaces the rows of things that can be found. */
export async function putSearchRows(context: Context, rows: readonly SearchRow[], options: { areNew: boolean }): Promise<void> {
  const company_id = context.company.id
  if (!options.areNew) for (const row of rows) await deleteSearchRows(context, { kind: row.kind, subjectIds: [row.subjectId] })
  for (let start = 0; start < rows.length; start += 500) {
    const part = rows.slice(start, start + 500)
    await tables(context.database)
      .insertInto('search_entries')
      .values(
        part.map((row) => ({
          company_id, kind: row.kind, subject_id: row.subjectId, contact_id: row.contactId, title: row.title, detail: row.detail,
          weight: BigInt(row.weight), recency: row.recency,
        })),
      )
      .execute()
    const words = part.flatMap((row) =>
      row.words.map((word) => ({ company_id, kind: row.kind, subject_id: row.subjectId, word, weight: BigInt(row.weight), recency: row.recency })),
    )
    for (let at = 0; at < words.length; at += 1000) {
      await tables(context.database).insertInto('search_words').values(words.slice(at, at + 1000)).execute()
    }
  }
}

export async function deleteSearchRows(context: Context, options: { kind: string; subjectIds: readonly string[] }): Promise<void> {
  for (let start = 0; start < options.subjectIds.length; start += 500) {
    const ids = options.subjectIds.slice(start, start + 500)
    for (const table of ['search_words', 'search_entries'] as const) {
      await tables(context.database)
        .deleteFrom(table)
        .where('company_id', '=', context.company.id)
        .where('kind', '=', options.kind)
        .where('subject_id', 'in', ids)
        .execute()
    }
  }
}

export async function touchSearchEntry(context: Context, options: { kind: string; subjectId: string }): Promise<void> {
  await tables(context.database)
    .updateTable('search_entries')
    .set({ recency: context.now })
    .where('company_id', '=', context.company.id)
    .where('kind', '=', options.kind)
    .where('subject_id', '=', options.subjectId)
    .execute()
}

/** Takes a person's words out of what other modules made findable: the invoice stays to be found by its number. */
export async function forgetWords(context: Context, options: { contactId: ContactId; words: readonly string[] }): Promise<void> {
  const rows = await tables(context.database)
    .updateTable('search_entries')
    .set({ detail: '' })
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', options.contactId)
    .returning(['kind', 'subject_id'])
    .execute()
  if (options.words.length === 0) return
  for (const row of rows) {
    await tables(context.database)
      .deleteFrom('search_words')
      .where('company_id', '=', context.company.id)
      .where('kind', '=', row.kind)
      .where('subject_id', '=', row.subject_id)
      .where('word', 'in', [...options.words])
      .execute()
  }
}

export interface FoundRow {
  kind: string
  subjectId: string
  contactId: string | null
  title: string
  detail: string
  isExact: boolean
}

/**
 * Things of which every typed word begins a word: whole words first, then contacts before documents, then the recent.
 * One query on the index (company, word, weight, recency): the longest typed word leads through a range of it, at most
 * `scanMax` rows of which are ranked; the others are looked up by key.
 */
export async function selectFound(
  context: Context,
  options: { words: readonly string[]; kinds?: readonly string[] | undefined; limit: number },
): Promise<FoundRow[]> {
  const [lead = '', ...others] = [...options.words].sort((left, right) => right.length - left.length)
  let scan = tables(context.database)
    .selectFrom('search_words as w')
    .select(['w.kind as kind', 'w.subject_id as subject_id', 'w.word as word'])
    .where('w.company_id', '=', context.company.id)
    .where('w.word', '>=', lead)
    .where('w.word', '<', `${lead}\uffff`)
  if (options.kinds) scan = scan.where('w.kind', 'in', [...options.kinds])
  for (const other of others) {
    scan = scan.where((is) =>
      is.exists(
        is
          .selectFrom('search_words as o')
          .select('o.word')
          .whereRef('o.company_id', '=', 'w.company_id')
          .whereRef('o.kind', '=', 'w.kind')
          .whereRef('o.subject_id', '=', 'w.subject_id')
          .where('o.word', '>=', other)
          .where('o.word', '<', `${other}\uffff`),
      ),
    )
  }
  const ordered = scan.orderBy('w.word').orderBy('w.weight').orderBy('w.recency', 'desc').limit(scanMax)
  const rows = await tables(context.database)
    .selectFrom(ordered.as('hit'))
    .innerJoin('search_entries as e', (join) =>
      join.onRef('e.kind', '=', 'hit.kind').onRef('e.subject_id', '=', 'hit.subject_id').on('e.company_id', '=', context.company.id),
    )
    .select(['e.kind', 'e.subject_id', 'e.contact_id', 'e.title', 'e.detail', 'e.weight', 'e.recency'])
    .select(sql<bigint>`max(case when hit.word = ${lead} then 1 else 0 end)`.as('exact'))
    .groupBy(['e.kind', 'e.subject_id', 'e.contact_id', 'e.title', 'e.detail', 'e.weight', 'e.recency'])
    .orderBy('exact', 'desc')
    .orderBy('e.weight')
    .orderBy('e.recency', 'desc')
    .limit(options.limit)
    .execute()
  return rows.map((row) => ({
    kind: row.kind, subjectId: row.subject_id, contactId: row.contact_id, title: row.title, detail: row.detail, isExact: Number(row.exact) === 1,
  }))
}

const scanMax = 300

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
          company_id,
          kind: row.kind,
          subject_id: row.subjectId,
          contact_id: row.contactId,
          title: row.title,
          detail: row.detail,
        })),
      )
      .execute()
    const words = part.flatMap((row) =>
      row.words.map((word) => ({ company_id, kind: row.kind, subject_id: row.subjectId, word, weight: BigInt(row.weight), recency: row.recency })),
    )
    for (let at = 0; at < words.length; at += 1000) {
      await tables(context.database)
        .insertInto('search_words')
        .values(words.slice(at, at + 1000))
        .execute()
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

/** Ranks a thing as used just now. The words carry the time themselves: ranking reads nothing else. */
export async function touchSearchEntry(context: Context, options: { kind: string; subjectId: string }): Promise<void> {
  await tables(context.database)
    .updateTable('search_words')
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
 * One ranking query, then the lines by key: per weight, the longest typed word leads through a range of the index (company, weight, word, recency), of which
 * at most `rowsMax` are ranked, so that a thousand invoices never crowd out a contact; the other words are looked up by key.
 */
export async function selectFound(
  context: Context,
  options: { words: readonly string[]; scans: readonly { weight: number; rowsMax: number }[]; kinds?: readonly string[] | undefined; limit: number },
): Promise<FoundRow[]> {
  const [lead = '', ...others] = [...options.words].sort((left, right) => right.length - left.length)
  const [first, ...rest] = options.scans.map((scan) => scanOf(context, { lead, others, kinds: options.kinds, ...scan }))
  if (!first) return []
  const hits = rest.reduce((union, scan) => union.unionAll(scan), first)
  const best = await tables(context.database)
    .selectFrom(hits.as('hit'))
    .select(['hit.kind', 'hit.subject_id', 'hit.weight'])
    .select(sql<bigint>`max(case when hit.word = ${lead} then 1 else 0 end)`.as('exact'))
    .select((is) => is.fn.max('hit.recency').as('recency'))
    .groupBy(['hit.kind', 'hit.subject_id', 'hit.weight'])
    .orderBy('exact', 'desc')
    .orderBy('hit.weight')
    .orderBy('recency', 'desc')
    .limit(options.limit)
    .execute()
  const entries = await entriesOf(
    context,
    best.map((row) => row.subject_id),
  )
  return best.flatMap((row) => {
    const entry = entries.find((each) => each.kind === row.kind && each.subject_id === row.subject_id)
    return entry
      ? [{ kind: row.kind, subjectId: row.subject_id, contactId: entry.contact_id, title: entry.title, detail: entry.detail, isExact: Number(row.exact) === 1 }]
      : []
  })
}

async function entriesOf(context: Context, subjectIds: readonly string[]) {
  if (subjectIds.length === 0) return []
  return tables(context.database)
    .selectFrom('search_entries')
    .select(['kind', 'subject_id', 'contact_id', 'title', 'detail'])
    .where('company_id', '=', context.company.id)
    .where('subject_id', 'in', [...subjectIds])
    .execute()
}

function scanOf(context: Context, scan: { lead: string; others: readonly string[]; kinds: readonly string[] | undefined; weight: number; rowsMax: number }) {
  const database = tables(context.database)
  let query = database
    .selectFrom('search_words as w')
    .select(['w.kind as kind', 'w.subject_id as subject_id', 'w.weight as weight', 'w.word as word', 'w.recency as recency'])
    .where('w.company_id', '=', context.company.id)
    .where('w.weight', '=', BigInt(scan.weight))
    .where('w.word', '>=', scan.lead)
    .where('w.word', '<', `${scan.lead}\uffff`)
  if (scan.kinds) query = query.where('w.kind', 'in', [...scan.kinds])
  for (const other of scan.others) {
    // A scalar subquery and not `exists`: PostgreSQL turns that into a join of both ranges, which are thousands of rows.
    query = query.where(
      (is) =>
        is
          .selectFrom('search_words as o')
          .select('o.word')
          .whereRef('o.company_id', '=', 'w.company_id')
          .whereRef('o.kind', '=', 'w.kind')
          .whereRef('o.subject_id', '=', 'w.subject_id')
          .where('o.word', '>=', other)
          .where('o.word', '<', `${other}\uffff`)
          .limit(1),
      'is not',
      null,
    )
  }
  // In a subquery of its own: SQLite allows order and limit in a union only there.
  return database
    .selectFrom(query.orderBy('w.word').orderBy('w.recency', 'desc').limit(scan.rowsMax).as('scan'))
    .select(['scan.kind', 'scan.subject_id', 'scan.weight', 'scan.word', 'scan.recency'])
}

/** After two contacts became one: its documents are found with the one that is kept. */
export async function moveSearchRows(context: Context, options: { from: ContactId; to: ContactId }): Promise<void> {
  await tables(context.database)
    .updateTable('search_entries')
    .set({ contact_id: options.to })
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', options.from)
    .execute()
}

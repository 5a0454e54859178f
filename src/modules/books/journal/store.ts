import { money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { tables, type BookTables } from '../tables.ts'
import type { Carried, Entry, Posting } from './entry.ts'

type Place = Pick<Context, 'database' | 'company'>

/** Which of these facts are in the journal. */
export async function bookedAmong(context: Place, sources: readonly string[]): Promise<Set<string>> {
  if (sources.length === 0) return new Set()
  const rows = await tables(context.database)
    .selectFrom('journal_sources')
    .select('source')
    .where('company_id', '=', context.company.id)
    .where('source', 'in', [...sources])
    .execute()
  return new Set(rows.map((row) => row.source))
}

/** The facts in the journal whose name begins so, in their order. */
export async function sourcesBelow(context: Place, beginning: string): Promise<string[]> {
  const rows = await tables(context.database)
    .selectFrom('journal_sources')
    .select('source')
    .where('company_id', '=', context.company.id)
    .where('source', '>=', beginning)
    .where('source', '<', `${beginning}~`)
    .orderBy('source')
    .execute()
  return rows.map((row) => row.source)
}

/** What has moved the open amount of an invoice, credit or expense. */
export async function factsOfSubject(context: Place, subject: string): Promise<string[]> {
  const rows = await tables(context.database)
    .selectFrom('journal_lines')
    .select('fact')
    .distinct()
    .where('company_id', '=', context.company.id)
    .where('subject', '=', subject)
    .execute()
  return rows.map((row) => row.fact)
}

export async function insertSources(context: Place, sources: readonly string[], entryId: string | null): Promise<void> {
  await tables(context.database)
    .insertInto('journal_sources')
    .values(sources.map((source) => ({ company_id: context.company.id, source, entry_id: entryId })))
    .execute()
}

/** The end of the chain of entries. */
export async function journalTip(context: Place): Promise<{ sequence: bigint; hash: string }> {
  const row = await tables(context.database)
    .selectFrom('journal_entries')
    .select(['sequence', 'hash'])
    .where('company_id', '=', context.company.id)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { sequence: 0n, hash: '' }
}

export async function insertEntry(
  context: Place,
  entry: Omit<BookTables['journal_entries'], 'company_id'>,
  lines: readonly Omit<BookTables['journal_lines'], 'company_id' | 'entry_id' | 'posted_on'>[],
): Promise<void> {
  const database = tables(context.database)
  await database
    .insertInto('journal_entries')
    .values({ company_id: context.company.id, ...entry })
    .execute()
  await database
    .insertInto('journal_lines')
    .values(lines.map((line) => ({ company_id: context.company.id, entry_id: entry.id, posted_on: entry.posted_on, ...line })))
    .execute()
}

/** What the journal carries of an invoice, credit or expense on a kind of account. */
export async function carriedOf(context: Place, kind: string, subject: string): Promise<Carried> {
  const row = await tables(context.database)
    .selectFrom('journal_lines')
    .select(({ fn }) => [fn.sum<bigint | null>('amount_minor').as('minor'), fn.sum<bigint | null>('foreign_minor').as('foreign')])
    .where('company_id', '=', context.company.id)
    .where('subject', '=', subject)
    .where('account_kind', '=', kind)
    .executeTakeFirst()
  return { minor: BigInt(row?.minor ?? 0), foreign: BigInt(row?.foreign ?? 0) }
}

/** The lines that a fact made, as they could be booked again. */
export async function linesOfFact(context: Place, fact: string): Promise<Posting[]> {
  const rows = await tables(context.database)
    .selectFrom('journal_lines')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('fact', '=', fact)
    .orderBy('entry_id')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    kind: row.account_kind,
    minor: row.amount_minor,
    foreign: row.foreign_minor === null ? undefined : money(row.foreign_minor, row.foreign_currency!),
    subject: row.subject ?? undefined,
    fact: row.fact,
    tax: row.tax_code === null ? undefined : { code: row.tax_code, basisPoints: Number(row.tax_basis_points) },
  }))
}

const firstNumber = { customer: 10_000n, supplier: 70_000n } as const

/** The number of a customer or supplier in the books; a new one gets the next. */
export async function partyNumber(context: Place, party: NonNullable<Entry['party']>): Promise<bigint> {
  const database = tables(context.database)
  const own = database.selectFrom('ledger_parties').where('company_id', '=', context.company.id).where('side', '=', party.side)
  const known = await own.select('number').where('key', '=', party.key).executeTakeFirst()
  if (known) return known.number
  const last = await own.select('number').orderBy('number', 'desc').limit(1).executeTakeFirst()
  const number = (last?.number ?? firstNumber[party.side]) + 1n
  await database.insertInto('ledger_parties').values({ company_id: context.company.id, side: party.side, key: party.key, number, name: party.name }).execute()
  return number
}

/** When two contacts become one, the one that stays takes the other's number where it has none. Entries keep what they say. */
export async function moveParty(context: Place, { from, to }: { from: string; to: string }): Promise<void> {
  const database = tables(context.database)
  const known = await database
    .selectFrom('ledger_parties')
    .select('key')
    .where('company_id', '=', context.company.id)
    .where('side', '=', 'customer')
    .where('key', '=', to)
    .executeTakeFirst()
  if (known) {
    await database.deleteFrom('ledger_parties').where('company_id', '=', context.company.id).where('side', '=', 'customer').where('key', '=', from).execute()
    return
  }
  await database
    .updateTable('ledger_parties')
    .set({ key: to })
    .where('company_id', '=', context.company.id)
    .where('side', '=', 'customer')
    .where('key', '=', from)
    .execute()
}

export async function progressOf(context: Place, kind: string): Promise<string | undefined> {
  const row = await tables(context.database)
    .selectFrom('journal_progress')
    .select('place')
    .where('company_id', '=', context.company.id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.place
}

export async function keepProgress(context: Place, kind: string, place: string): Promise<void> {
  await tables(context.database)
    .insertInto('journal_progress')
    .values({ company_id: context.company.id, kind, place })
    .onConflict((conflict) => conflict.columns(['company_id', 'kind']).doUpdateSet({ place }))
    .execute()
}

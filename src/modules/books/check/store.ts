import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/context.ts'
import { tables, type BookTables } from '../tables.ts'

type Place = Pick<Context, 'database' | 'company'>

/** Entries with their lines, in the order of the chain, a thousand at a time. */
export async function entriesAfter(
  context: Place,
  sequence: bigint,
): Promise<{ entry: BookTables['journal_entries']; lines: BookTables['journal_lines'][] }[]> {
  const database = tables(context.database)
  const entries = await database
    .selectFrom('journal_entries')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(500)
    .execute()
  if (entries.length === 0) return []
  const lines = await database
    .selectFrom('journal_lines')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where(
      'entry_id',
      'in',
      entries.map((entry) => entry.id),
    )
    .orderBy('position')
    .execute()
  const byEntry = Map.groupBy(lines, (line) => line.entry_id)
  return entries.map((entry) => ({ entry, lines: byEntry.get(entry.id) ?? [] }))
}

/** What is carried of each subject on a kind of account, in its own currency. */
export async function openBySubject(context: Place, kind: string): Promise<Map<string, { minor: bigint; foreign: bigint }>> {
  const { rows } = await sql<{ subject: string; minor: bigint; amount: bigint }>`
    select subject, cast(sum(amount_minor) as bigint) as minor, cast(sum(coalesce(foreign_minor, amount_minor)) as bigint) as amount
    from journal_lines where company_id = ${context.company.id} and account_kind = ${kind} and subject is not null
    group by subject`.execute(context.database)
  return new Map(rows.map((row) => [row.subject, { minor: BigInt(row.minor), foreign: BigInt(row.amount) }]))
}

/** Sums in the document's currency of the lines that documents made, by kind of account. */
export async function documentSums(context: Place): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ kind: string; currency: string; amount: bigint }>`
    select account_kind as kind, foreign_currency as currency, cast(sum(foreign_minor) as bigint) as amount
    from journal_lines where company_id = ${context.company.id} and fact like 'invoice/%' and foreign_currency is not null
    group by account_kind, foreign_currency`.execute(context.database)
  return new Map(rows.map((row) => [`${row.kind} ${row.currency}`, BigInt(row.amount)]))
}

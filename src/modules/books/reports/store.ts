import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { tables, type BookTables } from '../tables.ts'

type Place = Pick<Context, 'database' | 'company'>

export interface AccountSum {
  readonly account: string
  readonly kind: string
  readonly minor: bigint
}

/** What stands on each account, of some days or of all up to a day. One read of an index. */
export async function sumsByAccount(context: Place, days: { from?: Day; to: Day }): Promise<AccountSum[]> {
  let query = tables(context.database)
    .selectFrom('journal_lines')
    .select(['account', 'account_kind as kind', ({ fn }) => fn.sum<bigint>('amount_minor').as('minor')])
    .where('company_id', '=', context.company.id)
    .where('posted_on', '<=', days.to)
  if (days.from) query = query.where('posted_on', '>=', days.from)
  const rows = await query.groupBy(['account', 'account_kind']).execute()
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }))
}

/** The same by month ("2026-11"). */
export async function sumsByMonth(context: Place, days: { from: Day; to: Day }): Promise<(AccountSum & { month: string })[]> {
  const rows = await tables(context.database)
    .selectFrom('journal_lines')
    .select([sql<string>`substr(posted_on, 1, 7)`.as('month'), 'account', 'account_kind as kind', ({ fn }) => fn.sum<bigint>('amount_minor').as('minor')])
    .where('company_id', '=', context.company.id)
    .where('posted_on', '>=', days.from)
    .where('posted_on', '<=', days.to)
    .groupBy([sql`substr(posted_on, 1, 7)`, 'account', 'account_kind'])
    .execute()
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }))
}

export interface StoredEntry {
  readonly head: BookTables['journal_entries']
  readonly lines: readonly BookTables['journal_lines'][]
}

/** Entries with their lines, latest first. */
export async function selectEntries(
  context: Place,
  wanted: {
    account?: string | undefined
    from?: Day | undefined
    to?: Day | undefined
    subject?: string | undefined
    after?: { on: string; sequence: bigint } | undefined
    limit: number
  },
): Promise<StoredEntry[]> {
  const { after } = wanted
  const database = tables(context.database)
  let query = database.selectFrom('journal_entries').selectAll().where('company_id', '=', context.company.id)
  if (wanted.from) query = query.where('posted_on', '>=', wanted.from)
  if (wanted.to) query = query.where('posted_on', '<=', wanted.to)
  if (after)
    query = query
      .where('posted_on', '<=', after.on)
      .where((is) => is.or([is('posted_on', '<', after.on), is.and([is('posted_on', '=', after.on), is('sequence', '<', after.sequence)])]))
  const own = database.selectFrom('journal_lines').select('entry_id').where('company_id', '=', context.company.id)
  if (wanted.account !== undefined) query = query.where('id', 'in', own.where('account', '=', wanted.account))
  if (wanted.subject !== undefined) query = query.where('id', 'in', own.where('subject', '=', wanted.subject))
  const heads = await query.orderBy('posted_on', 'desc').orderBy('sequence', 'desc').limit(wanted.limit).execute()
  return withLines(context, heads)
}

/** Entries of some days in the order in which exports tell them, a page at a time. */
export async function entriesOfDays(
  context: Place,
  days: { from: Day; to: Day; after: { on: string; sequence: bigint }; limit: number },
): Promise<StoredEntry[]> {
  const heads = await tables(context.database)
    .selectFrom('journal_entries')
    .selectAll()
    .where('company_id', '=', context.company.id)
    // The first bound is what the index is entered by; the rest tells the entries of one day apart.
    .where('posted_on', '>=', days.after.on > days.from ? days.after.on : days.from)
    .where('posted_on', '<=', days.to)
    .where((is) => is.or([is('posted_on', '>', days.after.on), is.and([is('posted_on', '=', days.after.on), is('sequence', '>', days.after.sequence)])]))
    .orderBy('posted_on')
    .orderBy('sequence')
    .limit(days.limit)
    .execute()
  return withLines(context, heads)
}

async function withLines(context: Place, heads: readonly BookTables['journal_entries'][]): Promise<StoredEntry[]> {
  if (heads.length === 0) return []
  const lines = await tables(context.database)
    .selectFrom('journal_lines')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where(
      'entry_id',
      'in',
      heads.map((head) => head.id),
    )
    .orderBy('position')
    .execute()
  const byEntry = Map.groupBy(lines, (line) => line.entry_id)
  return heads.map((head) => ({ head, lines: byEntry.get(head.id) ?? [] }))
}

/** The first and last day of the journal. */
export async function journalDays(context: Place): Promise<{ from: Day; to: Day } | undefined> {
  const row = await tables(context.database)
    .selectFrom('journal_entries')
    .select(({ fn }) => [fn.min('posted_on').as('from'), fn.max('posted_on').as('to')])
    .where('company_id', '=', context.company.id)
    .executeTakeFirst()
  return row?.from ? { from: row.from as Day, to: row.to as Day } : undefined
}

/** Currencies other than the company's in which something was booked. */
export async function foreignCurrencies(context: Place): Promise<string[]> {
  const rows = await tables(context.database)
    .selectFrom('journal_lines')
    .select('foreign_currency')
    .distinct()
    .where('company_id', '=', context.company.id)
    .where('foreign_currency', 'is not', null)
    .where('foreign_currency', '<>', context.company.currency)
    .execute()
  return rows.map((row) => row.foreign_currency!)
}

/** What left bank, till and money on its way per month ("2026-11") from a day on: for costs and fees, and back to customers. */
export async function moneyOutByMonth(context: Place, from: Day): Promise<{ month: string; isRefund: boolean; minor: bigint }[]> {
  const rows = await tables(context.database)
    .selectFrom('journal_lines as line')
    .innerJoin('journal_entries as entry', (join) => join.onRef('entry.company_id', '=', 'line.company_id').onRef('entry.id', '=', 'line.entry_id'))
    .select([sql<string>`substr(line.posted_on, 1, 7)`.as('month'), 'entry.kind as kind', ({ fn }) => fn.sum<bigint>('line.amount_minor').as('minor')])
    .where('line.company_id', '=', context.company.id)
    .where('line.posted_on', '>=', from)
    .where('entry.kind', 'in', [...outgoing])
    .where(sql<boolean>`(line.account_kind like 'bank%' or line.account_kind = 'cash' or line.account_kind like 'clearing%')`)
    .groupBy([sql`substr(line.posted_on, 1, 7)`, 'entry.kind'])
    .execute()
  return rows.map((row) => ({ month: row.month, isRefund: row.kind.startsWith('refund'), minor: -BigInt(row.minor) }))
}

const outgoing = ['expense_payment', 'expense_payment_undone', 'payment_fee', 'payment_fee_undone', 'refund', 'refund_undone'] as const

import type { Day, Period } from '../../../kernel/day.ts'
import { newId, type Id } from '../../../kernel/id.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { money, type Money } from '../../../kernel/money.ts'

type FilingTables = {
  tax_filings: {
    company_id: string
    id: string
    period_from: string
    period_to: string
    form: string
    payable_minor: bigint
    currency: string
    content: string
    hash: string
    filed_at: string
    filed_by: string
  }
  tax_filing_undoings: { company_id: string; filing_id: string; undone_at: string; undone_by: string }
}

type Place = Pick<Context, 'database' | 'company'>
const tables = (transaction: Transaction) => transaction.withTables<FilingTables>()

/** A return that was handed in and stands. */
export interface FiledReturn {
  readonly id: Id<'tax-filing'>
  readonly period: Period
  readonly payable: Money
  readonly content: string
  readonly hash: string
  readonly filedAt: string
  readonly filedBy: string
}

/** The standing returns whose period ends on or after a day, latest first. */
export async function filedReturns(context: Place, since: Day): Promise<FiledReturn[]> {
  const rows = await tables(context.database)
    .selectFrom('tax_filings')
    .leftJoin('tax_filing_undoings', (join) =>
      join.onRef('tax_filing_undoings.company_id', '=', 'tax_filings.company_id').onRef('tax_filing_undoings.filing_id', '=', 'tax_filings.id'),
    )
    .selectAll('tax_filings')
    .where('tax_filings.company_id', '=', context.company.id)
    .where('tax_filing_undoings.filing_id', 'is', null)
    .where('period_to', '>=', since)
    .orderBy('period_from', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'tax-filing'>,
    period: { from: row.period_from as Day, to: row.period_to as Day },
    payable: money(row.payable_minor, row.currency),
    content: row.content,
    hash: row.hash,
    filedAt: row.filed_at,
    filedBy: row.filed_by,
  }))
}

export async function insertFiling(
  context: Context,
  filing: { period: Period; form: string; payable: Money; content: string; hash: string },
): Promise<Id<'tax-filing'>> {
  const id = newId<'tax-filing'>()
  await tables(context.database)
    .insertInto('tax_filings')
    .values({
      company_id: context.company.id,
      id,
      period_from: filing.period.from,
      period_to: filing.period.to,
      form: filing.form,
      payable_minor: filing.payable.minor,
      currency: filing.payable.currency,
      content: filing.content,
      hash: filing.hash,
      filed_at: context.now,
      filed_by: context.actor.name,
    })
    .execute()
  return id
}

export async function insertUndoing(context: Context, filingId: Id<'tax-filing'>): Promise<void> {
  await tables(context.database)
    .insertInto('tax_filing_undoings')
    .values({ company_id: context.company.id, filing_id: filingId, undone_at: context.now, undone_by: context.actor.name })
    .execute()
}

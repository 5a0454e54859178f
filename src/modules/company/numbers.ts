import { sql } from 'kysely'
import { yearOf, type Day } from '../../kernel/day.ts'
import { fail } from '../../kernel/failure.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { seriesKinds } from './contract.ts'
import { tables } from './store.ts'

export type SeriesKind = (typeof seriesKinds)[number]

/**
 * Takes the next number of a series for the year of the day. Without gaps, because it is taken in the transaction
 * that issues the document, under the company's lock.
 */
export async function takeNumber(
  context: Pick<Context, 'database' | 'company'>,
  options: { kind: SeriesKind; on: Day },
): Promise<{ number: number; year: number; text: string }> {
  const year = yearOf(options.on)
  const { format } = await tables(context.database)
    .selectFrom('number_series')
    .select('format')
    .where('company_id', '=', context.company.id)
    .where('kind', '=', options.kind)
    .executeTakeFirstOrThrow()
  const row = await tables(context.database)
    .insertInto('number_counters')
    .values({ company_id: context.company.id, kind: options.kind, year: BigInt(year), next: 2n, start_at: null })
    .onConflict((conflict) => conflict.columns(['company_id', 'kind', 'year']).doUpdateSet({ next: sql<bigint>`number_counters.next + 1` }))
    .returning('next')
    .executeTakeFirstOrThrow()
  const number = Number(row.next) - 1
  return { number, year, text: numberText(format, { number, year }) }
}

/** "{year}-{number:0000}" with 14 in 2026 is "2026-0014". */
export function numberText(format: string, value: { number: number; year: number }): string {
  return format
    .replace('{year}', String(value.year))
    .replace('{yy}', String(value.year % 100).padStart(2, '0'))
    .replace(/\{number(?::(0+))?\}/, (_whole, zeros: string | undefined) => String(value.number).padStart(zeros?.length ?? 1, '0'))
}

/** The number that comes next in each series and year that was ever used. */
export async function nextNumbers(context: Pick<Context, 'database' | 'company'>): Promise<{ kind: SeriesKind; year: number; next: number }[]> {
  const rows = await tables(context.database).selectFrom('number_counters').selectAll().where('company_id', '=', context.company.id).execute()
  return rows.map((row) => ({ kind: row.kind as SeriesKind, year: Number(row.year), next: Number(row.next) }))
}

/** How the numbers of each series are written. */
export async function seriesFormats(context: Pick<Context, 'database' | 'company'>): Promise<Map<SeriesKind, string>> {
  const rows = await tables(context.database).selectFrom('number_series').select(['kind', 'format']).where('company_id', '=', context.company.id).execute()
  return new Map(rows.map((row) => [row.kind as SeriesKind, row.format]))
}

/** Sets how a series is written and where it goes on this year. Fails with `series_already_used`. */
export async function changeSeries(context: Context, series: { kind: SeriesKind; format?: string | undefined; next?: number | undefined }): Promise<void> {
  const companyId = context.company.id
  if (series.format !== undefined) {
    await tables(context.database)
      .updateTable('number_series')
      .set({ format: series.format })
      .where('company_id', '=', companyId)
      .where('kind', '=', series.kind)
      .execute()
  }
  if (series.next === undefined) return
  const year = BigInt(context.today.slice(0, 4))
  const counter = await tables(context.database)
    .selectFrom('number_counters')
    .select(['next', 'start_at'])
    .where('company_id', '=', companyId)
    .where('kind', '=', series.kind)
    .where('year', '=', year)
    .executeTakeFirst()
  const next = BigInt(series.next)
  // Once a number of the year is used the series goes on from it: a jump would be a gap.
  const isUsed = counter !== undefined && counter.next > 1n && counter.next !== counter.start_at
  if (isUsed && counter.next !== next) fail('series_already_used', { next: Number(counter.next) })
  await tables(context.database)
    .insertInto('number_counters')
    .values({ company_id: companyId, kind: series.kind, year, next, start_at: next })
    .onConflict((conflict) => conflict.columns(['company_id', 'kind', 'year']).doUpdateSet(isUsed ? { next } : { next, start_at: next }))
    .execute()
}

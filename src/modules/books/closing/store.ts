import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { tables } from '../tables.ts'

/** The last day of the closed time, or null where nothing is closed. */
export async function closedUntil(context: Pick<Context, 'database' | 'company'>): Promise<Day | null> {
  const row = await tables(context.database)
    .selectFrom('period_closings')
    .select('closed_until')
    .where('company_id', '=', context.company.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.closed_until ?? null) as Day | null
}

export async function insertClosing(context: Context, closing: { kind: 'closed' | 'reopened'; until: Day | null; reason: string | null }): Promise<void> {
  await tables(context.database)
    .insertInto('period_closings')
    .values({
      company_id: context.company.id,
      id: newId<'period-closing'>(),
      kind: closing.kind,
      closed_until: closing.until,
      reason: closing.reason,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
}

/** What was closed and opened again, latest first. */
export async function listClosings(context: Pick<Context, 'database' | 'company'>) {
  const rows = await tables(context.database)
    .selectFrom('period_closings')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .orderBy('id', 'desc')
    .limit(24)
    .execute()
  return rows.map((row) => ({ kind: row.kind, until: row.closed_until as Day | null, reason: row.reason, at: row.recorded_at, by: row.recorded_by }))
}

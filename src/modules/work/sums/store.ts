import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { MemberId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { tables } from '../tables.ts'

/** The minutes that each member worked between two days, and how many of them can be billed. */
export async function minutesByMember(
  context: Pick<Context, 'database' | 'company'>,
  days: { from: Day; to: Day },
): Promise<{ memberId: MemberId | null; minutes: number; billableMinutes: number }[]> {
  const rows = await tables(context.database)
    .selectFrom('time_entries')
    .select(['member_id', ({ fn }) => fn.sum<bigint>('minutes').as('minutes'), sql<bigint>`sum(minutes * is_billable)`.as('billable')])
    .where('company_id', '=', context.company.id)
    .where('performed_on', '>=', days.from)
    .where('performed_on', '<=', days.to)
    .where('removed_at', 'is', null)
    .groupBy('member_id')
    .execute()
  return rows.map((row) => ({ memberId: row.member_id as MemberId | null, minutes: Number(row.minutes), billableMinutes: Number(row.billable) }))
}

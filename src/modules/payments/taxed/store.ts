import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Context } from '../../../platform/operation/context.ts'

/** How a credit note was used after it was issued: for another invoice, or paid back. Minor units; an undoing is negative. */
export interface CreditUse {
  readonly creditNoteId: string
  readonly amount: bigint
  readonly on: Day
}

type Place = Pick<Context, 'database' | 'company'>

/** The uses of credit notes in a span of days, in the order recorded. */
export async function creditNoteUses(context: Place, days: { from: Day; to: Day }): Promise<CreditUse[]> {
  return usesWhere(context, sql`used_on >= ${days.from} and used_on <= ${days.to}`)
}

/** All uses of these credit notes. */
export async function usesOfCreditNotes(context: Place, ids: readonly string[]): Promise<CreditUse[]> {
  return ids.length === 0 ? [] : usesWhere(context, sql`credit_id in (${sql.join([...ids])})`)
}

async function usesWhere(context: Place, condition: ReturnType<typeof sql>): Promise<CreditUse[]> {
  const company = context.company.id
  const { rows } = await sql<{ credit_id: string; amount_minor: bigint; used_on: string }>`
    select * from (
      select a.id, a.credit_id, a.amount_minor, a.allocated_on as used_on from payment_allocations a
        join customer_credits c on c.company_id = a.company_id and c.id = a.credit_id and c.kind = 'credit_note' where a.company_id = ${company}
      union all
      select r.id, r.credit_id, r.amount_minor, r.refunded_on as used_on from refunds r
        join customer_credits c on c.company_id = r.company_id and c.id = r.credit_id and c.kind = 'credit_note' where r.company_id = ${company}
    ) uses where ${condition} order by id`.execute(context.database)
  return rows.map((row) => ({ creditNoteId: row.credit_id, amount: row.amount_minor, on: row.used_on as Day }))
}

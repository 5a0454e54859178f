import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/context.ts'

type Place = Pick<Context, 'database' | 'company'>

/** Each credit with what is stored as left of it and what its facts leave. */
export async function storedCredits(context: Place) {
  const { rows } = await sql<{
    id: string
    kind: string
    amount: bigint
    left_minor: bigint
    allocated: bigint
    refunded: bigint
    fees: bigint
    is_removed: bigint
  }>`
    select c.id as id, c.kind as kind, c.amount_minor as amount, c.left_minor as left_minor,
      cast(coalesce((select sum(a.amount_minor) from payment_allocations a where a.company_id = c.company_id and a.credit_id = c.id), 0) as bigint) as allocated,
      cast(coalesce((select sum(r.amount_minor) from refunds r where r.company_id = c.company_id and r.credit_id = c.id), 0) as bigint) as refunded,
      cast(coalesce((select sum(s.amount_minor) from reminder_fee_settlements s where s.company_id = c.company_id and s.credit_id = c.id), 0) as bigint) as fees,
      cast((select count(*) from payment_removals x where x.company_id = c.company_id and x.payment_id = c.id) as bigint) as is_removed
    from customer_credits c where c.company_id = ${context.company.id}`.execute(context.database)
  return rows
}

export interface CustomerFacts {
  contact_id: string
  currency: string
  paid: bigint
  refunded: bigint
  written_off: bigint
  allocated: bigint
  credit_left: bigint
  /** Fees of reminders, less what was waived. */
  charged: bigint
  fees_paid: bigint
}

/** What each customer paid, got back, was let off, and has as credit, by currency. Removed payments count nothing. */
export async function moneyByCustomer(context: Place): Promise<CustomerFacts[]> {
  const company = context.company.id
  const { rows } = await sql<CustomerFacts>`
    select contact_id, currency,
      cast(sum(paid) as bigint) as paid, cast(sum(refunded) as bigint) as refunded, cast(sum(written_off) as bigint) as written_off,
      cast(sum(allocated) as bigint) as allocated, cast(sum(credit_left) as bigint) as credit_left,
      cast(sum(charged) as bigint) as charged, cast(sum(fees_paid) as bigint) as fees_paid
    from (
      select p.contact_id, p.currency, p.amount_minor as paid, 0 as refunded, 0 as written_off, 0 as allocated, 0 as credit_left, 0 as charged, 0 as fees_paid
        from payments p left join payment_removals x on x.company_id = p.company_id and x.payment_id = p.id
        where p.company_id = ${company} and x.payment_id is null
      union all select contact_id, currency, 0, amount_minor, 0, 0, 0, 0, 0 from refunds where company_id = ${company}
      union all select contact_id, currency, 0, 0, amount_minor, 0, 0, 0, 0 from write_offs where company_id = ${company}
      union all select a.contact_id, a.currency, 0, 0, 0, a.amount_minor, 0, 0, 0 from payment_allocations a
        join customer_credits c on c.company_id = a.company_id and c.id = a.credit_id where a.company_id = ${company} and c.kind = 'payment'
      union all select contact_id, currency, 0, 0, 0, 0, left_minor, 0, 0 from customer_credits where company_id = ${company}
      union all select contact_id, currency, 0, 0, 0, 0, 0, amount_minor, 0 from reminder_fees where company_id = ${company}
      union all select contact_id, currency, 0, 0, 0, 0, 0, 0, amount_minor from reminder_fee_settlements where company_id = ${company}
    ) facts group by contact_id, currency`.execute(context.database)
  return rows
}

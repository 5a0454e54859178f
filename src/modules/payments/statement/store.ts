import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { ContactId } from '../../../kernel/id.ts'
import { money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { Movement, StatementKind } from './statement.ts'

interface Row {
  kind: StatementKind
  on_day: string
  about: string | null
  invoice_id: string | null
  minor: bigint
  currency: string
  is_undoing: bigint
}

/** Everything about the money of a customer but the documents themselves, in the order in which it was recorded. */
export async function moneyMovements(
  context: Pick<Context, 'database' | 'company'>,
  contactId: ContactId,
): Promise<(Movement & { readonly invoiceId: string | null })[]> {
  const company = context.company.id
  const { rows } = await sql<Row>`
    select kind, on_day, about, invoice_id, minor, currency, is_undoing from (
      select p.recorded_at as at, p.id as id, 'payment' as kind, p.received_on as on_day, p.method as about, null as invoice_id,
        -p.amount_minor as minor, p.currency, 0 as is_undoing from payments p where p.company_id = ${company} and p.contact_id = ${contactId}
      union all select x.removed_at, p.id, 'payment', substr(x.removed_at, 1, 10), p.method, null, p.amount_minor, p.currency, 1
        from payment_removals x join payments p on p.company_id = x.company_id and p.id = x.payment_id
        where x.company_id = ${company} and p.contact_id = ${contactId}
      union all select r.recorded_at, r.id, 'refund', r.refunded_on, null, null, r.amount_minor, r.currency,
        case when r.reverses_id is null then 0 else 1 end from refunds r where r.company_id = ${company} and r.contact_id = ${contactId}
      union all select w.recorded_at, w.id, 'write_off', w.written_off_on, null, w.invoice_id, -w.amount_minor, w.currency,
        case when w.reverses_id is null then 0 else 1 end from write_offs w where w.company_id = ${company} and w.contact_id = ${contactId}
      union all select f.recorded_at, f.id, case when f.kind = 'interest' then 'interest' else 'fee' end, f.charged_on, null, f.invoice_id,
        f.amount_minor, f.currency, case when f.id = f.fee_id then 0 else 1 end
        from reminder_fees f where f.company_id = ${company} and f.contact_id = ${contactId}
    ) facts order by at, id`.execute(context.database)
  return rows.map((row) => ({
    kind: row.kind,
    on: row.on_day as Day,
    about: row.about,
    invoiceId: row.invoice_id,
    amount: money(BigInt(row.minor), row.currency),
    isUndoing: BigInt(row.is_undoing) === 1n,
  }))
}

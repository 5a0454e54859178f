import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { ContactId } from '../../../kernel/id.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { InvoiceTables, ReadContext } from '../store.ts'

/** What was invoiced less what was credited: gross, in one indexed read each. Opening invoices were another year's. */
const signedGross = sql<bigint>`sum(case when kind = 'credit_note' then -gross_minor else gross_minor end)`

/** Per month ("2026-11") and currency, from a day on. */
export async function invoicedByMonth(context: ReadContext, from: Day): Promise<{ month: string; amount: Money }[]> {
  const rows = await issuedFrom(context, from)
    .select([sql<string>`substr(listed_on, 1, 7)`.as('month'), 'currency', signedGross.as('minor')])
    .groupBy([sql`substr(listed_on, 1, 7)`, 'currency'])
    .execute()
  return rows.map((row) => ({ month: row.month, amount: money(BigInt(row.minor), row.currency) }))
}

/** Per customer and currency, from a day on. */
export async function invoicedByCustomer(context: ReadContext, from: Day): Promise<{ contactId: ContactId; amount: Money }[]> {
  const rows = await issuedFrom(context, from)
    .select(['contact_id', 'currency', signedGross.as('minor')])
    .groupBy(['contact_id', 'currency'])
    .execute()
  return rows.map((row) => ({ contactId: row.contact_id as ContactId, amount: money(BigInt(row.minor), row.currency) }))
}

function issuedFrom(context: ReadContext, from: Day) {
  return context.database
    .withTables<InvoiceTables>()
    .selectFrom('invoices')
    .where('company_id', '=', context.company.id)
    .where('listed_on', '>=', from)
    .where('state', '=', 'issued')
    .where('kind', '<>', 'opening')
}

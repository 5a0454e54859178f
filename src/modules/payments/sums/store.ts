import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'

type SumTables = {
  payments: { company_id: string; id: string; amount_minor: bigint; currency: string; received_on: string }
  payment_removals: { company_id: string; payment_id: string }
}

const tables = (transaction: Transaction) => transaction.withTables<SumTables>()

/** What came in per month ("2026-11") and currency, from a day on; payments taken back are left out. */
export async function receivedByMonth(context: Pick<Context, 'database' | 'company'>, from: Day): Promise<{ month: string; amount: Money }[]> {
  const rows = await tables(context.database)
    .selectFrom('payments')
    .leftJoin('payment_removals', (join) =>
      join.onRef('payment_removals.company_id', '=', 'payments.company_id').onRef('payment_removals.payment_id', '=', 'payments.id'),
    )
    .select([sql<string>`substr(received_on, 1, 7)`.as('month'), 'currency', ({ fn }) => fn.sum<bigint>('amount_minor').as('minor')])
    .where('payments.company_id', '=', context.company.id)
    .where('received_on', '>=', from)
    .where('payment_removals.payment_id', 'is', null)
    .groupBy([sql`substr(received_on, 1, 7)`, 'currency'])
    .execute()
  return rows.map((row) => ({ month: row.month, amount: money(BigInt(row.minor), row.currency) }))
}

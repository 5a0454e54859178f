import { sql } from 'kysely'
import type { Place } from '../store.ts'

/** Each expense as it is kept for lists, with what its revisions and facts make. */
export async function storedExpenses(context: Place) {
  const { rows } = await sql<{ id: string; gross: bigint; said: bigint; parts: bigint; paid: bigint; facts: bigint; receipts: bigint; files: bigint }>`
    select e.id as id, e.gross_minor as gross, e.paid_minor as paid, e.receipt_count as receipts,
      cast(coalesce((select r.gross_minor from expense_revisions r where r.company_id = e.company_id and r.expense_id = e.id and r.revision = e.revision), 0) as bigint) as said,
      cast(coalesce((select sum(p.gross_minor) from expense_revision_parts p where p.company_id = e.company_id and p.expense_id = e.id and p.revision = e.revision), 0) as bigint) as parts,
      cast(coalesce((select sum(f.amount_minor) from expense_payments f where f.company_id = e.company_id and f.expense_id = e.id), 0) as bigint) as facts,
      cast((select count(*) from expense_receipts x where x.company_id = e.company_id and x.expense_id = e.id) as bigint) as files
    from expenses e where e.company_id = ${context.company.id}`.execute(context.database)
  return rows
}

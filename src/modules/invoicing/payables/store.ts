import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { ContactId, InvoiceId } from '../../../kernel/id.ts'
import { money } from '../../../kernel/money.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Payable } from '../payables.ts'
import type { PartTables } from '../parts/store.ts'
import type { StateTables } from '../states/store.ts'
import type { InvoiceTables, ReadContext } from '../store.ts'

const tables = (transaction: Transaction) => transaction.withTables<InvoiceTables & StateTables & PartTables>()

// Written into the query, not handed to it: a plan that is kept can use the index of open invoices only then.
const nothing = sql.lit(0n)

/** Issued invoices with what is open of them and when: see payables.ts. */
export async function selectPayables(context: ReadContext, filter: { ids?: readonly InvoiceId[]; contactId?: ContactId | undefined }): Promise<Payable[]> {
  let query = tables(context.database)
    .selectFrom('invoice_states')
    .innerJoin('invoices', (join) => join.onRef('invoices.company_id', '=', 'invoice_states.company_id').onRef('invoices.id', '=', 'invoice_states.invoice_id'))
    .select([
      'invoices.id as id',
      'number_text',
      'invoices.contact_id as contact_id',
      'buyer_name',
      'invoices.currency as currency',
      'gross_minor',
      'open_minor',
      'issued_on',
      'next_due_on',
      'payment_reference',
    ])
    .where('invoice_states.company_id', '=', context.company.id)
    .where('kind', '<>', 'credit_note')
  query = filter.ids ? query.where('invoice_states.invoice_id', 'in', [...filter.ids]) : query.where('invoice_states.open_minor', '<>', nothing)
  if (filter.contactId) query = query.where('invoice_states.contact_id', '=', filter.contactId)
  const rows = (await query.execute()).sort((left, right) => (left.next_due_on ?? '').localeCompare(right.next_due_on ?? '') || byId(left, right))
  if (rows.length === 0) return []
  const dues = await duesOfMany(context, filter.ids ?? (filter.contactId ? rows.map((row) => row.id) : null))
  return rows.map((row) => ({
    id: row.id as InvoiceId,
    number: row.number_text!,
    contactId: row.contact_id as ContactId,
    contactName: row.buyer_name,
    currency: row.currency,
    total: money(row.gross_minor!, row.currency),
    open: money(row.open_minor, row.currency),
    issuedOn: row.issued_on as Day,
    nextDueOn: row.next_due_on as Day | null,
    dues: (dues.get(row.id) ?? []).map((due) => ({ on: due.due_on as Day, amount: money(due.amount_minor, row.currency) })),
    reference: row.payment_reference ?? row.number_text,
  }))
}

/** The invoices that ask to be paid by these references, open or not. */
export async function invoicesByReference(context: ReadContext, references: readonly string[]): Promise<Map<string, InvoiceId>> {
  if (references.length === 0) return new Map()
  const rows = await tables(context.database)
    .selectFrom('invoices')
    .select(['id', 'payment_reference'])
    .where('company_id', '=', context.company.id)
    .where('payment_reference', 'in', [...references])
    .where('payment_reference', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.payment_reference!, row.id as InvoiceId]))
}

/** The due dates of some invoices, or of all that are open. */
async function duesOfMany(context: ReadContext, ids: readonly string[] | null) {
  let query = tables(context.database)
    .selectFrom('invoice_dues')
    .innerJoin('invoice_states', (join) =>
      join.onRef('invoice_states.company_id', '=', 'invoice_dues.company_id').onRef('invoice_states.invoice_id', '=', 'invoice_dues.invoice_id'),
    )
    .select(['invoice_dues.invoice_id as invoice_id', 'due_on', 'amount_minor'])
    .where('invoice_dues.company_id', '=', context.company.id)
  query = ids ? query.where('invoice_dues.invoice_id', 'in', [...ids]) : query.where('open_minor', '<>', nothing)
  return Map.groupBy(await query.orderBy('due_on').execute(), (due) => due.invoice_id)
}

const byId = (left: { id: string }, right: { id: string }) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)

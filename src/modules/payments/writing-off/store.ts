import type { Day } from '../../../kernel/day.ts'
import type { ContactId, Id, InvoiceId } from '../../../kernel/id.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { tables, type LedgerTables } from '../ledger/store.ts'

export interface WriteOff {
  readonly id: Id<'write-off'>
  readonly invoiceId: InvoiceId
  readonly contactId: ContactId
  readonly amount: Money
  readonly on: Day
  readonly reason: string
}

/** A fact; with `reversesId` and a negative amount the one that undoes another. */
export async function insertWriteOff(context: Context, writeOff: Omit<WriteOff, 'on'> & { reversesId?: string }): Promise<void> {
  await tables(context.database)
    .insertInto('write_offs')
    .values({
      company_id: context.company.id,
      id: writeOff.id,
      invoice_id: writeOff.invoiceId,
      contact_id: writeOff.contactId,
      amount_minor: writeOff.amount.minor,
      currency: writeOff.amount.currency,
      written_off_on: context.today,
      reason: writeOff.reason,
      reverses_id: writeOff.reversesId ?? null,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
  context.emit('invoice.written-off', { writeOffId: writeOff.id })
}

/** The write-offs that stand: neither undone nor an undoing. Of an invoice, or one. */
export async function standingWriteOffs(context: Context, by: { invoiceId: InvoiceId } | { id: string }): Promise<WriteOff[]> {
  let query = tables(context.database)
    .selectFrom('write_offs as fact')
    .leftJoin('write_offs as undoing', (join) => join.onRef('undoing.company_id', '=', 'fact.company_id').onRef('undoing.reverses_id', '=', 'fact.id'))
    .selectAll('fact')
    .where('fact.company_id', '=', context.company.id)
    .where('fact.reverses_id', 'is', null)
    .where('undoing.id', 'is', null)
  query = 'id' in by ? query.where('fact.id', '=', by.id) : query.where('fact.invoice_id', '=', by.invoiceId)
  return (await query.orderBy('fact.id').execute()).map(writeOffOf)
}

function writeOffOf(row: LedgerTables['write_offs']): WriteOff {
  return {
    id: row.id as Id<'write-off'>,
    invoiceId: row.invoice_id as InvoiceId,
    contactId: row.contact_id as ContactId,
    amount: money(row.amount_minor, row.currency),
    on: row.written_off_on as Day,
    reason: row.reason,
  }
}

import type { Day } from '../../../kernel/day.ts'
import type { ContactId, InvoiceId } from '../../../kernel/id.ts'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { ReadContext } from '../store.ts'

export type StateTables = {
  invoice_states: {
    company_id: string
    invoice_id: string
    contact_id: string
    currency: string
    open_minor: bigint
    credited_minor: bigint
    next_due_on: string | null
    settled_on: string | null
    sent_at: string | null
    seen_at: string | null
  }
  invoice_settlements: {
    company_id: string
    id: string
    invoice_id: string
    kind: string
    source_id: string
    amount_minor: bigint
    settled_on: string
    recorded_at: string
  }
  invoice_facts: { company_id: string; id: string; invoice_id: string; kind: string; at: string; detail: string | null }
}

const tables = (transaction: Transaction) => transaction.withTables<StateTables>()

/** What the facts about an issued document add up to. */
export interface InvoiceState {
  readonly open: Money
  readonly credited: Money
  readonly nextDueOn: Day | null
  readonly settledOn: Day | null
  readonly sentAt: Instant | null
  readonly seenAt: Instant | null
}

export type SettlementKind = 'payment' | 'credit_note' | 'write_off'

export interface SettlementFact {
  readonly kind: SettlementKind
  readonly sourceId: string
  readonly amount: Money
  readonly on: Day
}

export async function findState(context: ReadContext, invoiceId: InvoiceId): Promise<InvoiceState | undefined> {
  const row = await tables(context.database)
    .selectFrom('invoice_states')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('invoice_id', '=', invoiceId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    open: money(row.open_minor, row.currency),
    credited: money(row.credited_minor, row.currency),
    nextDueOn: row.next_due_on as Day | null,
    settledOn: row.settled_on as Day | null,
    sentAt: row.sent_at as Instant | null,
    seenAt: row.seen_at as Instant | null,
  }
}

export async function insertState(context: Context, state: { invoiceId: InvoiceId; contactId: ContactId; open: Money; nextDueOn: Day | null }): Promise<void> {
  await tables(context.database)
    .insertInto('invoice_states')
    .values({
      company_id: context.company.id,
      invoice_id: state.invoiceId,
      contact_id: state.contactId,
      currency: state.open.currency,
      open_minor: state.open.minor,
      credited_minor: 0n,
      next_due_on: state.nextDueOn,
      settled_on: null,
      sent_at: null,
      seen_at: null,
    })
    .execute()
}

export async function updateState(
  context: Context,
  invoiceId: InvoiceId,
  changes: { open: Money; credited: Money; nextDueOn: Day | null; settledOn: Day | null },
): Promise<void> {
  await tables(context.database)
    .updateTable('invoice_states')
    .set({
      open_minor: changes.open.minor,
      credited_minor: changes.credited.minor,
      next_due_on: changes.nextDueOn,
      settled_on: changes.settledOn,
    })
    .where('company_id', '=', context.company.id)
    .where('invoice_id', '=', invoiceId)
    .execute()
}

/** Adds a fact. The same source settles an invoice once; undoing it is another fact with a source of its own. */
export async function insertSettlement(context: Context, invoiceId: InvoiceId, fact: SettlementFact): Promise<void> {
  await tables(context.database)
    .insertInto('invoice_settlements')
    .values({
      company_id: context.company.id,
      id: newId<'settlement'>(),
      invoice_id: invoiceId,
      kind: fact.kind,
      source_id: fact.sourceId,
      amount_minor: fact.amount.minor,
      settled_on: fact.on,
      recorded_at: context.now,
    })
    .execute()
}

export async function settlementsOf(context: ReadContext, invoiceId: InvoiceId, currency: string): Promise<SettlementFact[]> {
  const rows = await tables(context.database)
    .selectFrom('invoice_settlements')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('invoice_id', '=', invoiceId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    kind: row.kind as SettlementKind,
    sourceId: row.source_id,
    amount: money(row.amount_minor, currency),
    on: row.settled_on as Day,
  }))
}

/** Of each source (a credit note), how much of it has been used to settle invoices. */
export async function usedOf(context: ReadContext, sourceIds: readonly string[]): Promise<Map<string, bigint>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await tables(context.database)
    .selectFrom('invoice_settlements')
    .select(['source_id', 'amount_minor'])
    .where('company_id', '=', context.company.id)
    .where('kind', '=', 'credit_note')
    .where('source_id', 'in', [...sourceIds])
    .execute()
  const used = new Map<string, bigint>()
  for (const row of rows) used.set(row.source_id, (used.get(row.source_id) ?? 0n) + row.amount_minor)
  return used
}

/** Notes that it was sent or seen; the state keeps the last sending and the first look. */
export async function insertFact(
  context: Context,
  fact: { invoiceId: InvoiceId; kind: 'sent' | 'seen'; detail: string | null; isRemembered: boolean },
): Promise<void> {
  await tables(context.database)
    .insertInto('invoice_facts')
    .values({
      company_id: context.company.id,
      id: newId<'invoice-fact'>(),
      invoice_id: fact.invoiceId,
      kind: fact.kind,
      at: context.now,
      detail: fact.detail,
    })
    .execute()
  if (!fact.isRemembered) return
  await tables(context.database)
    .updateTable('invoice_states')
    .set(fact.kind === 'sent' ? { sent_at: context.now } : { seen_at: context.now })
    .where('company_id', '=', context.company.id)
    .where('invoice_id', '=', fact.invoiceId)
    .execute()
}

import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { newId, type BankTransactionId, type ContactId, type Id, type InvoiceId } from '../../../kernel/id.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'

export type LedgerTables = {
  customer_credits: {
    company_id: string
    id: string
    contact_id: string
    kind: 'payment' | 'credit_note'
    amount_minor: bigint
    currency: string
    credited_on: string
    left_minor: bigint
  }
  payments: {
    company_id: string
    id: string
    contact_id: string
    amount_minor: bigint
    currency: string
    received_on: string
    method: string
    note: string | null
    bank_transaction_id: string | null
    recorded_at: string
    recorded_by: string
  }
  payment_removals: { company_id: string; payment_id: string; reason: string | null; removed_at: string; removed_by: string }
  payment_allocations: {
    company_id: string
    id: string
    credit_id: string
    invoice_id: string
    contact_id: string
    amount_minor: bigint
    currency: string
    allocated_on: string
    reverses_id: string | null
    recorded_at: string
    recorded_by: string
  }
  refunds: {
    company_id: string
    id: string
    credit_id: string
    contact_id: string
    amount_minor: bigint
    currency: string
    refunded_on: string
    reason: string
    bank_transaction_id: string | null
    reverses_id: string | null
    recorded_at: string
    recorded_by: string
  }
  write_offs: {
    company_id: string
    id: string
    invoice_id: string
    contact_id: string
    amount_minor: bigint
    currency: string
    written_off_on: string
    reason: string
    reverses_id: string | null
    recorded_at: string
    recorded_by: string
  }
}

export interface Credit {
  readonly id: string
  readonly contactId: ContactId
  readonly kind: 'payment' | 'credit_note'
  readonly amount: Money
  readonly left: Money
  readonly on: Day
}

export interface Allocation {
  readonly id: Id<'allocation'>
  readonly creditId: string
  readonly invoiceId: InvoiceId
  readonly contactId: ContactId
  readonly amount: Money
}

export const tables = (transaction: Transaction) => transaction.withTables<LedgerTables>()

export async function insertCredit(context: Context, credit: Omit<Credit, 'left'>): Promise<void> {
  await tables(context.database)
    .insertInto('customer_credits')
    .values({
      company_id: context.company.id,
      id: credit.id,
      contact_id: credit.contactId,
      kind: credit.kind,
      amount_minor: credit.amount.minor,
      currency: credit.amount.currency,
      credited_on: credit.on,
      left_minor: credit.amount.minor,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .execute()
}

export async function findCredit(context: Context, creditId: string): Promise<Credit | undefined> {
  const row = await tables(context.database)
    .selectFrom('customer_credits')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('id', '=', creditId)
    .executeTakeFirst()
  return row && creditOf(row)
}

/** The credits of which something is left, oldest first. */
export async function creditsLeft(context: Context, contactId: ContactId): Promise<Credit[]> {
  const rows = await tables(context.database)
    .selectFrom('customer_credits')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', contactId)
    .where('left_minor', '>', sql.lit(0n))
    .orderBy('credited_on')
    .orderBy('id')
    .execute()
  return rows.map(creditOf)
}

/** The credits of all customers of which something is left, latest first, two thousand at most. */
export async function creditsOfAll(context: Context): Promise<Credit[]> {
  const rows = await tables(context.database)
    .selectFrom('customer_credits')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('left_minor', '>', sql.lit(0n))
    .orderBy('credited_on', 'desc')
    .limit(2000)
    .execute()
  return rows.map(creditOf)
}

/** All that was put of a credit onto invoices, reversed since or not. */
export async function everyAllocation(context: Context, creditId: string): Promise<{ invoiceId: InvoiceId; amount: Money }[]> {
  const rows = await tables(context.database)
    .selectFrom('payment_allocations')
    .select(['invoice_id', 'amount_minor', 'currency'])
    .where('company_id', '=', context.company.id)
    .where('credit_id', '=', creditId)
    .where('reverses_id', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ invoiceId: row.invoice_id as InvoiceId, amount: money(row.amount_minor, row.currency) }))
}

/** Takes from what is left of a credit, or puts back with a negative amount. The table refuses less than nothing. */
export async function drawCredit(context: Context, creditId: string, amount: Money): Promise<void> {
  await tables(context.database)
    .updateTable('customer_credits')
    .set((expression) => ({ left_minor: expression('left_minor', '-', amount.minor) }))
    .where('company_id', '=', context.company.id)
    .where('id', '=', creditId)
    .execute()
}

export async function insertAllocation(context: Context, allocation: Allocation & { on: Day; reversesId?: string }): Promise<void> {
  await tables(context.database)
    .insertInto('payment_allocations')
    .values({
      company_id: context.company.id,
      id: allocation.id,
      credit_id: allocation.creditId,
      invoice_id: allocation.invoiceId,
      contact_id: allocation.contactId,
      amount_minor: allocation.amount.minor,
      currency: allocation.amount.currency,
      allocated_on: allocation.on,
      reverses_id: allocation.reversesId ?? null,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
}

/** The allocations that stand: neither reversed nor a reversal. By credit, by invoice, or one. */
export async function standingAllocations(
  context: Context,
  by: { creditIds: readonly string[] } | { invoiceIds: readonly string[] } | { id: string },
): Promise<Allocation[]> {
  let query = tables(context.database)
    .selectFrom('payment_allocations as allocation')
    .leftJoin('payment_allocations as reversal', (join) =>
      join.onRef('reversal.company_id', '=', 'allocation.company_id').onRef('reversal.reverses_id', '=', 'allocation.id'),
    )
    .selectAll('allocation')
    .where('allocation.company_id', '=', context.company.id)
    .where('allocation.reverses_id', 'is', null)
    .where('reversal.id', 'is', null)
  if ('id' in by) query = query.where('allocation.id', '=', by.id)
  else if ('creditIds' in by) query = query.where('allocation.credit_id', 'in', by.creditIds.length > 0 ? [...by.creditIds] : [''])
  else query = query.where('allocation.invoice_id', 'in', by.invoiceIds.length > 0 ? [...by.invoiceIds] : [''])
  const rows = await query.orderBy('allocation.id').execute()
  return rows.map((row) => ({
    id: row.id as Id<'allocation'>,
    creditId: row.credit_id,
    invoiceId: row.invoice_id as InvoiceId,
    contactId: row.contact_id as ContactId,
    amount: money(row.amount_minor, row.currency),
  }))
}

/** The invoices that payments of the last days settled: a second payment of one of them is a double payment. */
export async function invoicesPaidSince(context: Context, since: Day): Promise<InvoiceId[]> {
  const rows = await tables(context.database)
    .selectFrom('payment_allocations')
    .select('invoice_id')
    .distinct()
    .where('company_id', '=', context.company.id)
    .where('allocated_on', '>=', since)
    .orderBy('invoice_id', 'desc')
    .limit(2000)
    .execute()
  return rows.map((row) => row.invoice_id as InvoiceId)
}

export async function insertRefund(
  context: Context,
  refund: { creditId: string; contactId: ContactId; amount: Money; on: Day; reason: string; bankTransactionId: BankTransactionId | null; reversesId?: string },
): Promise<Id<'refund'>> {
  const id = newId<'refund'>()
  await tables(context.database)
    .insertInto('refunds')
    .values({
      company_id: context.company.id,
      id,
      credit_id: refund.creditId,
      contact_id: refund.contactId,
      amount_minor: refund.amount.minor,
      currency: refund.amount.currency,
      refunded_on: refund.on,
      reason: refund.reason,
      bank_transaction_id: refund.bankTransactionId,
      reverses_id: refund.reversesId ?? null,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
  await drawCredit(context, refund.creditId, refund.amount)
  context.emit('payment.refunded', { refundId: id })
  return id
}

export interface StandingRefund {
  readonly id: string
  readonly creditId: string
  readonly contactId: ContactId
  readonly amount: Money
  readonly bankTransactionId: BankTransactionId | null
}

/** The refunds that stand, neither undone nor an undoing: of a bank transaction, or by their ids. */
export async function standingRefunds(context: Context, by: { bankTransactionId: BankTransactionId } | { ids: readonly string[] }): Promise<StandingRefund[]> {
  let query = tables(context.database)
    .selectFrom('refunds as fact')
    .leftJoin('refunds as undoing', (join) => join.onRef('undoing.company_id', '=', 'fact.company_id').onRef('undoing.reverses_id', '=', 'fact.id'))
    .selectAll('fact')
    .where('fact.company_id', '=', context.company.id)
    .where('fact.reverses_id', 'is', null)
    .where('undoing.id', 'is', null)
  query = 'ids' in by ? query.where('fact.id', 'in', [...by.ids]) : query.where('fact.bank_transaction_id', '=', by.bankTransactionId)
  return (await query.orderBy('fact.id').execute()).map((row) => ({
    id: row.id,
    creditId: row.credit_id,
    contactId: row.contact_id as ContactId,
    amount: money(row.amount_minor, row.currency),
    bankTransactionId: row.bank_transaction_id as BankTransactionId | null,
  }))
}

function creditOf(row: LedgerTables['customer_credits']): Credit {
  return {
    id: row.id,
    contactId: row.contact_id as ContactId,
    kind: row.kind,
    amount: money(row.amount_minor, row.currency),
    left: money(row.left_minor, row.currency),
    on: row.credited_on as Day,
  }
}

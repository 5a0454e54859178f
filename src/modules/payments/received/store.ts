import type { Day } from '../../../kernel/day.ts'
import type { BankTransactionId, ContactId, InvoiceId, PaymentId } from '../../../kernel/id.ts'
import { money, sum, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { insertCredit, tables } from '../ledger/store.ts'

export interface NewPayment {
  readonly id: PaymentId
  readonly contactId: ContactId
  readonly amount: Money
  readonly on: Day
  readonly method: string
  readonly note: string | null
  readonly bankTransactionId: BankTransactionId | null
}

export async function insertPayment(context: Context, payment: NewPayment): Promise<void> {
  await insertCredit(context, { id: payment.id, contactId: payment.contactId, kind: 'payment', amount: payment.amount, on: payment.on })
  await tables(context.database)
    .insertInto('payments')
    .values({
      company_id: context.company.id,
      id: payment.id,
      contact_id: payment.contactId,
      amount_minor: payment.amount.minor,
      currency: payment.amount.currency,
      received_on: payment.on,
      method: payment.method,
      note: payment.note,
      bank_transaction_id: payment.bankTransactionId,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
}

export async function insertRemoval(context: Context, removal: { paymentId: PaymentId; reason: string | null }): Promise<void> {
  await tables(context.database)
    .insertInto('payment_removals')
    .values({ company_id: context.company.id, payment_id: removal.paymentId, reason: removal.reason, removed_at: context.now, removed_by: context.actor.name })
    .execute()
}

export async function findPayment(context: Context, paymentId: PaymentId) {
  const rows = await selectPayments(context, { paymentId, limit: 1 })
  return rows[0]
}

/** The payments that a bank transaction became, of those that stand: one, or one for each customer of a collective one. */
export async function paymentsOfTransactions(context: Context, bankTransactionIds: readonly string[]): Promise<Map<string, PaymentId[]>> {
  if (bankTransactionIds.length === 0) return new Map()
  const rows = await tables(context.database)
    .selectFrom('payments')
    .leftJoin('payment_removals', (join) =>
      join.onRef('payment_removals.company_id', '=', 'payments.company_id').onRef('payment_removals.payment_id', '=', 'payments.id'),
    )
    .select(['payments.id as id', 'payments.bank_transaction_id as transactionId'])
    .where('payments.company_id', '=', context.company.id)
    .where('payments.bank_transaction_id', 'in', [...bankTransactionIds])
    .where('payment_removals.payment_id', 'is', null)
    .orderBy('payments.id')
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.transactionId!)].map(([id, own]) => [id, own.map((row) => row.id as PaymentId)]))
}

/** Payments of some amounts since a day, of those that stand, latest first. */
export async function paymentsOfAmounts(
  context: Context,
  options: { amounts: readonly Money[]; since: Day },
): Promise<{ id: PaymentId; contactId: ContactId; amount: Money }[]> {
  const found: { id: PaymentId; contactId: ContactId; amount: Money }[] = []
  const minors = [...new Set(options.amounts.map((amount) => amount.minor))]
  for (let start = 0; start < minors.length; start += 400) {
    const rows = await tables(context.database)
      .selectFrom('payments')
      .leftJoin('payment_removals', (join) =>
        join.onRef('payment_removals.company_id', '=', 'payments.company_id').onRef('payment_removals.payment_id', '=', 'payments.id'),
      )
      .select(['payments.id as id', 'contact_id', 'amount_minor', 'currency'])
      .where('payments.company_id', '=', context.company.id)
      .where('received_on', '>=', options.since)
      .where('amount_minor', 'in', minors.slice(start, start + 400))
      .where('payment_removals.payment_id', 'is', null)
      .orderBy('received_on', 'desc')
      .limit(2000)
      .execute()
    found.push(...rows.map((row) => ({ id: row.id as PaymentId, contactId: row.contact_id as ContactId, amount: money(row.amount_minor, row.currency) })))
  }
  return found
}

/** Payments, latest first; `after` is the day and id of the last one of the page before. */
export async function selectPayments(
  context: Context,
  options: { paymentId?: PaymentId; contactId?: ContactId | undefined; after?: { on: string; id: string } | undefined; limit: number },
) {
  const { after } = options
  let query = tables(context.database)
    .selectFrom('payments')
    .innerJoin('customer_credits', (join) =>
      join.onRef('customer_credits.company_id', '=', 'payments.company_id').onRef('customer_credits.id', '=', 'payments.id'),
    )
    .leftJoin('payment_removals', (join) =>
      join.onRef('payment_removals.company_id', '=', 'payments.company_id').onRef('payment_removals.payment_id', '=', 'payments.id'),
    )
    .selectAll('payments')
    .select(['customer_credits.left_minor as left_minor', 'payment_removals.removed_at as removed_at'])
    .where('payments.company_id', '=', context.company.id)
  if (options.paymentId) query = query.where('payments.id', '=', options.paymentId)
  if (options.contactId) query = query.where('payments.contact_id', '=', options.contactId)
  if (after) {
    query = query.where((is) => is.or([is('received_on', '<', after.on), is.and([is('received_on', '=', after.on), is('payments.id', '<', after.id)])]))
  }
  const rows = await query.orderBy('received_on', 'desc').orderBy('payments.id', 'desc').limit(options.limit).execute()
  return rows.map((row) => ({
    id: row.id as PaymentId,
    contactId: row.contact_id as ContactId,
    amount: money(row.amount_minor, row.currency),
    left: money(row.left_minor, row.currency),
    on: row.received_on as Day,
    method: row.method as 'bank' | 'cash' | 'card' | 'online' | 'other',
    note: row.note,
    bankTransactionId: row.bank_transaction_id as BankTransactionId | null,
    isRemoved: row.removed_at !== null,
  }))
}

/** What was paid, refunded and written off by a customer, per currency. */
export async function customerSums(context: Context, contactId: ContactId) {
  const database = tables(context.database)
  const paid = await selectPayments(context, { contactId, limit: 100_000 })
  const refunds = await database
    .selectFrom('refunds')
    .select(['amount_minor', 'currency'])
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', contactId)
    .execute()
  const writeOffs = await database
    .selectFrom('write_offs')
    .select(['amount_minor', 'currency'])
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', contactId)
    .execute()
  const amounts = (rows: readonly { amount_minor: bigint; currency: string }[], currency: string) =>
    sum(
      rows.filter((row) => row.currency === currency).map((row) => money(row.amount_minor, currency)),
      currency,
    )
  const standing = paid.filter((payment) => !payment.isRemoved)
  return {
    currencies: new Set([
      ...standing.map((payment) => payment.amount.currency),
      ...refunds.map((row) => row.currency),
      ...writeOffs.map((row) => row.currency),
    ]),
    paid: (currency: string) =>
      sum(
        standing.filter((payment) => payment.amount.currency === currency).map((payment) => payment.amount),
        currency,
      ),
    refunded: (currency: string) => amounts(refunds, currency),
    writtenOff: (currency: string) => amounts(writeOffs, currency),
  }
}

/** What allocations and write-offs cover of invoices. */
export async function coveredOf(context: Context, invoiceIds: readonly InvoiceId[]): Promise<Map<string, { settledMinor: bigint; writtenOffMinor: bigint }>> {
  const covered = new Map<string, { settledMinor: bigint; writtenOffMinor: bigint }>()
  if (invoiceIds.length === 0) return covered
  const of = (id: string) => covered.get(id) ?? { settledMinor: 0n, writtenOffMinor: 0n }
  const database = tables(context.database)
  const allocations = await database
    .selectFrom('payment_allocations')
    .select(['invoice_id', 'amount_minor'])
    .where('company_id', '=', context.company.id)
    .where('invoice_id', 'in', [...invoiceIds])
    .execute()
  for (const row of allocations) covered.set(row.invoice_id, { ...of(row.invoice_id), settledMinor: of(row.invoice_id).settledMinor + row.amount_minor })
  const writeOffs = await database
    .selectFrom('write_offs')
    .select(['invoice_id', 'amount_minor'])
    .where('company_id', '=', context.company.id)
    .where('invoice_id', 'in', [...invoiceIds])
    .execute()
  for (const row of writeOffs) covered.set(row.invoice_id, { ...of(row.invoice_id), writtenOffMinor: of(row.invoice_id).writtenOffMinor + row.amount_minor })
  return covered
}

import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { ContactId, InvoiceId } from '../../../kernel/id.ts'
import { dayIn, instant } from '../../../kernel/instant.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'

/** The kinds of facts about the money of customers, as modules above read them. */
export const moneyFactKinds = ['payment', 'payment-removal', 'allocation', 'refund', 'write-off', 'payment-fee', 'reminder-fee', 'fee-settlement'] as const
export type MoneyFactKind = (typeof moneyFactKinds)[number]

/** One fact; which fields it has follows from its kind. Amounts are as stored: an undoing is negative. */
export interface MoneyFact {
  readonly kind: MoneyFactKind
  /** Of a removal, the payment's. */
  readonly id: string
  readonly contactId: ContactId
  readonly amount: Money
  readonly on: Day
  /** payment, payment-removal, refund, payment-fee: bank, cash, card, or what a provider is called. reminder-fee: its kind. */
  readonly method: string
  readonly bankAccountId: string | null
  readonly isFromBank: boolean
  /** allocation, refund: the credit that is drawn; a payment or a credit note. payment-fee: the payment. */
  readonly creditId: string | null
  /** reminder-fee, fee-settlement: the fee as it was first charged. */
  readonly feeId: string | null
  /** allocation, write-off, reminder-fee, fee-settlement. */
  readonly invoiceId: InvoiceId | null
  readonly reversesId: string | null
  readonly recordedAt: string
  /** The place in the order of its kind. */
  readonly cursor: string
}

type Row = {
  id: string
  contact_id: string
  minor: bigint
  currency: string
  on_day: string
  method: string
  bank_account_id: string | null
  bank_transaction_id: string | null
  credit_id: string | null
  invoice_id: string | null
  fee_id?: string
  reverses_id: string | null
  recorded_at: string
  place: string
}

/** Facts of one kind, by their ids or in the order in which they were recorded after a place. */
export async function moneyFacts(
  context: Pick<Context, 'database' | 'company'>,
  kind: MoneyFactKind,
  by: { readonly ids: readonly string[] } | { readonly after: string; readonly limit: number } | { readonly creditId: string },
): Promise<MoneyFact[]> {
  if ('ids' in by && by.ids.length === 0) return []
  const source = sources[kind]
  const company = context.company.id
  const condition =
    'ids' in by ? sql`facts.id in (${sql.join([...by.ids])})` : 'creditId' in by ? sql`facts.credit_id = ${by.creditId}` : sql`facts.place > ${by.after}`
  const limit = 'limit' in by ? sql`limit ${sql.lit(by.limit)}` : sql``
  const { rows } = await sql<Row>`select * from (${source(company)}) facts where ${condition} order by place ${limit}`.execute(context.database)
  return rows.map((row) => ({
    kind,
    id: row.id,
    contactId: row.contact_id as ContactId,
    amount: money(BigInt(row.minor), row.currency),
    on: kind === 'payment-removal' ? dayIn(instant(row.recorded_at), context.company.zone) : (row.on_day as Day),
    method: row.method,
    bankAccountId: row.bank_account_id,
    isFromBank: row.bank_transaction_id !== null,
    creditId: row.credit_id,
    invoiceId: row.invoice_id as InvoiceId | null,
    feeId: row.fee_id ?? null,
    reversesId: row.reverses_id,
    recordedAt: row.recorded_at,
    cursor: row.place,
  }))
}

const bankAccount = (alias: string) => sql`(select t.bank_account_id from bank_transactions t
  where t.company_id = ${sql.ref(`${alias}.company_id`)} and t.id = ${sql.ref(`${alias}.bank_transaction_id`)})`

const sources: Readonly<Record<MoneyFactKind, (company: string) => RawBuilder<unknown>>> = {
  payment: (company) => sql`
    select p.id, p.contact_id, p.amount_minor as minor, p.currency, p.received_on as on_day, p.method, ${bankAccount('p')} as bank_account_id,
      p.bank_transaction_id, p.id as credit_id, null as invoice_id, null as reverses_id, p.recorded_at, p.id as place
    from payments p where p.company_id = ${company}`,
  'payment-removal': (company) => sql`
    select p.id, p.contact_id, p.amount_minor as minor, p.currency, substr(x.removed_at, 1, 10) as on_day, p.method,
      ${bankAccount('p')} as bank_account_id, p.bank_transaction_id, p.id as credit_id, null as invoice_id, null as reverses_id,
      x.removed_at as recorded_at, x.removed_at || ' ' || p.id as place
    from payment_removals x join payments p on p.company_id = x.company_id and p.id = x.payment_id where x.company_id = ${company}`,
  allocation: (company) => sql`
    select a.id, a.contact_id, a.amount_minor as minor, a.currency, a.allocated_on as on_day, c.kind as method, null as bank_account_id,
      null as bank_transaction_id, a.credit_id, a.invoice_id, a.reverses_id, a.recorded_at, a.id as place
    from payment_allocations a join customer_credits c on c.company_id = a.company_id and c.id = a.credit_id where a.company_id = ${company}`,
  refund: (company) => sql`
    select r.id, r.contact_id, r.amount_minor as minor, r.currency, r.refunded_on as on_day,
      case when (select p.method from payments p where p.company_id = r.company_id and p.id = r.credit_id) = 'online' then 'online' else 'bank' end as method,
      ${bankAccount('r')} as bank_account_id,
      r.bank_transaction_id, r.credit_id, null as invoice_id, r.reverses_id, r.recorded_at, r.id as place
    from refunds r where r.company_id = ${company}`,
  'write-off': (company) => sql`
    select w.id, w.contact_id, w.amount_minor as minor, w.currency, w.written_off_on as on_day, 'none' as method, null as bank_account_id,
      null as bank_transaction_id, null as credit_id, w.invoice_id, w.reverses_id, w.recorded_at, w.id as place
    from write_offs w where w.company_id = ${company}`,
  'payment-fee': (company) => sql`
    select f.id, p.contact_id, f.amount_minor as minor, f.currency, p.received_on as on_day, p.method, ${bankAccount('p')} as bank_account_id,
      p.bank_transaction_id, f.payment_id as credit_id, null as invoice_id, null as reverses_id, f.recorded_at, f.id as place
    from payment_fees f join payments p on p.company_id = f.company_id and p.id = f.payment_id where f.company_id = ${company}`,
  'reminder-fee': (company) => sql`
    select f.id, f.contact_id, f.amount_minor as minor, f.currency, f.charged_on as on_day, f.kind as method, null as bank_account_id,
      null as bank_transaction_id, null as credit_id, f.invoice_id, f.fee_id, null as reverses_id, f.recorded_at, f.id as place
    from reminder_fees f where f.company_id = ${company}`,
  'fee-settlement': (company) => sql`
    select s.id, s.contact_id, s.amount_minor as minor, s.currency, s.settled_on as on_day, 'none' as method, null as bank_account_id,
      null as bank_transaction_id, s.credit_id, f.invoice_id, s.fee_id, s.reverses_id, s.recorded_at, s.id as place
    from reminder_fee_settlements s join reminder_fees f on f.company_id = s.company_id and f.id = s.fee_id where s.company_id = ${company}`,
}

/** What is left of each credit, all of them. */
export async function creditsOpen(context: Pick<Context, 'database' | 'company'>): Promise<{ id: string; minor: bigint }[]> {
  const { rows } = await sql<{ id: string; minor: bigint }>`
    select id, left_minor as minor from customer_credits where company_id = ${context.company.id} and left_minor <> 0`.execute(context.database)
  return rows
}

/** The account on which a bank transaction stands. */
export async function bankAccountOfTransaction(context: Pick<Context, 'database' | 'company'>, id: string): Promise<string | null> {
  const { rows } = await sql<{ account: string }>`
    select bank_account_id as account from bank_transactions where company_id = ${context.company.id} and id = ${id}`.execute(context.database)
  return rows[0]?.account ?? null
}

import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/fold.ts'
import type { ContactId, InvoiceId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import { statusOf, type InvoiceKind, type InvoiceStatus } from '../invoice.ts'
import type { StateTables } from '../states/store.ts'
import type { InvoiceTables, ReadContext } from '../store.ts'

const tables = (transaction: Transaction) => transaction.withTables<InvoiceTables & StateTables>()

// Written into the query, not handed to it: a plan that is kept can use the index of open invoices or drafts only then.
const nothing = sql.lit(0n)
const draft = sql.lit('draft')

export interface InvoiceRow {
  readonly id: InvoiceId
  readonly kind: InvoiceKind
  readonly status: InvoiceStatus
  readonly number: string | null
  readonly contactId: ContactId
  readonly contactName: string
  readonly listedOn: Day
  readonly nextDueOn: Day | null
  readonly gross: Money
  readonly open: Money | null
  readonly sentAt: Instant | null
  readonly seenAt: Instant | null
}

export type ListFilter = 'all' | 'draft' | 'open' | 'overdue' | 'paid'

/** A page of invoices: one query with one index. Open ones by due date, everything else latest first. */
export async function selectInvoices(
  context: ReadContext & { today: Day },
  options: { filter: ListFilter; contactId?: ContactId | undefined; search?: string | undefined; after?: string | undefined; limit: number },
): Promise<{ rows: InvoiceRow[]; next: string | null }> {
  const isByDue = options.filter === 'open' || options.filter === 'overdue'
  let query = tables(context.database)
    .selectFrom('invoices')
    .leftJoin('invoice_states', (join) =>
      join.onRef('invoice_states.company_id', '=', 'invoices.company_id').onRef('invoice_states.invoice_id', '=', 'invoices.id'),
    )
    .select([
      'invoices.id as id',
      'kind',
      'state',
      'number_text',
      'invoices.contact_id as contact_id',
      'buyer_name',
      'listed_on',
      'gross_minor',
      'invoices.currency as currency',
      'open_minor',
      'credited_minor',
      'next_due_on',
      'sent_at',
      'seen_at',
    ])
    .where('invoices.company_id', '=', context.company.id)
  if (isByDue) {
    query = query.where('invoice_states.company_id', '=', context.company.id).where('invoice_states.open_minor', '<>', nothing)
    query = query.where('invoice_states.next_due_on', options.filter === 'overdue' ? '<' : 'is not', options.filter === 'overdue' ? context.today : null)
  }
  if (options.filter === 'draft') query = query.where('state', '=', draft)
  if (options.filter === 'paid') query = query.where('invoice_states.open_minor', '=', nothing).where('kind', '<>', 'credit_note')
  if (options.contactId) query = query.where('invoices.contact_id', '=', options.contactId)
  if (options.search) {
    const pattern = `%${fold(options.search).replace(/[%_\\]/g, '')}%`
    query = query.where((is) => is.or([is('buyer_folded', 'like', pattern), is(sql`lower(number_text)`, 'like', pattern)]))
  }
  const sort = isByDue ? 'next_due_on' : 'listed_on'
  // The id of the side whose index gives the order, so that a page ends the search and nothing is sorted.
  const idColumn = isByDue ? 'invoice_states.invoice_id' : 'invoices.id'
  const [afterKey, afterId] = options.after?.split(' ') ?? []
  if (afterKey && afterId) {
    const later = isByDue ? '>' : '<'
    query = query.where((is) => is.or([is(sort, later, afterKey), is.and([is(sort, '=', afterKey), is(idColumn, later, afterId)])]))
  }
  const direction = isByDue ? 'asc' : 'desc'
  const found = await query
    .orderBy(sort, direction)
    .orderBy(idColumn, direction)
    .limit(options.limit + 1)
    .execute()
  const page = found.slice(0, options.limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => rowOf(row, context.today)),
    next: found.length > options.limit && last ? `${last[sort]} ${last.id}` : null,
  }
}

/** How many drafts, open and overdue invoices there are, and what is open per currency. */
export async function countInvoices(
  context: ReadContext & { today: Day },
): Promise<{ counts: { draft: number; open: number; overdue: number }; open: Money[]; overdue: Money[] }> {
  const drafts = await tables(context.database)
    .selectFrom('invoices')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('company_id', '=', context.company.id)
    .where('state', '=', draft)
    .executeTakeFirstOrThrow()
  const isLate = sql`next_due_on < ${context.today}`
  const rows = await tables(context.database)
    .selectFrom('invoice_states')
    .select([
      'currency',
      sql<bigint>`count(*)`.as('open_count'),
      sql<bigint>`sum(open_minor)`.as('open_sum'),
      sql<bigint>`sum(case when ${isLate} then 1 else 0 end)`.as('late_count'),
      sql<bigint>`sum(case when ${isLate} then open_minor else 0 end)`.as('late_sum'),
    ])
    .where('company_id', '=', context.company.id)
    .where('open_minor', '<>', nothing)
    .groupBy('currency')
    .orderBy('currency')
    .execute()
  const late = rows.filter((row) => Number(row.late_count) > 0)
  return {
    counts: { draft: Number(drafts.count), open: total(rows.map((row) => row.open_count)), overdue: total(late.map((row) => row.late_count)) },
    open: rows.map((row) => money(BigInt(row.open_sum), row.currency)),
    overdue: late.map((row) => money(BigInt(row.late_sum), row.currency)),
  }
}

const total = (counts: readonly bigint[]) => counts.reduce((sum, count) => sum + Number(count), 0)

/** Drafts, and issued invoices that have not been sent though something is open, of one customer or of all: what Today asks about. */
export async function waitingInvoices(
  context: ReadContext,
  filter: { contactId?: ContactId | undefined },
): Promise<{ invoiceId: InvoiceId; contactId: ContactId; contactName: string; state: 'draft' | 'issued'; number: string | null; amount: Money; on: Day }[]> {
  const columns = [
    'invoices.id as id',
    'invoices.contact_id as contact_id',
    'buyer_name',
    'state',
    'number_text',
    'gross_minor',
    'invoices.currency as currency',
    'listed_on',
  ] as const
  let drafts = tables(context.database).selectFrom('invoices').select(columns).where('company_id', '=', context.company.id).where('state', '=', draft)
  let unsent = tables(context.database)
    .selectFrom('invoice_states')
    .innerJoin('invoices', (join) => join.onRef('invoices.company_id', '=', 'invoice_states.company_id').onRef('invoices.id', '=', 'invoice_states.invoice_id'))
    .select(columns)
    .where('invoice_states.company_id', '=', context.company.id)
    .where('open_minor', '<>', nothing)
    .where('sent_at', 'is', null)
    .where('seen_at', 'is', null)
    .where('kind', '=', 'invoice')
  if (filter.contactId !== undefined) {
    drafts = drafts.where('contact_id', '=', filter.contactId)
    unsent = unsent.where('invoice_states.contact_id', '=', filter.contactId)
  }
  // Sorted here: an order of the query would lead it through the company's whole list instead of the customer's few.
  return [...(await drafts.execute()).sort(byId), ...(await unsent.execute()).sort(byId)].map((row) => ({
    invoiceId: row.id as InvoiceId,
    contactId: row.contact_id as ContactId,
    contactName: row.buyer_name,
    state: row.state as 'draft' | 'issued',
    number: row.number_text,
    amount: money(row.gross_minor ?? 0n, row.currency),
    on: row.listed_on as Day,
  }))
}

const byId = (left: { id: string }, right: { id: string }) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)

/** Whether an opening invoice, or one of the company's own, has that number. */
export async function isOpeningNumberTaken(context: ReadContext, number: string): Promise<boolean> {
  return (await numbersTaken(context, [number])).length > 0
}

/** What carries these numbers already: invoices from before with whose they are, and those issued here. */
export async function numbersTaken(
  context: ReadContext,
  numbers: readonly string[],
): Promise<{ number: string; isOpening: boolean; contactId: ContactId; issuedOn: Day; gross: Money }[]> {
  const taken = []
  for (let start = 0; start < numbers.length; start += 500) {
    const rows = await tables(context.database)
      .selectFrom('invoices')
      .select(['series', 'number_text', 'contact_id', 'listed_on', 'gross_minor', 'currency'])
      .where('company_id', '=', context.company.id)
      .where('series', 'in', ['opening', 'invoice'])
      .where('number_text', 'in', numbers.slice(start, start + 500))
      .execute()
    taken.push(...rows)
  }
  return taken.map((row) => ({
    number: row.number_text!,
    isOpening: row.series === 'opening',
    contactId: row.contact_id as ContactId,
    issuedOn: row.listed_on as Day,
    gross: money(row.gross_minor ?? 0n, row.currency),
  }))
}

interface Selected {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly number_text: string | null
  readonly contact_id: string
  readonly buyer_name: string
  readonly listed_on: string
  readonly gross_minor: bigint | null
  readonly currency: string
  readonly open_minor: bigint | null
  readonly credited_minor: bigint | null
  readonly next_due_on: string | null
  readonly sent_at: string | null
  readonly seen_at: string | null
}

function rowOf(row: Selected, today: Day): InvoiceRow {
  const gross = money(row.gross_minor ?? 0n, row.currency)
  const open = money(row.open_minor ?? 0n, row.currency)
  const kind = row.kind as InvoiceKind
  return {
    id: row.id as InvoiceId,
    kind,
    status: statusOf({
      state: row.state as 'draft' | 'issued',
      kind,
      open,
      nextDueOn: row.next_due_on as Day | null,
      isCredited: gross.minor > 0n && row.credited_minor === gross.minor,
      today,
    }),
    number: row.number_text,
    contactId: row.contact_id as ContactId,
    contactName: row.buyer_name,
    listedOn: row.listed_on as Day,
    nextDueOn: row.next_due_on as Day | null,
    gross,
    open: row.state === 'draft' || kind === 'credit_note' ? null : open,
    sentAt: row.sent_at as Instant | null,
    seenAt: row.seen_at as Instant | null,
  }
}

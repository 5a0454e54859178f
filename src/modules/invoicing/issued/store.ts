import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { ContactId, InvoiceId } from '../../../kernel/id.ts'
import { dayIn, instant } from '../../../kernel/instant.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { InvoiceDocument, InvoiceKind } from '../invoice.ts'
import { readDocument } from '../stored-document.ts'
import type { ReadContext } from '../store.ts'

/** An issued document with its place in the chain, as modules above read it. */
export interface IssuedDocument {
  readonly id: InvoiceId
  readonly kind: InvoiceKind
  readonly contactId: ContactId
  readonly correctsId: InvoiceId | null
  readonly number: string
  /** The day on which it was entered here; of an opening invoice later than its own. */
  readonly enteredOn: Day
  readonly document: InvoiceDocument
  /** Of a credit note what it settled of its invoice when it was issued; of an opening invoice what had been paid before. */
  readonly settledAtOnce: Money
  readonly sequence: bigint
  readonly hash: string
}

interface Row {
  id: string
  kind: string
  contact_id: string
  corrects_id: string | null
  number_text: string
  issued_at: string
  currency: string
  document: string
  sequence: bigint
  hash: string
  settled: bigint
}

/** Issued documents by their ids, or in the order of the chain after a place in it. */
export async function issuedDocuments(
  context: ReadContext,
  by: { readonly ids: readonly string[] } | { readonly after: bigint; readonly limit: number },
): Promise<IssuedDocument[]> {
  if ('ids' in by && by.ids.length === 0) return []
  const condition = 'ids' in by ? sql`i.id in (${sql.join([...by.ids])})` : sql`i.sequence > ${by.after}`
  const limit = 'limit' in by ? sql`limit ${sql.lit(by.limit)}` : sql``
  const { rows } = await sql<Row>`
    select i.id, i.kind, i.contact_id, i.corrects_id, i.number_text, i.issued_at, i.currency, i.document, i.sequence, i.hash,
      cast(case
        when i.kind = 'credit_note' then coalesce((select sum(s.amount_minor) from invoice_settlements s
          where s.company_id = i.company_id and s.kind = 'credit_note' and s.source_id = i.id), 0)
        when i.kind = 'opening' then coalesce((select sum(s.amount_minor) from invoice_settlements s
          where s.company_id = i.company_id and s.kind = 'payment' and s.source_id = 'opening/' || i.id), 0)
        else 0 end as bigint) as settled
    from invoices i where i.company_id = ${context.company.id} and i.state = 'issued' and ${condition}
    order by i.sequence ${limit}`.execute(context.database)
  return rows.map((row) => ({
    id: row.id as InvoiceId,
    kind: row.kind as InvoiceKind,
    contactId: row.contact_id as ContactId,
    correctsId: row.corrects_id as InvoiceId | null,
    number: row.number_text,
    enteredOn: dayIn(instant(row.issued_at), context.company.zone),
    document: readDocument(row.document),
    settledAtOnce: money(BigInt(row.settled), row.currency),
    sequence: row.sequence,
    hash: row.hash,
  }))
}

/** What is open of each invoice of which something is, all of them. */
export async function openAmounts(context: ReadContext): Promise<{ id: string; minor: bigint }[]> {
  const { rows } = await sql<{ id: string; minor: bigint }>`
    select invoice_id as id, open_minor as minor from invoice_states where company_id = ${context.company.id} and open_minor <> 0`.execute(context.database)
  return rows
}

/** When invoices were due and when they were settled, of those settled since a day; earliest first. */
export async function paymentDays(context: ReadContext, since: Day): Promise<{ contactId: ContactId; dueOn: Day; settledOn: Day }[]> {
  const { rows } = await sql<{ contact: string; due_on: string; settled_on: string }>`
    select s.contact_id as contact, max(d.due_on) as due_on, s.settled_on as settled_on
    from invoice_states s join invoice_dues d on d.company_id = s.company_id and d.invoice_id = s.invoice_id
    where s.company_id = ${context.company.id} and s.settled_on >= ${since} and s.credited_minor = 0
    group by s.invoice_id, s.contact_id, s.settled_on order by s.settled_on limit 5000`.execute(context.database)
  return rows.map((row) => ({ contactId: row.contact as ContactId, dueOn: row.due_on as Day, settledOn: row.settled_on as Day }))
}

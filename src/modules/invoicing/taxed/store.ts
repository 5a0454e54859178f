import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { InvoiceId } from '../../../kernel/id.ts'
import type { InvoiceDocument } from '../invoice.ts'
import type { ReadContext } from '../store.ts'

/** An issued invoice or credit note with what settled it, as a tax return looks at it. Amounts in minor units of its currency. */
export interface DocumentForTax {
  readonly id: InvoiceId
  readonly kind: 'invoice' | 'credit_note'
  readonly number: string
  readonly document: InvoiceDocument
  /** Of an invoice; an undoing is negative. */
  readonly settlements: readonly { readonly kind: 'payment' | 'credit_note' | 'write_off'; readonly amount: bigint; readonly on: Day }[]
  /** Of a credit note: what it settled of its invoice when it was issued. */
  readonly settledAtOnce: bigint
}

/**
 * The documents that say something about tax in a span of days: issued in it, or settled in part in it; and those named by id,
 * whose money moved elsewhere. What came from before Cloudburo was taxed there and is left out.
 */
export async function documentsForTax(context: ReadContext, wanted: { from: Day; to: Day; ids: readonly string[] }): Promise<DocumentForTax[]> {
  const company = context.company.id
  const named = wanted.ids.length === 0 ? sql`` : sql`or i.id in (${sql.join([...wanted.ids])})`
  const { rows } = await sql<{ id: string; kind: string; number_text: string; document: string }>`
    select i.id, i.kind, i.number_text, i.document from invoices i
    where i.company_id = ${company} and i.state = 'issued' and i.kind <> 'opening' and (
      (i.issued_on >= ${wanted.from} and i.issued_on <= ${wanted.to})
      or i.id in (select s.invoice_id from invoice_settlements s
        where s.company_id = ${company} and s.settled_on >= ${wanted.from} and s.settled_on <= ${wanted.to})
      ${named})
    order by i.sequence`.execute(context.database)
  const settlements = await settlementsOf(
    context,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id as InvoiceId,
    kind: row.kind as DocumentForTax['kind'],
    number: row.number_text,
    document: JSON.parse(row.document) as InvoiceDocument,
    settlements: settlements.filter((each) => each.invoice_id === row.id).map(settlementOf),
    settledAtOnce: settlements.filter((each) => each.kind === 'credit_note' && each.source_id === row.id).reduce((sum, each) => sum + each.amount_minor, 0n),
  }))
}

interface SettlementRow {
  invoice_id: string
  kind: string
  source_id: string
  amount_minor: bigint
  settled_on: string
}

const idsAtOnce = 500

/** What settled these invoices, and what these credit notes settled, in the order recorded. */
async function settlementsOf(context: ReadContext, ids: readonly string[]): Promise<SettlementRow[]> {
  const found: SettlementRow[] = []
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const some = sql.join(ids.slice(at, at + idsAtOnce))
    const { rows } = await sql<SettlementRow & { id: string }>`
      select id, invoice_id, kind, source_id, amount_minor, settled_on from invoice_settlements
      where company_id = ${context.company.id} and (invoice_id in (${some}) or (kind = 'credit_note' and source_id in (${some})))
      order by id`.execute(context.database)
    found.push(...rows)
  }
  return found
}

function settlementOf(row: SettlementRow): DocumentForTax['settlements'][number] {
  return { kind: row.kind as DocumentForTax['settlements'][number]['kind'], amount: row.amount_minor, on: row.settled_on as Day }
}

/** How many drafts wait in a span of days. */
export async function countDrafts(context: ReadContext, days: { from: Day; to: Day }): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from invoices
    where company_id = ${context.company.id} and state = 'draft' and listed_on >= ${days.from} and listed_on <= ${days.to}`.execute(context.database)
  return Number(rows[0]?.count ?? 0n)
}

/** The first day on which a document was issued here. */
export async function firstIssuedOn(context: ReadContext): Promise<Day | undefined> {
  const { rows } = await sql<{ first: string | null }>`
    select min(issued_on) as first from invoices
    where company_id = ${context.company.id} and state = 'issued' and kind <> 'opening'`.execute(context.database)
  return (rows[0]?.first ?? undefined) as Day | undefined
}

/** Net and tax of the documents issued in a span, by currency, straight from their columns: for a second look at a return. */
export async function issuedSums(context: ReadContext, days: { from: Day; to: Day }): Promise<{ currency: string; kind: string; tax: bigint }[]> {
  const { rows } = await sql<{ currency: string; kind: string; tax: bigint }>`
    select currency, kind, cast(sum(tax_minor) as bigint) as tax from invoices
    where company_id = ${context.company.id} and state = 'issued' and kind <> 'opening' and issued_on >= ${days.from} and issued_on <= ${days.to}
    group by currency, kind`.execute(context.database)
  return rows.map((row) => ({ ...row, tax: BigInt(row.tax) }))
}

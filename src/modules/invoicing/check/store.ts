import { sql } from 'kysely'
import type { ReadContext } from '../store.ts'

/** An issued document with its place in series and chain, and the sums that are stored beside it. */
export interface IssuedRow {
  id: string
  kind: string
  series: string
  year: bigint
  number: bigint | null
  number_text: string
  is_tax_included: bigint
  currency: string
  net_minor: bigint
  tax_minor: bigint
  gross_minor: bigint
  document: string
  document_hash: string
  sequence: bigint
  previous_hash: string
  hash: string
}

/** The issued documents in the order of the chain, a page at a time. */
export async function issuedAfter(context: ReadContext, sequence: bigint, limit = 1000): Promise<IssuedRow[]> {
  const { rows } = await sql<IssuedRow>`
    select id, kind, series, year, number, number_text, is_tax_included, currency, net_minor, tax_minor, gross_minor,
      document, document_hash, sequence, previous_hash, hash
    from invoices where company_id = ${context.company.id} and state = 'issued' and sequence > ${sequence}
    order by sequence limit ${limit}`.execute(context.database)
  return rows
}

/** Documents whose lines do not add up to what was issued: the sum of the lines by document. */
export async function lineSums(context: ReadContext): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ id: string; total: bigint }>`
    select invoice_id as id, cast(sum(amount_minor) as bigint) as total from invoice_lines
    where company_id = ${context.company.id} group by invoice_id`.execute(context.database)
  return new Map(rows.map((row) => [row.id, row.total]))
}

/** What is stored as open and credited of each issued invoice, beside what its facts add up to. */
export async function storedStates(context: ReadContext) {
  const { rows } = await sql<{
    id: string
    number_text: string
    kind: string
    gross: bigint
    open: bigint | null
    credited: bigint | null
    settled: bigint
    credits: bigint
  }>`
    select i.id as id, i.number_text as number_text, i.kind as kind, i.gross_minor as gross, s.open_minor as open, s.credited_minor as credited,
      cast(coalesce(sum(f.amount_minor), 0) as bigint) as settled,
      cast(coalesce(sum(case when f.kind = 'credit_note' then f.amount_minor else 0 end), 0) as bigint) as credits
    from invoices i
    left join invoice_states s on s.company_id = i.company_id and s.invoice_id = i.id
    left join invoice_settlements f on f.company_id = i.company_id and f.invoice_id = i.id
    where i.company_id = ${context.company.id} and i.state = 'issued'
    group by i.id, i.number_text, i.kind, i.gross_minor, s.open_minor, s.credited_minor`.execute(context.database)
  return rows
}

/** Lines that bill a charge, beside the identity that is kept live for them and what credit notes took back. */
export async function chargedLines(
  context: ReadContext,
): Promise<{ id: string; identity: string | null; live: string | null; quantity: bigint; credited: bigint; credits: bigint }[]> {
  const { rows } = await sql<{ id: string; identity: string | null; live: string | null; quantity: bigint; credited: bigint; credits: bigint }>`
    select l.id as id, l.identity as identity, c.identity as live, l.quantity_thousandths as quantity,
      cast(coalesce(sum(k.quantity_thousandths), 0) as bigint) as credited, cast(count(k.id) as bigint) as credits
    from invoice_lines l
    left join live_charges c on c.company_id = l.company_id and c.line_id = l.id
    left join invoice_lines k on k.company_id = l.company_id and k.credits_line_id = l.id
    where l.company_id = ${context.company.id} and l.credits_line_id is null
    group by l.id, l.identity, c.identity, l.quantity_thousandths`.execute(context.database)
  return rows
}

/** Due dates of each invoice add up to its total. */
export async function dueSums(context: ReadContext): Promise<{ number_text: string; gross: bigint; dues: bigint }[]> {
  const { rows } = await sql<{ number_text: string; gross: bigint; dues: bigint }>`
    select i.number_text as number_text, i.gross_minor as gross, cast(sum(d.amount_minor) as bigint) as dues
    from invoices i join invoice_dues d on d.company_id = i.company_id and d.invoice_id = i.id
    where i.company_id = ${context.company.id} and i.state = 'issued' and i.kind = 'invoice'
    group by i.id, i.number_text, i.gross_minor`.execute(context.database)
  return rows
}

/** What each customer was invoiced less credited, what is open of it, and what payments and write-offs settled, by currency. */
export async function documentsByCustomer(context: ReadContext) {
  const { rows } = await sql<{ contact_id: string; currency: string; invoiced: bigint; open: bigint; paid: bigint; written_off: bigint }>`
    select i.contact_id as contact_id, i.currency as currency,
      cast(sum(case when i.kind = 'credit_note' then -i.gross_minor else i.gross_minor end) - coalesce(sum((select sum(f.amount_minor) from invoice_settlements f where f.company_id = i.company_id and f.invoice_id = i.id and f.source_id like 'opening/%')), 0) as bigint) as invoiced,
      cast(coalesce(sum(s.open_minor), 0) as bigint) as open,
      cast(coalesce(sum((select sum(f.amount_minor) from invoice_settlements f where f.company_id = i.company_id and f.invoice_id = i.id and f.kind = 'payment' and f.source_id not like 'opening/%')), 0) as bigint) as paid,
      cast(coalesce(sum((select sum(f.amount_minor) from invoice_settlements f where f.company_id = i.company_id and f.invoice_id = i.id and f.kind = 'write_off')), 0) as bigint) as written_off
    from invoices i
    left join invoice_states s on s.company_id = i.company_id and s.invoice_id = i.id
    where i.company_id = ${context.company.id} and i.state = 'issued'
    group by i.contact_id, i.currency`.execute(context.database)
  return rows
}

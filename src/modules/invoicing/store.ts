import type { AgreementId, ContactId, InvoiceId } from '../../kernel/id.ts'
import type { Day } from '../../kernel/day.ts'
import { fold } from '../../kernel/fold.ts'
import type { Language } from '../../kernel/language.ts'
import { notFound } from '../../kernel/failure.ts'
import { money, type Money } from '../../kernel/money.ts'
import { parsePercent } from '../../kernel/percent.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { Billing } from '../offer/terms.ts'
import { adjustmentsOf, type Adjustment } from './adjustment.ts'
import { chainStart } from './chain.ts'
import type { InvoicePurpose } from './document-parts.ts'
import type { InvoiceDocument, InvoiceKind } from './invoice.ts'
import { termsRow } from './terms/store.ts'
import { readDocument } from './stored-document.ts'

/** The part of the context that reading needs, so that jobs and pages can read too. */
export type ReadContext = Pick<Context, 'database' | 'company'>

export type InvoiceTables = {
  invoices: {
    company_id: string
    id: string
    kind: string
    state: string
    contact_id: string
    agreement_id: string | null
    corrects_id: string | null
    language: string
    currency: string
    is_tax_included: bigint
    note: string | null
    reason: string | null
    days_to_pay: bigint
    instalments: string
    buyer_name: string
    buyer_folded: string
    listed_on: string
    created_at: string
    created_by: string
    series: string | null
    year: bigint | null
    number: bigint | null
    number_text: string | null
    issued_on: string | null
    issued_at: string | null
    net_minor: bigint | null
    tax_minor: bigint | null
    gross_minor: bigint | null
    document: string | null
    document_hash: string | null
    sequence: bigint | null
    previous_hash: string | null
    hash: string | null
    purpose: string
    buyer_reference: string | null
    order_reference: string | null
    contract_reference: string | null
    project_reference: string | null
    /** JSON, see adjustment.ts. */
    adjustments: string
    payment_reference: string | null
  }
}

const tables = (transaction: Transaction) => transaction.withTables<InvoiceTables>()

/** The head of an invoice: what a draft knows, and once issued its number, document and place in the chain. */
export interface InvoiceHead {
  readonly id: InvoiceId
  readonly kind: InvoiceKind
  readonly state: 'draft' | 'issued'
  readonly contactId: ContactId
  readonly agreementId: AgreementId | null
  readonly correctsId: InvoiceId | null
  readonly language: Language
  readonly currency: string
  readonly isTaxIncluded: boolean
  readonly note: string | null
  readonly reason: string | null
  readonly daysToPay: number
  readonly instalments: Billing['instalments']
  readonly buyerName: string
  readonly purpose: InvoicePurpose
  /** What this document says; null says what the customer's settings say. */
  readonly buyerReference: string | null
  readonly orderReference: string | null
  readonly contractReference: string | null
  readonly projectReference: string | null
  readonly adjustments: readonly Adjustment[]
  readonly number: string | null
  readonly issuedOn: Day | null
  readonly gross: Money | null
  readonly document: InvoiceDocument | null
  readonly hash: string | null
}

export async function findInvoice(context: ReadContext, id: InvoiceId): Promise<InvoiceHead> {
  const row = await tables(context.database)
    .selectFrom('invoices')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? headOf(row) : notFound('invoice')
}

export async function findCreditNotes(context: ReadContext, correctsId: InvoiceId): Promise<InvoiceHead[]> {
  const rows = await tables(context.database)
    .selectFrom('invoices')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('corrects_id', '=', correctsId)
    .where('state', '=', 'issued')
    .orderBy('sequence')
    .execute()
  return rows.map(headOf)
}

export async function insertDraft(context: Context, draft: Omit<InvoiceHead, 'state' | 'number' | 'issuedOn' | 'gross' | 'document' | 'hash'>): Promise<void> {
  await tables(context.database)
    .insertInto('invoices')
    .values({
      company_id: context.company.id,
      id: draft.id,
      kind: draft.kind,
      state: 'draft',
      contact_id: draft.contactId,
      agreement_id: draft.agreementId,
      corrects_id: draft.correctsId,
      language: draft.language,
      currency: draft.currency,
      is_tax_included: draft.isTaxIncluded ? 1n : 0n,
      note: draft.note,
      reason: draft.reason,
      days_to_pay: BigInt(draft.daysToPay),
      instalments: JSON.stringify(draft.instalments),
      buyer_name: draft.buyerName,
      buyer_folded: fold(draft.buyerName),
      listed_on: context.today,
      created_at: context.now,
      created_by: context.actor.name,
      series: null,
      year: null,
      number: null,
      number_text: null,
      issued_on: null,
      issued_at: null,
      net_minor: null,
      tax_minor: null,
      gross_minor: null,
      document: null,
      document_hash: null,
      sequence: null,
      previous_hash: null,
      hash: null,
      payment_reference: null,
      ...termsRow(draft),
    })
    .execute()
}

export async function updateDraft(context: Context, id: InvoiceId, changes: { note?: string | null; daysToPay?: number; gross?: Money }): Promise<void> {
  await tables(context.database)
    .updateTable('invoices')
    .set({
      ...(changes.note === undefined ? {} : { note: changes.note }),
      ...(changes.daysToPay === undefined ? {} : { days_to_pay: BigInt(changes.daysToPay) }),
      ...(changes.gross === undefined ? {} : { gross_minor: changes.gross.minor }),
      listed_on: context.today,
    })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .execute()
}

export async function deleteDraft(context: Context, id: InvoiceId): Promise<void> {
  await tables(context.database).deleteFrom('invoices').where('company_id', '=', context.company.id).where('id', '=', id).execute()
}

/** The end of the company's chain of issued documents. */
export async function chainTip(context: ReadContext): Promise<{ sequence: bigint; hash: string }> {
  const row = await tables(context.database)
    .selectFrom('invoices')
    .select(['sequence', 'hash'])
    .where('company_id', '=', context.company.id)
    .where('sequence', 'is not', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { sequence: row.sequence!, hash: row.hash! } : { sequence: 0n, hash: chainStart }
}

/** The one change after which nothing changes: the draft becomes an issued document. */
export async function sealInvoice(
  context: Context,
  id: InvoiceId,
  sealed: {
    kind: InvoiceKind
    series: string
    year: number
    number: number | null
    numberText: string
    issuedOn: Day
    net: Money
    tax: Money
    gross: Money
    buyerName: string
    /** What a payer writes; null where the document has no reference of its own. */
    paymentReference: string | null
    /** Canonical JSON. */
    document: string
    documentHash: string
    sequence: bigint
    previousHash: string
    hash: string
  },
): Promise<void> {
  await tables(context.database)
    .updateTable('invoices')
    .set({
      kind: sealed.kind,
      state: 'issued',
      buyer_name: sealed.buyerName,
      buyer_folded: fold(sealed.buyerName),
      listed_on: sealed.issuedOn,
      series: sealed.series,
      year: BigInt(sealed.year),
      number: sealed.number === null ? null : BigInt(sealed.number),
      number_text: sealed.numberText,
      issued_on: sealed.issuedOn,
      issued_at: context.now,
      net_minor: sealed.net.minor,
      tax_minor: sealed.tax.minor,
      gross_minor: sealed.gross.minor,
      payment_reference: sealed.paymentReference,
      document: sealed.document,
      document_hash: sealed.documentHash,
      sequence: sealed.sequence,
      previous_hash: sealed.previousHash,
      hash: sealed.hash,
    })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .execute()
}

function headOf(row: InvoiceTables['invoices']): InvoiceHead {
  return {
    id: row.id as InvoiceId,
    kind: row.kind as InvoiceKind,
    state: row.state as InvoiceHead['state'],
    contactId: row.contact_id as ContactId,
    agreementId: row.agreement_id as AgreementId | null,
    correctsId: row.corrects_id as InvoiceId | null,
    language: row.language as Language,
    currency: row.currency,
    isTaxIncluded: row.is_tax_included === 1n,
    note: row.note,
    reason: row.reason,
    daysToPay: Number(row.days_to_pay),
    instalments: wireInstalments(row.instalments),
    buyerName: row.buyer_name,
    purpose: row.purpose as InvoicePurpose,
    buyerReference: row.buyer_reference,
    orderReference: row.order_reference,
    contractReference: row.contract_reference,
    projectReference: row.project_reference,
    adjustments: adjustmentsOf(row.adjustments),
    number: row.number_text,
    issuedOn: row.issued_on as Day | null,
    gross: row.gross_minor === null ? null : money(row.gross_minor, row.currency),
    document: row.document === null ? null : readDocument(row.document),
    hash: row.hash,
  }
}

/** Percentages are texts in JSON and come back as Percent. */
function wireInstalments(text: string): Billing['instalments'] {
  const wire = JSON.parse(text) as { share: string; daysAfterIssue: number }[]
  return wire.map((each) => ({ share: parsePercent(each.share)!, daysAfterIssue: each.daysAfterIssue }))
}

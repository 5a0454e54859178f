import type { Day } from '../../../kernel/day.ts'
import { newId, type ContactId, type Id, type InvoiceId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { DebitScheme, DebitSequence } from './direct-debit.ts'

type DebitTables = {
  direct_debit_mandates: {
    company_id: string
    id: string
    contact_id: string
    reference: string
    signed_on: string
    iban: string
    account_holder: string
    scheme: DebitScheme
    sequence: DebitSequence
    recorded_at: string
    recorded_by: string
  }
  direct_debit_revocations: { company_id: string; mandate_id: string; reason: string | null; revoked_at: string; revoked_by: string }
  direct_debit_files: {
    company_id: string
    id: string
    format: string
    content: string
    collect_on: string
    created_at: string
    created_by: string
    undone_at: string | null
  }
  direct_debits: {
    company_id: string
    file_id: string
    invoice_id: string
    mandate_id: string
    end_to_end_id: string
    amount_minor: bigint
    currency: string
    ended_at: string | null
  }
}

export type MandateId = Id<'mandate'>
export type DebitFileId = Id<'direct-debit-file'>

/** What a customer signed: that invoices may be collected from an account. */
export interface Mandate {
  readonly id: MandateId
  readonly contactId: ContactId
  readonly reference: string
  readonly signedOn: Day
  readonly iban: string
  readonly accountHolder: string
  readonly scheme: DebitScheme
  readonly sequence: DebitSequence
}

export interface DirectDebit {
  readonly fileId: DebitFileId
  readonly invoiceId: InvoiceId
  readonly endToEndId: string
  readonly amount: Money
}

type Place = Pick<Context, 'database' | 'company'>
const tables = (transaction: Transaction) => transaction.withTables<DebitTables>()

/** False when the reference is taken. */
export async function insertMandate(context: Context, mandate: Omit<Mandate, 'id'>): Promise<MandateId | undefined> {
  const id: MandateId = newId<'mandate'>()
  const result = await tables(context.database)
    .insertInto('direct_debit_mandates')
    .values({
      company_id: context.company.id,
      id,
      contact_id: mandate.contactId,
      reference: mandate.reference,
      signed_on: mandate.signedOn,
      iban: mandate.iban,
      account_holder: mandate.accountHolder,
      scheme: mandate.scheme,
      sequence: mandate.sequence,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'reference']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n ? id : undefined
}

export async function insertRevocation(context: Context, mandateId: MandateId, reason: string | null): Promise<void> {
  await tables(context.database)
    .insertInto('direct_debit_revocations')
    .values({ company_id: context.company.id, mandate_id: mandateId, reason, revoked_at: context.now, revoked_by: context.actor.name })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Mandates that stand, latest first: all, of a customer, or one. */
export async function standingMandates(context: Place, by: { contactId?: ContactId | undefined; id?: MandateId } = {}): Promise<Mandate[]> {
  let query = tables(context.database)
    .selectFrom('direct_debit_mandates as mandate')
    .leftJoin('direct_debit_revocations as revocation', (join) =>
      join.onRef('revocation.company_id', '=', 'mandate.company_id').onRef('revocation.mandate_id', '=', 'mandate.id'),
    )
    .selectAll('mandate')
    .where('mandate.company_id', '=', context.company.id)
    .where('revocation.mandate_id', 'is', null)
  if (by.contactId) query = query.where('mandate.contact_id', '=', by.contactId)
  if (by.id) query = query.where('mandate.id', '=', by.id)
  const rows = await query.orderBy('mandate.id', 'desc').execute()
  return rows.map((row) => ({
    id: row.id as MandateId,
    contactId: row.contact_id as ContactId,
    reference: row.reference,
    signedOn: row.signed_on as Day,
    iban: row.iban,
    accountHolder: row.account_holder,
    scheme: row.scheme,
    sequence: row.sequence,
  }))
}

export async function insertDebitFile(
  context: Context,
  file: { id: DebitFileId; format: string; content: string; collectOn: Day },
  debits: readonly (Omit<DirectDebit, 'fileId'> & { mandateId: MandateId })[],
): Promise<void> {
  await tables(context.database)
    .insertInto('direct_debit_files')
    .values({
      company_id: context.company.id,
      id: file.id,
      format: file.format,
      content: file.content,
      collect_on: file.collectOn,
      created_at: context.now,
      created_by: context.actor.name,
      undone_at: null,
    })
    .execute()
  await tables(context.database)
    .insertInto('direct_debits')
    .values(
      debits.map((debit) => ({
        company_id: context.company.id,
        file_id: file.id,
        invoice_id: debit.invoiceId,
        mandate_id: debit.mandateId,
        end_to_end_id: debit.endToEndId,
        amount_minor: debit.amount.minor,
        currency: debit.amount.currency,
        ended_at: null,
      })),
    )
    .execute()
}

/** The collections that run: all, or those of a file or of invoices. */
export async function runningDebits(context: Place, by: { fileId?: DebitFileId } = {}): Promise<DirectDebit[]> {
  let query = tables(context.database).selectFrom('direct_debits').selectAll().where('company_id', '=', context.company.id).where('ended_at', 'is', null)
  if (by.fileId) query = query.where('file_id', '=', by.fileId)
  return (await query.orderBy('end_to_end_id').execute()).map((row) => ({
    fileId: row.file_id as DebitFileId,
    invoiceId: row.invoice_id as InvoiceId,
    endToEndId: row.end_to_end_id,
    amount: money(row.amount_minor, row.currency),
  }))
}

/** The money came, or came back, or the file was undone: the invoice may be collected anew. */
export async function endDebits(context: Context, by: { fileId: DebitFileId } | { invoiceIds: readonly string[] }): Promise<void> {
  let query = tables(context.database)
    .updateTable('direct_debits')
    .set({ ended_at: context.now as string })
    .where('company_id', '=', context.company.id)
    .where('ended_at', 'is', null)
  query = 'fileId' in by ? query.where('file_id', '=', by.fileId) : query.where('invoice_id', 'in', by.invoiceIds.length > 0 ? [...by.invoiceIds] : [''])
  await query.execute()
}

export async function undoDebitFile(context: Context, id: DebitFileId): Promise<void> {
  await endDebits(context, { fileId: id })
  await tables(context.database)
    .updateTable('direct_debit_files')
    .set({ undone_at: context.now as string })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .execute()
}

export async function selectDebitFiles(context: Place, by: { id: DebitFileId } | { limit: number }) {
  let query = tables(context.database).selectFrom('direct_debit_files').selectAll().where('company_id', '=', context.company.id)
  query = 'id' in by ? query.where('id', '=', by.id) : query.limit(by.limit)
  return (await query.orderBy('id', 'desc').execute()).map((row) => ({
    id: row.id as DebitFileId,
    format: row.format,
    content: row.content,
    collectOn: row.collect_on as Day,
    createdAt: row.created_at as Instant,
    isUndone: row.undone_at !== null,
  }))
}

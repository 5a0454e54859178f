import { fail } from '../../../kernel/failure.ts'
import type { AgreementId, ContactId, InvoiceId } from '../../../kernel/id.ts'
import { newId } from '../../../kernel/id.ts'
import { money } from '../../../kernel/money.ts'
import { Quantity } from '../../../kernel/quantity.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { BilledLine, Charge, TakenBack } from '../charge.ts'
import type { InvoiceLine, InvoiceLineId } from '../lines/line.ts'
import { billedLineOf, type LineTables } from '../lines/store.ts'
import type { ReadContext } from '../store.ts'

export type ChargeTables = {
  live_charges: { company_id: string; identity: string; invoice_id: string; line_id: string }
  charge_write_offs: {
    company_id: string
    id: string
    identity: string
    cause: string
    contact_id: string
    agreement_id: string | null
    name: string
    quantity_thousandths: bigint
    amount_minor: bigint
    currency: string
    reason: string
    written_off_on: string
    written_off_at: string
  }
}

const tables = (transaction: Transaction) => transaction.withTables<ChargeTables & LineTables>()

/** Claims the identities of charges for lines; fails with `charge_already_billed` when another live line has one. */
export async function claimCharges(context: Context, invoiceId: InvoiceId, lines: readonly InvoiceLine[]): Promise<void> {
  for (const line of lines) {
    if (line.identity === null) continue
    const claimed = await tables(context.database)
      .insertInto('live_charges')
      .values({ company_id: context.company.id, identity: line.identity, invoice_id: invoiceId, line_id: line.id })
      .onConflict((conflict) => conflict.columns(['company_id', 'identity']).doNothing())
      .returning('identity')
      .executeTakeFirst()
    if (!claimed) fail('charge_already_billed', { name: line.name })
  }
}

/** Frees the charges of lines that are deleted or credited. */
export async function releaseCharges(context: Context, lineIds: readonly InvoiceLineId[]): Promise<void> {
  if (lineIds.length === 0) return
  await tables(context.database)
    .deleteFrom('live_charges')
    .where('company_id', '=', context.company.id)
    .where('line_id', 'in', [...lineIds])
    .execute()
}

export async function insertWriteOffs(context: Context, charges: readonly Charge[], reason: string): Promise<void> {
  for (const charge of charges) {
    await tables(context.database)
      .insertInto('charge_write_offs')
      .values({
        company_id: context.company.id,
        id: newId<'charge-write-off'>(),
        identity: charge.identity,
        cause: charge.cause,
        contact_id: charge.contactId,
        agreement_id: charge.agreementId,
        name: charge.name,
        quantity_thousandths: charge.quantity.thousandths,
        amount_minor: charge.amount.minor,
        currency: charge.currency,
        reason,
        written_off_on: context.today,
        written_off_at: context.now,
      })
      .execute()
  }
}

/** What has been billed and taken back: the memory of the billing rule. Two queries, whatever the filter. */
export interface BilledFacts {
  readonly billed: BilledLine[]
  readonly takenBack: TakenBack[]
}

export type ChargeFilter = { contactId?: ContactId | undefined; agreementId?: AgreementId | undefined; causes?: readonly string[] }

export async function billedFacts(context: ReadContext, filter: ChargeFilter): Promise<BilledFacts> {
  return asFacts(await chargedLines(context, filter), await writeOffs(context, filter))
}

/** The same of some causes only. */
export async function factsOfCauses(context: ReadContext, causes: readonly string[]): Promise<BilledFacts> {
  return asFacts(await chargedLines(context, { causes }), await writeOffs(context, { causes }))
}

function asFacts(rows: Awaited<ReturnType<typeof chargedLines>>, written: Awaited<ReturnType<typeof writeOffs>>): BilledFacts {
  // Whose it is says the row: after a merge of two contacts it is another than when it was written.
  const lines = rows.map((row) => ({ ...row, charge: { ...billedLineOf(row.charge!), contactId: row.contact_id as ContactId } }))
  const taken = written.map((row): TakenBack => ({
    cause: row.cause,
    contactId: row.contact_id as ContactId,
    effect: 'written_off',
    isOnInvoice: false,
    quantity: new Quantity(row.quantity_thousandths),
    amount: money(row.amount_minor, row.currency),
  }))
  return {
    billed: lines.filter((row) => row.credits_line_id === null).map((row) => row.charge),
    takenBack: [
      ...lines
        .filter((row) => row.credits_line_id !== null)
        .map((row): TakenBack => ({
          cause: row.charge.cause,
          contactId: row.charge.contactId,
          effect: effectOf(row),
          isOnInvoice: true,
          quantity: row.charge.quantity,
          amount: row.charge.amount,
        })),
      ...taken,
    ],
  }
}

function effectOf(row: { credit_effect: string | null }): TakenBack['effect'] {
  return row.credit_effect as TakenBack['effect']
}

async function chargedLines(context: ReadContext, filter: ChargeFilter) {
  let query = tables(context.database)
    .selectFrom('invoice_lines')
    .select(['agreement_id', 'contact_id', 'charge', 'credits_line_id', 'credit_effect'])
    .where('company_id', '=', context.company.id)
    .where('charge', 'is not', null)
    .orderBy('id')
  if (filter.agreementId) query = query.where('agreement_id', '=', filter.agreementId)
  if (filter.contactId) query = query.where('contact_id', '=', filter.contactId)
  if (filter.causes) query = query.where('cause', 'in', [...filter.causes])
  return query.execute()
}

async function writeOffs(context: ReadContext, filter: ChargeFilter) {
  let query = tables(context.database).selectFrom('charge_write_offs').selectAll().where('company_id', '=', context.company.id).orderBy('id')
  if (filter.agreementId) query = query.where('agreement_id', '=', filter.agreementId)
  if (filter.contactId) query = query.where('contact_id', '=', filter.contactId)
  if (filter.causes) query = query.where('cause', 'in', [...filter.causes])
  return query.execute()
}

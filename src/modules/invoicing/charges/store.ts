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

/** What has been billed and taken back, by agreement or, without one, by payer: the memory of the billing rule. */
export interface BilledFacts {
  readonly agreementId: AgreementId | null
  readonly contactId: ContactId
  readonly billed: BilledLine[]
  readonly takenBack: TakenBack[]
}

/** The facts of all agreements and payers in the filter, grouped. Two queries whatever their number. */
export async function billedFacts(
  context: ReadContext,
  filter: { contactIds?: readonly ContactId[] | undefined; agreementId?: AgreementId | undefined },
): Promise<Map<string, BilledFacts>> {
  const facts = new Map<string, BilledFacts>()
  const factsOf = (agreementId: string | null, contactId: string): BilledFacts => {
    const key = agreementId ?? `contact/${contactId}`
    const known = facts.get(key)
    if (known) return known
    const created: BilledFacts = {
      agreementId: agreementId as AgreementId | null, contactId: contactId as ContactId, billed: [], takenBack: [],
    }
    facts.set(key, created)
    return created
  }
  for (const row of await chargedLines(context, filter)) {
    const charge = billedLineOf(row.charge!)
    const own = factsOf(row.agreement_id, row.contact_id)
    if (row.credits_line_id === null) own.billed.push(charge)
    else own.takenBack.push({ cause: charge.cause, effect: effectOf(row), isOnInvoice: true, quantity: charge.quantity, amount: charge.amount })
  }
  for (const row of await writeOffs(context, filter)) {
    factsOf(row.agreement_id, row.contact_id).takenBack.push({
      cause: row.cause,
      effect: 'written_off',
      isOnInvoice: false,
      quantity: new Quantity(row.quantity_thousandths),
      amount: money(row.amount_minor, row.currency),
    })
  }
  return facts
}

function effectOf(row: { credit_effect: string | null }): TakenBack['effect'] {
  return row.credit_effect as TakenBack['effect']
}

async function chargedLines(context: ReadContext, filter: Parameters<typeof billedFacts>[1]) {
  let query = tables(context.database)
    .selectFrom('invoice_lines')
    .select(['agreement_id', 'contact_id', 'charge', 'credits_line_id', 'credit_effect'])
    .where('company_id', '=', context.company.id)
    .where('charge', 'is not', null)
    .orderBy('id')
  if (filter.agreementId) query = query.where('agreement_id', '=', filter.agreementId)
  if (filter.contactIds) query = query.where('contact_id', 'in', [...filter.contactIds])
  return query.execute()
}

async function writeOffs(context: ReadContext, filter: Parameters<typeof billedFacts>[1]) {
  let query = tables(context.database)
    .selectFrom('charge_write_offs')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .orderBy('id')
  if (filter.agreementId) query = query.where('agreement_id', '=', filter.agreementId)
  if (filter.contactIds) query = query.where('contact_id', 'in', [...filter.contactIds])
  return query.execute()
}


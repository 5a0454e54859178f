import type { ContactId } from '../../../kernel/id.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { DocumentFormat } from '../formats.ts'
import type { ElectronicAddress } from '../invoice.ts'
import type { ReadContext } from '../store.ts'

export type RecipientTables = {
  invoice_recipients: {
    company_id: string
    contact_id: string
    format: string
    buyer_reference: string | null
    electronic_scheme: string | null
    electronic_id: string | null
    legal_registration: string | null
    is_public_body: bigint
    order_reference: string | null
    contract_reference: string | null
    changed_at: string
  }
}

/** How a customer wants documents: what their own systems ask to find on each. */
export interface Recipient {
  readonly format: 'automatic' | DocumentFormat
  readonly buyerReference: string | null
  readonly electronicAddress: ElectronicAddress | null
  readonly legalRegistration: string | null
  readonly isPublicBody: boolean
  readonly orderReference: string | null
  readonly contractReference: string | null
}

/** Of a customer of whom nothing was said. */
export const anyRecipient: Recipient = {
  format: 'automatic',
  buyerReference: null,
  electronicAddress: null,
  legalRegistration: null,
  isPublicBody: false,
  orderReference: null,
  contractReference: null,
}

const tables = (transaction: Transaction) => transaction.withTables<RecipientTables>()

export async function recipientOf(context: ReadContext, contactId: ContactId): Promise<Recipient> {
  const row = await tables(context.database)
    .selectFrom('invoice_recipients')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', contactId)
    .executeTakeFirst()
  if (!row) return anyRecipient
  return {
    format: row.format as Recipient['format'],
    buyerReference: row.buyer_reference,
    electronicAddress: row.electronic_id === null ? null : { scheme: row.electronic_scheme!, id: row.electronic_id },
    legalRegistration: row.legal_registration,
    isPublicBody: row.is_public_body === 1n,
    orderReference: row.order_reference,
    contractReference: row.contract_reference,
  }
}

export async function keepRecipient(context: Context, contactId: ContactId, recipient: Recipient): Promise<void> {
  const values = {
    format: recipient.format,
    buyer_reference: recipient.buyerReference,
    electronic_scheme: recipient.electronicAddress?.scheme ?? null,
    electronic_id: recipient.electronicAddress?.id ?? null,
    legal_registration: recipient.legalRegistration,
    is_public_body: recipient.isPublicBody ? 1n : 0n,
    order_reference: recipient.orderReference,
    contract_reference: recipient.contractReference,
    changed_at: context.now,
  }
  await tables(context.database)
    .insertInto('invoice_recipients')
    .values({ company_id: context.company.id, contact_id: contactId, ...values })
    .onConflict((conflict) => conflict.columns(['company_id', 'contact_id']).doUpdateSet(values))
    .execute()
}

/** After two contacts became one: the kept one's own settings stay, and where it has none it takes the other's. */
export async function moveRecipient(context: Context, options: { from: ContactId; to: ContactId }): Promise<void> {
  const other = await tables(context.database)
    .deleteFrom('invoice_recipients')
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', options.from)
    .returningAll()
    .executeTakeFirst()
  if (!other) return
  await tables(context.database)
    .insertInto('invoice_recipients')
    .values({ ...other, contact_id: options.to })
    .onConflict((conflict) => conflict.columns(['company_id', 'contact_id']).doNothing())
    .execute()
}

import type { InvoiceId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { InvoiceHead, InvoiceTables } from '../store.ts'

/** What a draft says beside its lines. */
export type DraftTerms = Pick<InvoiceHead, 'purpose' | 'buyerReference' | 'orderReference' | 'contractReference' | 'projectReference' | 'adjustments'>

export const plainTerms: DraftTerms = {
  purpose: 'invoice',
  buyerReference: null,
  orderReference: null,
  contractReference: null,
  projectReference: null,
  adjustments: [],
}

export async function updateTerms(context: Context, id: InvoiceId, terms: DraftTerms): Promise<void> {
  await context.database
    .withTables<InvoiceTables>()
    .updateTable('invoices')
    .set(termsRow(terms))
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .execute()
}

export function termsRow(terms: DraftTerms) {
  return {
    purpose: terms.purpose,
    buyer_reference: terms.buyerReference,
    order_reference: terms.orderReference,
    contract_reference: terms.contractReference,
    project_reference: terms.projectReference,
    adjustments: JSON.stringify(terms.adjustments),
  }
}

import type { Day } from '../../kernel/day.ts'
import type { ContactId, InvoiceId } from '../../kernel/id.ts'
import type { Money } from '../../kernel/money.ts'
import type { Context } from '../../platform/operation/context.ts'
import { payablesOf } from '../invoicing/index.ts'

/** An issued invoice as payments see it. */
export interface PayableInvoice {
  readonly id: InvoiceId
  readonly number: string
  readonly contactId: ContactId
  readonly contactName: string
  readonly currency: string
  readonly total: Money
  readonly open: Money
  readonly issuedOn: Day
  readonly nextDueOn: Day | null
  readonly dues: readonly { readonly on: Day; readonly amount: Money }[]
  readonly reference: string | null
}

/** Invoices by id, whatever their state, or the open ones: all, or those of a customer. */
export async function payableInvoices(
  context: Context,
  filter: { ids?: readonly InvoiceId[]; contactId?: ContactId | undefined } = {},
): Promise<PayableInvoice[]> {
  if (filter.ids && filter.ids.length === 0) return []
  return payablesOf(context, filter)
}

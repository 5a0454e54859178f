import type { ContactId, InvoiceId } from '../../../kernel/id.ts'
import { isPositive } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { creditNoteRest } from '../../invoicing/index.ts'
import { insertCredit } from './store.ts'

/** What a credit note gives beyond what was open of its invoice is the customer's credit: to be used or paid back. */
export async function creditNoteIssued(context: Context, payload: { creditNoteId: InvoiceId; contactId: ContactId }): Promise<void> {
  const rest = await creditNoteRest(context, payload.creditNoteId)
  if (!isPositive(rest)) return
  await insertCredit(context, { id: payload.creditNoteId, contactId: payload.contactId, kind: 'credit_note', amount: rest, on: context.today })
}

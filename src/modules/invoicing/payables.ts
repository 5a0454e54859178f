import type { Day } from '../../kernel/day.ts'
import type { ContactId, InvoiceId } from '../../kernel/id.ts'
import { money, subtract, type Money } from '../../kernel/money.ts'
import { selectPayables } from './payables/store.ts'
import { usedOf } from './states/store.ts'
import { findInvoice, type ReadContext } from './store.ts'

/** An issued invoice as payments, reminders and the customer's page see it. */
export interface Payable {
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
  /** The payment reference that the document asks for; the number where it has no other. */
  readonly reference: string | null
}

/** Invoices by id, whatever their state, or the open ones: all, or those of a customer. Two queries. */
export async function payablesOf(context: ReadContext, filter: { ids?: readonly InvoiceId[]; contactId?: ContactId | undefined } = {}): Promise<Payable[]> {
  return selectPayables(context, filter)
}

/** What a credit note gave beyond what was open of its invoice: the customer's credit on the day of issue. */
export async function creditNoteRest(context: ReadContext, id: InvoiceId): Promise<Money> {
  const note = await findInvoice(context, id)
  const used = await usedOf(context, [id])
  return subtract(note.gross!, money(used.get(id) ?? 0n, note.currency))
}

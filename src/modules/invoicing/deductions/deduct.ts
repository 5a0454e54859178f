import { fail } from '../../../kernel/failure.ts'
import type { InvoiceId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { leftOfAdvance, type Advance } from '../advance.ts'
import { totalsOfDocument } from '../document-totals.ts'
import { findCreditNotes, findInvoice, type InvoiceHead, type ReadContext } from '../store.ts'
import { deductionsOf, replaceDeductions } from './store.ts'

/**
 * Sets which advances a draft deducts. Fails with `advance_not_deductible` (not an issued advance of the same customer in the same
 * currency, or nothing is left of it) and `advance_deducted` (another document deducts it).
 */
export async function deductAdvances(context: Context, draft: InvoiceHead, ids: readonly InvoiceId[]): Promise<void> {
  for (const id of ids) {
    const advance = await findInvoice(context, id)
    const isFitting =
      advance.state === 'issued' &&
      advance.kind === 'invoice' &&
      advance.purpose === 'advance' &&
      advance.contactId === draft.contactId &&
      advance.currency === draft.currency
    if (!isFitting) fail('advance_not_deductible', { number: advance.number ?? '' })
    if ((await leftOf(context, advance)).length === 0) fail('advance_not_deductible', { number: advance.number ?? '' })
  }
  await replaceDeductions(context, draft.id, ids)
}

/** What a document deducts, advance by advance. */
export async function advancesOf(context: ReadContext, id: InvoiceId): Promise<Advance[]> {
  const advances: Advance[] = []
  for (const advanceId of await deductionsOf(context, id)) {
    const head = await findInvoice(context, advanceId)
    advances.push({ id: advanceId, number: head.number!, issuedOn: head.issuedOn!, groups: await leftOf(context, head) })
  }
  return advances
}

async function leftOf(context: ReadContext, advance: InvoiceHead) {
  const notes = await findCreditNotes(context, advance.id)
  return leftOfAdvance(
    totalsOfDocument(advance.document!),
    notes.map((note) => totalsOfDocument(note.document!)),
  )
}

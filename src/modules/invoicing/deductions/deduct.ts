import { fail } from '../../../kernel/failure.ts'
import type { InvoiceId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { leftOfAdvance, type Advance } from '../advance.ts'
import { totalsOfDocument } from '../document-totals.ts'
import { findCreditNotes, findInvoice, type InvoiceHead, type ReadContext } from '../store.ts'
import { deductionsOf, openAdvances, replaceDeductions } from './store.ts'

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

/** A final invoice takes off every advance of the customer in its currency that no other document takes off. */
export async function deductOpenAdvances(context: Context, draft: InvoiceHead): Promise<void> {
  const fitting: InvoiceId[] = []
  for (const id of await openAdvances(context, draft.contactId)) {
    const advance = await findInvoice(context, id)
    const isOfAgreement = draft.agreementId === null || advance.agreementId === null || advance.agreementId === draft.agreementId
    if (advance.currency === draft.currency && isOfAgreement && (await leftOf(context, advance)).length > 0) fitting.push(id)
  }
  await replaceDeductions(context, draft.id, fitting)
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

import { yearOf } from '../../kernel/day.ts'
import { fail } from '../../kernel/failure.ts'
import type { InvoiceId } from '../../kernel/id.ts'
import { amountText, negate, zero, type Money } from '../../kernel/money.ts'
import type { Context } from '../../platform/operation/context.ts'
import { takeNumber } from '../company/index.ts'
import { addTimelineEntry, indexForSearch } from '../contacts/index.ts'
import { mirroredAdjustment } from './adjustment.ts'
import { canonicalJson } from './canonical.ts'
import { chainHash, documentHash } from './chain.ts'
import type { Composed } from './compose.ts'
import { composeDraft, requireDraft } from './drafting.ts'
import { nextDueOn } from './invoice.ts'
import { mirrored } from './lines/line.ts'
import { updateLine } from './lines/store.ts'
import { refuseIncomplete } from './refusing.ts'
import { requestSending } from './sending.ts'
import { tellSettled } from './states/settle.ts'
import { insertState } from './states/store.ts'
import { insertDues } from './parts/store.ts'
import { chainTip, sealInvoice, type InvoiceHead } from './store.ts'
import { updateTerms } from './terms/store.ts'

export interface Issued {
  readonly id: InvoiceId
  readonly number: string
  readonly gross: Money
}

/**
 * Issues a draft: number without gaps under the company's lock, its own copy of seller, buyer and tax, the next link
 * of the hash chain. Fails with `invoice_already_issued`, `invoice_without_lines`, `tax_rate_missing`, and
 * with `e_invoice_refused` where the receiver would refuse it.
 */
export async function issueInvoice(context: Context, id: InvoiceId, options: { send: boolean; keepsPdf?: boolean }): Promise<Issued> {
  const head = await requireDraft(context, id)
  let composed = await composeDraft(context, head)
  if (composed.lines.length === 0) fail('invoice_without_lines')
  // In the customer's favour it is a credit note: the same lines the other way round, open for the customer's use.
  const isCredit = composed.totals.gross.minor < 0n
  const turned: InvoiceHead = isCredit ? { ...head, kind: 'credit_note', adjustments: head.adjustments.map(mirroredAdjustment) } : head
  if (isCredit) {
    await updateTerms(context, id, turned)
    for (const [position, line] of composed.lines.entries()) await updateLine(context, { ...mirrored(line), tax: null }, position, id)
  }
  if (!isCredit) refuseIncomplete(composed.document, context.company.language)
  const taken = await takeNumber(context, { kind: isCredit ? 'credit_note' : 'invoice', on: context.today })
  composed = await composeDraft(context, turned, taken)
  const issued = await seal(context, { head: turned, composed, number: taken, ...options })
  if (isCredit) context.emit('invoice.credited', { invoiceId: null, creditNoteId: id, contactId: head.contactId, lines: [] })
  return issued
}

/** Writes what an issued document is; the caller has composed it with its number. */
export async function seal(
  context: Context,
  options: { head: InvoiceHead; composed: Composed; number: { number: number; year: number; text: string }; send: boolean; keepsPdf?: boolean },
): Promise<Issued> {
  const { head, composed, number } = options
  for (const [position, line] of composed.lines.entries()) await updateLine(context, line, position, head.id)
  await sealDocument(context, {
    head,
    composed,
    series: head.kind === 'credit_note' ? 'credit_note' : 'invoice',
    number: number.number,
    year: number.year,
    numberText: number.text,
  })
  const { gross } = composed.totals
  const isInvoice = head.kind !== 'credit_note'
  const open = isInvoice ? gross : zero(head.currency)
  if (isInvoice) await insertDues(context, head.id, composed.dues)
  await insertState(context, {
    invoiceId: head.id,
    contactId: head.contactId,
    open,
    nextDueOn: isInvoice ? nextDueOn(composed.dues, open) : null,
  })
  if (isInvoice && gross.minor === 0n) await tellSettled(context, head, context.today)
  await announce(context, { head, number: number.text, gross, causes: composed })
  // A month-end run keeps the documents of its own.
  if (options.keepsPdf !== false) await context.later({ kind: 'invoicing.keep-pdf', payload: { invoiceId: head.id }, key: `invoicing.keep-pdf/${head.id}` })
  if (options.send) await requestSending(context, { invoiceId: head.id, to: composed.document.buyer.email })
  return { id: head.id, number: number.text, gross }
}

/** The document into the chain. Also used for opening invoices, which keep their old number. */
export async function sealDocument(
  context: Context,
  options: { head: InvoiceHead; composed: Composed; series: string; number: number | null; year?: number; numberText: string },
): Promise<void> {
  const { document, totals } = options.composed
  const ownHash = documentHash(document)
  const tip = await chainTip(context)
  await sealInvoice(context, options.head.id, {
    kind: options.head.kind,
    series: options.series,
    year: options.year ?? yearOf(document.issuedOn),
    number: options.number,
    numberText: options.numberText,
    issuedOn: document.issuedOn,
    net: totals.net,
    tax: totals.tax,
    gross: totals.gross,
    buyerName: document.buyer.name,
    paymentReference: document.paymentReference.kind === 'none' ? null : document.paymentReference.text,
    document: canonicalJson(document),
    documentHash: ownHash,
    sequence: tip.sequence + 1n,
    previousHash: tip.hash,
    hash: chainHash(tip.hash, ownHash),
  })
}

/** Tells the thread, the search box and the modules above. */
async function announce(context: Context, issued: { head: InvoiceHead; number: string; gross: Money; causes: Composed }): Promise<void> {
  const { head, number, gross } = issued
  const isCredit = head.kind === 'credit_note'
  await addTimelineEntry(context, {
    contactId: head.contactId,
    kind: isCredit ? 'credit-note.issued' : 'invoice.issued',
    subjectId: head.id,
    parameters: { number, amount: amountText(gross), currency: gross.currency },
  })
  await indexForSearch(
    context,
    {
      kind: 'invoice',
      subjectId: head.id,
      title: number,
      detail: issued.causes.document.buyer.name,
      contactId: head.contactId,
    },
    { isNew: true },
  )
  context.emit(isCredit ? 'credit-note.issued' : 'invoice.issued', {
    invoiceId: head.id,
    contactId: head.contactId,
    correctsId: head.correctsId,
    number,
    // What it adds to the customer's balance.
    balance: isCredit ? negate(gross) : gross,
    agreementIds: [...new Set(issued.causes.lines.flatMap((line) => (line.agreementId ? [line.agreementId] : [])))],
  })
}

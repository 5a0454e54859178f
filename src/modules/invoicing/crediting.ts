import { fail } from '../../kernel/failure.ts'
import { newId, type InvoiceId } from '../../kernel/id.ts'
import { fromWire, isPositive, minimum } from '../../kernel/money.ts'
import { parsePercent } from '../../kernel/percent.ts'
import type { Context } from '../../platform/operation/context.ts'
import { withdrawGrantsOf } from '../agreements/index.ts'
import { takeNumber } from '../company/index.ts'
import { accountDeliveries } from './charges/account-deliveries.ts'
import { releaseCharges } from './charges/store.ts'
import { composeCreditNote } from './compose.ts'
import type { InvoiceDocument } from './invoice.ts'
import { seal, type Issued } from './issuing.ts'
import { causesOf, creditLineOf, type InvoiceLine, type InvoiceLineId } from './lines/line.ts'
import { creditedLines, insertLines, linesOf } from './lines/store.ts'
import { settleInvoice } from './states/settle.ts'
import { findState } from './states/store.ts'
import { findCreditNotes, findInvoice, insertDraft, type InvoiceHead } from './store.ts'
import type { Totals } from './totals.ts'

export type CreditEffect = 'unbilled_again' | 'written_off'

/**
 * Corrects an issued invoice: a credit note over all lines that are not credited yet, or over some. Frees each
 * charge, settles what is open of the invoice; what was paid already is left as the customer's credit.
 * Fails with `invoice_not_issued`, `invoice_is_credit_note`, `line_already_credited`, `nothing_to_credit`.
 */
export async function creditInvoice(
  context: Context,
  options: {
    invoiceId: InvoiceId
    reason: string
    effect: CreditEffect
    lines?: readonly { lineId: InvoiceLineId; effect?: CreditEffect | undefined }[] | undefined
    /** Of fees that are written off: what they granted is taken back in this transaction. */
    withdrawsGrants: boolean
    send: boolean
  },
): Promise<Issued> {
  const invoice = await findInvoice(context, options.invoiceId)
  if (invoice.state !== 'issued' || !invoice.document) fail('invoice_not_issued')
  if (invoice.kind === 'credit_note') fail('invoice_is_credit_note')
  const all = await linesOf(context, invoice.id, invoice.currency)
  const credited = await creditedLines(
    context,
    all.map((line) => line.id),
  )
  const chosen = chosenLines(all, credited, options)
  const head = await draftNote(context, invoice, options.reason)
  const lines = chosen.map(({ line, effect }) => creditLineOf(line, effect))
  await insertLines(context, head.id, lines)
  const number = await takeNumber(context, { kind: 'credit_note', on: context.today })
  const earlier = await findCreditNotes(context, invoice.id)
  const composed = composeCreditNote({
    head,
    lines,
    invoice: invoice as InvoiceHead & { document: InvoiceDocument },
    invoiceTotals: totalsOfDocument(invoice.document),
    earlier: earlier.map((note) => totalsOfDocument(note.document!)),
    isLast: credited.size + chosen.length === all.length,
    issuedOn: context.today,
    number: number.text,
  })
  const issued = await seal(context, { head, composed, number, send: options.send })
  await releaseCharges(
    context,
    chosen.map(({ line }) => line.id),
  )
  await accountDeliveries(context, causesOf(chosen.map(({ line }) => line)))
  if (options.withdrawsGrants) await withdrawGrants(context, chosen)
  await settleWhatIsOpen(context, invoice, issued)
  context.emit('invoice.credited', {
    invoiceId: invoice.id,
    creditNoteId: issued.id,
    contactId: invoice.contactId,
    lines: chosen.flatMap(({ line, effect }) =>
      line.charge ? [{ agreementId: line.agreementId, cause: line.charge.cause, kind: line.charge.kind, effect }] : [],
    ),
  })
  return issued
}

function chosenLines(
  all: readonly InvoiceLine[],
  credited: ReadonlySet<string>,
  options: { effect: CreditEffect; lines?: readonly { lineId: InvoiceLineId; effect?: CreditEffect | undefined }[] | undefined },
): { line: InvoiceLine; effect: CreditEffect }[] {
  const wanted = options.lines ?? all.filter((line) => !credited.has(line.id)).map((line) => ({ lineId: line.id, effect: undefined }))
  if (wanted.length === 0) fail('nothing_to_credit')
  return wanted.map((each) => {
    const line = all.find((candidate) => candidate.id === each.lineId)
    if (!line) return fail('line_not_on_invoice')
    if (credited.has(line.id)) fail('line_already_credited', { name: line.name })
    return { line, effect: each.effect ?? options.effect }
  })
}

async function draftNote(context: Context, invoice: InvoiceHead, reason: string): Promise<InvoiceHead> {
  const head: InvoiceHead = {
    ...invoice,
    id: newId<'invoice'>(),
    kind: 'credit_note',
    state: 'draft',
    correctsId: invoice.id,
    note: null,
    reason,
    number: null,
    issuedOn: null,
    gross: null,
    document: null,
    hash: null,
  }
  await insertDraft(context, head)
  return head
}

/** A fee that is given up for good gives back what it granted; one that is billed again goes on granting. */
async function withdrawGrants(context: Context, chosen: readonly { line: InvoiceLine; effect: CreditEffect }[]): Promise<void> {
  for (const { line, effect } of chosen) {
    if (effect !== 'written_off' || line.charge?.kind !== 'fee' || line.agreementId === null) continue
    await withdrawGrantsOf(context, { agreementId: line.agreementId, cause: line.charge.cause, isWithdrawn: true })
  }
}

async function settleWhatIsOpen(context: Context, invoice: InvoiceHead, note: Issued): Promise<void> {
  const state = await findState(context, invoice.id)
  if (!state) return
  const amount = minimum(state.open, note.gross)
  if (!isPositive(amount)) return
  await settleInvoice(context, { invoiceId: invoice.id, kind: 'credit_note', sourceId: note.id, amount, on: context.today })
}

/** The totals that an issued document states, as values. */
export function totalsOfDocument(document: InvoiceDocument): Totals {
  const { totals } = document
  return {
    currency: document.currency,
    isTaxIncluded: document.isTaxIncluded,
    lines: fromWire(totals.lines),
    allowance: fromWire({ amount: '0', currency: document.currency }),
    net: fromWire(totals.net),
    tax: fromWire(totals.tax),
    gross: fromWire(totals.gross),
    groups: totals.groups.map((group) => ({
      code: group.code,
      rate: parsePercent(group.rate)!,
      reason: group.reason,
      net: fromWire(group.net),
      tax: fromWire(group.tax),
      gross: fromWire(group.gross),
    })),
  }
}

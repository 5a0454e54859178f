import { fail } from '../../kernel/failure.ts'
import { formatMinutes } from '../../kernel/format.ts'
import { newId, type InvoiceId } from '../../kernel/id.ts'
import { isPositive, minimum } from '../../kernel/money.ts'
import { addQuantity, Quantity, subtractQuantity } from '../../kernel/quantity.ts'
import type { Context } from '../../platform/operation/context.ts'
import { withdrawGrantsOf } from '../agreements/index.ts'
import { takeNumber } from '../company/index.ts'
import { accountDeliveries } from './charges/account-deliveries.ts'
import { releaseCharges } from './charges/store.ts'
import { composeCreditNote } from './compose.ts'
import { deductedBy, releaseDeductions } from './deductions/store.ts'
import { totalsOfDocument } from './document-totals.ts'
import type { InvoiceDocument } from './invoice.ts'
import { seal, type Issued } from './issuing.ts'
import { creditLineOf, isAllCredited, type CreditEffect, type Credited } from './lines/credit-part.ts'
import { causesOf, type InvoiceLine, type InvoiceLineId } from './lines/line.ts'
import { creditedLines, insertLines, linesOf } from './lines/store.ts'
import { settleInvoice } from './states/settle.ts'
import { findState } from './states/store.ts'
import { findCreditNotes, findInvoice, insertDraft, type InvoiceHead } from './store.ts'

/** One line, or some units of it, to be taken back. */
export interface CreditWish {
  readonly lineId: InvoiceLineId
  /** Left out: what is left of the line. */
  readonly quantity?: Quantity | undefined
  readonly effect?: CreditEffect | undefined
}

interface Chosen {
  readonly line: InvoiceLine
  readonly effect: CreditEffect
  readonly from: Quantity
  readonly to: Quantity
}

/**
 * Corrects an issued invoice: a credit note over all that is not credited yet, over some lines, or over some units of a
 * line. Frees each charge that is taken back whole, settles what is open of the invoice; what was paid already is left as
 * the customer's credit. Fails with `invoice_not_issued`, `invoice_is_credit_note`, `line_already_credited`,
 * `credit_exceeds_line`, `nothing_to_credit`.
 */
export async function creditInvoice(
  context: Context,
  options: {
    invoiceId: InvoiceId
    reason: string
    effect: CreditEffect
    lines?: readonly CreditWish[] | undefined
    /** Of fees that are written off: what they granted is taken back in this transaction. */
    withdrawsGrants: boolean
    send: boolean
  },
): Promise<Issued> {
  const invoice = await findInvoice(context, options.invoiceId)
  if (invoice.state !== 'issued' || !invoice.document) fail('invoice_not_issued')
  if (invoice.kind === 'credit_note') fail('invoice_is_credit_note')
  if (await deductedBy(context, invoice.id)) fail('advance_deducted')
  const all = await linesOf(context, invoice.id, invoice.currency)
  const credited = await creditedLines(
    context,
    all.map((line) => line.id),
  )
  const chosen = chosenLines(all, credited, options)
  const head = await draftNote(context, invoice, options.reason)
  const lines = chosen.map(({ line, effect, from, to }) => creditLineOf(line, { from, to }, effect))
  const after = creditedAfter(credited, chosen)
  const whole = all.filter((line) => isAllCredited(line, after.get(line.id)?.quantity ?? Quantity.zero))
  await insertLines(context, head.id, lines)
  const number = await takeNumber(context, { kind: 'credit_note', on: context.today })
  const earlier = await findCreditNotes(context, invoice.id)
  const composed = composeCreditNote({
    head,
    lines,
    invoice: invoice as InvoiceHead & { document: InvoiceDocument },
    invoiceTotals: totalsOfDocument(invoice.document),
    earlier: earlier.map((note) => totalsOfDocument(note.document!)),
    isLast: whole.length === all.length,
    issuedOn: context.today,
    number,
  })
  // Taking only a deduction back would make the customer owe more; that is a new invoice.
  if (composed.totals.gross.minor < 0n) fail('credit_below_zero')
  const issued = await seal(context, { head, composed, number, send: options.send })
  await releaseCharges(
    context,
    whole.map((line) => line.id),
  )
  if (whole.length === all.length) await releaseDeductions(context, invoice.id)
  await accountDeliveries(context, causesOf(chosen.map(({ line }) => line)))
  if (options.withdrawsGrants)
    await withdrawGrants(
      context,
      whole.filter((line) => after.get(line.id)?.isWrittenOff && chosen.some((each) => each.line.id === line.id)),
    )
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
  credited: ReadonlyMap<string, Credited>,
  options: { effect: CreditEffect; lines?: readonly CreditWish[] | undefined },
): Chosen[] {
  const taken = new Map(all.map((line) => [line.id, credited.get(line.id)?.quantity ?? Quantity.zero]))
  const left = all.filter((line) => !isAllCredited(line, taken.get(line.id)!) || (line.quantity.thousandths === 0n && !credited.has(line.id)))
  const wanted: readonly CreditWish[] = options.lines ?? left.map((line) => ({ lineId: line.id }))
  if (wanted.length === 0) fail('nothing_to_credit')
  return wanted.map(({ lineId, quantity, effect }) => {
    const line = all.find((candidate) => candidate.id === lineId) ?? fail('line_not_on_invoice')
    const from = taken.get(line.id)!
    if (isAllCredited(line, from) && (line.quantity.thousandths !== 0n || credited.has(line.id))) fail('line_already_credited', { name: line.name })
    const to = quantity ? addQuantity(from, quantity) : line.quantity
    if (quantity && !isPartOf(line.quantity, { from, quantity })) {
      fail('credit_exceeds_line', { name: line.name, left: spoken(line, subtractQuantity(line.quantity, from)) })
    }
    taken.set(line.id, to)
    return { line, effect: effect ?? options.effect, from, to }
  })
}

function spoken(line: InvoiceLine, units: Quantity): string {
  return line.unit === 'minute' ? `${formatMinutes(units)} h` : units.toJSON()
}

/** Of a line in the customer's favour the part is negative as the line is. */
function isPartOf(whole: Quantity, { from, quantity }: { from: Quantity; quantity: Quantity }): boolean {
  const sign = whole.thousandths < 0n ? -1n : 1n
  const part = quantity.thousandths * sign
  return part > 0n && part <= (whole.thousandths - from.thousandths) * sign
}

function creditedAfter(before: ReadonlyMap<string, Credited>, chosen: readonly Chosen[]): Map<string, Credited> {
  const after = new Map(before)
  for (const { line, effect, to } of chosen) {
    after.set(line.id, { quantity: to, isWrittenOff: (after.get(line.id)?.isWrittenOff ?? true) && effect === 'written_off' })
  }
  return after
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

/** A fee that is given up whole and for good takes back what it granted; one that is only lowered goes on granting. */
async function withdrawGrants(context: Context, lines: readonly InvoiceLine[]): Promise<void> {
  for (const line of lines) {
    if (line.charge?.kind !== 'fee' || line.agreementId === null) continue
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

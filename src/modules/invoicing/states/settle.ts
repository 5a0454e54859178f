import type { Day } from '../../../kernel/day.ts'
import type { InvoiceId } from '../../../kernel/id.ts'
import { isPositive, subtract, sum, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { setSettled } from '../../agreements/index.ts'
import { nextDueOn } from '../invoice.ts'
import { causesOf } from '../lines/line.ts'
import { linesOf } from '../lines/store.ts'
import { duesOfInvoice } from '../parts/store.ts'
import { findInvoice, type InvoiceHead } from '../store.ts'
import { insertSettlement, settlementsOf, updateState, type SettlementKind } from './store.ts'

/**
 * Records that a payment, a credit note or a write-off settles a part of an invoice (a negative amount undoes it) and
 * returns what is still open. `sourceId` names the fact of the caller: the allocation, the credit note, the write-off.
 * Tells `invoice.settled` when nothing is open any more and `invoice.reopened` when something is again.
 */
export async function settleInvoice(
  context: Context,
  fact: { invoiceId: InvoiceId; kind: SettlementKind; sourceId: string; amount: Money; on: Day },
): Promise<{ open: Money }> {
  const invoice = await findInvoice(context, fact.invoiceId)
  const gross = invoice.gross!
  const before = await settlementsOf(context, fact.invoiceId, invoice.currency)
  await insertSettlement(context, fact.invoiceId, fact)
  const facts = [...before, fact]
  const openBefore = subtract(
    gross,
    sum(
      before.map((each) => each.amount),
      invoice.currency,
    ),
  )
  const open = subtract(openBefore, fact.amount)
  const isSettled = !isPositive(open)
  const settledOn = isSettled ? facts.map((each) => each.on).reduce((left, right) => (left > right ? left : right)) : null
  await updateState(context, fact.invoiceId, {
    open,
    credited: sum(
      facts.filter((each) => each.kind === 'credit_note').map((each) => each.amount),
      invoice.currency,
    ),
    nextDueOn: nextDueOn(await duesOfInvoice(context, fact.invoiceId, invoice.currency), open),
    settledOn,
  })
  if (isSettled === !isPositive(openBefore)) return { open }
  await tellSettled(context, invoice, settledOn)
  return { open }
}

/** Tells below and above that an invoice is paid in full, or (null) open again: grants may wait for it. */
export async function tellSettled(context: Context, invoice: InvoiceHead, settledOn: Day | null): Promise<void> {
  const lines = await linesOf(context, invoice.id, invoice.currency)
  const agreementIds = new Set(lines.flatMap((line) => (line.agreementId ? [line.agreementId] : [])))
  for (const agreementId of agreementIds) await setSettled(context, { agreementId, causes: causesOf(lines), on: settledOn })
  context.emit(settledOn === null ? 'invoice.reopened' : 'invoice.settled', {
    invoiceId: invoice.id,
    contactId: invoice.contactId,
    number: invoice.number,
    settledOn,
  })
}

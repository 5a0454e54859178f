import type { Day } from '../../../kernel/day.ts'
import type { InvoiceId } from '../../../kernel/id.ts'
import { isPositive, subtract, sum, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { nextDueOn } from '../invoice.ts'
import { linesOf } from '../lines/store.ts'
import { duesOfInvoice, findInvoice } from '../store.ts'
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
  const openBefore = subtract(gross, sum(before.map((each) => each.amount), invoice.currency))
  const open = subtract(openBefore, fact.amount)
  const isSettled = !isPositive(open)
  const settledOn = isSettled ? facts.map((each) => each.on).reduce((left, right) => (left > right ? left : right)) : null
  await updateState(context, fact.invoiceId, {
    open,
    credited: sum(facts.filter((each) => each.kind === 'credit_note').map((each) => each.amount), invoice.currency),
    nextDueOn: nextDueOn(await duesOfInvoice(context, fact.invoiceId, invoice.currency), open),
    settledOn,
  })
  if (isSettled === !isPositive(openBefore)) return { open }
  const lines = await linesOf(context, fact.invoiceId, invoice.currency)
  context.emit(isSettled ? 'invoice.settled' : 'invoice.reopened', {
    invoiceId: fact.invoiceId,
    contactId: invoice.contactId,
    number: invoice.number,
    settledOn,
    causes: lines.flatMap((line) => (line.charge ? [line.charge.cause] : [])),
    agreementIds: [...new Set(lines.flatMap((line) => (line.agreementId ? [line.agreementId] : [])))],
  })
  return { open }
}

import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { Move } from './move.ts'
import { agreementMoves } from './sources/agreements.ts'
import { reminderMoves } from './sources/reminders.ts'
import { unbilledMoves } from './sources/unbilled.ts'
import { waitingInvoiceMoves } from './sources/waiting-invoices.ts'
import { replaceExpected } from './store.ts'

/**
 * The moves that follow from a customer's whole history: work to invoice, invoices to send, reminders, agreements. They are looked for when
 * something of the customer changes, and each morning for everyone, because days alone make some of them.
 */
export async function refreshExpected(context: Context, contactId?: ContactId): Promise<number> {
  const found = [
    ...(await unbilledMoves(context, { contactId })),
    ...(await waitingInvoiceMoves(context, { contactId })),
    ...(await reminderMoves(context, { contactId })),
    ...(await agreementMoves(context, { contactId })),
  ]
  const moves = [...new Map(found.map((move) => [move.cause, move])).values()].filter((move): move is Move => move.contactId !== null)
  await replaceExpected(context, contactId, moves)
  return moves.length
}

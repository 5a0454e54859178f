import type { Context } from '../../platform/operation/context.ts'
import { worstFirst, type Move } from './move.ts'
import { bankMoves } from './sources/bank.ts'
import { messageMoves } from './sources/messages.ts'
import { attendanceMoves } from './sources/sessions.ts'
import { taskMoves } from './sources/tasks.ts'
import { waitingInvoiceMoves } from './sources/waiting-invoices.ts'
import { selectExpected } from './store.ts'

const expectedMax = 500

/** Every move there is, worst first: a few indexed queries, whatever the company's size. */
export async function findMoves(context: Context): Promise<Move[]> {
  return worstFirst([
    ...(await selectExpected(context, expectedMax)),
    ...(await waitingInvoiceMoves(context)),
    ...(await bankMoves(context)),
    ...(await taskMoves(context)),
    ...(await messageMoves(context)),
    ...(await attendanceMoves(context)),
  ])
}

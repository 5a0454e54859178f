import type { Context } from '../../../platform/operation/context.ts'
import { waitingTaxReturn } from '../../books/index.ts'
import type { Move } from '../move.ts'
import { taxReturnDueMove } from '../moves/tax-return-due.ts'

/** For those who may see the figures; the rest of the house has nothing to do with it. */
export async function taxMoves(context: Context): Promise<Move[]> {
  if (context.actor.role === 'staff') return []
  const waiting = await waitingTaxReturn(context)
  const move = waiting && taxReturnDueMove(waiting, context.today)
  return move ? [move] : []
}

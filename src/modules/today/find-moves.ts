import type { Context } from '../../platform/operation/context.ts'
import { worstFirst, type Move } from './move.ts'
import { bankMoves } from './sources/bank.ts'
import { expenseMoves } from './sources/expenses.ts'
import { messageMoves } from './sources/messages.ts'
import { attendanceMoves } from './sources/sessions.ts'
import { taxMoves } from './sources/tax.ts'
import { taskMoves } from './sources/tasks.ts'
import { withoutPutAside } from './put-aside.ts'
import { countExpected, selectAside, selectExpected } from './store.ts'

export interface FoundMoves {
  /** Worst first; at least as many as were asked for, where there are so many. */
  readonly moves: Move[]
  /** All of them, also those that were not read. */
  readonly count: number
  readonly asideCount: number
}

/** The moves that nobody put aside, worst first: a few indexed queries, whatever the company's size. */
export async function findMoves(context: Context, options: { limit: number }): Promise<FoundMoves> {
  const expected = await selectExpected(context, options)
  const { count, asideCount } = await countExpected(context)
  const derived = [
    ...(await bankMoves(context)),
    ...(await taxMoves(context)),
    ...(await expenseMoves(context)),
    ...(await taskMoves(context)),
    ...(await messageMoves(context)),
    ...(await attendanceMoves(context)),
  ]
  const rest = derived.length === 0 ? { shown: [], asideCount: 0 } : withoutPutAside(derived, await selectAside(context), context.today)
  return {
    moves: worstFirst([...expected, ...rest.shown]),
    count: count - asideCount + rest.shown.length,
    asideCount: asideCount + rest.asideCount,
  }
}

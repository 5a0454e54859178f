import { implement } from '../../../platform/operation/module.ts'
import { todayContract } from '../contract.ts'
import { findMoves } from '../find-moves.ts'
import { isForAutopilot } from '../move.ts'
import { withoutPutAside } from '../put-aside.ts'
import { selectAside, selectAutopilot, selectDone, selectTried } from '../store.ts'
import { sessionsOfToday } from '../sources/sessions.ts'

const doneDays = 7

export const readToday = implement(todayContract['today.read'], async (context, { limit }) => {
  const { shown, asideCount } = withoutPutAside(await findMoves(context), await selectAside(context), context.today)
  const done = await selectDone(context, doneDays)
  return {
    today: context.today,
    moves: shown.slice(0, limit),
    moveCount: shown.length,
    asideCount,
    sessions: await sessionsOfToday(context),
    done: done.map(({ move, ...rest }) => {
      const { kind, contactId, contactName, subject, facts } = todayContract['today.note-done'].input.shape.move.parse(JSON.parse(move))
      return { ...rest, kind, contactId, contactName, subject, facts }
    }),
  }
})

/** Of the kinds that are on, what waits, was not put aside, and was not tried before. */
export const readAutopilotMoves = implement(todayContract['today.autopilot-moves'], async (context) => {
  const on = await selectAutopilot(context)
  if (on.size === 0) return { moves: [] }
  const { shown } = withoutPutAside(await findMoves(context), await selectAside(context), context.today)
  const wanted = shown.filter((move) => on.has(move.kind) && isForAutopilot(move.kind) && move.doing !== null)
  const tried = await selectTried(
    context,
    wanted.map((move) => move.cause),
  )
  return { moves: wanted.filter((move) => !tried.has(move.cause)).slice(0, 200) }
})

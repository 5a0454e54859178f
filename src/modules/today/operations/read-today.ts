import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { todayContract } from '../contract.ts'
import { firstStepsCause, readFirstSteps } from '../first-steps.ts'
import { findMoves } from '../find-moves.ts'
import { isForAutopilot } from '../move.ts'
import { selectAside, selectAutopilot, selectDone, selectTried } from '../store.ts'
import { sessionsOfToday } from '../sources/sessions.ts'

const doneDays = 7
/** Enough for every customer of a large company; the rest waits for the next round. */
const autopilotMax = 5000

export const readToday = implement(todayContract['today.read'], async (context, { limit }) => {
  const { moves, count, asideCount } = await findMoves(context, { limit })
  const done = await selectDone(context, doneDays)
  return {
    today: context.today,
    moves: moves.slice(0, limit),
    moveCount: count,
    asideCount,
    sessions: await sessionsOfToday(context),
    done: done.map(({ move, ...rest }) => {
      const { kind, contactId, contactName, subject, facts } = todayContract['today.note-done'].input.shape.move.parse(JSON.parse(move))
      return { ...rest, kind, contactId, contactName, subject, facts }
    }),
    firstSteps: moves.length === 0 ? ((await firstStepsNow(context)) ?? null) : null,
  }
})

async function firstStepsNow(context: Context) {
  // An accountant changes nothing, so none of the steps is theirs.
  if (context.actor.role === 'accountant') return undefined
  const isAside = (await selectAside(context)).some((aside) => aside.cause === firstStepsCause)
  return isAside ? undefined : readFirstSteps(context)
}

/** Of the kinds that are on, what waits, was not put aside, and was not tried before. */
export const readAutopilotMoves = implement(todayContract['today.autopilot-moves'], async (context) => {
  const on = await selectAutopilot(context)
  if (on.size === 0) return { moves: [] }
  const { moves } = await findMoves(context, { limit: autopilotMax })
  const wanted = moves.filter((move) => on.has(move.kind) && isForAutopilot(move.kind) && move.doing !== null)
  const tried = await selectTried(
    context,
    wanted.map((move) => move.cause),
  )
  return { moves: wanted.filter((move) => !tried.has(move.cause)).slice(0, 200) }
})

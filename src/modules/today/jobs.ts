import { Failure } from '../../kernel/failure.ts'
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import type { NewJob } from '../../platform/operation/context.ts'
import type { Move } from './move.ts'

export const autopilotJob: NewJob = { kind: 'today.autopilot', payload: null, key: 'today.autopilot' }

/**
 * Does what the company lets Cloudburo do by itself: looks at the moves, runs the operation of each, and notes it. A move
 * that was done is gone at the next look, so running twice does nothing twice. What fails is noted and left to a person.
 */
export const runAutopilot: JobHandler = async (_job, services) => {
  const { moves } = (await services.run('today.autopilot-moves', {})) as { moves: Move[] }
  for (const move of moves) {
    if (!move.doing) continue
    const problem = await attempt(() => services.run(move.doing!.operation, move.doing!.input))
    await services.run('today.note-done', { move: onTheWire(move), problem })
  }
}

/** The code of a named failure, or null; everything else is a bug and goes on to the runner. */
async function attempt(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}

function onTheWire(move: Move): unknown {
  return JSON.parse(JSON.stringify(move))
}

import { fail } from '../../../kernel/failure.ts'
import { implement } from '../../../platform/operation/module.ts'
import { todayContract } from '../contract.ts'
import { isForAutopilot, moveKinds } from '../move.ts'
import { insertDone, selectAutopilot, setAutopilotMode } from '../store.ts'
import { autopilotJob } from '../jobs.ts'

export const readAutopilot = implement(todayContract['today.autopilot'], async (context) => {
  const on = await selectAutopilot(context)
  return { kinds: moveKinds.map((kind) => ({ kind, mode: on.has(kind) ? ('do' as const) : ('ask' as const), canDo: isForAutopilot(kind) })) }
})

/** Turned on, it looks at once at what waits already. */
export const setAutopilot = implement(todayContract['today.set-autopilot'], async (context, input) => {
  if (input.mode === 'do' && !isForAutopilot(input.kind)) fail('autopilot_cannot_do', { kind: input.kind })
  await setAutopilotMode(context, input.kind, input.mode)
  if (input.mode === 'do') await context.later(autopilotJob)
  return input
})

export const startAutopilot = implement(todayContract['today.start-autopilot'], async (context) => {
  const isOn = (await selectAutopilot(context)).size > 0
  if (isOn) await context.later(autopilotJob)
  return { isOn }
})

export const noteDone = implement(todayContract['today.note-done'], async (context, { move, problem }) => ({
  id: await insertDone(context, { move, cause: move.cause, kind: move.kind, problem }),
}))

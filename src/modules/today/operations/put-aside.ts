import { invalid } from '../../../kernel/failure.ts'
import { implement } from '../../../platform/operation/module.ts'
import { todayContract } from '../contract.ts'
import { putAside, removeAside } from '../store.ts'

/** Until a day after today; on that day the move is back, if something still calls for it. */
export const snooze = implement(todayContract['today.snooze'], async (context, input) => {
  if (input.until <= context.today) invalid({ until: 'snooze_not_later' })
  await putAside(context, input)
  return { cause: input.cause }
})

export const dismiss = implement(todayContract['today.dismiss'], async (context, input) => {
  await putAside(context, { cause: input.cause, until: null })
  return { cause: input.cause }
})

export const bringBack = implement(todayContract['today.bring-back'], async (context, input) => ({
  count: await removeAside(context, input.cause),
}))

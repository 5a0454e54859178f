import { call } from '../../../web/kit/client.ts'
import { useAction } from '../../../web/kit/query.ts'
import { useTexts } from '../../../web/kit/texts.tsx'
import { useFormat } from '../../../web/kit/format.ts'
import type { TodayAnswer } from './wire.ts'

/** Snooze and dismiss: the row leaves at once, Undo brings it back. */
export function usePutAside() {
  const { t } = useTexts()
  const format = useFormat()
  const undo = (_output: unknown, { cause }: { cause: string }) => call('today.bring-back', { cause }, { idempotencyKey: crypto.randomUUID() })
  const optimistic = [{ operation: 'today.read' as const, change: withoutCause }]
  const snooze = useAction('today.snooze', { optimistic, undo, done: (_output, { until }) => t('today.snoozed', { day: format.relativeDay(until) }) })
  const dismiss = useAction('today.dismiss', { optimistic, undo, done: t('today.dismissed') })
  return { snooze: snooze.run, dismiss: dismiss.run }
}

function withoutCause(before: TodayAnswer, { cause }: { cause: string }): TodayAnswer {
  const moves = before.moves.filter((move) => move.cause !== cause)
  return {
    ...before,
    moves,
    moveCount: before.moveCount - (before.moves.length - moves.length),
    asideCount: before.asideCount + 1,
    firstSteps: cause === 'first-steps' ? null : before.firstSteps,
  }
}

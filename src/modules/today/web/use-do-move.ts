import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../../web/kit/client.ts'
import { useLater } from '../../../web/kit/later.ts'
import type { OperationName } from '../../../web/kit/operations.ts'
import { useGo } from '../../../web/kit/navigation.tsx'
import { asProblem } from '../../../web/kit/problem.ts'
import { useCompanyId } from '../../../web/kit/session.tsx'
import { useTexts } from '../../../web/kit/texts.tsx'
import { showToast } from '../../../web/kit/toast.tsx'
import { placeToDo } from './move-words.ts'
import { hideMove, showMove } from './waiting-moves.ts'
import type { WireMove } from './wire.ts'

/** How a write of a move is taken back; what takes a number or leaves the house waits ten seconds instead. */
const undoOf: Readonly<Record<string, (input: Record<string, unknown>) => readonly [operation: string, input: Record<string, unknown>]>> = {
  'expenses.confirm': ({ expenseId }) => ['expenses.reopen', { expenseId }],
  'contacts.complete-task': ({ taskId }) => ['contacts.reopen-task', { taskId }],
  'payments.accept-match': ({ bankTransactionId }) => ['payments.unmatch', { bankTransactionId }],
  'calendar.confirm-attendance': ({ sessionId }) => ['calendar.reopen-attendance', { sessionId }],
}

/**
 * Does a move: `const run = useDoMove()`, then `run(move)`. The row leaves the list at once and returns when it fails or
 * is undone. A move that only a person can do opens its subject.
 */
export function useDoMove(): (move: WireMove) => void {
  const go = useGo()
  const write = useWrite()
  const laters: Readonly<Record<string, (move: WireMove) => void>> = {
    'invoicing.bill-customer': useWaiting('invoicing.bill-customer', 'today.will-invoice'),
    'invoicing.issue': useWaiting('invoicing.issue', 'today.will-send'),
    'invoicing.send': useWaiting('invoicing.send', 'today.will-send'),
    'payments.remind': useWaiting('payments.remind', 'today.will-remind'),
    'messages.tell-balance': useWaiting('messages.tell-balance', 'today.will-tell'),
    'agreements.remind-offer': useWaiting('agreements.remind-offer', 'today.will-remind'),
  }
  return (move) => {
    if (!move.doing) return go(placeToDo(move))
    const later = laters[move.doing.operation]
    if (later) later(move)
    else void write(move, move.doing)
  }
}

function useWaiting(operation: string, waitingKey: string): (move: WireMove) => void {
  const { t } = useTexts()
  const [moves] = useState(() => new Map<unknown, WireMove>())
  const later = useLater(operation as OperationName, {
    waiting: (input) => t(waitingKey, { who: moves.get(input)?.contactName ?? '' }),
    onUndone: (input) => showMove(moves.get(input)?.cause ?? ''),
    onProblem: (_problem, input) => showMove(moves.get(input)?.cause ?? ''),
  })
  return (move) => {
    const input = move.doing!.input
    moves.set(input, move)
    hideMove(move.cause)
    later.run(input as never)
  }
}

function useWrite() {
  const { t, describe } = useTexts()
  const companyId = useCompanyId()
  const client = useQueryClient()
  const reload = () => client.invalidateQueries({ queryKey: [companyId ?? 'none'] })
  return async (move: WireMove, doing: NonNullable<WireMove['doing']>) => {
    hideMove(move.cause)
    try {
      await call(doing.operation as OperationName, doing.input as never, { idempotencyKey: crypto.randomUUID() })
      const back = undoOf[doing.operation]?.(doing.input)
      const undo = async () => {
        await call(back![0] as OperationName, back![1] as never, { idempotencyKey: crypto.randomUUID() })
        showMove(move.cause)
        await reload()
      }
      showToast({ text: t('today.is-done'), ...(back ? { undo } : {}) })
      await reload()
    } catch (error) {
      showToast({ text: describe(asProblem(error)), tone: 'bad' })
    }
    if (!undoOf[doing.operation]) showMove(move.cause)
  }
}

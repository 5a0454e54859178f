import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call, request } from './client.ts'
import type { CallInput, OperationName } from './operations.ts'
import { asProblem, type Problem } from './problem.ts'
import { reload } from './query.ts'
import { useCompanyId } from './session.tsx'
import { useTexts } from './texts.tsx'
import { showToast } from './toast.tsx'

/** What the server answers when an operation waits. */
interface Waiting {
  readonly pending: string
  readonly runAt: string
}

export interface LaterOptions<Name extends OperationName> {
  /** Shown while it waits, with Undo and the seconds: "Invoice 2026-014 goes out." */
  readonly waiting: string | ((input: CallInput<Name>) => string)
  /** Shown when it was done. */
  readonly done?: string
  /** At once, when the server has taken it: to move on or to hide the row. */
  readonly onWaiting?: (input: CallInput<Name>, pending: string) => void
  readonly onDone?: (input: CallInput<Name>) => void
  readonly onUndone?: (input: CallInput<Name>) => void
  /** A failure is shown as a toast unless this returns true. */
  readonly onProblem?: (problem: Problem, input: CallInput<Name>) => boolean | void
}

/**
 * For operations that cannot be undone: the server rehearses, then keeps a durable job for ten seconds. The toast counts down
 * and offers Undo; nothing has a number and no mail has left before. Closing the window changes nothing: the job runs.
 */
export function useLater<Name extends OperationName>(
  name: Name,
  options: LaterOptions<Name>,
): {
  readonly run: (input: CallInput<Name>) => void
  /** The same for a form: rejects with the Problem, so that what was typed stays. */
  readonly start: (input: CallInput<Name>) => Promise<void>
  readonly isRunning: boolean
} {
  const companyId = useCompanyId()
  const client = useQueryClient()
  const { t, describe } = useTexts()
  const [isRunning, setIsRunning] = useState(false)
  const latest = useRef(options)
  latest.current = options
  const readAgain = () => reload(client, { companyId })
  const fails = (error: unknown, input: CallInput<Name>) => {
    const problem = asProblem(error)
    if (latest.current.onProblem?.(problem, input) !== true) showToast({ text: describe(problem), tone: 'bad' })
  }
  const cancel = async (pending: string, input: CallInput<Name>) => {
    await request(`/api/pending/${pending}/cancel`, { method: 'POST' }).catch((error) =>
      Promise.reject(Object.assign(error, { message: describe(asProblem(error)) })),
    )
    latest.current.onUndone?.(input)
    await readAgain()
    showToast({ text: t('kit.undone') })
  }
  const start = async (input: CallInput<Name>) => {
    setIsRunning(true)
    try {
      const answer = (await call(name, input, { idempotencyKey: crypto.randomUUID(), waits: true })) as unknown as Waiting
      const { waiting } = latest.current
      let isCancelled = false
      showToast({
        text: typeof waiting === 'function' ? waiting(input) : waiting,
        until: answer.runAt,
        undo: () => {
          isCancelled = true
          return cancel(answer.pending, input)
        },
      })
      latest.current.onWaiting?.(input, answer.pending)
      window.setTimeout(() => void (isCancelled || finish(answer.pending, input)), Math.max(0, Date.parse(answer.runAt) - Date.now()) + 400)
    } finally {
      setIsRunning(false)
    }
  }
  const finish = async (pending: string, input: CallInput<Name>) => {
    const failed = await failureOf(pending)
    await readAgain()
    if (failed) return showToast({ text: failed, tone: 'bad' })
    if (latest.current.done) showToast({ text: latest.current.done })
    latest.current.onDone?.(input)
  }
  return { run: (input) => void start(input).catch((error) => fails(error, input)), start, isRunning }
}

/** Waits until the job has run and tells its problem, if it had one. */
async function failureOf(pending: string): Promise<string | undefined> {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    try {
      const answer = (await (await request('/api/pending')).json()) as { pending: { id: string; problem: string | null }[] }
      const job = answer.pending.find((each) => each.id === pending)
      if (!job) return undefined
      if (job.problem) return job.problem
    } catch {
      return undefined
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return undefined
}

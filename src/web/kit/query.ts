import {
  MutationCache,
  QueryCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { call, type CallOptions } from './client.ts'
import type { CallInput, CallOutput, OperationName } from './operations.ts'
import { asProblem, Problem } from './problem.ts'
import { useCompanyId } from './session.tsx'
import { useTexts } from './texts.tsx'
import { showToast } from './toast.tsx'

/** One cache for the window. Fresh for half a minute, kept for ten; a failure that will not heal is not tried again. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => query.queryKey[0] === 'session' || askWhoIsThere(error) }),
  mutationCache: new MutationCache({ onError: askWhoIsThere }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 600_000,
      retry: (count, error) => count < 2 && error instanceof Problem && (error.status === 0 || error.status === 503),
      refetchOnWindowFocus: 'always',
    },
  },
})

/** Signed out in the meantime: the session is asked again, and the door leads to the sign-in and back. */
function askWhoIsThere(error: unknown): void {
  if (error instanceof Problem && error.status === 401) void queryClient.resetQueries({ queryKey: ['session'] })
}

/** The cache key of one read: every key starts with the company, so that switching never mixes them. */
export function operationKey(companyId: string | undefined, name: string, input?: unknown): readonly unknown[] {
  return input === undefined ? [companyId ?? 'none', name] : [companyId ?? 'none', name, input]
}

export interface ReadOptions {
  /** Not asked while false: for reads that wait for something typed. */
  readonly enabled?: boolean
  /** Keeps showing the previous answer while the next arrives: for search and paging. */
  readonly keepPrevious?: boolean
  readonly refetchEverySeconds?: number
}

/** Reads: `const thread = useOperation('contacts.read-thread', { contactId })`, then `thread.data`, `thread.error`. */
export function useOperation<Name extends OperationName>(
  name: Name,
  input: CallInput<Name>,
  options: ReadOptions = {},
): UseQueryResult<CallOutput<Name>, Problem> {
  const companyId = useCompanyId()
  return useQuery<CallOutput<Name>, Problem>({
    queryKey: operationKey(companyId, name, input ?? {}),
    queryFn: ({ signal }) => call(name, input, { signal }).catch((error) => Promise.reject(signal.aborted ? error : asProblem(error))),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: (previous: CallOutput<Name> | undefined) => previous as never } : {}),
    ...(options.refetchEverySeconds ? { refetchInterval: options.refetchEverySeconds * 1000 } : {}),
  })
}

/** Shows the expected result of an action before the server has answered. */
export interface Optimistic<Input> {
  readonly operation: OperationName
  /** Without input, every cached answer of the operation is changed. */
  readonly input?: unknown
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly change: (before: any, input: Input) => unknown
}

export interface ActionOptions<Name extends OperationName> {
  readonly optimistic?: readonly Optimistic<CallInput<Name>>[]
  /** A finished text ("Saved.") for a toast, or a function of the answer; nothing is shown without it. */
  readonly done?: string | ((output: CallOutput<Name>, input: CallInput<Name>) => string | undefined)
  /** Offered in the toast. For an operation that waits as a pending job, cancel it here. */
  readonly undo?: (output: CallOutput<Name>, input: CallInput<Name>) => Promise<unknown> | unknown
  /** Until when the undo is possible, as ISO text of the pending job; the toast counts down. Without: ten seconds, no countdown. */
  readonly undoUntil?: (output: CallOutput<Name>) => string | undefined
  readonly onDone?: (output: CallOutput<Name>, input: CallInput<Name>) => void
  /** Also reads again who is signed in where: for what changes the company's name, colour, logo or members. */
  readonly changesSession?: boolean
  /** Failures are shown as a toast unless this returns true, having shown them itself. */
  readonly onProblem?: (problem: Problem, input: CallInput<Name>) => boolean | void
}

interface Variables<Name extends OperationName> {
  readonly input: CallInput<Name>
  readonly options: CallOptions
}

export interface Action<Name extends OperationName> {
  /** Starts it and forgets it: failures show themselves. */
  readonly run: (input: CallInput<Name>, options?: CallOptions) => void
  /** Starts it and answers; rejects with a Problem. */
  readonly start: (input: CallInput<Name>, options?: CallOptions) => Promise<CallOutput<Name>>
  readonly isRunning: boolean
  readonly problem: Problem | null
}

/**
 * Changes: `const send = useAction('invoicing.issue-invoice', { done: t('invoicing.issued'), undo: … })`, then `send.run({ invoiceId })`.
 * Afterwards everything the company shows is read again, so that no screen has to know what else changed.
 */
export function useAction<Name extends OperationName>(name: Name, options: ActionOptions<Name> = {}): Action<Name> {
  const companyId = useCompanyId()
  const client = useQueryClient()
  const { describe } = useTexts()
  const mutation: UseMutationResult<CallOutput<Name>, Problem, Variables<Name>, Rollback> = useMutation({
    mutationFn: ({ input, options: callOptions }) =>
      call(name, input, { idempotencyKey: crypto.randomUUID(), ...callOptions }).catch((error) => Promise.reject(asProblem(error))),
    onMutate: ({ input }) => applyOptimistic(client, companyId, options.optimistic ?? [], input),
    onSuccess: (output, { input }) => {
      const text = typeof options.done === 'function' ? options.done(output, input) : options.done
      const undo = options.undo
      if (text) {
        const until = options.undoUntil?.(output)
        showToast({ text, ...(until ? { until } : {}), ...(undo ? { undo: () => undoAndReload(client, companyId, () => undo(output, input)) } : {}) })
      }
      options.onDone?.(output, input)
    },
    onError: (problem, { input }, rollback) => {
      rollback?.()
      if (options.onProblem?.(problem, input) !== true) showToast({ text: describe(problem), tone: 'bad' })
    },
    onSettled: () => reload(client, { companyId, withSession: options.changesSession ?? false }),
  })
  return {
    run: (input, callOptions = {}) => mutation.mutate({ input, options: callOptions }),
    start: (input, callOptions = {}) => mutation.mutateAsync({ input, options: callOptions }),
    isRunning: mutation.isPending,
    problem: mutation.error,
  }
}

type Rollback = () => void

async function applyOptimistic<Input>(
  client: QueryClient,
  companyId: string | undefined,
  changes: readonly Optimistic<Input>[],
  input: Input,
): Promise<Rollback> {
  const before: [readonly unknown[], unknown][] = []
  for (const change of changes) {
    const queryKey = operationKey(companyId, change.operation, change.input)
    await client.cancelQueries({ queryKey })
    for (const [key, data] of client.getQueriesData({ queryKey })) {
      if (data === undefined) continue
      before.push([key, data])
      client.setQueryData(key, change.change(data, input))
    }
  }
  return () => before.forEach(([key, data]) => client.setQueryData(key, data))
}

async function undoAndReload(client: QueryClient, companyId: string | undefined, undo: () => Promise<unknown> | unknown): Promise<void> {
  await undo()
  await reload(client, { companyId })
}

/** Everything that is shown of the company is read again. */
export async function reload(client: QueryClient, options: { companyId: string | undefined; withSession?: boolean }): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: [options.companyId ?? 'none'] }),
    ...(options.withSession ? [client.invalidateQueries({ queryKey: ['session'] })] : []),
  ])
}

import type { Day } from '../../kernel/day.ts'
import type { Money } from '../../kernel/money.ts'

/** Every kind of move; a kind's rule is the file of its name in `moves/`. */
export const moveKinds = [
  'message-unanswered',
  'invoice-overdue',
  'payment-unmatched',
  'attendance-to-confirm',
  'tax-return-due',
  'task-due',
  'invoice-to-send',
  'unbilled-work',
  'retainer-nearly-used',
  'agreement-ending',
  'offer-unanswered',
  'pass-nearly-used',
  'expense-to-check',
  'expense-without-receipt',
] as const
export type MoveKind = (typeof moveKinds)[number]

/** The kinds whose operation Cloudburo can do by itself; the others need a person's word. */
export const kindsForAutopilot = [
  'invoice-overdue',
  'invoice-to-send',
  'unbilled-work',
  'attendance-to-confirm',
  'offer-unanswered',
  'retainer-nearly-used',
] as const satisfies readonly MoveKind[]

export function isForAutopilot(kind: MoveKind): boolean {
  return (kindsForAutopilot as readonly MoveKind[]).includes(kind)
}

/**
 * One proposed next step: what (its kind), for whom, why (its facts), and the one operation that does it.
 * Derived anew at each look, never stored; only that it was snoozed, dismissed or done by autopilot is.
 */
export interface Move {
  readonly kind: MoveKind
  /** What called for it. The same cause stays away once it is put aside; another one comes back. */
  readonly cause: string
  readonly contactId: string | null
  readonly contactName: string
  /** What it is about, to open it. */
  readonly subject: { readonly noun: Noun; readonly id: string }
  /** What the texts are filled with. */
  readonly facts: Readonly<Record<string, string | number | Money>>
  /** Since when it has been waiting. */
  readonly since: Day
  /** How bad it is; the worst stands first. */
  readonly weight: number
  /** Null where only a person can do it: the screen opens the subject. */
  readonly doing: { readonly operation: string; readonly input: Readonly<Record<string, unknown>> } | null
}

export const nouns = ['contact', 'invoice', 'agreement', 'session', 'task', 'message', 'bank-transaction', 'tax-period', 'expense'] as const
export type Noun = (typeof nouns)[number]

/** Worst first; of two alike the one that waits longer, and then always the same order. */
export function worstFirst(moves: readonly Move[]): Move[] {
  return [...moves].sort((left, right) => right.weight - left.weight || left.since.localeCompare(right.since) || left.cause.localeCompare(right.cause))
}

/** The cause of a kind about one thing, in the state that calls for it: `invoice-overdue/<id>/2`. */
export function causeOf(kind: MoveKind, ...parts: readonly (string | number)[]): string {
  return [kind, ...parts].join('/')
}

/** How much waiting adds: one point a day, up to a limit, so that nothing old hides what is worse by nature. */
export function waitingWeight(days: number, limit: number): number {
  return Math.max(0, Math.min(limit, days))
}

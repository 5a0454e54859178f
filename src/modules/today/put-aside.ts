import type { Day } from '../../kernel/day.ts'
import type { Move } from './move.ts'

/** A move that was snoozed until a day, or dismissed. */
export interface PutAside {
  readonly cause: string
  /** It comes back on this day; null when it was dismissed for good, that is until its cause changes. */
  readonly until: Day | null
}

/** The moves that nobody put aside, and how many were. */
export function withoutPutAside(moves: readonly Move[], aside: readonly PutAside[], today: Day): { shown: Move[]; asideCount: number } {
  const hidden = new Set(aside.filter((each) => each.until === null || each.until > today).map((each) => each.cause))
  const shown = moves.filter((move) => !hidden.has(move.cause))
  return { shown, asideCount: moves.length - shown.length }
}

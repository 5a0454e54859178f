import type { Chip, Intent } from '../understanding.ts'
import type { Cue } from './intent-words.ts'
import type { Scan } from './scan.ts'

/** A reading before it gets its operation and completions. */
export interface Draft {
  readonly intent: Intent
  readonly chips: readonly Chip[]
  readonly confidence: number
}

/** Why a line is read this way: the word that says so and how surely it is that word. */
export interface Evidence {
  readonly cue: Cue
  /** 1 when written out, less while it is only begun or stands at the end. */
  readonly strength: number
  readonly word: string
}

/** One way to read a line; undefined when it cannot be that. The word that says so is already taken. */
export type Reader = (scan: Scan, evidence: Evidence | undefined) => Draft | undefined

/** Confidence: how sure the word, less what is missing and doubtful. */
export function draft(scan: Scan, intent: Intent, chips: readonly (Chip | undefined)[], how: { base: number; unread?: number }): Draft {
  const present = chips.filter((chip) => chip !== undefined)
  const missing = present.filter((chip) => chip.isMissing).length
  const confidence = how.base - missing * 0.2 - scan.doubt - (how.unread ?? 0) * 0.06 - (scan.equals > 1 ? 0.08 : 0)
  return { intent, chips: present, confidence: Math.min(0.99, Math.max(0.05, confidence)) }
}

export function baseOf(evidence: Evidence | undefined, shape: number): number {
  return evidence ? 0.94 * evidence.strength : shape
}

export function countWords(text: string): number {
  return text === '' ? 0 : text.split(' ').length
}

import type { Situation } from '../understanding.ts'
import type { Evidence } from './drafts.ts'
import { cues, cueWords } from './intent-words.ts'
import { indexOf, matchNames } from './names.ts'
import type { Token } from './tokens.ts'

/** A word that says what the line is, and where it stands. */
export interface PlacedEvidence extends Evidence {
  readonly at: number
}

/** The words that say what the line is: at the start surest, anywhere when written out, at the start also when only begun. */
export function findEvidence(situation: Situation, tokens: readonly Token[]): PlacedEvidence[] {
  const found: PlacedEvidence[] = []
  tokens.forEach((token, at) => {
    for (const cue of cues.get(token.word) ?? []) {
      const place = at === 0 ? 1 : at === tokens.length - 1 || at === 1 ? 0.95 : 0.9
      const strength = place * (isPartOfName(situation, tokens, at) ? 0.8 : 1) - (cue.languages.includes(situation.language) ? 0 : 0.02)
      found.push({ cue, strength, word: token.word, at })
    }
  })
  const first = tokens[0]
  if (found.every((each) => each.at > 0) && first && first.word.length >= 3) found.push(...begun(situation, first))
  return bestPerMeaning(found)
}

/** `inv acme`: the first word while it is being typed. */
function begun(situation: Situation, first: Token): PlacedEvidence[] {
  const found: PlacedEvidence[] = []
  for (const word of cueWords) {
    if (!word.startsWith(first.word)) continue
    for (const cue of cues.get(word) ?? []) {
      const isOwn = cue.languages.includes(situation.language)
      found.push({ cue, strength: (isOwn ? 0.78 : 0.68) + 0.1 * (first.word.length / word.length), word: first.word, at: 0 })
    }
  }
  return found
}

/** Bill Gates is no invoice: the word belongs to a name of which more words follow. */
function isPartOfName(situation: Situation, tokens: readonly Token[], at: number): boolean {
  const { lexicon, history, today } = situation
  for (const start of at > 0 ? [at - 1, at] : [at]) {
    const best = matchNames(indexOf(lexicon.contacts), tokens, { at: start, until: tokens.length, history, today })[0]
    if (best && best.isExact && best.length >= 2 && start + best.length > at) return true
  }
  return false
}

function bestPerMeaning(found: readonly PlacedEvidence[]): PlacedEvidence[] {
  const best = new Map<string, PlacedEvidence>()
  for (const each of found) {
    const key = `${each.cue.intent}/${each.cue.shade ?? ''}`
    const known = best.get(key)
    if (!known || each.strength > known.strength + 1e-9) best.set(key, each)
  }
  return [...best.values()].sort((left, right) => right.strength - left.strength).slice(0, 8)
}

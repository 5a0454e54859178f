import { completionsOf } from './completions.ts'
import { readLine } from './grammar/read-line.ts'
import { inputOf, operationOf } from './operations.ts'
import type { Frame, Intent, Situation, Understanding } from './understanding.ts'

const readingsMax = 6

/**
 * What a jotted line means, best reading first; empty for an empty line, else never empty. English, German, French
 * and Italian may be mixed; the user's language is preferred. Never throws, whatever is typed.
 */
export function understand(situation: Situation): Understanding[] {
  const frame: Frame = {
    language: situation.language,
    today: situation.today,
    zone: situation.zone,
    currency: situation.lexicon.currency,
  }
  const isOffered = offeredIn(situation)
  const drafts = readLine(situation, isOffered).slice(0, readingsMax)
  const completions = completionsOf(situation, drafts, isOffered)
  return drafts.map((draft, index) => ({
    intent: draft.intent,
    operation: operationOf[draft.intent],
    input: inputOf(draft.intent, draft.chips, frame),
    chips: draft.chips,
    confidence: Math.round(draft.confidence * 1000) / 1000,
    completions: completions.get(index) ?? [],
    frame,
  }))
}

/** An intent is offered when its operation exists. */
function offeredIn(situation: Situation): (intent: Intent) => boolean {
  return (intent) => {
    const operation = operationOf[intent]
    if (operation === null) return true
    return situation.operations?.has(operation) ?? true
  }
}

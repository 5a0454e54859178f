import { intents, type Intent, type Situation } from '../understanding.ts'
import type { Draft, Reader } from './drafts.ts'
import { findEvidence, type PlacedEvidence } from './evidence.ts'
import { readContact } from './read-contact.ts'
import { readExpense } from './read-expense.ts'
import { readCommand, readFind, readGo, readSwitch } from './read-find.ts'
import { readPayment } from './read-payment.ts'
import { readAgreement, readInvoice, readOffer } from './read-sales.ts'
import { readNote, readTask } from './read-words.ts'
import { readSession, readTime } from './read-work.ts'
import { startScan, take } from './scan.ts'
import { tokenise, type Token } from './tokens.ts'

const readers: Readonly<Record<Intent, readonly Reader[]>> = {
  time: [readTime],
  session: [readSession],
  task: [readTask],
  note: [readNote],
  offer: [readOffer],
  agreement: [readAgreement],
  invoice: [readInvoice],
  payment: [(scan, evidence) => readPayment(scan, evidence, 'invoice'), (scan, evidence) => readPayment(scan, evidence, 'amount')],
  expense: [readExpense],
  contact: [readContact],
  find: [readFind],
  go: [readGo],
  switch: [readSwitch],
  command: [readCommand],
}

/** Intents that a line can have without a word that says so. */
const byShape: readonly Intent[] = ['time', 'session', 'task', 'agreement', 'contact', 'find', 'go', 'switch', 'command']

/** All readings of a line, best first; the same line in the same situation always gives the same. */
export function readLine(situation: Situation, isOffered: (intent: Intent) => boolean): Draft[] {
  const tokens = tokenise(situation.text)
  if (tokens.length === 0) return []
  const evidence = findEvidence(situation, tokens).filter((each) => isOffered(each.cue.intent))
  const isSaid = evidence.some((each) => each.at === 0 && each.strength > 0.95)
  const drafts: Draft[] = []
  for (const each of evidence) {
    for (const reader of readers[each.cue.intent]) drafts.push(...variants(situation, tokens, { reader, evidence: each }))
  }
  for (const intent of byShape) {
    if (!isOffered(intent)) continue
    for (const reader of readers[intent]) {
      const found = variants(situation, tokens, { reader, evidence: undefined })
      drafts.push(...found.map((draft) => (isSaid && intent !== 'find' && intent !== 'go' ? lowered(draft, 0.15) : draft)))
    }
  }
  return distinct(drafts)
}

/** One reader with weak days as days and as names, and once for each of equally good customers. */
function variants(situation: Situation, tokens: readonly Token[], how: { reader: Reader; evidence: PlacedEvidence | undefined }): Draft[] {
  const found: Draft[] = []
  for (const doDaysYield of [false, true]) {
    let equals = 1
    for (let choice = 0; choice < equals; choice += 1) {
      const scan = startScan(situation, tokens, { choice, doDaysYield })
      if (how.evidence) take(scan, how.evidence.at)
      const draft = how.reader(scan, how.evidence)
      if (draft) found.push(lowered(draft, 0.001 * choice + (doDaysYield ? 0.05 : 0)))
      equals = Math.max(equals, scan.equals)
    }
  }
  return found
}

function lowered(draft: Draft, by: number): Draft {
  return { ...draft, confidence: Math.max(0.05, draft.confidence - by) }
}

/** The readings that differ in what they would do, best first. */
function distinct(drafts: readonly Draft[]): Draft[] {
  const best = new Map<string, Draft>()
  for (const draft of drafts) {
    const key = `${draft.intent} ${draft.chips.map((chip) => `${chip.field}=${JSON.stringify(chip.value)}`).join(' ')}`
    const known = best.get(key)
    if (!known || draft.confidence > known.confidence) best.set(key, draft)
  }
  return [...best.values()].sort((left, right) => right.confidence - left.confidence || intents.indexOf(left.intent) - intents.indexOf(right.intent))
}

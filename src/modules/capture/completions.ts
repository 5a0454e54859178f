import type { Draft } from './grammar/drafts.ts'
import { relativeDays, weekdays } from './grammar/day-words.ts'
import { cues, cueWords } from './grammar/intent-words.ts'
import { indexOf, matchNames } from './grammar/names.ts'
import { readLine } from './grammar/read-line.ts'
import { tokenise, type Token } from './grammar/tokens.ts'
import { recentContacts } from './chips.ts'
import type { Language } from '../../kernel/language.ts'
import type { Completion, Intent, Named, Situation } from './understanding.ts'

const candidatesMax = 8

/**
 * How the line may go on, by the index of the reading that each way keeps: the half-typed word written out, or the
 * customer that is still missing. Each is read once more, so that taking it never changes what the line is.
 */
export function completionsOf(situation: Situation, drafts: readonly Draft[], isOffered: (intent: Intent) => boolean): Map<number, Completion[]> {
  const found = new Map<number, Completion[]>()
  const tokens = tokenise(situation.text)
  if (tokens.length === 0 || drafts.length === 0) return found
  for (const candidate of candidatesFor(situation, tokens, drafts)) {
    const intent = readLine({ ...situation, text: candidate.insertText }, isOffered)[0]?.intent
    const index = drafts.findIndex((draft) => draft.intent === intent)
    if (index >= 0) found.set(index, [...(found.get(index) ?? []), candidate])
  }
  return found
}

function candidatesFor(situation: Situation, tokens: readonly Token[], drafts: readonly Draft[]): Completion[] {
  const { text } = situation
  const seen = new Set<string>([text.trimEnd()])
  const candidates = /\s$/.test(text)
    ? goingOn(situation, drafts)
    : [...names(situation, tokens), ...dayWords(situation, tokens), ...firstWords(situation, tokens)]
  return candidates.filter(({ insertText }) => !seen.has(insertText.trimEnd()) && seen.add(insertText.trimEnd())).slice(0, candidatesMax)
}

/** After a space: the customers of late, when one is missing. */
function goingOn(situation: Situation, drafts: readonly Draft[]): Completion[] {
  const isWanted = drafts[0]!.chips.some((chip) => chip.field === 'contact' && chip.isMissing)
  if (!isWanted) return []
  return recentContacts(situation)
    .slice(0, 4)
    .map(({ label }) => ({ insertText: `${situation.text}${label} `, label }))
}

function names(situation: Situation, tokens: readonly Token[]): Completion[] {
  const { lexicon } = situation
  const lists: readonly (readonly Named[])[] = [lexicon.contacts, lexicon.agreements, lexicon.services, lexicon.products, lexicon.companies]
  return lists.flatMap((items) => namesIn(situation, tokens, items))
}

/** Names that the last words begin, from as far back as they reach. */
function namesIn(situation: Situation, tokens: readonly Token[], items: readonly Named[]): Completion[] {
  if (items.length === 0) return []
  const { history, today, text } = situation
  for (let at = Math.max(0, tokens.length - 3); at < tokens.length; at += 1) {
    const matches = matchNames(indexOf(items), tokens, { at, until: tokens.length, history, today })
    if (matches.length === 0 || at + matches[0]!.length !== tokens.length || matches[0]!.quality < 0.5) continue
    const before = text.slice(0, tokens[at]!.start)
    return matches.slice(0, 3).map(({ item }) => ({ insertText: `${before}${item.name} `, label: item.name }))
  }
  return []
}

function dayWords(situation: Situation, tokens: readonly Token[]): Completion[] {
  const last = tokens.at(-1)!
  if (tokens.length < 2 || last.word.length < 2) return []
  const before = situation.text.slice(0, last.start)
  const words = [
    ...[...relativeDays].map(([word, { languages }]) => ({ word, languages })),
    ...[...weekdays].filter(([, { isShort }]) => !isShort).map(([word, { languages }]) => ({ word, languages })),
  ]
  return words
    .filter(({ word }) => word.startsWith(last.word) && word !== last.word && !/[ .]/.test(word))
    .sort((left, right) => Number(isOwn(right.languages, situation)) - Number(isOwn(left.languages, situation)))
    .slice(0, 2)
    .map(({ word }) => ({ insertText: `${before}${word} `, label: word }))
}

function firstWords(situation: Situation, tokens: readonly Token[]): Completion[] {
  const first = tokens[0]!
  if (tokens.length !== 1 || first.word.length < 2) return []
  return cueWords
    .filter((word) => word.startsWith(first.word) && word !== first.word)
    .map((word) => ({ word, isOwn: cues.get(word)!.some((cue) => isOwn(cue.languages, situation)) }))
    .filter(({ word, isOwn: own }) => own || word.length < first.word.length + 6)
    .sort((left, right) => Number(right.isOwn) - Number(left.isOwn) || left.word.length - right.word.length)
    .slice(0, 3)
    .map(({ word }) => ({ insertText: `${word} `, label: word }))
}

function isOwn(languages: readonly Language[], situation: Situation): boolean {
  return languages.includes(situation.language)
}

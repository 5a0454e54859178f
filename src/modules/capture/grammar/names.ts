import { foldedWords } from '../../../kernel/fold.ts'
import { daysBetween, type Day } from '../../../kernel/day.ts'
import type { History, Named } from '../understanding.ts'
import type { Token } from './tokens.ts'
import { littleWords } from './little-words.ts'

/** The folded words of a list of names, sorted, so that a beginning is found by halving. */
export interface NameIndex<Item extends Named> {
  readonly items: readonly Item[]
  readonly words: readonly string[]
  /** For each word: which items have it. */
  readonly owners: readonly (readonly number[])[]
  /** How many words each item's name has. */
  readonly wordCounts: readonly number[]
  /** Words looked up before: a line is read many times while it is typed. */
  readonly memo: Map<string, Fit>
}

/** Which items have a word that fits and how well; those whose word is only begun apart. */
interface Fit {
  readonly whole: ReadonlyMap<number, number>
  readonly begun: ReadonlyMap<number, number>
}

export interface NameMatch<Item extends Named> {
  readonly item: Item
  /** How many tokens the name took. */
  readonly length: number
  /** How well the letters fit, 0 to about 1.3, without the history. */
  readonly quality: number
  /** 0 to 0.2: how recently and how often it was used. */
  readonly habit: number
  readonly isExact: boolean
}

const indexes = new WeakMap<readonly Named[], NameIndex<Named>>()

/** The index of a list; built once per list and kept as long as the list lives. */
export function indexOf<Item extends Named>(items: readonly Item[]): NameIndex<Item> {
  const known = indexes.get(items)
  if (known) return known as NameIndex<Item>
  const owners = new Map<string, number[]>()
  const wordCounts: number[] = []
  items.forEach((item, position) => {
    const words = new Set(foldedWords(item.name))
    wordCounts.push(words.size)
    for (const word of words) {
      const list = owners.get(word)
      if (list) list.push(position)
      else owners.set(word, [position])
    }
  })
  const words = [...owners.keys()].sort()
  const built: NameIndex<Item> = { items, words, owners: words.map((word) => owners.get(word)!), wordCounts, memo: new Map() }
  indexes.set(items, built)
  return built
}

const tokensMax = 6

/** The names that begin at this token, longest first, then best; every word by its beginning, or with one slip from five letters. */
export function matchNames<Item extends Named>(
  index: NameIndex<Item>,
  tokens: readonly Token[],
  options: { at: number; until: number; history: History; today: Day },
): NameMatch<Item>[] {
  let survivors: ReadonlyMap<number, number> | undefined
  let length = 0
  let wordCount = 0
  const open: { survivors: ReadonlyMap<number, number>; length: number; wordCount: number }[] = []
  for (let at = options.at; at < Math.min(options.until, options.at + tokensMax); at += 1) {
    const words = foldedWords(tokens[at]!.word)
    if (words.length === 0) {
      if (!survivors) return []
      length += 1
      continue
    }
    for (const word of words) {
      const isMiddle: boolean = survivors !== undefined && at < options.until - 1
      const next = fits(index, word, { isMiddle, survivors })
      if (next.size === 0) return rank(index, open, options)
      survivors = next
      wordCount += 1
    }
    length += 1
    if (!(length === 1 && littleWords.has(tokens[at]!.word))) open.push({ survivors: survivors!, length, wordCount })
  }
  return rank(index, open, options)
}

const rankedMax = 12

/** The best twelve: of two thousand that begin alike nobody reads more. */
function rank<Item extends Named>(
  index: NameIndex<Item>,
  open: readonly { survivors: ReadonlyMap<number, number>; length: number; wordCount: number }[],
  options: { history: History; today: Day },
): NameMatch<Item>[] {
  const last = open.at(-1)
  if (!last) return []
  const best: NameMatch<Item>[] = []
  let worst = -1
  for (const [position, points] of last.survivors) {
    const average = points / last.wordCount
    const isExact = average === 1
    const isWhole = isExact && last.wordCount === index.wordCounts[position]
    const quality = average + Math.min(last.wordCount - 1, 3) * 0.08 + (isWhole ? 0.1 : 0)
    const item = index.items[position]!
    const use = options.history[item.id]
    const habit = use ? habitOf(use, options.today) : 0
    if (best.length === rankedMax && quality + habit < worst) continue
    const match = { item, length: last.length, quality, habit, isExact }
    if (best.length === rankedMax && compareMatches(match, best[rankedMax - 1]!) > 0) continue
    best.push(match)
    if (best.length < rankedMax) continue
    best.sort(compareMatches)
    best.length = rankedMax
    const end = best[rankedMax - 1]!
    worst = end.quality + end.habit - 1e-9
  }
  return best.sort(compareMatches)
}

/** Letters first, then habit; a stable end so that the same line always gives the same answer. */
export function compareMatches(left: NameMatch<Named>, right: NameMatch<Named>): number {
  const byFit = right.quality + right.habit - (left.quality + left.habit)
  if (Math.abs(byFit) > 1e-9) return byFit
  return left.item.name === right.item.name ? (left.item.id < right.item.id ? -1 : 1) : left.item.name < right.item.name ? -1 : 1
}

/** Two names that nothing sets apart: both are shown, neither is guessed. */
export function areEqual(left: NameMatch<Named>, right: NameMatch<Named>): boolean {
  return left.isExact === right.isExact && Math.abs(left.quality - right.quality) < 0.12 && Math.abs(left.habit - right.habit) < 0.01
}

/** Recency halves in a month; frequency counts in doublings. */
export function habitOf(use: { lastUsedOn: Day; count: number } | undefined, today: Day): number {
  if (!use) return 0
  const days = Math.max(0, daysBetween(use.lastUsedOn, today))
  return 0.12 / (1 + days / 30) + 0.08 * Math.min(1, Math.log2(1 + Math.max(0, use.count)) / 8)
}

/** Which items have a word that fits, and how well; on the way through a name, only those that fitted so far. */
function fits<Item extends Named>(
  index: NameIndex<Item>,
  word: string,
  options: { isMiddle: boolean; survivors: ReadonlyMap<number, number> | undefined },
): ReadonlyMap<number, number> {
  const fit = fitOf(index, word)
  const sources = options.isMiddle && word.length < 3 ? [fit.whole] : [fit.begun, fit.whole]
  const { survivors } = options
  if (!survivors && (fit.whole.size === 0 || fit.begun.size === 0)) return fit.whole.size > 0 ? fit.whole : fit.begun
  const found = new Map<number, number>()
  for (const source of sources) {
    if (survivors && survivors.size < source.size) {
      for (const [owner, before] of survivors) {
        const points = source.get(owner)
        if (points !== undefined) found.set(owner, before + points)
      }
      continue
    }
    for (const [owner, points] of source) {
      const before = survivors ? survivors.get(owner) : 0
      if (before !== undefined) found.set(owner, before + points)
    }
  }
  return found
}

const memoMax = 500

function fitOf<Item extends Named>(index: NameIndex<Item>, word: string): Fit {
  const known = index.memo.get(word)
  if (known) return known
  const fit = lookUp(index, word)
  if (index.memo.size >= memoMax) index.memo.clear()
  index.memo.set(word, fit)
  return fit
}

function lookUp<Item extends Named>(index: NameIndex<Item>, word: string): Fit {
  const whole = new Map<number, number>()
  const begun = new Map<number, number>()
  const note = (into: Map<number, number>, wordAt: number, points: number): void => {
    for (const owner of index.owners[wordAt]!) {
      if ((into.get(owner) ?? -1) < points) into.set(owner, points)
    }
  }
  const isNumber = /^\d+$/.test(word)
  for (let at = firstAtLeast(index.words, word); at < index.words.length && index.words[at]!.startsWith(word); at += 1) {
    const candidate = index.words[at]!
    if (candidate === word) note(whole, at, 1)
    else if (!isNumber) note(begun, at, 0.55 + 0.35 * (word.length / candidate.length))
  }
  if (whole.size > 0 || begun.size > 0 || isNumber || word.length < 5) return { whole, begun }
  index.words.forEach((candidate, at) => {
    if (isOneSlip(word, candidate)) note(begun, at, 0.5)
  })
  return { whole, begun }
}

function firstAtLeast(words: readonly string[], wanted: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** One letter wrong, missing, too many or swapped with its neighbour; the name may go on after what was typed. */
export function isOneSlip(typed: string, name: string): boolean {
  if (name.length < typed.length - 1 || name.length < 4) return false
  let at = 0
  while (at < typed.length && at < name.length && typed[at] === name[at]) at += 1
  if (at === typed.length || (at === 0 && typed.length < 6)) return false
  const rest = typed.slice(at)
  const other = name.slice(at)
  return (
    (other.startsWith(rest.slice(1)) && rest.length > 1) ||
    other.slice(1).startsWith(rest.slice(1)) ||
    other.slice(1).startsWith(rest) ||
    (rest.length > 1 && rest[0] === other[1] && rest[1] === other[0] && other.slice(2).startsWith(rest.slice(2)))
  )
}

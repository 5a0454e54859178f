import { readClock, type ClockRead } from './clock.ts'
import { readDay, type DayRead, type Lean } from './days.ts'
import { readDuration, type DurationRead } from './durations.ts'
import { littleWords } from './little-words.ts'
import { areEqual, compareMatches, indexOf, matchNames, type NameMatch } from './names.ts'
import { readMoney, readNumber, readUnits, type MoneyRead } from './numbers.ts'
import type { Token } from './tokens.ts'
import type { Named, Situation } from '../understanding.ts'

/** A line while it is read: which words are already explained. */
export interface Scan {
  readonly situation: Situation
  readonly tokens: readonly Token[]
  readonly isTaken: boolean[]
  /** Which of equally good customers this reading takes. */
  readonly choice: number
  /** A weak day word, such as the name Sam, is left to be a name. */
  readonly doDaysYield: boolean
  /** How many customers fit equally well. */
  equals: number
  /** Doubt gathered on the way: slips, beginnings, weak words. */
  doubt: number
}

export function startScan(situation: Situation, tokens: readonly Token[], how: { choice: number; doDaysYield: boolean }): Scan {
  return { situation, tokens, isTaken: tokens.map(() => false), ...how, equals: 0, doubt: 0 }
}

export function take(scan: Scan, at: number, length = 1): void {
  for (let index = at; index < at + length; index += 1) scan.isTaken[index] = true
}

/** Takes the first thing that the reader finds among the free words. */
export function takeFirst<Read extends { readonly length: number }>(
  scan: Scan,
  read: (at: number) => Read | undefined,
  isWanted: (found: Read, at: number) => boolean = () => true,
): (Read & { readonly at: number }) | undefined {
  for (let at = 0; at < scan.tokens.length; at += 1) {
    if (scan.isTaken[at]) continue
    const found = read(at)
    if (!found || !isFree(scan, at, found.length) || !isWanted(found, at)) continue
    take(scan, at, found.length)
    return { ...found, at }
  }
  return undefined
}

export function takeDay(scan: Scan, how: { lean: Lean; isTodayMeant?: boolean; isStrongOnly?: boolean }): DayRead | undefined {
  const frame = { today: scan.situation.today, language: scan.situation.language, lean: how.lean, isTodayMeant: how.isTodayMeant ?? true }
  const read = (at: number): DayRead | undefined => readDay(scan.tokens, at, frame)
  const strong = takeFirst(scan, read, (found) => !found.isWeak)
  if (strong || scan.doDaysYield || how.isStrongOnly === true) return strong
  const weak = takeFirst(scan, read)
  if (weak) scan.doubt += 0.02
  return weak
}

export function takeDuration(scan: Scan, how: { isClockAllowed: boolean }): (DurationRead & { at: number }) | undefined {
  return takeFirst(
    scan,
    (at) => readDuration(scan.tokens, at),
    (found) => how.isClockAllowed || !found.isClockLike,
  )
}

/** Takes a time of day; where an hour could as well be a length, the one between six and midnight. */
export function takeClock(scan: Scan, how: { isDaytime: boolean } = { isDaytime: false }): ClockRead | undefined {
  const read = (at: number): ClockRead | undefined => readClock(scan.tokens, at)
  return (how.isDaytime ? takeFirst(scan, read, (found) => found.time >= '06:00') : undefined) ?? takeFirst(scan, read)
}

/** Takes an amount: one with a currency or cents if there is one, else the last plain number. */
export function takeMoney(scan: Scan, how: { isMarkedOnly?: boolean } = {}): MoneyRead | undefined {
  const { currency } = scan.situation.lexicon
  const marked = takeFirst(
    scan,
    (at) => readMoney(scan.tokens, at, currency),
    (found) => found.isMarked,
  )
  if (marked || how.isMarkedOnly === true) return marked
  for (let at = scan.tokens.length - 1; at >= 0; at -= 1) {
    const found = scan.isTaken[at] ? undefined : readMoney(scan.tokens, at, currency)
    if (!found || !isFree(scan, at, found.length)) continue
    take(scan, at, found.length)
    return found
  }
  return undefined
}

export function takeUnits(scan: Scan, how: { isMarkedOnly: boolean }): number | undefined {
  const read = (at: number) => readUnits(scan.tokens, at)
  const marked = takeFirst(scan, read, (found) => found.isMarked)
  if (marked || how.isMarkedOnly) return marked?.units
  return takeFirst(scan, read)?.units
}

export function takeNumber(scan: Scan, isWanted: (number: string) => boolean): string | undefined {
  return takeFirst(scan, (at) => {
    const number = readNumber(scan.tokens[at]!.word)
    return number !== undefined && isWanted(number) ? { length: 1, number } : undefined
  })?.number
}

/** A name that was found, and the other names that the same words could mean. */
export interface NameTaken<Item extends Named> {
  readonly item: Item
  readonly others: readonly Item[]
  readonly at: number
  readonly quality: number
  readonly isExact: boolean
}

/** Takes the best name among the free words; of equally good ones the one that this reading is to choose. */
export function takeName<Item extends Named>(
  scan: Scan,
  items: readonly Item[],
  how: { qualityMin: number; mayChoose?: boolean },
): NameTaken<Item> | undefined {
  const index = indexOf(items)
  let best: { matches: NameMatch<Item>[]; at: number; score: number } | undefined
  for (let at = 0; at < scan.tokens.length; at += 1) {
    if (scan.isTaken[at]) continue
    if (isTooShort(scan, at)) continue
    const matches = matchNames(index, scan.tokens, { at, until: endOfRun(scan, at), history: scan.situation.history, today: scan.situation.today })
    const first = matches[0]
    if (!first || first.quality < how.qualityMin) continue
    const score = first.quality + first.habit - at * 0.03
    if (!best || score > best.score + 1e-9) best = { matches, at, score }
  }
  if (!best) return undefined
  const equals = how.mayChoose === true ? best.matches.filter((match) => areEqual(match, best.matches[0]!)) : []
  if (how.mayChoose === true) scan.equals = Math.min(equals.length, 3)
  const chosen = equals[scan.choice] ?? best.matches[0]!
  take(scan, best.at, chosen.length)
  if (!chosen.isExact) scan.doubt += 0.03
  const others = [...best.matches]
    .filter((match) => match !== chosen)
    .sort(compareMatches)
    .slice(0, 6)
  return { item: chosen.item, others: others.map((match) => match.item), at: best.at, quality: chosen.quality, isExact: chosen.isExact }
}

/** One letter names nobody, unless it is the one being typed. */
function isTooShort(scan: Scan, at: number): boolean {
  const word = scan.tokens[at]!.word
  const isLast = at === scan.tokens.length - 1
  if (word.length === 1 && !isLast) return true
  return littleWords.has(word) && (isLast || scan.isTaken[at + 1] === true)
}

export function endOfRun(scan: Scan, at: number): number {
  let end = at
  while (end < scan.tokens.length && !scan.isTaken[end]) end += 1
  return end
}

function isFree(scan: Scan, at: number, length: number): boolean {
  for (let index = at; index < at + length; index += 1) {
    if (scan.isTaken[index] !== false) return false
  }
  return true
}

/** What no one explained, as typed, without the little words around it; after `keepAfter` those at the start stay. */
export function restOf(scan: Scan, how: { keepAfter?: number | undefined } = {}): string {
  const free = scan.tokens.map((token, at) => ({ token, at })).filter(({ at }) => !scan.isTaken[at])
  const isKept = (at: number): boolean => how.keepAfter !== undefined && at > how.keepAfter
  while (free.length > 0 && littleWords.has(free[0]!.token.word) && !isKept(free[0]!.at)) free.shift()
  while (free.length > 0 && littleWords.has(free.at(-1)!.token.word)) free.pop()
  return free.map(({ token }) => token.raw).join(' ')
}

/** The first free word, and where it stands. */
export function firstFree(scan: Scan): { token: Token; at: number } | undefined {
  const at = scan.isTaken.indexOf(false)
  return at < 0 ? undefined : { token: scan.tokens[at]!, at }
}

import { addDays, addMonths, daysBetween, endOfMonth, parseDay, weekdayOf, yearOf, type Day } from '../../../kernel/day.ts'
import type { Language } from '../../../kernel/language.ts'
import { beforeDay, lastAfterWords, lastWords, months, nextAfterWords, nextWords, relativeDays, unitsOfDays, weekdays } from './day-words.ts'
import type { Token } from './tokens.ts'

/** Work lies in the past, tasks in the future: it decides which Tuesday and which year are meant. */
export type Lean = 'past' | 'future' | 'near'

export interface DayRead {
  readonly length: number
  readonly day: Day
  /** The other days it could mean: last week's, next year's. */
  readonly others: readonly Day[]
  /** Half-typed, a short form of another language, or a number that could be money: a name may win over it. */
  readonly isWeak: boolean
}

export interface DayFrame {
  readonly today: Day
  readonly language: Language
  readonly lean: Lean
  /** A weekday that is today's: "tue 14:00" is today, "call anna tuesday" is next week. */
  readonly isTodayMeant: boolean
}

/** Reads a day at this token, with the little word before it: yesterday, next tue, 24.11., 24 nov, in 3 Tagen, am 24. */
export function readDay(tokens: readonly Token[], at: number, frame: DayFrame): DayRead | undefined {
  const word = tokens[at]!.word
  const plain = plainDay(tokens, at, frame)
  if (plain) return plain
  if (!beforeDay.has(word) || at + 1 >= tokens.length) return undefined
  const after = plainDay(tokens, at + 1, frame) ?? dayOfMonth(tokens[at + 1]!.word, frame)
  return after && !(after.isWeak && /^\d/.test(tokens[at + 1]!.word) === false) ? { ...after, length: after.length + 1 } : undefined
}

function plainDay(tokens: readonly Token[], at: number, frame: DayFrame): DayRead | undefined {
  return (
    relativeDay(tokens, at, frame) ??
    countedDay(tokens, at, frame) ??
    namedWeekday(tokens, at, frame) ??
    writtenDate(tokens[at]!.word, frame) ??
    namedMonth(tokens, at, frame) ??
    monthEnd(tokens, at, frame) ??
    beginning(tokens, at, frame)
  )
}

function relativeDay(tokens: readonly Token[], at: number, frame: DayFrame): DayRead | undefined {
  for (let length = Math.min(4, tokens.length - at); length >= 1; length -= 1) {
    const known = relativeDays.get(phraseOf(tokens, at, length))
    if (known) return { length, day: addDays(frame.today, known.offset), others: [], isWeak: false }
  }
  return undefined
}

/** in 3 days, in einer Woche, dans 3 jours, fra 3 giorni; 3 days ago, vor 3 Tagen, il y a 3 jours, 3 giorni fa. */
function countedDay(tokens: readonly Token[], at: number, frame: DayFrame): DayRead | undefined {
  const word = tokens[at]!.word
  const ahead = word === 'in' || word === 'dans' || word === 'tra' || word === 'fra'
  const back = word === 'vor' ? 1 : phraseOf(tokens, at, 3) === 'il y a' ? 3 : 0
  const start = ahead ? 1 : back
  const count = countOf(tokens[at + start]?.word)
  const unit = unitsOfDays.get(tokens[at + start + 1]?.word ?? '')
  if (count === undefined || unit === undefined) return undefined
  const trail = tokens[at + start + 2]?.word
  const isAgo = start === 0 && (trail === 'ago' || trail === 'fa')
  if (!ahead && back === 0 && !isAgo) return undefined
  const signed = ahead ? count : -count
  const target = 'days' in unit ? addDays(frame.today, signed * unit.days) : addMonths(frame.today, signed)
  return { length: start + 2 + (isAgo ? 1 : 0), day: target, others: [], isWeak: false }
}

function countOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  if (/^\d{1,3}$/.test(word)) return Number(word)
  return smallCounts[word]
}

const smallCounts: Readonly<Record<string, number>> = Object.assign(Object.create(null) as Record<string, number>, {
  a: 1,
  an: 1,
  one: 1,
  einem: 1,
  einer: 1,
  un: 1,
  une: 1,
  una: 1,
  two: 2,
  zwei: 2,
  deux: 2,
  due: 2,
  three: 3,
  drei: 3,
  trois: 3,
  tre: 3,
})

function namedWeekday(tokens: readonly Token[], at: number, frame: DayFrame): DayRead | undefined {
  const first = tokens[at]!.word
  const isNext = nextWords.has(first)
  const isLast = lastWords.has(first)
  const start = isNext || isLast ? 1 : 0
  const known = weekdays.get(tokens[at + start]?.word ?? '')
  if (!known) return undefined
  const isOwn = known.languages.includes(frame.language)
  const word = tokens[at + start]!.word
  const isWeak = start === 0 && known.isShort && !(isOwn && word.length > 2)
  if (isWeak && word.length === 2 && !isOwn && !isTrailing(tokens, at)) return undefined
  const trail = tokens[at + start + 1]?.word ?? ''
  const isAfterNext = start === 0 && nextAfterWords.has(trail)
  const isAfterLast = start === 0 && lastAfterWords.has(trail)
  const length = start + 1 + (isAfterNext || isAfterLast ? 1 : 0)
  const lean = isNext || isAfterNext ? 'future' : isLast || isAfterLast ? 'past' : frame.lean
  const isStrict = length > 1 || (frame.lean === 'future' && !frame.isTodayMeant)
  const day = weekdayFrom(frame.today, known.weekday, { lean, isStrict })
  return {
    length,
    day,
    others: [lean === 'past' ? addDays(day, -7) : addDays(day, 7), ...(day === frame.today ? [] : sameToday(known.weekday, frame.today))],
    isWeak,
  }
}

function sameToday(weekday: number, today: Day): Day[] {
  return weekdayOf(today) === weekday ? [today] : []
}

/** Two-letter German weekdays are everyday words elsewhere: outside German only at the end or before a time. */
function isTrailing(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.word
  return at > 0 && (next === undefined || /^\d{1,2}([:.h]\d{2}|h|uhr)$/.test(next))
}

function weekdayFrom(today: Day, weekday: number, how: { lean: Lean; isStrict: boolean }): Day {
  const back = (weekdayOf(today) - weekday + 7) % 7
  const ahead = (7 - back) % 7
  if (back === 0 && !how.isStrict) return today
  if (how.lean === 'past') return addDays(today, -(back || 7))
  if (how.lean === 'future') return addDays(today, ahead || 7)
  return back <= ahead ? addDays(today, -back) : addDays(today, ahead)
}

/** 24.11., 24.11.2026, 24/11/26, 2026-11-24. `24.11` without the last point could be money. */
function writtenDate(word: string, frame: DayFrame): DayRead | undefined {
  const iso = parseDay(word)
  if (iso) return { length: 1, day: iso, others: [], isWeak: false }
  const match = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/.exec(word)
  if (!match || (match[2] === '-' && match[4] === undefined)) return undefined
  const read = dated(Number(match[1]), Number(match[3]), yearText(match[4]), { frame, length: 1 })
  return read && match[2] === '.' && !word.endsWith('.') && match[4] === undefined ? { ...read, isWeak: true } : read
}

function namedMonth(tokens: readonly Token[], at: number, frame: DayFrame): DayRead | undefined {
  const ordinal = /^(\d{1,2})(\.|st|nd|rd|th|er|e|º|°|o)?$/
  const first = tokens[at]!.word
  const next = tokens[at + 1]?.word ?? ''
  const spare = next === 'of' || next === 'di' ? 1 : 0
  const second = tokens[at + 1 + spare]?.word ?? ''
  const dayFirst = ordinal.exec(first)
  const [dayText, monthWord] = dayFirst ? [dayFirst[1], second] : [ordinal.exec(second)?.[1], first]
  const month = months.get(monthWord)
  if (dayText === undefined || month === undefined) return undefined
  const yearWord = tokens[at + 2 + spare]?.word ?? ''
  const hasYear = /^20\d{2}$/.test(yearWord)
  return dated(Number(dayText), month, hasYear ? Number(yearWord) : undefined, { frame, length: 2 + spare + (hasYear ? 1 : 0) })
}

/** am 24., the 24th, le 24, il 24: the nearest such day in the leaning direction. */
function dayOfMonth(word: string, frame: DayFrame): DayRead | undefined {
  const match = /^(\d{1,2})(\.|st|nd|rd|th|er|º|°)?$/.exec(word)
  const number = Number(match?.[1] ?? 0)
  if (number < 1 || number > 31) return undefined
  const candidates = [-1, 0, 1].flatMap((shift) => {
    const found = parseDay(`${addMonths(`${frame.today.slice(0, 7)}-01` as Day, shift).slice(0, 7)}-${String(number).padStart(2, '0')}`)
    return found ? [found] : []
  })
  return nearest(candidates, { frame, length: 1 })
}

function monthEnd(tokens: readonly Token[], at: number, frame: DayFrame): DayRead | undefined {
  for (let length = Math.min(4, tokens.length - at); length >= 1; length -= 1) {
    const phrase = phraseOf(tokens, at, length)
    if (monthEnds.has(phrase)) return { length, day: endOfMonth(frame.today), others: [], isWeak: false }
  }
  return undefined
}

const monthEnds = new Set([
  'end of month',
  'end of the month',
  'month end',
  'ende monat',
  'monatsende',
  'ende des monats',
  'fin du mois',
  'fin de mois',
  'fine mese',
  'fine del mese',
])

/** `ye` for yesterday, `vend` for vendredi: the last word while it is being typed, or four letters anywhere. */
function beginning(tokens: readonly Token[], at: number, frame: DayFrame): DayRead | undefined {
  const word = tokens[at]!.word
  const lengthMin = at === tokens.length - 1 ? 2 : 4
  if (word.length < lengthMin || at === 0) return undefined
  const meanings = new Map<Day, boolean>()
  for (const [phrase, { offset, languages }] of relativeDays) {
    if (phrase.startsWith(word) && !phrase.includes(' ') && Math.abs(offset) < 7) note(addDays(frame.today, offset), languages)
  }
  for (const [phrase, { weekday, languages, isShort }] of weekdays) {
    if (!isShort && phrase.startsWith(word))
      note(weekdayFrom(frame.today, weekday, { lean: frame.lean, isStrict: !frame.isTodayMeant && frame.lean === 'future' }), languages)
  }
  const ranked = [...meanings].sort((left, right) => Number(right[1]) - Number(left[1]) || Number(fits(right[0])) - Number(fits(left[0])))
  const [best, ...others] = ranked.map(([day]) => day)
  return best ? { length: 1, day: best, others, isWeak: true } : undefined

  function note(day: Day, spokenIn: readonly Language[]): void {
    meanings.set(day, (meanings.get(day) ?? false) || spokenIn.includes(frame.language))
  }
  function fits(day: Day): boolean {
    return frame.lean === 'past' ? day <= frame.today : day >= frame.today
  }
}

function dated(dayOfMonthNumber: number, month: number, year: number | undefined, how: { frame: DayFrame; length: number }): DayRead | undefined {
  const thisYear = yearOf(how.frame.today)
  const years = year === undefined ? [thisYear - 1, thisYear, thisYear + 1] : [year]
  const candidates = years.flatMap((candidate) => {
    const found = parseDay(`${candidate}-${String(month).padStart(2, '0')}-${String(dayOfMonthNumber).padStart(2, '0')}`)
    return found ? [found] : []
  })
  return nearest(candidates, how)
}

/** A day without a year: work may be a week ahead of today at most, a task is never over. */
function nearest(candidates: readonly Day[], how: { frame: DayFrame; length: number }): DayRead | undefined {
  const { today, lean } = how.frame
  const allowed = candidates.filter((day) => (lean === 'future' ? day >= today : lean === 'past' ? daysBetween(today, day) <= 7 : true))
  const ranked = [...(allowed.length > 0 ? allowed : candidates)].sort((left, right) => distance(left) - distance(right))
  const best = ranked[0]
  if (!best) return undefined
  return { length: how.length, day: best, others: candidates.filter((day) => day !== best && distance(day) < 370), isWeak: false }

  function distance(day: Day): number {
    return Math.abs(daysBetween(today, day))
  }
}

function yearText(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function phraseOf(tokens: readonly Token[], at: number, length: number): string {
  return tokens
    .slice(at, at + length)
    .map((token) => token.word)
    .join(' ')
}

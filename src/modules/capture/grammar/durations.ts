import type { Token } from './tokens.ts'

/** A span of time in the line. Clock-like is `1:30`, which may as well be a time of day. */
export interface DurationRead {
  readonly length: number
  readonly minutes: number
  readonly isClockLike: boolean
}

/** Reads a duration at this token: 2h, 2 std, 2,5h, 1h30, 1h 30min, 90 min, 1:30, half hour, demi-heure, mezz'ora. */
export function readDuration(tokens: readonly Token[], at: number): DurationRead | undefined {
  return spokenDuration(tokens, at) ?? writtenDuration(tokens, at)
}

const hourUnit = '(?:h|hr|hrs|hour|hours|std\\.?|stunde|stunden|heure|heures|ora|ore)'
const minuteUnit = "(?:m|mn|min\\.?|mins|minute|minutes|minuten|minuti|minuto|')"
const hours = new RegExp(`^(\\d{1,4})(?:[.,](\\d{1,2}))?${hourUnit}$`)
const minutesOnly = new RegExp(`^(\\d{1,4})${minuteUnit}$`)
const hoursAndMinutes = new RegExp(`^(\\d{1,3})(?:h|std)(\\d{1,2})${minuteUnit}?$`)
const isHourUnit = new RegExp(`^${hourUnit}$`)
const isMinuteUnit = new RegExp(`^${minuteUnit}$`)
const joiners = new Set(['and', 'und', 'et', 'e', '&'])
const andHalf = new Set(['half', 'halb', 'demie', 'demi', 'mezza', 'mezzo'])

function writtenDuration(tokens: readonly Token[], at: number): DurationRead | undefined {
  const word = tokens[at]!.word
  const clock = /^(\d{1,2}):([0-5]\d)(h)?$/.exec(word)
  if (clock && Number(clock[1]) <= 12) return found(1, Number(clock[1]) * 60 + Number(clock[2]), clock[3] === undefined)
  const both = hoursAndMinutes.exec(word)
  if (both && Number(both[2]) < 60) return found(1, Number(both[1]) * 60 + Number(both[2]))
  const next = tokens[at + 1]?.word ?? ''
  const isSplit = /^\d{1,4}(?:[.,]\d{1,2})?$/.test(word) && (isHourUnit.test(next) || isMinuteUnit.test(next))
  const whole = isSplit ? word + next : word
  const length = isSplit ? 2 : 1
  const inMinutes = minutesOnly.exec(whole)
  if (inMinutes) return found(length, Number(inMinutes[1]))
  const inHours = hours.exec(whole)
  if (!inHours) return undefined
  const start = Number(inHours[1]) * 60 + Math.round(Number(`0.${inHours[2] ?? '0'}`) * 60)
  return inHours[2] === undefined ? withMinutes(tokens, at, { length, minutes: start }) : found(length, start)
}

/** `1h 30`, `1 std 30 min`, `2 hours and 15 minutes`, `une heure et demie`: what follows whole hours. */
function withMinutes(tokens: readonly Token[], at: number, start: { length: number; minutes: number }): DurationRead | undefined {
  const next = tokens[at + start.length]?.word ?? ''
  const skip = joiners.has(next) ? 1 : 0
  const word = tokens[at + start.length + skip]?.word ?? ''
  if (skip === 1 && andHalf.has(word)) return found(start.length + 2, start.minutes + 30)
  const glued = minutesOnly.exec(word)
  if (glued && Number(glued[1]) < 60) return found(start.length + skip + 1, start.minutes + Number(glued[1]))
  const unit = tokens[at + start.length + skip + 1]?.word ?? ''
  if (/^[1-5]?\d$/.test(word) && isMinuteUnit.test(unit)) return found(start.length + skip + 2, start.minutes + Number(word))
  return found(start.length, start.minutes)
}

function spokenDuration(tokens: readonly Token[], at: number): DurationRead | undefined {
  for (let length = Math.min(4, tokens.length - at); length >= 1; length -= 1) {
    const phrase = tokens
      .slice(at, at + length)
      .map((token) => token.word)
      .join(' ')
      .replaceAll('-', ' ')
    const minutes = spoken.get(phrase)
    if (minutes !== undefined) return length === 2 && minutes % 60 === 0 ? withMinutes(tokens, at, { length, minutes }) : found(length, minutes)
  }
  return undefined
}

function found(length: number, minutes: number, isClockLike = false): DurationRead | undefined {
  return minutes > 0 && minutes <= 600_000 ? { length, minutes, isClockLike } : undefined
}

const spoken = new Map<string, number>([
  ...spell(15, [
    'quarter hour',
    'quarter of an hour',
    'viertelstunde',
    'eine viertelstunde',
    "quart d'heure",
    "un quart d'heure",
    "quarto d'ora",
    "un quarto d'ora",
  ]),
  ...spell(30, [
    'half hour',
    'half an hour',
    'a half hour',
    'halbe stunde',
    'eine halbe stunde',
    'halbstunde',
    'demi heure',
    'une demi heure',
    'demie heure',
    "mezz'ora",
    'mezzora',
    'mezza ora',
  ]),
  ...spell(45, ['dreiviertelstunde', 'dreiviertel stunde', 'three quarters of an hour', "trois quarts d'heure", "tre quarti d'ora"]),
  ...spell(90, ['anderthalb stunden', 'eineinhalb stunden', '1.5 hours', 'hour and a half', "un'ora e mezza", 'ora e mezza', 'heure et demie']),
  ...spell(150, ['zweieinhalb stunden']),
  ...['an hour', 'one hour', 'eine stunde', 'une heure', "un'ora"].map((phrase): [string, number] => [phrase, 60]),
  ...spell(120, ['two hours', 'zwei stunden', 'deux heures', 'due ore']),
  ...spell(180, ['three hours', 'drei stunden', 'trois heures', 'tre ore']),
  ...spell(240, ['four hours', 'vier stunden', 'quatre heures', 'quattro ore']),
  ...spell(300, ['five hours', 'funf stunden', 'cinq heures', 'cinque ore']),
  ...spell(360, ['six hours', 'sechs stunden', 'six heures', 'sei ore']),
])

function spell(minutes: number, phrases: readonly string[]): [string, number][] {
  return phrases.map((phrase) => [phrase, minutes])
}

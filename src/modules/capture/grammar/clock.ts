import type { Token } from './tokens.ts'

/** A time of day, "HH:MM", and the minutes until the end where a range is given. */
export interface ClockRead {
  readonly length: number
  readonly time: string
  readonly minutes: number | undefined
}

/** Reads a time of day at this token: 14:00, at 2pm, um 14 Uhr, à 14h30, alle 14, 9:00-11:30, von 9 bis 11. */
export function readClock(tokens: readonly Token[], at: number): ClockRead | undefined {
  const word = tokens[at]!.word
  if (beforeRange.has(word) && betweenRange.has(tokens[at + 2]?.word ?? '')) {
    const from = clockTime(tokens[at + 1]?.word, true)
    const to = clockTime(tokens[at + 3]?.word, true)
    if (from !== undefined && to !== undefined && to > from) return clockRead(4 + unitAfter(tokens, at + 4), from, to)
  }
  const range = /^(.+?)[-–](.+)$/.exec(word)
  if (range) {
    const to = clockTime(range[2], true)
    const from = clockTime(range[1], true)
    const isCertain = /[:h.]/.test(word)
    return isCertain && from !== undefined && to !== undefined && to > from ? clockRead(1, from, to) : undefined
  }
  if (beforeTime.has(word)) {
    const time = clockTime(tokens[at + 1]?.word, true)
    return time === undefined ? undefined : clockRead(2 + unitAfter(tokens, at + 2), time)
  }
  const next = tokens[at + 1]?.word
  const time = clockTime(word, next === 'uhr' || next === 'am' || next === 'pm')
  if (time === undefined) return undefined
  if (next === 'pm') return clockRead(2, time < 720 ? time + 720 : time)
  return clockRead(1 + unitAfter(tokens, at + 1), time)
}

const beforeTime = new Set(['at', '@', 'um', 'a', 'alle', 'ore', 'gegen', 'vers', 'verso', 'ab'])
const beforeRange = new Set(['from', 'von', 'de', 'dalle', 'da', 'between'])
const betweenRange = new Set(['to', 'bis', 'a', 'alle', 'until', '-', '–', 'and'])

function unitAfter(tokens: readonly Token[], at: number): number {
  const word = tokens[at]?.word
  return word === 'uhr' || word === "o'clock" || word === 'heures' ? 1 : 0
}

/** Minutes since midnight; a bare hour counts only where something says that it is a time. */
function clockTime(word: string | undefined, isSaid: boolean): number | undefined {
  const match = /^(\d{1,2})(?:([:.h]|uhr)([0-5]\d)?)?(am|pm|uhr)?$/.exec(word ?? '')
  if (!match) return undefined
  const isBare = match[2] === undefined && match[4] === undefined
  if (isBare && !isSaid) return undefined
  if (match[2] === '.' && match[3] === undefined) return undefined
  const hour = Number(match[1]) + (match[4] === 'pm' && Number(match[1]) < 12 ? 12 : 0)
  return hour < 24 ? hour * 60 + Number(match[3] ?? 0) : undefined
}

function clockRead(length: number, from: number, to?: number): ClockRead {
  const time = `${String(Math.floor(from / 60)).padStart(2, '0')}:${String(from % 60).padStart(2, '0')}`
  return { length, time, minutes: to === undefined ? undefined : to - from }
}

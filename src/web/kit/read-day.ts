import { addDays, addMonths, daysBetween, parseDay, weekdayOf, type Day } from '../../kernel/day.ts'
import { fold } from '../../kernel/fold.ts'
import { weekdayNames } from './format.ts'

const relative: Readonly<Record<string, number>> = {
  today: 0,
  heute: 0,
  "aujourd'hui": 0,
  aujourdhui: 0,
  oggi: 0,
  auj: 0,
  tomorrow: 1,
  tom: 1,
  morgen: 1,
  demain: 1,
  domani: 1,
  yesterday: -1,
  yes: -1,
  gestern: -1,
  hier: -1,
  ieri: -1,
  ubermorgen: 2,
  'apres-demain': 2,
  dopodomani: 2,
  vorgestern: -2,
  'avant-hier': -2,
}

/**
 * Reads a day as people type it, in any of our languages: "tomorrow", "fr", "24.11.", "24.11.26", "24/11", "+3", "2026-11-24".
 * A day without a year is the nearest one; a weekday is the next one (today included), unless `prefersPast`.
 */
export function readDay(text: string, options: { today: Day; locale: string; prefersPast?: boolean }): Day | undefined {
  const typed = fold(text).replace(/^(am|on|le|il|den)\s+/, '')
  const iso = parseDay(typed)
  if (iso) return iso
  const named = relative[typed.replace('’', "'")]
  if (named !== undefined) return addDays(options.today, named)
  const shift = /^([+-])(\d{1,3})$/.exec(typed)
  if (shift) return addDays(options.today, Number(shift[1] + shift[2]!))
  return readNumeric(typed, options) ?? readWeekday(typed, options)
}

function readNumeric(typed: string, options: { today: Day; locale: string; prefersPast?: boolean }): Day | undefined {
  const match = /^(\d{1,2})(?:[./\- ](\d{1,2}))?(?:[./\- ](\d{2}|\d{4}))?\.?$/.exec(typed)
  if (!match) return undefined
  const isMonthFirst = options.locale === 'en-US'
  const dayPart = match[2] === undefined || !isMonthFirst ? match[1]! : match[2]
  const monthPart = match[2] === undefined ? options.today.slice(5, 7) : isMonthFirst ? match[1]! : match[2]
  const pad = (part: string) => part.padStart(2, '0')
  if (match[3]) return parseDay(`${match[3].length === 2 ? `20${match[3]}` : match[3]}-${pad(monthPart)}-${pad(dayPart)}`)
  if (match[2] === undefined)
    return nearest(
      [-1, 0, 1].map((months) => parseDay(`${addMonths(options.today, months).slice(0, 7)}-${pad(dayPart)}`)),
      options,
    )
  const year = Number(options.today.slice(0, 4))
  return nearest(
    [year - 1, year, year + 1].map((candidate) => parseDay(`${candidate}-${pad(monthPart)}-${pad(dayPart)}`)),
    options,
  )
}

function nearest(candidates: readonly (Day | undefined)[], options: { today: Day; prefersPast?: boolean }): Day | undefined {
  const distance = (candidate: Day) => {
    const days = daysBetween(options.today, candidate)
    return options.prefersPast && days > 0 ? days + 10_000 : Math.abs(days)
  }
  return candidates.filter((candidate) => candidate !== undefined).toSorted((left, right) => distance(left) - distance(right))[0]
}

function readWeekday(typed: string, options: { today: Day; locale: string; prefersPast?: boolean }): Day | undefined {
  if (typed.length < 2) return undefined
  const wanted = ['en', 'de', 'fr', 'it', options.locale]
    .map((locale) => weekdayNames(locale, 'long').findIndex((name) => fold(name).startsWith(typed)))
    .find((index) => index >= 0)
  if (wanted === undefined) return undefined
  const ahead = (wanted + 1 - weekdayOf(options.today) + 7) % 7
  return addDays(options.today, options.prefersPast && ahead > 0 ? ahead - 7 : ahead)
}

import { useMemo } from 'react'
import { exponentOf } from '../../kernel/currency.ts'
import { addDays, daysBetween, weekdayOf, type Day } from '../../kernel/day.ts'
import { dayIn, instantOf, wallClock, type Instant, type Zone } from '../../kernel/instant.ts'
import type { MoneyOnTheWire } from '../../kernel/money.ts'
import { useContext } from 'react'
import { CompanyContext } from './session.tsx'
import { useTexts, type Translator } from './texts.tsx'

/** How this person in this company reads figures and days. */
export interface Format {
  /** "1’200.50": the amount alone, with the currency's places; the minus sign is a real one. */
  readonly amount: (value: MoneyOnTheWire) => string
  /** "CHF 1’200.50" */
  readonly money: (value: MoneyOnTheWire) => string
  /** "2:30" for 150 minutes. */
  readonly hours: (minutes: number) => string
  /** "1.5", "8.1 %" with `percent`. */
  readonly quantity: (value: string) => string
  readonly percent: (value: string) => string
  /** "24 Nov 2026"; the year is left out when it is this one and `isShort`. */
  readonly day: (value: Day | string, options?: { isShort?: boolean; withWeekday?: boolean }) => string
  /** "today", "yesterday", "in 3 days", "Friday", else the day. */
  readonly relativeDay: (value: Day | string) => string
  /** "14:30" in the company's zone. */
  readonly time: (moment: Instant | string) => string
  /** The day of a moment in the company's zone. */
  readonly dayOf: (moment: Instant | string) => Day
  readonly today: Day
  readonly zone: Zone
  readonly locale: string
}

export function useFormat(): Format {
  const company = useContext(CompanyContext)
  const translator = useTexts()
  const today = dayIn(instantOf(Date.now()), (company?.zone ?? browserZone()) as Zone)
  return useMemo(
    () => formatFor({ translator, country: company?.country, zone: (company?.zone ?? browserZone()) as Zone, today }),
    [translator, company, today],
  )
}

export function formatFor(options: { translator: Translator; country: string | undefined; zone: Zone; today: Day }): Format {
  const { translator, zone, today } = options
  const locale = options.country ? `${translator.language}-${options.country}` : browserLocale(translator.language)
  const plain = (value: string) =>
    Intl.NumberFormat(locale, { maximumFractionDigits: 4 })
      .format(value as never)
      .replace('-', '−')
  const amount = (value: MoneyOnTheWire) => {
    const places = exponentOf(value.currency)
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places })
    return format.format(value.amount as never).replace('-', '−')
  }
  const day = (value: string, dayOptions: { isShort?: boolean; withWeekday?: boolean } = {}) => {
    const isThisYear = value.slice(0, 4) === today.slice(0, 4)
    const year = dayOptions.isShort && isThisYear ? {} : ({ year: 'numeric' } as const)
    const weekday = dayOptions.withWeekday ? ({ weekday: 'short' } as const) : {}
    return new Intl.DateTimeFormat(locale, { ...weekday, day: 'numeric', month: 'short', ...year, timeZone: 'UTC' }).format(Date.parse(value))
  }
  return {
    amount,
    money: (value) => `${value.currency} ${amount(value)}`,
    hours: hoursText,
    quantity: plain,
    percent: (value) => `${plain(value)} %`,
    day,
    relativeDay: (value) => relativeDay({ value: value as Day, today, locale, otherwise: day }),
    time: (moment) => wallClock(moment as Instant, zone).time,
    dayOf: (moment) => dayIn(moment as Instant, zone),
    today,
    zone,
    locale,
  }
}

/** "2:30" for 150, "−0:15" for −15. */
export function hoursText(minutes: number): string {
  const whole = Math.abs(Math.round(minutes))
  return `${minutes < 0 ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function relativeDay(options: { value: Day; today: Day; locale: string; otherwise: (value: string, options: { isShort: boolean }) => string }): string {
  const distance = daysBetween(options.today, options.value)
  if (Math.abs(distance) <= 1) return new Intl.RelativeTimeFormat(options.locale, { numeric: 'auto' }).format(distance, 'day')
  if (distance > 1 && distance < 7) {
    return new Intl.DateTimeFormat(options.locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(options.value))
  }
  if (Math.abs(distance) <= 30) return new Intl.RelativeTimeFormat(options.locale).format(distance, 'day')
  return options.otherwise(options.value, { isShort: true })
}

/** The short weekday names of a language, Monday first, folded, for reading what is typed. */
export function weekdayNames(locale: string, width: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' })
  const monday = addDays('2026-11-23' as Day, 1 - weekdayOf('2026-11-23' as Day))
  return [0, 1, 2, 3, 4, 5, 6].map((index) => format.format(Date.parse(addDays(monday, index))))
}

/** The browser's own locale of that language, "en-GB" rather than "en", where no company says better. */
function browserLocale(language: string): string {
  return navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? language
}

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

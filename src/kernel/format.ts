import { exponentOf } from './currency.ts'
import type { Day, Period } from './day.ts'
import type { Instant, Zone } from './instant.ts'
import type { Language } from './language.ts'
import { amountText, type Money } from './money.ts'
import { percentText, type Percent } from './percent.ts'
import { quantityText, type Quantity } from './quantity.ts'

/**
 * The one place where values become texts that people read. A `Locale` is a language and, where it matters, the
 * company's country: German in Switzerland groups thousands by an apostrophe, in Germany by a point.
 */
export interface Locale {
  readonly language: Language
  readonly country?: string | undefined
}

/** "CHF 1'500.00", "1.500,00 €", "€1,500.00": the currency once, by the custom of the place. */
export function formatMoney(value: Money, locale: Locale): string {
  const digits = exponentOf(value.currency)
  const format = numberFormat(locale, { style: 'currency', currency: value.currency, minimumFractionDigits: digits, maximumFractionDigits: digits })
  return plainSpaces(format.format(exact(amountText(value))))
}

/** The amount without its currency, for columns that name the currency once: "1'500.00". */
export function formatAmount(value: Money, locale: Locale): string {
  const digits = exponentOf(value.currency)
  const format = numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return plainSpaces(format.format(exact(amountText(value))))
}

/** "10", "1.5", "1'200"; in French "1,5". */
export function formatNumber(value: Quantity, locale: Locale): string {
  return plainSpaces(numberFormat(locale, { maximumFractionDigits: 3 }).format(exact(quantityText(value))))
}

/** Minutes as hours and minutes, "2:30"; whole hours as "10:00". Thousandths of a minute are rounded. */
export function formatMinutes(minutes: Quantity): string {
  const sign = minutes.thousandths < 0n ? '-' : ''
  const absolute = minutes.thousandths < 0n ? -minutes.thousandths : minutes.thousandths
  const whole = (absolute + 500n) / 1000n
  return `${sign}${whole / 60n}:${String(whole % 60n).padStart(2, '0')}`
}

/** A quantity of a unit with its word: "2:30 h", "1 lesson", "10 Lektionen", "3 pezzi". */
export function formatQuantity(value: Quantity, unit: QuantityUnit, locale: Locale): string {
  if (unit === 'minute') return `${formatMinutes(value)} h`
  const words = unitWords[locale.language][unit]
  const plural = new Intl.PluralRules(locale.language).select(Number(quantityText(value)))
  return `${formatNumber(value, locale)} ${plural === 'one' ? words.one : words.other}`
}

/** Time as people say it: "10 hours", "1.5 hours", "90 minutes"; hours from one hour on when they divide evenly. */
export function formatHours(minutes: Quantity, locale: Locale): string {
  const isMinutes = minutes.thousandths < 60_000n || minutes.thousandths % 15_000n !== 0n
  const count = Number(minutes.thousandths) / (isMinutes ? 1000 : 60_000)
  return plainSpaces(numberFormat(locale, { style: 'unit', unit: isMinutes ? 'minute' : 'hour', unitDisplay: 'long', maximumFractionDigits: 3 }).format(count))
}

/** "8.1 %" with a space where the language wants one: "8.1%" in English, "8,1 %" in French. */
export function formatPercent(value: Percent, locale: Locale): string {
  const format = numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
  return plainSpaces(format.format(exact(`${percentText(value)}E-2`)))
}

/** short: "24.11.2026" as on documents; long: "24. November 2026"; weekday: "Tue, 24 Nov". */
export function formatDay(value: Day, locale: Locale, style: 'short' | 'long' | 'weekday' = 'short'): string {
  const text = plainSpaces(dayFormat(locale, style).format(noonOf(value)))
  // French says "1er novembre"; Intl does not.
  return locale.language === 'fr' ? text.replace(/(?<!\d)1 (?=\p{L})/u, '1er ') : text
}

/** "1–31 March 2026": the parts both ends share are said once. A single day is said once. */
export function formatPeriod(period: Period, locale: Locale, style: 'short' | 'long' = 'short'): string {
  return plainSpaces(dayFormat(locale, style).formatRange(noonOf(period.from), noonOf(period.to)))
}

/** The moment as that zone's calendar and clock show it: "24.11.2026, 14:00". */
export function formatInstant(moment: Instant, zone: Zone, locale: Locale): string {
  const format = new Intl.DateTimeFormat(tagOf(locale), {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  return plainSpaces(format.format(Date.parse(moment)))
}

/** Only the clock: "14:00". */
export function formatTime(moment: Instant, zone: Zone, locale: Locale): string {
  const format = new Intl.DateTimeFormat(tagOf(locale), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })
  return format.format(Date.parse(moment))
}

/** The BCP 47 tag: English outside English-speaking countries is written the British way. */
export function tagOf(locale: Locale): string {
  const own: Readonly<Record<Language, readonly string[]>> = {
    en: ['US', 'GB', 'IE', 'CA', 'AU', 'NZ', 'CH'],
    de: ['DE', 'AT', 'CH', 'LI'],
    fr: ['FR', 'CH', 'BE', 'CA', 'LU'],
    it: ['IT', 'CH'],
  }
  const fallback: Readonly<Record<Language, string>> = { en: 'GB', de: 'DE', fr: 'FR', it: 'IT' }
  const isOwn = locale.country !== undefined && own[locale.language].includes(locale.country)
  return `${locale.language}-${isOwn ? locale.country : fallback[locale.language]}`
}

export type QuantityUnit = 'minute' | 'lesson' | 'piece'

const unitWords: Readonly<Record<Language, Record<'lesson' | 'piece', { one: string; other: string }>>> = {
  en: { lesson: { one: 'lesson', other: 'lessons' }, piece: { one: 'piece', other: 'pieces' } },
  de: { lesson: { one: 'Lektion', other: 'Lektionen' }, piece: { one: 'Stück', other: 'Stück' } },
  fr: { lesson: { one: 'leçon', other: 'leçons' }, piece: { one: 'pièce', other: 'pièces' } },
  it: { lesson: { one: 'lezione', other: 'lezioni' }, piece: { one: 'pezzo', other: 'pezzi' } },
}

const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${tagOf(locale)} ${JSON.stringify(options)}`
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(tagOf(locale), options)
    numberFormats.set(key, format)
  }
  return format
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(locale: Locale, style: 'short' | 'long' | 'weekday'): Intl.DateTimeFormat {
  const key = `${tagOf(locale)} ${style}`
  let format = dayFormats.get(key)
  if (!format) {
    const parts: Record<typeof style, Intl.DateTimeFormatOptions> = {
      short: { day: '2-digit', month: '2-digit', year: 'numeric' },
      long: { day: 'numeric', month: 'long', year: 'numeric' },
      weekday: { weekday: 'short', day: 'numeric', month: 'short' },
    }
    format = new Intl.DateTimeFormat(tagOf(locale), { ...parts[style], timeZone: 'UTC' })
    dayFormats.set(key, format)
  }
  return format
}

/** Intl formats a decimal text exactly (ECMA-402, Intl.NumberFormat v3), so that no float touches money. */
function exact(decimal: string): Intl.StringNumericLiteral {
  return decimal as Intl.StringNumericLiteral
}

function noonOf(value: Day): number {
  return Date.parse(`${value}T12:00:00.000Z`)
}

/** One kind of space and apostrophe on every engine, so that texts compare and documents find a glyph. */
function plainSpaces(text: string): string {
  return text.replace(/[\u202f\u2009\u00a0]/g, '\u00a0').replace(/’/g, "'")
}

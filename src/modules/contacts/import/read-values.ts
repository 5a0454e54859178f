import { countryCodes, isCountry } from '../../../kernel/country.ts'
import { isCurrency, type Currency } from '../../../kernel/currency.ts'
import { parseDay, type Day } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/fold.ts'
import { isZone, type Zone } from '../../../kernel/instant.ts'
import { isLanguage, languages, type Language } from '../../../kernel/language.ts'

/** The values of a contact as other programs write them. Each answers undefined where the text is not understood. */

/**
 * A day: 1980-03-22, 19800322, 1980-03-22T00:00:00Z, 22.03.1980, 22.3.80, 22/03/1980, 3/22/1980. Between two readings of a day
 * with slashes the European one is taken, unless only the American one is a real day.
 */
export function readDay(text: string, yearNow = 2100): Day | undefined {
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(text.trim())
  if (iso) return parseDay(`${iso[1]}-${iso[2]}-${iso[3]}`)
  const local = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?: .*)?$/.exec(text.trim())
  if (!local) return undefined
  const year = fullYear(local[4]!, yearNow)
  const two = (part: string) => part.padStart(2, '0')
  const european = parseDay(`${year}-${two(local[3]!)}-${two(local[1]!)}`)
  return european ?? (local[2] === '/' ? parseDay(`${year}-${two(local[1]!)}-${two(local[3]!)}`) : undefined)
}

/** ISO 3166-1 alpha-2 from a code or a name in any language of the interface: "CH", "Schweiz", "Svizzera", "D". */
export function readCountry(text: string): string | undefined {
  const trimmed = text.trim()
  if (/^[A-Za-z]{2}$/.test(trimmed) && isCountry(trimmed.toUpperCase())) return trimmed.toUpperCase()
  return countryByName().get(fold(trimmed))
}

/** One of the interface's languages from a code ("de-CH") or a name ("German", "Deutsch", "tedesco"). */
export function readLanguage(text: string): Language | undefined {
  const code = /^([a-z]{2})(?:[-_].*)?$/i.exec(text.trim())?.[1]?.toLowerCase()
  if (code && isLanguage(code)) return code
  return languageByName().get(fold(text))
}

export function readCurrency(text: string): Currency | undefined {
  const code = text.trim().toUpperCase()
  return isCurrency(code) ? code : undefined
}

/** A zone's name. An offset is not one: it does not know summer time. */
export function readZone(text: string): Zone | undefined {
  const name = text.trim()
  return /^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/.test(name) && isZone(name) ? name : undefined
}

function fullYear(text: string, yearNow: number): number {
  if (text.length === 4) return Number(text)
  const century = Math.floor(yearNow / 100) * 100
  const year = century + Number(text)
  return year > yearNow ? year - 100 : year
}

/** How people and older programs write countries besides their names: the signs on cars, ISO alpha-3, everyday words. */
const countryNicknames: Readonly<Record<string, string>> = {
  d: 'DE',
  a: 'AT',
  f: 'FR',
  i: 'IT',
  e: 'ES',
  b: 'BE',
  l: 'LU',
  uk: 'GB',
  fl: 'LI',
  usa: 'US',
  che: 'CH',
  deu: 'DE',
  aut: 'AT',
  fra: 'FR',
  ita: 'IT',
  gbr: 'GB',
  esp: 'ES',
  lie: 'LI',
  lux: 'LU',
  bel: 'BE',
  nld: 'NL',
  brd: 'DE',
  'united states of america': 'US',
  'great britain': 'GB',
  england: 'GB',
  holland: 'NL',
  olanda: 'NL',
  hollande: 'NL',
  suisse: 'CH',
  'confoederatio helvetica': 'CH',
}

let countries: Map<string, string> | undefined

function countryByName(): Map<string, string> {
  if (countries) return countries
  countries = new Map(Object.entries(countryNicknames))
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region' })
    for (const code of countryCodes) countries.set(fold(names.of(code) ?? code), code)
  }
  return countries
}

let languageNames: Map<string, Language> | undefined

function languageByName(): Map<string, Language> {
  if (languageNames) return languageNames
  languageNames = new Map()
  for (const inLanguage of languages) {
    const names = new Intl.DisplayNames([inLanguage], { type: 'language' })
    for (const code of languages) languageNames.set(fold(names.of(code) ?? code), code)
  }
  return languageNames
}

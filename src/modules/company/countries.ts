import type { Language } from '../../kernel/language.ts'
import { countryRates, type CountryRate } from './tax-rates.ts'

/**
 * What a company's country proposes, so that setting one up takes a name and a country. Its rates are in
 * `tax-rates.ts`.
 */
export interface CountryProposal {
  readonly currency: string
  readonly languages: readonly Language[]
  readonly zone: string
  readonly daysToPay: number
  /** Whether prices to private customers are usually shown with tax. */
  readonly isTaxIncluded: boolean
  readonly rates: readonly CountryRate[]
}

const proposal = (country: string, zone: string, languages: readonly Language[], more: Partial<CountryProposal> = {}): CountryProposal => ({
  currency: 'EUR',
  languages,
  zone,
  daysToPay: 14,
  isTaxIncluded: false,
  rates: countryRates[country] ?? [],
  ...more,
})

export const countries: Readonly<Record<string, CountryProposal>> = {
  CH: proposal('CH', 'Europe/Zurich', ['de', 'fr', 'it'], { currency: 'CHF', daysToPay: 30 }),
  LI: proposal('LI', 'Europe/Vaduz', ['de'], { currency: 'CHF', daysToPay: 30 }),
  DE: proposal('DE', 'Europe/Berlin', ['de']),
  AT: proposal('AT', 'Europe/Vienna', ['de']),
  FR: proposal('FR', 'Europe/Paris', ['fr'], { daysToPay: 30 }),
  IT: proposal('IT', 'Europe/Rome', ['it'], { daysToPay: 30 }),
  BE: proposal('BE', 'Europe/Brussels', ['fr', 'de']),
  BG: proposal('BG', 'Europe/Sofia', ['en']),
  CY: proposal('CY', 'Asia/Nicosia', ['en']),
  CZ: proposal('CZ', 'Europe/Prague', ['en'], { currency: 'CZK' }),
  DK: proposal('DK', 'Europe/Copenhagen', ['en'], { currency: 'DKK' }),
  EE: proposal('EE', 'Europe/Tallinn', ['en']),
  ES: proposal('ES', 'Europe/Madrid', ['en']),
  FI: proposal('FI', 'Europe/Helsinki', ['en']),
  GR: proposal('GR', 'Europe/Athens', ['en']),
  HR: proposal('HR', 'Europe/Zagreb', ['en']),
  HU: proposal('HU', 'Europe/Budapest', ['en'], { currency: 'HUF' }),
  IE: proposal('IE', 'Europe/Dublin', ['en']),
  LT: proposal('LT', 'Europe/Vilnius', ['en']),
  LU: proposal('LU', 'Europe/Luxembourg', ['fr', 'de'], { daysToPay: 30 }),
  LV: proposal('LV', 'Europe/Riga', ['en']),
  MT: proposal('MT', 'Europe/Malta', ['en']),
  NL: proposal('NL', 'Europe/Amsterdam', ['en']),
  PL: proposal('PL', 'Europe/Warsaw', ['en'], { currency: 'PLN' }),
  PT: proposal('PT', 'Europe/Lisbon', ['en']),
  RO: proposal('RO', 'Europe/Bucharest', ['en'], { currency: 'RON' }),
  SE: proposal('SE', 'Europe/Stockholm', ['en'], { currency: 'SEK' }),
  SI: proposal('SI', 'Europe/Ljubljana', ['en']),
  SK: proposal('SK', 'Europe/Bratislava', ['en']),
  GB: proposal('GB', 'Europe/London', ['en'], { currency: 'GBP', daysToPay: 30 }),
  NO: proposal('NO', 'Europe/Oslo', ['en'], { currency: 'NOK' }),
  US: { currency: 'USD', languages: ['en'], zone: 'America/New_York', daysToPay: 30, isTaxIncluded: false, rates: [] },
}

/** The proposal for a country; one that we do not know gets euro, English, UTC and no rates. */
export function proposalFor(country: string): CountryProposal {
  return countries[country] ?? { currency: 'EUR', languages: ['en'], zone: 'UTC', daysToPay: 30, isTaxIncluded: false, rates: [] }
}

/** Member states of the European Union, by ISO 3166-1 code. Reverse charge between them: Directive 2006/112/EC art. 196. */
export const euCountries: ReadonlySet<string> = new Set([
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
])

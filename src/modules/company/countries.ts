import type { Language } from '../../kernel/language.ts'

/**
 * What a company's country proposes, so that setting one up takes a name and a country. Rates are in basis points
 * with their first day of validity; sources: ESTV (CH, LI), the European Commission's "Taxes in Europe" database,
 * HMRC (GB), Skatteetaten (NO). The category words are those of the offer: standard, reduced, special.
 */
export interface CountryProposal {
  readonly currency: string
  readonly languages: readonly Language[]
  readonly zone: string
  readonly daysToPay: number
  /** Whether prices to private customers are usually shown with tax. */
  readonly isTaxIncluded: boolean
  readonly rates: readonly {
    readonly category: 'standard' | 'reduced' | 'special'
    readonly basisPoints: number
    readonly from: string
    readonly to?: string
  }[]
}

const eu = (
  zone: string,
  languages: readonly Language[],
  standard: number,
  reduced: number | null,
  special: number | null = null,
  currency = 'EUR',
): CountryProposal => ({
  currency,
  languages,
  zone,
  daysToPay: 14,
  isTaxIncluded: false,
  rates: [
    { category: 'standard' as const, basisPoints: standard, from: '2021-01-01' },
    ...(reduced === null ? [] : [{ category: 'reduced' as const, basisPoints: reduced, from: '2021-01-01' }]),
    ...(special === null ? [] : [{ category: 'special' as const, basisPoints: special, from: '2021-01-01' }]),
  ],
})

const swiss: CountryProposal['rates'] = [
  { category: 'standard', basisPoints: 770, from: '2018-01-01', to: '2023-12-31' },
  { category: 'reduced', basisPoints: 250, from: '2011-01-01', to: '2023-12-31' },
  { category: 'special', basisPoints: 370, from: '2018-01-01', to: '2023-12-31' },
  { category: 'standard', basisPoints: 810, from: '2024-01-01' },
  { category: 'reduced', basisPoints: 260, from: '2024-01-01' },
  { category: 'special', basisPoints: 380, from: '2024-01-01' },
]

export const countries: Readonly<Record<string, CountryProposal>> = {
  CH: { currency: 'CHF', languages: ['de', 'fr', 'it'], zone: 'Europe/Zurich', daysToPay: 30, isTaxIncluded: false, rates: swiss },
  LI: { currency: 'CHF', languages: ['de'], zone: 'Europe/Vaduz', daysToPay: 30, isTaxIncluded: false, rates: swiss },
  DE: {
    ...eu('Europe/Berlin', ['de'], 1900, 700),
    rates: [
      { category: 'standard', basisPoints: 1900, from: '2007-01-01', to: '2020-06-30' },
      { category: 'reduced', basisPoints: 700, from: '1983-07-01', to: '2020-06-30' },
      { category: 'standard', basisPoints: 1600, from: '2020-07-01', to: '2020-12-31' },
      { category: 'reduced', basisPoints: 500, from: '2020-07-01', to: '2020-12-31' },
      { category: 'standard', basisPoints: 1900, from: '2021-01-01' },
      { category: 'reduced', basisPoints: 700, from: '2021-01-01' },
    ],
  },
  AT: eu('Europe/Vienna', ['de'], 2000, 1000, 1300),
  FR: { ...eu('Europe/Paris', ['fr'], 2000, 1000, 550), daysToPay: 30 },
  IT: { ...eu('Europe/Rome', ['it'], 2200, 1000, 500), daysToPay: 30 },
  BE: eu('Europe/Brussels', ['fr', 'de'], 2100, 600, 1200),
  BG: eu('Europe/Sofia', ['en'], 2000, 900),
  CY: eu('Asia/Nicosia', ['en'], 1900, 500, 900),
  CZ: eu('Europe/Prague', ['en'], 2100, 1200, null, 'CZK'),
  DK: eu('Europe/Copenhagen', ['en'], 2500, null, null, 'DKK'),
  EE: {
    ...eu('Europe/Tallinn', ['en'], 2400, 900),
    rates: [
      { category: 'standard', basisPoints: 2200, from: '2024-01-01', to: '2025-06-30' },
      { category: 'standard', basisPoints: 2400, from: '2025-07-01' },
      { category: 'reduced', basisPoints: 900, from: '2009-01-01' },
    ],
  },
  ES: eu('Europe/Madrid', ['en'], 2100, 1000, 400),
  FI: {
    ...eu('Europe/Helsinki', ['en'], 2550, 1350),
    rates: [
      { category: 'standard', basisPoints: 2400, from: '2013-01-01', to: '2024-08-31' },
      { category: 'standard', basisPoints: 2550, from: '2024-09-01' },
      { category: 'reduced', basisPoints: 1400, from: '2013-01-01', to: '2025-12-31' },
      { category: 'reduced', basisPoints: 1350, from: '2026-01-01' },
    ],
  },
  GR: eu('Europe/Athens', ['en'], 2400, 1300, 600),
  HR: eu('Europe/Zagreb', ['en'], 2500, 1300, 500),
  HU: eu('Europe/Budapest', ['en'], 2700, 1800, 500, 'HUF'),
  IE: eu('Europe/Dublin', ['en'], 2300, 1350, 900),
  LT: eu('Europe/Vilnius', ['en'], 2100, 900, 500),
  LU: { ...eu('Europe/Luxembourg', ['fr', 'de'], 1700, 800, 1400), daysToPay: 30 },
  LV: eu('Europe/Riga', ['en'], 2100, 1200, 500),
  MT: eu('Europe/Malta', ['en'], 1800, 700, 500),
  NL: eu('Europe/Amsterdam', ['en'], 2100, 900),
  PL: eu('Europe/Warsaw', ['en'], 2300, 800, 500, 'PLN'),
  PT: eu('Europe/Lisbon', ['en'], 2300, 1300, 600),
  RO: {
    ...eu('Europe/Bucharest', ['en'], 2100, 1100, null, 'RON'),
    rates: [
      { category: 'standard', basisPoints: 1900, from: '2017-01-01', to: '2025-07-31' },
      { category: 'standard', basisPoints: 2100, from: '2025-08-01' },
      { category: 'reduced', basisPoints: 900, from: '2015-06-01', to: '2025-07-31' },
      { category: 'reduced', basisPoints: 1100, from: '2025-08-01' },
    ],
  },
  SE: eu('Europe/Stockholm', ['en'], 2500, 1200, 600, 'SEK'),
  SI: eu('Europe/Ljubljana', ['en'], 2200, 950, 500),
  SK: {
    ...eu('Europe/Bratislava', ['en'], 2300, 1900, 500),
    rates: [
      { category: 'standard', basisPoints: 2000, from: '2011-01-01', to: '2024-12-31' },
      { category: 'standard', basisPoints: 2300, from: '2025-01-01' },
      { category: 'reduced', basisPoints: 1900, from: '2025-01-01' },
      { category: 'special', basisPoints: 500, from: '2025-01-01' },
    ],
  },
  GB: { ...eu('Europe/London', ['en'], 2000, 500, null, 'GBP'), daysToPay: 30 },
  NO: { ...eu('Europe/Oslo', ['en'], 2500, 1500, 1200, 'NOK') },
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

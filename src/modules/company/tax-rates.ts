/**
 * The rates of value added tax by country and day, in basis points: one line a rate and span, latest last. `special` is
 * a second reduced rate where a country has one that services meet (lodging, culture, books); super-reduced rates on
 * food or medicine are left out. Which service has which rate is the owner's choice on the line, proposed by nobody.
 *
 * Sources: European Commission, "Taxes in Europe" database and "VAT rates applied in the Member States"; CH, LI: MWSTG
 * art. 25 (ESTV); GB: VATA 1994 s. 2 and sch. 7A (HMRC); NO: merverdiavgiftsloven § 5-1 ff. and the yearly
 * Stortingsvedtak (Skatteetaten). The law of each change stands beside it. State of November 2026; see
 * docs/decisions/0009-tax.md for what is not certain.
 */
export type TaxRateCategory = 'standard' | 'reduced' | 'special'

export interface CountryRate {
  readonly category: TaxRateCategory
  readonly basisPoints: number
  /** First and last day, both included; no last day is "until further notice". */
  readonly from: string
  readonly to?: string
}

type Span = readonly [basisPoints: number, from: string, to?: string]

const rates = (category: TaxRateCategory, spans: readonly Span[]): CountryRate[] =>
  spans.map(([basisPoints, from, to]) => ({ category, basisPoints, from, ...(to === undefined ? {} : { to }) }))

const country = (standard: readonly Span[], reduced: readonly Span[] = [], special: readonly Span[] = []): CountryRate[] => [
  ...rates('standard', standard),
  ...rates('reduced', reduced),
  ...rates('special', special),
]

/** AHV financing: MWSTG art. 25 as of 2018 (end of IV financing) and 2024 (AHV 21). Special is lodging. */
const swiss = country(
  [
    [770, '2018-01-01', '2023-12-31'],
    [810, '2024-01-01'],
  ],
  [
    [250, '2011-01-01', '2023-12-31'],
    [260, '2024-01-01'],
  ],
  [
    [370, '2018-01-01', '2023-12-31'],
    [380, '2024-01-01'],
  ],
)

export const countryRates: Readonly<Record<string, readonly CountryRate[]>> = {
  CH: swiss,
  LI: swiss,
  /** UStG § 10; 13 % lodging until 2018-10-31, culture and sport since 2016. */
  AT: country([[2000, '1995-01-01']], [[1000, '1995-01-01']], [[1300, '2016-01-01']]),
  BE: country([[2100, '1996-01-01']], [[600, '2000-01-01']], [[1200, '2000-01-01']]),
  BG: country([[2000, '1999-01-01']], [[900, '2011-04-01']]),
  CY: country([[1900, '2014-01-13']], [[500, '2003-01-01']], [[900, '2014-01-13']]),
  /** Act 349/2023: 15 % and 10 % became 12 %. */
  CZ: country(
    [[2100, '2013-01-01']],
    [
      [1500, '2013-01-01', '2023-12-31'],
      [1200, '2024-01-01'],
    ],
    [[1000, '2015-01-01', '2023-12-31']],
  ),
  /** UStG § 12, § 28 paras. 1–3 (second half of 2020). */
  DE: country(
    [
      [1900, '2007-01-01', '2020-06-30'],
      [1600, '2020-07-01', '2020-12-31'],
      [1900, '2021-01-01'],
    ],
    [
      [700, '1983-07-01', '2020-06-30'],
      [500, '2020-07-01', '2020-12-31'],
      [700, '2021-01-01'],
    ],
  ),
  DK: country([[2500, '1992-01-01']]),
  /** KMS § 15: 22 % as of 2024, 24 % as of July 2025; lodging 13 % as of 2025. */
  EE: country(
    [
      [2000, '2009-07-01', '2023-12-31'],
      [2200, '2024-01-01', '2025-06-30'],
      [2400, '2025-07-01'],
    ],
    [[900, '2009-01-01']],
    [[1300, '2025-01-01']],
  ),
  ES: country([[2100, '2012-09-01']], [[1000, '2012-09-01']], [[400, '1995-01-01']]),
  /** AVL § 84–85a: 25.5 % as of September 2024; 14 % became 13.5 % in 2026. */
  FI: country(
    [
      [2400, '2013-01-01', '2024-08-31'],
      [2550, '2024-09-01'],
    ],
    [
      [1400, '2013-01-01', '2025-12-31'],
      [1350, '2026-01-01'],
    ],
    [[1000, '2013-01-01']],
  ),
  /** CGI art. 278, 278-0 bis, 279. */
  FR: country([[2000, '2014-01-01']], [[1000, '2014-01-01']], [[550, '2012-01-01']]),
  GR: country([[2400, '2016-06-01']], [[1300, '2011-01-01']], [[600, '2015-07-20']]),
  HR: country([[2500, '2012-03-01']], [[1300, '2014-01-01']], [[500, '2013-01-01']]),
  HU: country([[2700, '2012-01-01']], [[1800, '2009-07-01']], [[500, '2004-01-01']]),
  /** VATCA s. 46; 21 % during the pandemic. */
  IE: country(
    [
      [2300, '2012-01-01', '2020-08-31'],
      [2100, '2020-09-01', '2021-02-28'],
      [2300, '2021-03-01'],
    ],
    [[1350, '2003-01-01']],
    [[900, '2011-07-01']],
  ),
  IT: country([[2200, '2013-10-01']], [[1000, '1995-02-24']], [[500, '2016-01-01']]),
  /** Law XV-289 (2025): 9 % became 12 % in 2026; books 5 %. */
  LT: country(
    [[2100, '2009-09-01']],
    [
      [900, '2000-05-01', '2025-12-31'],
      [1200, '2026-01-01'],
    ],
    [[500, '2004-01-01']],
  ),
  /** One point less for 2023. */
  LU: country(
    [
      [1700, '2015-01-01', '2022-12-31'],
      [1600, '2023-01-01', '2023-12-31'],
      [1700, '2024-01-01'],
    ],
    [
      [800, '2015-01-01', '2022-12-31'],
      [700, '2023-01-01', '2023-12-31'],
      [800, '2024-01-01'],
    ],
    [
      [1400, '2015-01-01', '2022-12-31'],
      [1300, '2023-01-01', '2023-12-31'],
      [1400, '2024-01-01'],
    ],
  ),
  LV: country([[2100, '2012-07-01']], [[1200, '2011-01-01']], [[500, '2018-01-01']]),
  MT: country([[1800, '2004-01-01']], [[700, '2011-01-01']], [[500, '1999-01-01']]),
  /** Wet OB 1968 art. 9; lodging left the 9 % in 2026, the rates stayed. */
  NL: country(
    [[2100, '2012-10-01']],
    [
      [600, '1986-01-01', '2018-12-31'],
      [900, '2019-01-01'],
    ],
  ),
  PL: country([[2300, '2011-01-01']], [[800, '2011-01-01']], [[500, '2011-01-01']]),
  /** Mainland; Madeira and the Azores have their own. */
  PT: country([[2300, '2011-01-01']], [[1300, '2010-07-01']], [[600, '2010-07-01']]),
  /** Law 141/2025: 21 % and 11 % as of August 2025, in place of 19 %, 9 % and 5 %. */
  RO: country(
    [
      [1900, '2017-01-01', '2025-07-31'],
      [2100, '2025-08-01'],
    ],
    [
      [900, '2015-06-01', '2025-07-31'],
      [1100, '2025-08-01'],
    ],
    [[500, '2017-01-01', '2025-07-31']],
  ),
  SE: country([[2500, '1990-07-01']], [[1200, '1996-01-01']], [[600, '1996-01-01']]),
  SI: country([[2200, '2013-07-01']], [[950, '2013-07-01']], [[500, '2020-01-01']]),
  /** Act 278/2024: 23 %, 19 % and 5 % as of 2025, in place of 20 %, 10 % and 5 %. */
  SK: country(
    [
      [2000, '2011-01-01', '2024-12-31'],
      [2300, '2025-01-01'],
    ],
    [
      [1000, '2011-01-01', '2024-12-31'],
      [1900, '2025-01-01'],
    ],
    [[500, '2023-01-01']],
  ),
  GB: country([[2000, '2011-01-04']], [[500, '1997-09-01']]),
  /** 15 % is food, 12 % passenger transport, lodging and culture; 6 % during the pandemic. */
  NO: country(
    [[2500, '2005-01-01']],
    [[1500, '2012-01-01']],
    [
      [1200, '2018-01-01', '2020-03-31'],
      [600, '2020-04-01', '2021-09-30'],
      [1200, '2021-10-01'],
    ],
  ),
}

/** A country's rate of a category on a day, in basis points; undefined where it has none that we know. */
export function countryRateOn(options: { country: string; category: TaxRateCategory; on: string }): number | undefined {
  return countryRates[options.country]?.find(
    (rate) => rate.category === options.category && rate.from <= options.on && (rate.to === undefined || rate.to >= options.on),
  )?.basisPoints
}

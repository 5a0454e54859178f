import type { Day } from '../../../../kernel/day.ts'

/** A rate in basis points and the first day on which it holds. */
export interface RateFrom {
  readonly from: Day
  readonly basisPoints: number
}

/**
 * Published reference rates, each with the day from which it counts; half-years begin on 1 January and 1 July.
 * What a later half-year brings is added as a line at the end; until then the last known rate counts, and every
 * charge says the day of the rate it was taken at.
 */
export const baseRates = {
  /** Basiszinssatz, § 247 BGB (Deutsche Bundesbank, Bundesanzeiger). */
  bundesbank: history(
    `2013-01-01 -13, 2013-07-01 -38, 2014-01-01 -63, 2014-07-01 -73, 2015-01-01 -83, 2016-07-01 -88, 2023-01-01 162, 2023-07-01 312,
    2024-01-01 362, 2024-07-01 337, 2025-01-01 227, 2025-07-01 127`,
  ),
  /** Basiszinssatz of the Oesterreichische Nationalbank on the last day of the half-year before, § 456 UGB. */
  nationalbank: history(`2013-01-01 38, 2013-07-01 -12, 2016-07-01 -62, 2023-01-01 188, 2023-07-01 338, 2024-01-01 388, 2025-01-01 253, 2025-07-01 153`),
  /** Main refinancing operations of the European Central Bank on the first day of the half-year, Directive 2011/7/EU art. 2 (7). */
  ecb: history(
    `2013-01-01 75, 2013-07-01 50, 2014-01-01 25, 2014-07-01 15, 2015-01-01 5, 2016-07-01 0, 2023-01-01 250, 2023-07-01 400, 2024-01-01 450,
    2024-07-01 425, 2025-01-01 315, 2025-07-01 215`,
  ),
  /** Bank Rate on 31 December or 30 June before, Late Payment of Commercial Debts (Rate of Interest) (No. 3) Order 2002. */
  bankOfEngland: history(
    `2018-01-01 50, 2019-01-01 75, 2020-07-01 10, 2022-01-01 25, 2022-07-01 125, 2023-01-01 350, 2023-07-01 500, 2024-01-01 525, 2025-01-01 475,
    2025-07-01 425, 2026-01-01 375`,
  ),
  /** Taux de l'intérêt légal owed to professional creditors, Code monétaire et financier L313-2 (by order each half-year). */
  frenchLegal: history(`2023-01-01 206, 2023-07-01 422, 2024-01-01 507, 2024-07-01 492, 2025-01-01 371, 2025-07-01 276, 2026-01-01 262`),
  /** Saggio degli interessi legali, art. 1284 Codice civile (by decree each year). */
  italianLegal: history(`2019-01-01 80, 2020-01-01 5, 2021-01-01 1, 2022-01-01 125, 2023-01-01 500, 2024-01-01 250, 2025-01-01 200, 2026-01-01 160`),
} as const

export type BaseRate = keyof typeof baseRates

/** The rate of a day: undefined before the history begins. */
export function rateOn(name: BaseRate, on: Day): RateFrom | undefined {
  return baseRates[name].findLast((rate) => rate.from <= on)
}

function history(text: string): readonly RateFrom[] {
  return text.split(',').map((entry) => {
    const [from, basisPoints] = entry.trim().split(/\s+/) as [Day, string]
    return { from, basisPoints: Number(basisPoints) }
  })
}

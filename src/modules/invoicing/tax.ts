import { isWithin, type Day } from '../../kernel/day.ts'
import { fail } from '../../kernel/failure.ts'
import { Percent } from '../../kernel/percent.ts'
import { euCountries } from '../company/countries.ts'
import type { TaxCategory } from '../offer/terms.ts'

/**
 * How a line is taxed. `code` is EN 16931's VAT category (UNTDID 5305): S standard or reduced rate, Z zero rate,
 * E exempt, AE reverse charge, K supply within the EU, G export, O outside the scope.
 */
export interface TaxTreatment {
  readonly code: TaxCode
  readonly rate: Percent
  /** Why there is no tax; the document prints `tax.reason.<reason>`. Null where tax is charged. */
  readonly reason: TaxReason | null
}

export type TaxCode = 'S' | 'Z' | 'E' | 'AE' | 'K' | 'G' | 'O'

export const taxReasons = [
  'small_business',
  'small_business_at',
  'small_business_ch',
  'small_business_de',
  'small_business_fr',
  'small_business_it',
  'exempt',
  'reverse_charge',
  'supplied_abroad',
  'intra_community',
  'export',
  'outside',
] as const
export type TaxReason = (typeof taxReasons)[number]

export interface TaxCompany {
  readonly country: string
  readonly regime: 'standard' | 'small_business'
  readonly vatNumber: string | null
  readonly rates: readonly TaxRate[]
}

export interface TaxRate {
  readonly category: 'standard' | 'reduced' | 'special'
  readonly basisPoints: number
  readonly validFrom: Day
  readonly validTo: Day | null
}

export interface TaxBuyer {
  readonly country: string
  readonly isBusiness: boolean
  readonly vatNumber: string | null
}

/**
 * The treatment of one line on its tax point. Fails with `tax_rate_missing` where the company charges tax but has no
 * rate of the category on that day.
 *
 * A private customer is taxed where the company is (Directive 2006/112/EC art. 45; MWSTG art. 8 para. 2), a business
 * abroad at home (art. 44, art. 196; MWSTG art. 8 para. 1). What differs is chosen on the line: exempt, outside, zero.
 */
export function taxTreatment(options: {
  company: TaxCompany
  buyer: TaxBuyer
  line: { readonly taxCategory: TaxCategory; readonly isGoods: boolean }
  on: Day
}): TaxTreatment {
  const { company, buyer, line } = options
  if (company.regime === 'small_business') return smallBusiness[company.country] ?? untaxed('E', 'small_business')
  if (line.taxCategory in fixed) return fixed[line.taxCategory as keyof typeof fixed]
  const abroad = acrossBorder.find((rule) => rule.applies(company, buyer, line.isGoods))
  if (abroad) return abroad.treatment
  if (company.rates.length === 0) return untaxed('O', 'outside')
  return { code: 'S', rate: rateOn({ rates: company.rates, category: line.taxCategory, on: options.on }), reason: null }
}

const untaxed = (code: TaxCode, reason: TaxReason): TaxTreatment => ({ code, rate: Percent.zero, reason })

const fixed = {
  zero: { code: 'Z', rate: Percent.zero, reason: null } satisfies TaxTreatment,
  exempt: untaxed('E', 'exempt'),
  outside: untaxed('O', 'outside'),
}

/** CH and LI: MWSTG art. 10 para. 2; who is not registered must not show tax (art. 27), hence outside the scope. */
const smallBusiness: Readonly<Record<string, TaxTreatment>> = {
  CH: untaxed('O', 'small_business_ch'),
  LI: untaxed('O', 'small_business_ch'),
  DE: untaxed('E', 'small_business_de'),
  AT: untaxed('E', 'small_business_at'),
  FR: untaxed('E', 'small_business_fr'),
  IT: untaxed('E', 'small_business_it'),
}

interface BorderRule {
  readonly treatment: TaxTreatment
  readonly applies: (company: TaxCompany, buyer: TaxBuyer, isGoods: boolean) => boolean
}

const acrossBorder: readonly BorderRule[] = [
  {
    treatment: untaxed('K', 'intra_community'),
    applies: (company, buyer, isGoods) => isGoods && isOtherMemberState(company, buyer) && hasVatNumber(buyer),
  },
  {
    treatment: untaxed('AE', 'reverse_charge'),
    applies: (company, buyer, isGoods) => !isGoods && isOtherMemberState(company, buyer) && hasVatNumber(buyer),
  },
  {
    treatment: untaxed('G', 'export'),
    applies: (company, buyer, isGoods) => isGoods && isOutside(company, buyer),
  },
  {
    treatment: untaxed('O', 'supplied_abroad'),
    applies: (company, buyer, isGoods) => !isGoods && isOutside(company, buyer),
  },
]

function hasVatNumber(buyer: TaxBuyer): boolean {
  return buyer.isBusiness && buyer.vatNumber !== null && buyer.vatNumber.trim() !== ''
}

function isOtherMemberState(company: TaxCompany, buyer: TaxBuyer): boolean {
  return company.country !== buyer.country && euCountries.has(company.country) && euCountries.has(buyer.country)
}

/** A business outside the company's tax territory: the EU has its own rule between members; CH and LI are one territory. */
function isOutside(company: TaxCompany, buyer: TaxBuyer): boolean {
  if (!buyer.isBusiness || company.country === buyer.country) return false
  if (euCountries.has(company.country) && euCountries.has(buyer.country)) return false
  return !(swissTerritory.has(company.country) && swissTerritory.has(buyer.country))
}

const swissTerritory = new Set(['CH', 'LI'])

function rateOn(options: { rates: readonly TaxRate[]; category: string; on: Day }): Percent {
  const found = options.rates.find(
    (rate) => rate.category === options.category && isWithin(options.on, { from: rate.validFrom, to: rate.validTo ?? ('9999-12-31' as Day) }),
  )
  return found ? new Percent(found.basisPoints) : fail('tax_rate_missing', { category: options.category, on: options.on })
}

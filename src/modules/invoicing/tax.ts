import { isWithin, type Day } from '../../kernel/day.ts'
import { fail } from '../../kernel/failure.ts'
import { Percent } from '../../kernel/percent.ts'
import { euCountries } from '../company/countries.ts'
import { countryRateOn, type TaxRateCategory } from '../company/tax-rates.ts'
import { vatNumberForm } from '../company/vat-number.ts'
import type { TaxCategory } from '../offer/terms.ts'

/**
 * How a line is taxed. `code` is EN 16931's VAT category (UNTDID 5305): S standard or reduced rate, Z zero rate,
 * E exempt, AE reverse charge, K supply within the EU, G export, O outside the scope.
 */
export interface TaxTreatment {
  readonly code: TaxCode
  readonly rate: Percent
  /**
   * Why it is not taxed as at home; the document prints `tax.reason.<reason>`. Null where the ordinary tax is charged.
   * With the code S it is `one_stop_shop`: the tax of the consumer's country.
   */
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
  'reverse_charge_home',
  'supplied_abroad',
  'intra_community',
  'export',
  'outside',
  'multi_purpose',
  'one_stop_shop',
] as const
export type TaxReason = (typeof taxReasons)[number]

export interface TaxCompany {
  readonly country: string
  readonly regime: 'standard' | 'small_business'
  readonly vatNumber: string | null
  readonly rates: readonly TaxRate[]
  /** Declares the tax of consumers' countries through the one-stop shop (Directive 2006/112/EC art. 358–369k). */
  readonly isOneStopShop?: boolean
}

export interface TaxRate {
  readonly category: TaxRateCategory
  readonly basisPoints: number
  readonly validFrom: Day
  readonly validTo: Day | null
}

export interface TaxBuyer {
  readonly country: string
  readonly isBusiness: boolean
  readonly vatNumber: string | null
}

export interface TaxLine {
  readonly taxCategory: TaxCategory
  readonly isGoods: boolean
}

/**
 * The treatment of one line on its tax point: the first rule that applies. Fails with `tax_rate_missing` where tax is due
 * but no rate of the category is known on that day.
 *
 * | who sells what to whom | treatment | rule |
 * |---|---|---|
 * | multi-purpose credit, deposit | O | art. 30b para. 2 (taxed when used); no supply |
 * | small business: a service to a business of another member state | AE | art. 44, 196, 283 para. 1 c |
 * | small business: anything else | E, in CH and LI O | art. 284; UStG § 19; UStG (AT) § 6 (1) 27; CGI 293 B; L. 190/2014; MWSTG 10 (2), 27 |
 * | zero, exempt, outside by the line's category | Z, E, O | chosen on the line; art. 132, 135; MWSTG 21 |
 * | domestic reverse charge, to a business at home | AE | art. 199; UStG § 13b (2); CGI 283-2 nonies; DPR 633/72 art. 17 |
 * | goods to a business of another member state with number | K | art. 138 |
 * | a service to the same | AE | art. 44, 196 |
 * | goods to a business outside | G | art. 146; MWSTG 23 |
 * | a service to a business outside | O | art. 44; MWSTG 8 (1) |
 * | electronic service to a consumer outside the EU, or from CH, LI, GB, NO to anywhere abroad | O | art. 58; MWSTG 8 (1) |
 * | electronic service or goods to a consumer of another member state, one-stop shop | S, their rate | art. 33, 58, 59c |
 * | everything else, consumers abroad among it | S, own rate | art. 45; MWSTG 8 (2) |
 */
export function taxTreatment(options: { company: TaxCompany; buyer: TaxBuyer; line: TaxLine; on: Day }): TaxTreatment {
  const { company, line, on } = options
  const rule = rules.find((each) => each.applies(options))
  if (rule) return typeof rule.treatment === 'function' ? rule.treatment(options) : rule.treatment
  if (company.rates.length === 0) return untaxed('O', 'outside')
  return { code: 'S', rate: rateOn({ rates: company.rates, category: rateCategoryOf(line.taxCategory), on }), reason: null }
}

type Sale = Parameters<typeof taxTreatment>[0]

interface TaxRule {
  readonly applies: (sale: Sale) => boolean
  readonly treatment: TaxTreatment | ((sale: Sale) => TaxTreatment)
}

const untaxed = (code: TaxCode, reason: TaxReason): TaxTreatment => ({ code, rate: Percent.zero, reason })

/** CH and LI: who is not registered must not show tax (MWSTG art. 27), hence outside the scope. */
const smallBusiness: Readonly<Record<string, TaxTreatment>> = {
  CH: untaxed('O', 'small_business_ch'),
  LI: untaxed('O', 'small_business_ch'),
  DE: untaxed('E', 'small_business_de'),
  AT: untaxed('E', 'small_business_at'),
  FR: untaxed('E', 'small_business_fr'),
  IT: untaxed('E', 'small_business_it'),
}

const isCategory =
  (category: TaxCategory) =>
  ({ line }: Sale) =>
    line.taxCategory === category
const isService = ({ line }: Sale) => !line.isGoods
const isElectronic = isCategory('electronic')

const rules: readonly TaxRule[] = [
  { applies: isCategory('credit'), treatment: untaxed('O', 'multi_purpose') },
  {
    // Without a VAT number of its own a small business cannot declare it, and no document could say it (BR-AE-02).
    applies: (sale) => isSmall(sale) && sale.company.vatNumber !== null && isService(sale) && isNumberOfOtherMember(sale) && isTaxable(sale),
    treatment: untaxed('AE', 'reverse_charge'),
  },
  { applies: isSmall, treatment: ({ company }) => smallBusiness[company.country] ?? untaxed('E', 'small_business') },
  { applies: isCategory('zero'), treatment: { code: 'Z', rate: Percent.zero, reason: null } },
  { applies: isCategory('exempt'), treatment: untaxed('E', 'exempt') },
  { applies: isCategory('outside'), treatment: untaxed('O', 'outside') },
  {
    applies: (sale) => isCategory('reverse_charge')(sale) && sale.company.country === sale.buyer.country && isWithNumber(sale),
    treatment: untaxed('AE', 'reverse_charge_home'),
  },
  { applies: (sale) => !isService(sale) && isNumberOfOtherMember(sale), treatment: untaxed('K', 'intra_community') },
  { applies: (sale) => isService(sale) && isNumberOfOtherMember(sale), treatment: untaxed('AE', 'reverse_charge') },
  { applies: (sale) => !isService(sale) && sale.buyer.isBusiness && isOutside(sale), treatment: untaxed('G', 'export') },
  { applies: (sale) => isService(sale) && sale.buyer.isBusiness && isOutside(sale), treatment: untaxed('O', 'supplied_abroad') },
  { applies: isForConsumersCountry, treatment: inConsumersCountry },
  { applies: (sale) => isElectronic(sale) && !sale.buyer.isBusiness && isOutside(sale), treatment: untaxed('O', 'supplied_abroad') },
]

function isSmall({ company }: Sale): boolean {
  return company.regime === 'small_business'
}

/** Whether the line would be taxed if a standard business sold it at home. */
function isTaxable({ line }: Sale): boolean {
  return line.taxCategory !== 'exempt' && line.taxCategory !== 'outside' && line.taxCategory !== 'zero'
}

/** A business that shows a VAT number which at least looks like one; whether it is in force VIES says. */
function isWithNumber({ buyer }: Sale): boolean {
  return buyer.isBusiness && buyer.vatNumber !== null && vatNumberForm(buyer.vatNumber).hasForm
}

/** From one member state to a business that another one registered: what counts is who gave the number. */
function isNumberOfOtherMember({ company, buyer }: Sale): boolean {
  if (!buyer.isBusiness || buyer.vatNumber === null || !euCountries.has(company.country) || !euCountries.has(buyer.country)) return false
  const { country } = vatNumberForm(buyer.vatNumber)
  return country !== null && country !== company.country && euCountries.has(country)
}

/** Outside the company's tax territory: the EU has its own rules between members; CH and LI are one territory. */
function isOutside({ company, buyer }: Sale): boolean {
  if (company.country === buyer.country) return false
  if (euCountries.has(company.country) && euCountries.has(buyer.country)) return false
  return !(swissTerritory.has(company.country) && swissTerritory.has(buyer.country))
}

const swissTerritory = new Set(['CH', 'LI'])

/** Electronic services from anywhere (union and non-union scheme), goods from within the EU. */
function isForConsumersCountry(sale: Sale): boolean {
  const { company, buyer, line } = sale
  if (company.isOneStopShop !== true || buyer.isBusiness || company.country === buyer.country || !euCountries.has(buyer.country)) return false
  return isElectronic(sale) || (line.isGoods && euCountries.has(company.country) && isTaxable(sale))
}

/** The consumer's standard rate: a reduced rate at home says nothing about theirs, and too much can be given back. */
function inConsumersCountry({ buyer, on }: Sale): TaxTreatment {
  const basisPoints = countryRateOn({ country: buyer.country, category: 'standard', on })
  if (basisPoints === undefined) fail('tax_rate_missing', { category: 'standard', on })
  return { code: 'S', rate: new Percent(basisPoints), reason: 'one_stop_shop' }
}

/** Electronic services and what is under domestic reverse charge have the standard rate where tax is charged. */
function rateCategoryOf(category: TaxCategory): string {
  return category === 'electronic' || category === 'reverse_charge' ? 'standard' : category
}

function rateOn(options: { rates: readonly TaxRate[]; category: string; on: Day }): Percent {
  const found = options.rates.find(
    (rate) => rate.category === options.category && isWithin(options.on, { from: rate.validFrom, to: rate.validTo ?? ('9999-12-31' as Day) }),
  )
  return found ? new Percent(found.basisPoints) : fail('tax_rate_missing', { category: options.category, on: options.on })
}

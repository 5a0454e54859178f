import type { CompanyDetails } from '../../company/index.ts'
import type { TaxForm } from './forms/form.ts'
import { germanAdvance } from './forms/germany.ts'
import { plainForm } from './forms/other.ts'
import { swissEffective, swissFlat } from './forms/switzerland.ts'
import type { TaxPolicy } from './sale-facts.ts'
import type { TaxFact } from './tax-fact.ts'

/** What decides how a company declares its tax. */
export type TaxSettings = Pick<CompanyDetails, 'country' | 'taxRegime' | 'taxBasis' | 'taxMethod' | 'flatRates'>

const isSwiss = (country: string) => country === 'CH' || country === 'LI'

export function policyOf(settings: TaxSettings): TaxPolicy {
  return { basis: settings.taxBasis, taxPoint: supplyCountries.has(settings.country) ? 'supply' : 'issue' }
}

/** Where tax on accrual falls due with the supply and not with the invoice: UStG § 13 (1) 1 a; UStG (AT) § 19 (2) 1 a. */
const supplyCountries = new Set(['DE', 'AT'])

/** On cash basis input tax waits for the payment too, but in Germany, where it counts with the invoice (UStG § 15 (1) 1). */
export function purchasePolicyOf(settings: TaxSettings): { onPayment: boolean; mayDeduct: boolean } {
  return { onPayment: settings.taxBasis === 'cash' && settings.country !== 'DE', mayDeduct: !isFlat(settings) }
}

/** Net tax rates are Swiss; elsewhere the word means nothing. */
function isFlat(settings: TaxSettings): boolean {
  return isSwiss(settings.country) && settings.taxMethod === 'flat_rate'
}

export function formOf(settings: TaxSettings, facts: readonly TaxFact[]): TaxForm {
  if (isFlat(settings)) return swissFlat(settings.flatRates.map(({ rate, label }) => ({ basisPoints: rate.basisPoints, label })))
  if (isSwiss(settings.country)) return swissEffective
  return settings.country === 'DE' ? germanAdvance : plainForm(facts)
}

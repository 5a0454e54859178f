import { euCountries } from '../../../company/countries.ts'
import type { TaxFact } from '../tax-fact.ts'
import { isAtRate, isNoTurnover, isSale, isTaxedAtHome, net, tax, type CountedLine, type FormLine, type TaxForm } from './form.ts'

/**
 * The German advance return (Umsatzsteuer-Voranmeldung) by its Kennzahlen, form USt 1 A of 2025 and 2026. Bases are asked
 * for in whole euro, taxes with cents; of 81 and 86 the office computes the tax itself.
 */
const line = (
  key: string,
  boxes: readonly [base: string | null, tax: string | null],
  counts: CountedLine['counts'],
  takes: 'base' | 'tax' | 'both',
): CountedLine => ({
  key,
  baseBox: boxes[0],
  taxBox: boxes[1],
  counts,
  base: takes === 'tax' ? null : net,
  tax: takes === 'base' ? null : tax,
})

const sale = (code: string, reason: string | null) => (fact: TaxFact) => isSale(fact) && fact.code === code && (reason === null || fact.reason === reason)
const isFullyTaxed = isAtRate(1900)
const isReduced = isAtRate(700)
const isFromMember = (fact: TaxFact) => fact.kind === 'acquisition' && euCountries.has(fact.country)
const isAcquiredGoods = (fact: TaxFact) => isFromMember(fact) && fact.isGoods
const isAcquiredService = (fact: TaxFact) => isFromMember(fact) && !fact.isGoods
const isOtherRecipient = (fact: TaxFact) => fact.kind === 'acquisition' && !euCountries.has(fact.country)

const owed = ['81', '86', '35', '89', '93', '95', '46', '84']
const deducted = ['66', '61', '62', '67']

const lines: readonly FormLine[] = [
  { ...line('81', ['81', null], (fact) => isTaxedAtHome(fact) && isFullyTaxed(fact), 'both'), basisPoints: 1900 },
  { ...line('86', ['86', null], (fact) => isTaxedAtHome(fact) && isReduced(fact), 'both'), basisPoints: 700 },
  line('35', ['35', '36'], (fact) => isTaxedAtHome(fact) && !isFullyTaxed(fact) && !isReduced(fact), 'both'),
  line('87', ['87', null], sale('Z', null), 'base'),
  line('41', ['41', null], sale('K', null), 'base'),
  line('43', ['43', null], sale('G', null), 'base'),
  line('48', ['48', null], sale('E', null), 'base'),
  { ...line('89', ['89', null], (fact) => isAcquiredGoods(fact) && isFullyTaxed(fact), 'both'), basisPoints: 1900 },
  { ...line('93', ['93', null], (fact) => isAcquiredGoods(fact) && isReduced(fact), 'both'), basisPoints: 700 },
  line('95', ['95', '98'], (fact) => isAcquiredGoods(fact) && !isFullyTaxed(fact) && !isReduced(fact), 'both'),
  // § 13b (1): services of businesses in the EU; (2): all else that the recipient owes.
  line('46', ['46', '47'], isAcquiredService, 'both'),
  line('84', ['84', '85'], isOtherRecipient, 'both'),
  // § 13b: the customer in Germany owes it.
  line('60', ['60', null], sale('AE', 'reverse_charge_home'), 'base'),
  // § 18b: services to businesses in the EU, which also go into the recapitulative statement.
  line('21', ['21', null], sale('AE', 'reverse_charge'), 'base'),
  line('45', ['45', null], (fact) => isSale(fact) && !isNoTurnover(fact) && (fact.code === 'O' || fact.reason === 'one_stop_shop'), 'base'),
  { key: 'owed', baseBox: null, taxBox: null, sums: 'tax', of: owed.map((key) => [key, 1] as const) },
  line('66', [null, '66'], (fact) => fact.kind === 'purchase' && fact.reason === 'domestic', 'tax'),
  line('61', [null, '61'], isAcquiredGoods, 'tax'),
  line('62', [null, '62'], (fact) => fact.kind === 'purchase' && fact.reason === 'import', 'tax'),
  line('67', [null, '67'], (fact) => isAcquiredService(fact) || isOtherRecipient(fact), 'tax'),
  { key: '83', baseBox: null, taxBox: '83', sums: 'tax', of: [['owed', 1], ...deducted.map((key) => [key, -1] as const)] },
  // For information: of 81, 86 and 35 what was reduced because a claim is lost (§ 17 (2) 1).
  { ...line('50', ['50', null], (fact) => isTaxedAtHome(fact) && fact.kind === 'bad_debt', 'base'), isTurned: true },
]

export const germanAdvance: TaxForm = { name: 'de', edition: 'USt 1 A 2025/2026', payable: '83', wholeBases: true, lines }

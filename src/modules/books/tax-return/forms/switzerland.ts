import type { TaxFact } from '../tax-fact.ts'
import { gross, isAbroad, isNoTurnover, isSale, isTaxedAtHome, net, tax, type CountedLine, type FormLine, type TaxForm } from './form.ts'

/**
 * The Swiss form as of 2024 (ESTV form 0550, effective method; 0553, net tax rates): part I turnover, part II tax.
 * 302, 312, 342, 322, 332, 382 are the rates until 2023; 303, 313, 343, 323, 333, 383 those since. Liechtenstein has the same.
 */

/** Codes that are freed from tax (art. 23), supplied abroad (art. 8) and exempt (art. 21). */
const isFreed = (fact: TaxFact) => isSale(fact) && (fact.code === 'G' || fact.code === 'Z' || fact.code === 'K')
const isElsewhere = (fact: TaxFact) => isAbroad(fact) || (isSale(fact) && fact.code === 'AE')
const isExempt = (fact: TaxFact) => isSale(fact) && fact.code === 'E'
const isTurnover = (fact: TaxFact) => isSale(fact) && !isNoTurnover(fact)
/** Discounts, credit notes and losses of taxed turnover stand in 235, not in 200. */
const isReduction = (fact: TaxFact) => isTaxedAtHome(fact) && fact.kind !== 'sale'

/** In the effective method without tax, in the net tax rate method with it (art. 37 (2)). */
type Amount = (fact: TaxFact) => bigint

const turnover = (amount: Amount): FormLine[] => [
  { key: '200', baseBox: '200', taxBox: null, counts: (fact) => isTurnover(fact) && !isReduction(fact), base: amount, tax: null },
  { key: '205', baseBox: '205', taxBox: null, counts: never, base: amount, tax: null },
  { key: '220', baseBox: '220', taxBox: null, counts: isFreed, base: amount, tax: null },
  { key: '221', baseBox: '221', taxBox: null, counts: isElsewhere, base: amount, tax: null },
  { key: '225', baseBox: '225', taxBox: null, counts: never, base: amount, tax: null },
  { key: '230', baseBox: '230', taxBox: null, counts: isExempt, base: amount, tax: null },
  { key: '235', baseBox: '235', taxBox: null, counts: isReduction, base: amount, tax: null, isTurned: true },
  { key: '280', baseBox: '280', taxBox: null, counts: never, base: amount, tax: null },
  { key: '289', baseBox: '289', taxBox: null, sums: 'base', of: ['220', '221', '225', '230', '235', '280'].map((key) => [key, 1] as const) },
  {
    key: '299',
    baseBox: '299',
    taxBox: null,
    sums: 'base',
    of: [
      ['200', 1],
      ['289', -1],
    ],
  },
]

/** What nothing in Cloudburo leads to; the line is there to be filled in by hand. */
function never(): boolean {
  return false
}

const taxedAt = (box: string, basisPoints: number): CountedLine => ({
  key: box,
  baseBox: box,
  taxBox: box,
  basisPoints,
  counts: (fact) => isTaxedAtHome(fact) && fact.basisPoints === basisPoints,
  base: net,
  tax,
})

const acquired = (box: string, until2023: boolean): CountedLine => ({
  key: box,
  baseBox: box,
  taxBox: box,
  counts: (fact) => fact.kind === 'acquisition' && [770, 250, 370].includes(fact.basisPoints) === until2023,
  base: net,
  tax,
})

const result = (inputBoxes: readonly string[]): FormLine[] => [
  { key: '479', baseBox: null, taxBox: '479', sums: 'tax', of: inputBoxes.map((box) => [box, 1] as const) },
  {
    key: '500',
    baseBox: null,
    taxBox: '500',
    sums: 'tax',
    of: [
      ['399', 1],
      ['479', -1],
    ],
  },
]

/** Subsidies and donations: no consideration, said for information. */
const informative: FormLine[] = ['900', '910'].map((key) => ({ key, baseBox: key, taxBox: null, counts: never, base: net, tax: null }))

/** Material and services that go into what is sold; all else is investment and operating cost (part II, 400 and 405). */
const forSale = ['goods', 'subcontractors']
const deducts = (fact: TaxFact) => fact.kind === 'purchase' || fact.kind === 'acquisition'

export const swissEffective: TaxForm = {
  name: 'ch-effective',
  edition: 'ESTV 0550, 2024/2025',
  payable: '500',
  wholeBases: false,
  lines: [
    ...turnover(net),
    taxedAt('302', 770),
    taxedAt('303', 810),
    taxedAt('312', 250),
    taxedAt('313', 260),
    taxedAt('342', 370),
    taxedAt('343', 380),
    acquired('382', true),
    acquired('383', false),
    { key: '399', baseBox: null, taxBox: '399', sums: 'tax', of: ['302', '303', '312', '313', '342', '343', '382', '383'].map((key) => [key, 1] as const) },
    { key: '400', baseBox: null, taxBox: '400', counts: (fact) => deducts(fact) && forSale.includes(fact.category), base: null, tax },
    { key: '405', baseBox: null, taxBox: '405', counts: (fact) => deducts(fact) && !forSale.includes(fact.category), base: null, tax },
    ...(['410', '415', '420'] as const).map((key): FormLine => ({ key, baseBox: null, taxBox: key, counts: never, base: null, tax })),
    ...result(['400', '405', '410', '415', '420']),
    ...informative,
  ],
}

/**
 * Net tax rates: invoices show the legal rate, the return pays the granted rate on turnover with tax. The first rate is for
 * turnover at the standard rate, the second for the reduced and special ones, unless there is one rate only.
 */
export function swissFlat(rates: readonly { readonly basisPoints: number; readonly label: string }[]): TaxForm {
  const [first, second] = rates
  const old = [770, 250, 370]
  const isMain = (fact: TaxFact) => second === undefined || fact.basisPoints === 770 || fact.basisPoints === 810
  const line = (box: string, flatBasisPoints: number, isOld: boolean, ofMain: boolean): CountedLine => ({
    key: box,
    baseBox: box,
    taxBox: box,
    basisPoints: flatBasisPoints,
    counts: (fact) => isTaxedAtHome(fact) && old.includes(fact.basisPoints) === isOld && isMain(fact) === ofMain,
    base: gross,
    tax,
    flatBasisPoints,
  })
  const flat = [
    ...(first ? [line('322', first.basisPoints, true, true), line('323', first.basisPoints, false, true)] : []),
    ...(second ? [line('332', second.basisPoints, true, false), line('333', second.basisPoints, false, false)] : []),
  ]
  const owed = [...flat, acquired('382', true), acquired('383', false)]
  return {
    name: 'ch-flat',
    edition: 'ESTV 0553, 2024/2025',
    payable: '500',
    wholeBases: false,
    lines: [
      ...turnover(gross),
      ...owed,
      { key: '399', baseBox: null, taxBox: '399', sums: 'tax', of: owed.map((each) => [each.key, 1] as const) },
      ...(['470', '471'] as const).map((key): FormLine => ({ key, baseBox: null, taxBox: key, counts: never, base: null, tax })),
      ...result(['470', '471']),
      ...informative,
    ],
  }
}

import { percentText, Percent } from '../../../../kernel/percent.ts'
import type { TaxFact } from '../tax-fact.ts'
import { isNoTurnover, isSale, isTaxedAtHome, net, tax, type CountedLine, type FormLine, type TaxForm } from './form.ts'

/** What every return asks for in some box: per rate base and tax, what is not taxed and why, input tax, the result. */
export function plainForm(facts: readonly TaxFact[]): TaxForm {
  const ratesOf = (counts: (fact: TaxFact) => boolean) =>
    [...new Set(facts.filter(counts).map((fact) => fact.basisPoints))].toSorted((left, right) => right - left)
  const isAcquired = (fact: TaxFact) => fact.kind === 'acquisition'
  const atRate = (prefix: string, counts: (fact: TaxFact) => boolean, basisPoints: number): CountedLine => ({
    key: `${prefix}-${percentText(new Percent(basisPoints))}`,
    baseBox: null,
    taxBox: null,
    basisPoints,
    counts: (fact) => counts(fact) && fact.basisPoints === basisPoints,
    base: net,
    tax,
  })
  const sold = ratesOf(isTaxedAtHome).map((rate) => atRate('sales', isTaxedAtHome, rate))
  const acquired = ratesOf(isAcquired).map((rate) => atRate('acquired', isAcquired, rate))
  const untaxed = (key: string, counts: (fact: TaxFact) => boolean): FormLine => ({ key, baseBox: null, taxBox: null, counts, base: net, tax: null })
  const input = (key: string, counts: (fact: TaxFact) => boolean): FormLine => ({ key, baseBox: null, taxBox: null, counts, base: null, tax })
  const owed = [...sold, ...acquired].map((line) => [line.key, 1] as const)
  return {
    name: 'other',
    edition: '',
    payable: 'payable',
    wholeBases: false,
    lines: [
      ...sold,
      untaxed('zero', (fact) => isSale(fact) && fact.code === 'Z'),
      untaxed('intra-community', (fact) => isSale(fact) && fact.code === 'K'),
      untaxed('reverse-charge', (fact) => isSale(fact) && fact.code === 'AE'),
      untaxed('export', (fact) => isSale(fact) && fact.code === 'G'),
      untaxed('exempt', (fact) => isSale(fact) && fact.code === 'E'),
      untaxed('abroad', (fact) => isSale(fact) && !isNoTurnover(fact) && (fact.code === 'O' || fact.reason === 'one_stop_shop')),
      ...acquired,
      { key: 'owed', baseBox: null, taxBox: null, sums: 'tax', of: owed },
      input('input', (fact) => fact.kind === 'purchase' && fact.reason === 'domestic'),
      input('import', (fact) => fact.kind === 'purchase' && fact.reason === 'import'),
      input('input-acquired', isAcquired),
      {
        key: 'payable',
        baseBox: null,
        taxBox: null,
        sums: 'tax',
        of: [
          ['owed', 1],
          ['input', -1],
          ['import', -1],
          ['input-acquired', -1],
        ],
      },
    ],
  }
}

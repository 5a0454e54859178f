import { divideRounded } from '../../../kernel/money.ts'
import { isNoTurnover, type FormLine, type SumLine, type TaxForm } from './forms/form.ts'
import type { TaxFact } from './tax-fact.ts'

/** A line of the return with its figures in minor units, and what each document adds to it. */
export interface Figure {
  readonly key: string
  readonly baseBox: string | null
  readonly taxBox: string | null
  readonly basisPoints: number | null
  readonly isSum: boolean
  readonly base: bigint | null
  readonly tax: bigint | null
  readonly parts: readonly FigurePart[]
}

export interface FigurePart {
  readonly fact: TaxFact
  readonly base: bigint
  readonly tax: bigint
}

export interface TaxFigures {
  readonly form: string
  readonly edition: string
  readonly wholeBases: boolean
  readonly figures: readonly Figure[]
  /** To pay; negative: to get back. */
  readonly payable: bigint
  readonly oneStopShop: readonly OneStopShopLine[]
  /** Facts that no line of the form takes, such as a rate that it does not know: somebody has to look. */
  readonly uncounted: readonly TaxFact[]
}

/** The return of the one-stop shop: per consumers' country and rate. */
export interface OneStopShopLine {
  readonly country: string
  readonly basisPoints: number
  readonly base: bigint
  readonly tax: bigint
  readonly parts: readonly FigurePart[]
}

/** The figures of a form over the facts of a period. */
export function figuresOf(form: TaxForm, facts: readonly TaxFact[]): TaxFigures {
  const figures: Figure[] = []
  for (const line of form.lines) figures.push('of' in line ? summed(line, figures) : counted(line, facts))
  return {
    form: form.name,
    edition: form.edition,
    wholeBases: form.wholeBases,
    figures,
    payable: figures.find((figure) => figure.key === form.payable)?.tax ?? 0n,
    oneStopShop: oneStopShop(facts),
    uncounted: uncounted(facts, figures),
  }
}

function uncounted(facts: readonly TaxFact[], figures: readonly Figure[]): TaxFact[] {
  const taxed = new Set(figures.filter((figure) => figure.tax !== null).flatMap((figure) => figure.parts.map((part) => part.fact)))
  const known = new Set(figures.flatMap((figure) => figure.parts.map((part) => part.fact)))
  return facts.filter((fact) => (fact.tax === 0n ? !known.has(fact) && !isNoTurnover(fact) : !taxed.has(fact)) && fact.reason !== 'one_stop_shop')
}

function counted(line: Exclude<FormLine, SumLine>, facts: readonly TaxFact[]): Figure {
  const sign = line.isTurned ? -1n : 1n
  const parts = facts
    .filter((fact) => line.counts(fact))
    .map((fact) => ({ fact, base: line.base ? sign * line.base(fact) : 0n, tax: line.tax ? sign * line.tax(fact) : 0n }))
  const base = total(parts.map((part) => part.base))
  const tax = line.flatBasisPoints === undefined ? total(parts.map((part) => part.tax)) : divideRounded(base * BigInt(line.flatBasisPoints), 10_000n)
  return { ...headOf(line), isSum: false, base: line.base ? base : null, tax: line.tax ? tax : null, parts }
}

function summed(line: SumLine, before: readonly Figure[]): Figure {
  const value = total(
    line.of.map(([key, sign]) => {
      const figure = before.find((each) => each.key === key)
      return BigInt(sign) * ((line.sums === 'base' ? figure?.base : figure?.tax) ?? 0n)
    }),
  )
  return { ...headOf(line), isSum: true, base: line.sums === 'base' ? value : null, tax: line.sums === 'tax' ? value : null, parts: [] }
}

function headOf(line: FormLine) {
  return { key: line.key, baseBox: line.baseBox, taxBox: line.taxBox, basisPoints: line.basisPoints ?? null }
}

function oneStopShop(facts: readonly TaxFact[]): OneStopShopLine[] {
  const own = facts.filter((fact) => fact.reason === 'one_stop_shop')
  return [...Map.groupBy(own, (fact) => `${fact.country} ${String(fact.basisPoints).padStart(5, '0')}`)]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, each]) => ({
      country: each[0]!.country,
      basisPoints: each[0]!.basisPoints,
      base: total(each.map((fact) => fact.net)),
      tax: total(each.map((fact) => fact.tax)),
      parts: each.map((fact) => ({ fact, base: fact.net, tax: fact.tax })),
    }))
}

function total(values: readonly bigint[]): bigint {
  return values.reduce((left, right) => left + right, 0n)
}

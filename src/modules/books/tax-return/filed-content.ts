import { createHash } from 'node:crypto'
import type { Day } from '../../../kernel/day.ts'
import type { Figure, OneStopShopLine, TaxFigures } from './figures.ts'
import type { TaxFact } from './tax-fact.ts'

/** A return as it is kept: figures and facts with amounts as texts of minor units, so that JSON holds them exactly. */
export interface KeptReturn {
  readonly figures: TaxFigures
  readonly facts: readonly TaxFact[]
}

/** The text that is kept and hashed; the same return gives the same text. A figure names its facts by their place in the list. */
export function keptText({ figures, facts }: KeptReturn): string {
  const places = new Map(facts.map((fact, index) => [fact, index]))
  const partsOf = (line: Pick<Figure, 'parts'>) => line.parts.map((part) => [places.get(part.fact)!, String(part.base), String(part.tax)])
  return JSON.stringify({
    version: 1,
    form: figures.form,
    edition: figures.edition,
    wholeBases: figures.wholeBases,
    payable: String(figures.payable),
    figures: figures.figures.map((figure) => ({ ...figure, base: textOf(figure.base), tax: textOf(figure.tax), parts: partsOf(figure) })),
    oneStopShop: figures.oneStopShop.map((line) => ({ ...line, base: String(line.base), tax: String(line.tax), parts: partsOf(line) })),
    uncounted: figures.uncounted.map((fact) => places.get(fact)!),
    facts: facts.map((fact) => ({ ...fact, net: String(fact.net), tax: String(fact.tax) })),
  })
}

export function hashOfKept(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

type PartText = readonly [place: number, base: string, tax: string]
type Texted<Line extends { base: unknown; tax: unknown; parts: unknown }> = Omit<Line, 'base' | 'tax' | 'parts'> & {
  readonly base: string | null
  readonly tax: string | null
  readonly parts: readonly PartText[]
}

interface KeptJson extends Omit<TaxFigures, 'payable' | 'figures' | 'oneStopShop' | 'uncounted'> {
  readonly payable: string
  readonly figures: readonly Texted<Figure>[]
  readonly oneStopShop: readonly Texted<OneStopShopLine>[]
  readonly uncounted: readonly number[]
  readonly facts: readonly (Omit<TaxFact, 'net' | 'tax' | 'on'> & { readonly on: Day; readonly net: string; readonly tax: string })[]
}

export function readKept(text: string): KeptReturn {
  const kept = JSON.parse(text) as KeptJson
  const facts = kept.facts.map((fact): TaxFact => ({ ...fact, net: BigInt(fact.net), tax: BigInt(fact.tax) }))
  const partsOf = (parts: readonly PartText[]) => parts.map(([place, base, tax]) => ({ fact: facts[place]!, base: BigInt(base), tax: BigInt(tax) }))
  return {
    facts,
    figures: {
      form: kept.form,
      edition: kept.edition,
      wholeBases: kept.wholeBases,
      payable: BigInt(kept.payable),
      figures: kept.figures.map((figure) => ({ ...figure, base: numberOf(figure.base), tax: numberOf(figure.tax), parts: partsOf(figure.parts) })),
      oneStopShop: kept.oneStopShop.map((line) => ({ ...line, base: BigInt(line.base ?? 0), tax: BigInt(line.tax ?? 0), parts: partsOf(line.parts) })),
      uncounted: kept.uncounted.map((place) => facts[place]!),
    },
  }
}

function textOf(value: bigint | null): string | null {
  return value === null ? null : String(value)
}

function numberOf(text: string | null): bigint | null {
  return text === null ? null : BigInt(text)
}

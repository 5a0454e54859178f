import type { Day } from '../../../kernel/day.ts'

/**
 * One part of a document that counts in a tax return on a day: the amounts of one rate and reason, in minor units of the
 * company's currency. Sales count up, credit notes and lost claims down.
 *
 * sale: an invoice (or what was paid of it); correction: a credit note; bad_debt: a claim given up, or its undoing;
 * purchase: input tax of a cost; acquisition: a cost whose tax the company owes itself.
 */
export interface TaxFact {
  readonly kind: 'sale' | 'correction' | 'bad_debt' | 'purchase' | 'acquisition'
  readonly source: TaxSource
  readonly on: Day
  /** EN 16931's category; of a cost S. */
  readonly code: string
  /** Why it is not taxed as at home, as on the document; of a cost its treatment. */
  readonly reason: string | null
  readonly basisPoints: number
  /** Where the other side is, ISO 3166-1. */
  readonly country: string
  readonly isGoods: boolean
  /** Of a cost what it is for; else empty. */
  readonly category: string
  readonly net: bigint
  readonly tax: bigint
}

/** The document behind it, to open it. */
export interface TaxSource {
  readonly noun: 'invoice' | 'expense'
  readonly id: string
  readonly number: string
  readonly name: string
  readonly on: Day
}

/** What makes two facts the same thing said twice: everything but the amounts and the words. */
export function factKey(fact: TaxFact): string {
  const { kind, source, on, code, reason, basisPoints, country, isGoods, category } = fact
  return [kind, source.noun, source.id, on, code, reason ?? '', basisPoints, country, isGoods, category].join('|')
}

/** Facts with the same key in one; those that come to nothing are left out. In the order of their days. */
export function gathered(facts: readonly TaxFact[]): TaxFact[] {
  const sums = new Map<string, TaxFact>()
  for (const fact of facts) {
    const key = factKey(fact)
    const soFar = sums.get(key)
    sums.set(key, soFar ? { ...soFar, net: soFar.net + fact.net, tax: soFar.tax + fact.tax } : fact)
  }
  return [...sums.values()]
    .filter((fact) => fact.net !== 0n || fact.tax !== 0n)
    .toSorted((left, right) => compare(left.on, right.on) || compare(left.source.number, right.source.number) || compare(factKey(left), factKey(right)))
}

/** What is true now less what was said then. */
export function difference(now: readonly TaxFact[], then: readonly TaxFact[]): TaxFact[] {
  return gathered([...now, ...then.map((fact) => ({ ...fact, net: -fact.net, tax: -fact.tax }))])
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

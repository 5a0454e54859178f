import type { TaxFact } from '../tax-fact.ts'

/** A form of a tax office as data: which facts count in which line, and which lines are sums of others. */
export interface TaxForm {
  /** "ch-effective", "ch-flat", "de", "other": the texts are `books.tax-<form>-<line>`. */
  readonly name: string
  /** The form's own year or edition, as the office calls it. */
  readonly edition: string
  readonly lines: readonly FormLine[]
  /** The line whose tax is what is to be paid (negative: gets back). */
  readonly payable: string
  /** The forms that ask for whole units of currency in the base: cents are cut off (UStVA). */
  readonly wholeBases: boolean
}

export type FormLine = CountedLine | SumLine

interface LineHead {
  /** Unique within the form; mostly the box's number. */
  readonly key: string
  /** The number of the box on the form for the base and for the tax; null where the form has none, or asks for none. */
  readonly baseBox: string | null
  readonly taxBox: string | null
  /** The rate in basis points, for the words of the line. */
  readonly basisPoints?: number
}

/** Facts that count in a line, with base, tax or both. */
export interface CountedLine extends LineHead {
  readonly counts: (fact: TaxFact) => boolean
  /** What of a fact is the base or the tax; by default the fact's own. Null: the line has none. */
  readonly base: ((fact: TaxFact) => bigint) | null
  readonly tax: ((fact: TaxFact) => bigint) | null
  /** Taken off by the form and printed positive: what reduces turnover. */
  readonly isTurned?: boolean
  /** Instead of the sum of the facts' taxes: a rate on the base of the whole period (net tax rate). */
  readonly flatBasisPoints?: number
}

/** Other lines added (1) or taken off (-1), of the base or of the tax. */
export interface SumLine extends LineHead {
  readonly of: readonly (readonly [key: string, sign: 1 | -1])[]
  readonly sums: 'base' | 'tax'
}

export const net = (fact: TaxFact) => fact.net
export const tax = (fact: TaxFact) => fact.tax
export const gross = (fact: TaxFact) => fact.net + fact.tax

export const isSale = (fact: TaxFact) => fact.kind === 'sale' || fact.kind === 'correction' || fact.kind === 'bad_debt'
/** Taxed at home: not by the one-stop shop, which has a return of its own. */
export const isTaxedAtHome = (fact: TaxFact) => isSale(fact) && fact.code === 'S' && fact.reason !== 'one_stop_shop'
/** What is no consideration for anything: deposits, credit that is taxed when used, what is outside by choice. */
export const isNoTurnover = (fact: TaxFact) => fact.code === 'O' && (fact.reason === 'outside' || fact.reason === 'multi_purpose')
export const isAbroad = (fact: TaxFact) => isSale(fact) && (fact.reason === 'supplied_abroad' || fact.reason === 'one_stop_shop')
export const isAtRate = (basisPoints: number) => (fact: TaxFact) => fact.basisPoints === basisPoints

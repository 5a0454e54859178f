import type { Currency } from '../../kernel/currency.ts'
import { add, allocate, negate, subtract, sum, vatOn, vatWithin, zero, type Money } from '../../kernel/money.ts'
import type { TaxTreatment } from './tax.ts'

/** The sums of a document. `lines` is in the price mode of the document: with tax when it is included. */
export interface Totals {
  readonly currency: Currency
  readonly isTaxIncluded: boolean
  readonly lines: Money
  readonly allowance: Money
  readonly net: Money
  readonly tax: Money
  readonly gross: Money
  readonly groups: readonly TaxGroup[]
}

/** All lines of one treatment (EN 16931 BG-23). */
export interface TaxGroup extends TaxTreatment {
  readonly net: Money
  readonly tax: Money
  readonly gross: Money
}

export interface TaxedLine extends TaxTreatment {
  readonly amount: Money
}

/**
 * The totals of lines that are taxed already. Tax is rounded per rate group (EN 16931 BR-CO-17); with prices that
 * include it, it is extracted per group, so that the total equals the prices shown.
 * The allowance (positive) comes off the whole document and is spread over the groups by their size.
 */
export function totalsOf(options: { lines: readonly TaxedLine[]; currency: Currency; isTaxIncluded: boolean; allowance?: Money }): Totals {
  const { currency, isTaxIncluded } = options
  const allowance = options.allowance ?? zero(currency)
  const lines = sum(
    options.lines.map((line) => line.amount),
    currency,
  )
  const groups = lessAllowance(groupsOf(options.lines, currency), allowance).map(({ treatment, amount }) =>
    isTaxIncluded ? groupOfGross(treatment, amount) : groupOfNet(treatment, amount),
  )
  return { ...sumsOf(groups, currency), currency, isTaxIncluded, lines, allowance, groups }
}

/**
 * The totals of a credit note over lines of an invoice. The note that takes back the last of the invoice takes back
 * exactly what is left per group, so that an invoice credited in parts comes to zero to the last cent.
 */
export function creditTotals(options: { invoice: Totals; earlier: readonly Totals[]; lines: readonly TaxedLine[]; isLast: boolean }): Totals {
  const { invoice, earlier } = options
  const alone = totalsOf({ lines: options.lines, currency: invoice.currency, isTaxIncluded: invoice.isTaxIncluded })
  if (!options.isLast) return alone
  const groups = invoice.groups.map((group) => {
    const taken = earlier.flatMap((totals) => totals.groups.filter((each) => treatmentKey(each) === treatmentKey(group)))
    const left = (part: 'net' | 'tax' | 'gross') =>
      subtract(
        group[part],
        sum(
          taken.map((each) => each[part]),
          invoice.currency,
        ),
      )
    return { ...group, net: left('net'), tax: left('tax'), gross: left('gross') }
  })
  const allowance = subtract(
    invoice.allowance,
    sum(
      earlier.map((totals) => totals.allowance),
      invoice.currency,
    ),
  )
  return { ...alone, ...sumsOf(groups, invoice.currency), allowance, groups }
}

/** The same document the other way round. */
export function negateTotals(totals: Totals): Totals {
  const groups = totals.groups.map((group) => ({
    ...group,
    net: negate(group.net),
    tax: negate(group.tax),
    gross: negate(group.gross),
  }))
  const { lines, allowance, net, tax, gross } = totals
  return { ...totals, lines: negate(lines), allowance: negate(allowance), net: negate(net), tax: negate(tax), gross: negate(gross), groups }
}

interface Group {
  readonly treatment: TaxTreatment
  readonly amount: Money
}

function treatmentKey(treatment: TaxTreatment): string {
  return `${treatment.code} ${treatment.rate.basisPoints} ${treatment.reason ?? ''}`
}

function groupsOf(lines: readonly TaxedLine[], currency: Currency): Group[] {
  const groups = new Map<string, Group>()
  for (const { code, rate, reason, amount } of lines) {
    const key = treatmentKey({ code, rate, reason })
    const soFar = groups.get(key)?.amount ?? zero(currency)
    groups.set(key, { treatment: { code, rate, reason }, amount: add(soFar, amount) })
  }
  return [...groups.values()].sort((left, right) => right.treatment.rate.basisPoints - left.treatment.rate.basisPoints)
}

function lessAllowance(groups: readonly Group[], allowance: Money): Group[] {
  const weights = groups.map((group) => (group.amount.minor > 0n ? group.amount.minor : 0n))
  if (allowance.minor === 0n || weights.every((weight) => weight === 0n)) return [...groups]
  const shares = allocate(allowance, weights)
  return groups.map((group, index) => ({ ...group, amount: subtract(group.amount, shares[index]!) }))
}

function groupOfNet(treatment: TaxTreatment, net: Money): TaxGroup {
  const tax = vatOn(net, treatment.rate)
  return { ...treatment, net, tax, gross: add(net, tax) }
}

function groupOfGross(treatment: TaxTreatment, gross: Money): TaxGroup {
  const tax = vatWithin(gross, treatment.rate)
  return { ...treatment, net: subtract(gross, tax), tax, gross }
}

function sumsOf(groups: readonly TaxGroup[], currency: Currency): { net: Money; tax: Money; gross: Money } {
  const total = (part: 'net' | 'tax' | 'gross') =>
    sum(
      groups.map((group) => group[part]),
      currency,
    )
  return { net: total('net'), tax: total('tax'), gross: total('gross') }
}

import type { Currency } from '../../kernel/currency.ts'
import { add, negate, subtract, sum, vatOn, vatWithin, zero, type Money } from '../../kernel/money.ts'
import type { TaxTreatment } from './tax.ts'

/** The sums of a document. `lines` is in the price mode of the document: with tax when it is included. */
export interface Totals {
  readonly currency: Currency
  readonly isTaxIncluded: boolean
  readonly lines: Money
  /** Charges less allowances of the whole document, in its price mode. */
  readonly adjustments: Money
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
 * Adjustments (a charge positive, an allowance negative) belong to the whole document and count in their own group. What
 * advances have charged already comes off each group as it was charged, so that advances and the final document add up to the whole, per rate, to the cent.
 */
export function totalsOf(options: {
  lines: readonly TaxedLine[]
  adjustments?: readonly TaxedLine[]
  advances?: readonly TaxGroup[]
  currency: Currency
  isTaxIncluded: boolean
}): Totals {
  const { currency, isTaxIncluded, adjustments = [], advances = [] } = options
  const whole = groupsOf([...options.lines, ...adjustments], currency).map(({ treatment, amount }) =>
    isTaxIncluded ? groupOfGross(treatment, amount) : groupOfNet(treatment, amount),
  )
  const groups = lessAdvances(whole, advances, currency)
  return {
    ...sumsOf(groups, currency),
    currency,
    isTaxIncluded,
    lines: amountOf(options.lines, currency),
    adjustments: amountOf(adjustments, currency),
    groups,
  }
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
  return { ...alone, ...sumsOf(groups, invoice.currency), adjustments: invoice.adjustments, groups }
}

/** The same document the other way round. */
export function negateTotals(totals: Totals): Totals {
  const groups = totals.groups.map((group) => ({
    ...group,
    net: negate(group.net),
    tax: negate(group.tax),
    gross: negate(group.gross),
  }))
  const { lines, adjustments, net, tax, gross } = totals
  return { ...totals, lines: negate(lines), adjustments: negate(adjustments), net: negate(net), tax: negate(tax), gross: negate(gross), groups }
}

interface Group {
  readonly treatment: TaxTreatment
  readonly amount: Money
}

/** Lines with the same key are taxed together. */
export function treatmentKey(treatment: TaxTreatment): string {
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

function lessAdvances(whole: readonly TaxGroup[], advances: readonly TaxGroup[], currency: Currency): TaxGroup[] {
  const charged = Map.groupBy(advances, treatmentKey)
  const missing = [...charged.values()].map((each) => each[0]!).filter((advance) => !whole.some((group) => treatmentKey(group) === treatmentKey(advance)))
  const empty = missing.map(({ code, rate, reason }) => ({ code, rate, reason, net: zero(currency), tax: zero(currency), gross: zero(currency) }))
  return [...whole, ...empty].map((group) => {
    const off = charged.get(treatmentKey(group)) ?? []
    const left = (part: 'net' | 'tax' | 'gross') =>
      subtract(
        group[part],
        sum(
          off.map((each) => each[part]),
          currency,
        ),
      )
    return { ...group, net: left('net'), tax: left('tax'), gross: left('gross') }
  })
}

function amountOf(lines: readonly TaxedLine[], currency: Currency): Money {
  return sum(
    lines.map((line) => line.amount),
    currency,
  )
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

import { absolute, decimalText, hundredths, share, toCents, toWhole, total, type Decimal } from './decimal.ts'
import { isGiven, type Facts, type SubtotalFacts } from './facts.ts'
import type { FindingParameters } from './finding.ts'
import { every, everyLine, itsLine, lineAllowances, lineCharges, whole, type Rule } from './rules.ts'

/** EN 16931-1:2017, BR-CO: what must agree with each other. */
export const sumsRules: readonly Rule[] = [
  whole({ id: 'BR-CO-03', at: 'BT-7', text: 'tax-point-twice' }, ({ invoice }) => invoice.taxPointOn === null || invoice.taxPointCode === null),
  everyLine({ id: 'BR-CO-04', at: 'BT-151' }, ({ category }) => category !== null),
  every({ id: 'BR-CO-09', at: 'BT-31', text: 'vat-number-prefix' }, vatNumbers, isPrefixed, (vatNumber) => ({ parameters: { value: vatNumber } })),
  sum('BR-CO-10', 'BT-106', ({ totals }) => totals.lines, (facts) => toCents(total(facts.lines.map(({ amount }) => amount)))),
  whole({ id: 'BR-CO-11', at: 'BT-107', text: 'sum' }, (facts) => isSumOf(facts, 'allowances'), (facts) => compared(facts.totals.allowances, sumOf(facts, 'allowances'))),
  whole({ id: 'BR-CO-12', at: 'BT-108', text: 'sum' }, (facts) => isSumOf(facts, 'charges'), (facts) => compared(facts.totals.charges, sumOf(facts, 'charges'))),
  sum('BR-CO-13', 'BT-109', ({ totals }) => totals.withoutTax, withoutTax),
  whole({ id: 'BR-CO-14', at: 'BT-110', text: 'sum' }, taxIsSum, (facts) => compared(facts.totals.tax, taxSum(facts))),
  whole({ id: 'BR-CO-15', at: 'BT-112', text: 'sum' }, withTaxIsSum, (facts) => compared(facts.totals.withTax, withTax(facts))),
  sum('BR-CO-16', 'BT-115', ({ totals }) => totals.payable, payable),
  every({ id: 'BR-CO-17', at: 'BT-117', text: 'tax-of-rate' }, ({ breakdown }) => breakdown, isTaxOfRate, describeTax),
  whole({ id: 'BR-CO-18', at: 'BG-23' }, ({ breakdown }) => breakdown.length > 0),
  whole({ id: 'BR-CO-19', at: 'BG-14', text: 'period-empty' }, periodSaysSomething),
  everyLine({ id: 'BR-CO-20', at: 'BG-26', text: 'period-empty' }, ({ line }) => line.period === null || line.period.from !== null || line.period.to !== null),
  every({ id: 'BR-CO-21', at: 'BT-97', text: 'reason-missing' }, ({ allowances }) => allowances, ({ item }) => hasReason(item)),
  every({ id: 'BR-CO-22', at: 'BT-104', text: 'reason-missing' }, ({ charges }) => charges, ({ item }) => hasReason(item)),
  every({ id: 'BR-CO-23', at: 'BT-139', text: 'reason-missing' }, lineAllowances, ({ item }) => hasReason(item), itsLine),
  every({ id: 'BR-CO-24', at: 'BT-144', text: 'reason-missing' }, lineCharges, ({ item }) => hasReason(item), itsLine),
  whole({ id: 'BR-CO-25', at: 'BT-9', text: 'due-day-or-terms' }, saysWhenToPay),
  whole({ id: 'BR-CO-26', at: 'BT-31', text: 'seller-not-identified' }, sellerIsIdentified),
] // prettier-ignore

/** What a rule says to people when two amounts differ. */
export function compared(found: Decimal | undefined, expected: Decimal): FindingParameters {
  return { found: found === undefined ? '–' : decimalText(found), expected: decimalText(expected) }
}

function sum(id: string, at: string, found: (facts: Facts) => Decimal | undefined, expected: (facts: Facts) => Decimal): Rule {
  return whole(
    { id, at, text: 'sum' },
    (facts) => found(facts) === expected(facts),
    (facts) => compared(found(facts), expected(facts)),
  )
}

function sumOf(facts: Facts, name: 'allowances' | 'charges'): Decimal {
  return toCents(total(facts[name].map(({ amount }) => amount)))
}

/** BR-CO-11, BR-CO-12: the sum, or neither a sum nor anything to sum. */
function isSumOf(facts: Facts, name: 'allowances' | 'charges'): boolean {
  const written = facts.invoice.totals?.[name] ?? null
  return written === null ? facts[name].length === 0 : facts.totals[name] === sumOf(facts, name)
}

function withoutTax({ totals }: Facts): Decimal {
  return toCents((totals.lines ?? 0n) + (totals.charges ?? 0n) - (totals.allowances ?? 0n))
}

function taxSum({ breakdown }: Facts): Decimal {
  return toCents(total(breakdown.map(({ tax }) => tax)))
}

/** BR-CO-14: UBL asks wherever a total has subtotals, CII wherever a total in the invoice's currency is written. */
function taxIsSum(facts: Facts): boolean {
  const isAsked = facts.syntax === 'ubl' ? facts.breakdown.length > 0 : (facts.invoice.totals?.tax ?? null) !== null
  return !isAsked || facts.totals.tax === taxSum(facts)
}

function withTax({ totals }: Facts): Decimal {
  return toCents((totals.withoutTax ?? 0n) + (totals.tax ?? 0n))
}

/** BR-CO-15. CII lets the total of the tax away where none is due. */
function withTaxIsSum(facts: Facts): boolean {
  const { totals, syntax, invoice } = facts
  if (!isGiven(invoice.currency)) return true
  if (totals.tax !== undefined && totals.withTax === withTax(facts)) return true
  return syntax === 'cii' && totals.withTax !== undefined && totals.withTax === totals.withoutTax
}

function payable({ totals }: Facts): Decimal {
  return (totals.withTax ?? 0n) - (totals.prepaid ?? 0n) + (totals.rounding ?? 0n)
}

/**
 * BR-CO-17: the tax of a rate is its taxable amount times the rate, less than 1 away (CII: at most 1); where the rate
 * rounds to nothing or is missing, the tax rounds to nothing.
 */
function isTaxOfRate({ taxable, tax, rate }: SubtotalFacts, { syntax }: Facts): boolean {
  if (tax === undefined) return false
  if (rate === undefined || toWhole(rate) === 0n) return toWhole(tax) === 0n
  if (taxable === undefined) return false
  const distance = absolute(absolute(tax) - share(absolute(taxable), rate))
  return syntax === 'ubl' ? distance < hundredths(100n) : distance <= hundredths(100n)
}

function describeTax({ taxable, tax, rate }: SubtotalFacts) {
  const expected = taxable === undefined || rate === undefined ? 0n : share(taxable, rate)
  return { parameters: { ...compared(tax, expected), rate: rate === undefined ? '–' : decimalText(rate) } }
}

/** BR-CO-19: a period has a first or a last day; in UBL the tax point code alone may stand in it. */
function periodSaysSomething({ invoice }: Facts): boolean {
  const { period } = invoice
  return period === null || period.from !== null || period.to !== null || invoice.taxPointCode !== null
}

function hasReason(item: { readonly reason: string | null; readonly reasonCode: string | null }): boolean {
  return item.reason !== null || item.reasonCode !== null
}

/** BR-CO-25: who owes something is told until when. UBL does not ask a credit note. */
function saysWhenToPay({ invoice, totals, syntax, kind }: Facts): boolean {
  if (syntax === 'ubl' && kind === 'credit_note') return true
  return totals.payable === undefined || totals.payable <= 0n || invoice.dueOn !== null || invoice.paymentTerms !== null
}

/** BR-CO-26: an identifier, the legal registration or the VAT number. */
function sellerIsIdentified({ invoice }: Facts): boolean {
  const { seller } = invoice
  return seller === null || seller.vatNumber !== null || seller.legalRegistration !== null || seller.identifiers.length > 0
}

function vatNumbers({ invoice }: Facts): string[] {
  const numbers = [invoice.seller?.vatNumber, invoice.buyer?.vatNumber, invoice.taxRepresentative?.vatNumber]
  return numbers.filter((number) => number !== null && number !== undefined)
}

/** BR-CO-09: the country in front, EL for Greece. */
function isPrefixed(vatNumber: string, { codes }: Facts): boolean {
  const prefix = vatNumber.slice(0, 2)
  return codes.countries.has(prefix) || prefix === 'EL'
}

import { absolute, hundredths, share, toCents, type Decimal } from './decimal.ts'
import { categoryAtRate, code, isGiven, type AllowanceFacts, type Facts, type SubtotalFacts } from './facts.ts'
import { compared } from './rules-sums.ts'
import { every, everyLine, whole, type Rule } from './rules.ts'

/** How one category of tax behaves: the ten rules that all have in common come out of this. */
interface Category {
  /** How the rules are numbered: BR-S-01. */
  readonly rules: string
  /** UNTDID 5305 */
  readonly code: string
  /** Several rates may stand beside each other, each with its own subtotal. */
  readonly isRated: boolean
  readonly parties: 'seller' | 'seller-vat' | 'seller-and-buyer' | 'both-vat' | 'no-vat'
  readonly rate: (rate: Decimal | undefined, syntax: Facts['syntax']) => boolean
  readonly rateText: string
  readonly isExempt: boolean
}

const isZero = (rate: Decimal | undefined) => rate === 0n
const isNotNegative = (rate: Decimal | undefined) => rate !== undefined && rate >= 0n
const isPositive = (rate: Decimal | undefined) => rate !== undefined && rate > 0n

const standard: Category = { rules: 'S', code: 'S', isRated: true, parties: 'seller', rate: isPositive, rateText: 'rate-above-zero', isExempt: false }
const zero: Category = { rules: 'Z', code: 'Z', isRated: false, parties: 'seller', rate: isZero, rateText: 'rate-zero', isExempt: false }
const exempt: Category = { rules: 'E', code: 'E', isRated: false, parties: 'seller', rate: isZero, rateText: 'rate-zero', isExempt: true }
const reverseCharge: Category = { ...exempt, rules: 'AE', code: 'AE', parties: 'seller-and-buyer' }
const intraCommunity: Category = { ...exempt, rules: 'IC', code: 'K', parties: 'both-vat' }
const exported: Category = { ...exempt, rules: 'G', code: 'G', parties: 'seller-vat' }
const outside: Category = { ...exempt, rules: 'O', code: 'O', parties: 'no-vat', rate: (rate) => rate === undefined, rateText: 'rate-none' }
/** The Canary Islands' IGIC: CII asks for more than zero. */
const igic: Category = { ...standard, rules: 'AF', code: 'L', rate: (rate, syntax) => (syntax === 'cii' ? isPositive(rate) : isNotNegative(rate)), rateText: 'rate-not-negative' } // prettier-ignore
/** Ceuta and Melilla's IPSI. */
const ipsi: Category = { ...standard, rules: 'AG', code: 'M', rate: isNotNegative, rateText: 'rate-not-negative' }

const categories = [standard, zero, exempt, reverseCharge, intraCommunity, exported, outside, igic, ipsi]

/**
 * EN 16931-1:2017, the rules of the tax categories. The standard calls those of IGIC and IPSI BR-IG and BR-IP, its
 * validation artefacts BR-AF and BR-AG; we use the latter, since portals answer with them.
 */
export const taxRules: readonly Rule[] = [
  ...categories.flatMap(rulesOf),
  whole({ id: 'BR-IC-11', at: 'BT-72', text: 'delivery-day' }, saysWhenSupplied),
  whole({ id: 'BR-IC-12', at: 'BT-80', text: 'delivery-country' }, (facts) => !hasSubtotal(facts, 'K') || (facts.invoice.delivery?.address?.country ?? '').length > 1),
  whole({ id: 'BR-O-11', at: 'BG-23', text: 'outside-alone' }, (facts) => outsideIsAlone(facts, facts.breakdown)),
  whole({ id: 'BR-O-12', at: 'BT-151', text: 'outside-alone' }, (facts) => outsideIsAlone(facts, facts.lines)),
  whole({ id: 'BR-O-13', at: 'BT-95', text: 'outside-alone' }, (facts) => outsideIsAlone(facts, facts.allowances)),
  whole({ id: 'BR-O-14', at: 'BT-102', text: 'outside-alone' }, (facts) => outsideIsAlone(facts, facts.charges)),
  whole({ id: 'BR-B-01', at: 'BT-118', text: 'split-payment-italian' }, (facts) => !usesCategory(facts, 'B') || countriesOf(facts).every((country) => country === 'IT')),
  whole({ id: 'BR-B-02', at: 'BT-118', text: 'split-payment-alone' }, (facts) => !usesCategory(facts, 'B') || !facts.uses.has('S')),
] // prettier-ignore

function rulesOf(category: Category): readonly Rule[] {
  const id = (number: string) => `BR-${category.rules}-${number}`
  const isOf = (part: { category: string | null }) => part.category === category.code
  const named = { parameters: { category: category.code } }
  const parties = `parties-${category.parties}`
  const rated = (part: AllowanceFacts, { syntax }: Facts) => !isOf(part) || category.rate(part.rate, syntax)
  return [
    whole({ id: id('01'), at: 'BG-23', text: 'subtotal-missing' }, (facts) => hasItsSubtotals(facts, category), () => named.parameters),
    whole({ id: id('02'), at: 'BT-151', text: parties }, (facts) => !facts.lines.some(isOf) || hasItsParties(facts, category), () => named.parameters),
    whole({ id: id('03'), at: 'BT-95', text: parties }, (facts) => !facts.allowances.some(isOf) || hasItsParties(facts, category), () => named.parameters),
    whole({ id: id('04'), at: 'BT-102', text: parties }, (facts) => !facts.charges.some(isOf) || hasItsParties(facts, category), () => named.parameters),
    everyLine({ id: id('05'), at: 'BT-152', text: category.rateText }, (line, { syntax }) => !isOf(line) || category.rate(rateOf(line, category), syntax), () => named.parameters),
    every({ id: id('06'), at: 'BT-96', text: category.rateText }, ({ allowances }) => allowances, rated, () => named),
    every({ id: id('07'), at: 'BT-103', text: category.rateText }, ({ charges }) => charges, rated, () => named),
    every({ id: id('08'), at: 'BT-116', text: 'taxable' }, subtotalsOf(category), (subtotal, facts) => isItsSum(subtotal, facts, category), (subtotal, facts) => ({ parameters: { ...compared(subtotal.taxable, expectedSum(subtotal, facts, category)), category: category.code } })),
    every({ id: id('09'), at: 'BT-117', text: 'tax-of-category' }, subtotalsOf(category), (subtotal, facts) => isItsTax(subtotal, facts, category), ({ tax, taxable, rate }) => ({ parameters: compared(tax, category.isRated ? share(taxable ?? 0n, rate ?? 0n) : 0n) })),
    every({ id: id('10'), at: 'BT-120', text: category.isExempt ? 'exemption-reason' : 'exemption-reason-needless' }, subtotalsOf(category), ({ subtotal }) => isExplained(subtotal) === category.isExempt, () => named),
  ] // prettier-ignore
}

/** What is outside the scope of tax says no rate at all, not even one that is no number. */
function rateOf(line: Facts['lines'][number], category: Category): Decimal | undefined {
  return category === outside && line.line.tax?.rate !== null ? (line.rate ?? 0n) : line.rate
}

function subtotalsOf(category: Category): (facts: Facts) => readonly SubtotalFacts[] {
  return ({ breakdown }) => breakdown.filter((subtotal) => subtotal.category === category.code)
}

/**
 * BR-x-01. Rated categories need at least one subtotal where they are used (and in UBL a use where they have one), the
 * others exactly one; in CII a subtotal of theirs must be used.
 */
function hasItsSubtotals(facts: Facts, category: Category): boolean {
  const subtotals = subtotalsOf(category)(facts).length
  const isUsed = facts.uses.has(category.code)
  if (category.isRated) return isUsed ? subtotals > 0 : subtotals === 0 || facts.syntax === 'cii'
  if (!isUsed && subtotals === 0) return true
  return subtotals === 1 && (isUsed || facts.syntax === 'ubl')
}

/** BR-x-02 to 04: who must be known to the tax office. */
function hasItsParties({ invoice }: Facts, category: Category): boolean {
  const { seller, buyer, taxRepresentative } = invoice
  const sellerVat = (seller?.vatNumber ?? taxRepresentative?.vatNumber ?? null) !== null
  const sellerTax = sellerVat || (seller?.taxNumber ?? null) !== null
  const buyerVat = (buyer?.vatNumber ?? null) !== null
  switch (category.parties) {
    case 'seller':
      return sellerTax
    case 'seller-vat':
      return sellerVat
    case 'seller-and-buyer':
      return sellerTax && (buyerVat || (buyer?.legalRegistration ?? null) !== null)
    case 'both-vat':
      return sellerVat && buyerVat
    case 'no-vat':
      return !sellerVat && !buyerVat
  }
}

function expectedSum(subtotal: SubtotalFacts, facts: Facts, category: Category): Decimal {
  const sum = category.isRated ? facts.sumsAtRate.get(categoryAtRate(category.code, subtotal.rate)) : facts.sums.get(category.code)
  return facts.syntax === 'cii' ? toCents(sum ?? 0n) : (sum ?? 0n)
}

/**
 * BR-x-08: lines + charges − allowances. The two syntaxes differ in what they let pass: UBL is less than 1 away for
 * rated categories and exact for the others, CII the other way round (and exact for what is outside the scope).
 */
function isItsSum(subtotal: SubtotalFacts, facts: Facts, category: Category): boolean {
  const { taxable, rate } = subtotal
  if (category.isRated && rate === undefined) return true
  if (taxable === undefined) return false
  if (facts.syntax === 'ubl' && category === standard && !facts.usesAtRate.has(categoryAtRate(category.code, rate))) return false
  const distance = absolute(taxable - expectedSum(subtotal, facts, category))
  const isLenient = category !== outside && category.isRated === (facts.syntax === 'ubl')
  return isLenient ? distance < hundredths(100n) : distance === 0n
}

/** BR-x-09: no tax, or for rated categories the share less than 1 away (which CII leaves to BR-CO-17 for IGIC and IPSI). */
function isItsTax({ taxable, tax, rate }: SubtotalFacts, { syntax }: Facts, category: Category): boolean {
  if (!category.isRated) return tax === 0n
  if (syntax === 'cii' && category !== standard) return true
  if (tax === undefined || taxable === undefined || rate === undefined) return false
  return absolute(absolute(tax) - share(absolute(taxable), rate)) < hundredths(100n)
}

function isExplained(subtotal: SubtotalFacts['subtotal']): boolean {
  return subtotal.exemptionReason !== null || subtotal.exemptionCode !== null
}

function hasSubtotal({ breakdown }: Facts, category: string): boolean {
  return breakdown.some((subtotal) => subtotal.category === category)
}

function saysWhenSupplied(facts: Facts): boolean {
  const { delivery, period, taxPointCode } = facts.invoice
  return !hasSubtotal(facts, 'K') || isGiven(delivery?.deliveredOn) || isGiven(period?.from) || isGiven(period?.to) || taxPointCode !== null
}

/** BR-O-11 to 14: beside what is outside the scope of tax nothing else stands. */
function outsideIsAlone(facts: Facts, parts: readonly { readonly category: string | null }[]): boolean {
  return !hasSubtotal(facts, 'O') || parts.every(({ category }) => category === 'O' || category === null)
}

function usesCategory(facts: Facts, category: string): boolean {
  return facts.uses.has(category) || hasSubtotal(facts, category)
}

function countriesOf({ invoice }: Facts): (string | null)[] {
  const addresses = [invoice.seller?.address, invoice.buyer?.address, invoice.taxRepresentative?.address, invoice.delivery?.address]
  const origins = invoice.lines.map(({ item }) => item?.originCountry)
  return [...addresses.map((address) => address?.country), ...origins].filter((country) => country !== null && country !== undefined).map(code)
}

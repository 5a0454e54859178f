import { addDays, type Day } from '../../../kernel/day.ts'
import type { Currency } from '../../../kernel/currency.ts'
import { fold } from '../../../kernel/fold.ts'
import { isZero, money } from '../../../kernel/money.ts'
import { Percent } from '../../../kernel/percent.ts'
import { partOfGross, type Expense, type ExpenseDetails, type ExpensePart, type Payee, type ReadingKind } from '../expense.ts'
import { categoryOf } from './category.ts'
import { readPaymentCode, type PaymentCode } from './payment-code.ts'
import { readReceipt, type ReadingSituation } from './read-receipt.ts'

/** What is proposed of an expense; what could not be read is left out. */
export type ProposedDetails = Omit<ExpenseDetails, 'memberId' | 'rebill'>

export interface Proposal {
  readonly kind: ReadingKind
  readonly details: ProposedDetails
  /** Amount, day and payee are beyond doubt: it may be recorded without a person's look, and taken back. */
  readonly isCertain: boolean
}

export interface ProposalSituation extends ReadingSituation {
  /** Earlier expenses, latest first: a payee who is known brings its country, category, account and way of paying. */
  readonly earlier: readonly Expense[]
  /** The rate that the company itself owes in a reverse charge, in basis points. */
  readonly ownRate: number
}

export function nothingRead(currency: Currency): ProposedDetails {
  return { payee: null, documentNumber: null, issuedOn: null, dueOn: null, category: 'other', description: '', currency, parts: [], paidBy: 'card', reference: null } // prettier-ignore
}

/** What the text and the codes of a receipt make together: what a code says is certain, the text says the rest. */
export function proposalOf(
  scan: { pages: readonly { text: string; source: 'text' | 'ocr' }[]; codes: readonly string[] },
  situation: ProposalSituation,
): Proposal {
  const text = scan.pages.map((page) => page.text).join('\n')
  const code = scan.codes.map(readPaymentCode).find((each) => each !== undefined)
  if (text.trim() === '' && !code) return { kind: 'nothing', details: nothingRead(situation.currency), isCertain: false }
  const known = [...new Set(situation.earlier.flatMap((expense) => expense.payee?.name ?? []))]
  const read = readReceipt(text, { ...situation, known, ...(code?.amount ? { total: code.amount } : {}) })
  const payee: Payee | null = code
    ? { ...code.payee, vatNumber: code.vatNumber ?? read.payee?.vatNumber ?? null }
    : read.payee && { street: null, postalCode: null, city: null, ...read.payee }
  const issuedOn = code?.issuedOn ?? read.issuedOn
  const details: ProposedDetails = {
    payee,
    documentNumber: code?.documentNumber ?? read.documentNumber,
    issuedOn,
    dueOn: read.dueOn ?? dueOf(code, issuedOn),
    category: read.category ?? 'other',
    description: '',
    currency: code?.amount?.currency ?? read.currency,
    parts: withOwnRate(read.parts, situation.ownRate),
    paidBy: code ? 'bank' : (read.paidBy ?? 'card'),
    reference: code?.reference ?? read.reference,
  }
  const { isKnown, details: completed } = completedByEarlier(details, { earlier: situation.earlier, isPaidBySaid: code !== undefined || read.paidBy !== null })
  const isPayeeCertain = code !== undefined || isKnown
  const isAmountCertain = Boolean(code?.amount) || read.certain.gross
  return {
    kind: code ? 'payment_code' : scan.pages.some((page) => page.source === 'ocr') ? 'ocr' : 'text',
    details: completed,
    isCertain: isPayeeCertain && isAmountCertain && (Boolean(code?.issuedOn) || read.certain.issuedOn) && isTaxTold(completed, situation.earlier),
  }
}

/** Tax stands on it, or never did on what this payee wrote. */
function isTaxTold(details: ProposedDetails, earlier: readonly Expense[]): boolean {
  const hasTax = (parts: readonly ExpensePart[]) => parts.some((part) => !isZero(part.tax))
  return hasTax(details.parts) || !earlier.some((expense) => isSamePayee(expense.payee, details.payee) && hasTax(expense.parts))
}

function dueOf(code: PaymentCode | undefined, issuedOn: Day | null): Day | null {
  return code && code.daysToPay !== null && issuedOn !== null ? addDays(issuedOn, code.daysToPay) : null
}

function withOwnRate(parts: readonly ExpensePart[], ownRate: number): ExpensePart[] {
  return parts.map((part) => (part.treatment === 'reverse_charge' ? { ...part, rate: new Percent(ownRate) } : part))
}

/** With what is known of the payee from its last expense. */
export function completedByEarlier(
  details: ProposedDetails,
  options: { earlier: readonly Expense[]; isPaidBySaid: boolean },
): { isKnown: boolean; details: ProposedDetails } {
  const last = options.earlier.find((expense) => isSamePayee(expense.payee, details.payee))
  if (!last?.payee || !details.payee) return { isKnown: false, details: { ...details, category: details.category === 'other' ? (categoryOf(details.payee?.name ?? '') ?? 'other') : details.category } } // prettier-ignore
  const { payee } = details
  const filled: Payee = {
    name: last.payee.name,
    street: payee.street ?? last.payee.street,
    postalCode: payee.postalCode ?? last.payee.postalCode,
    city: payee.city ?? last.payee.city,
    country: payee.country ?? last.payee.country,
    vatNumber: payee.vatNumber ?? last.payee.vatNumber,
    iban: payee.iban ?? last.payee.iban,
  }
  return { isKnown: true, details: { ...details, payee: filled, category: last.category, paidBy: options.isPaidBySaid ? details.paidBy : last.paidBy } }
}

/** The same tax number or account, or the same name. */
export function isSamePayee(left: Payee | null, right: Payee | null): boolean {
  if (!left || !right) return false
  if (left.vatNumber !== null && left.vatNumber === right.vatNumber) return true
  if (left.iban !== null && left.iban === right.iban && fold(left.name).slice(0, 4) === fold(right.name).slice(0, 4)) return true
  return fold(left.name) === fold(right.name)
}

/** A single part for an amount of which only the sum is known. */
export function untaxedPart(minor: bigint, currency: Currency): ExpensePart {
  return partOfGross(money(minor, currency), Percent.zero, 'exempt')
}

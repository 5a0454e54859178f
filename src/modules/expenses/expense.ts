import type { Currency } from '../../kernel/currency.ts'
import type { Day } from '../../kernel/day.ts'
import type { AgreementId, BankTransactionId, ContactId, Id, MemberId } from '../../kernel/id.ts'
import { add, isZero, money, sum, vatWithin, subtract, type Money } from '../../kernel/money.ts'
import type { Percent } from '../../kernel/percent.ts'

export type ExpenseId = Id<'expense'>
export type ExpensePaymentId = Id<'expense-payment'>

/** What a cost is for; the books map each to an account of the company's chart. */
export const expenseCategories = [
  'goods',
  'subcontractors',
  'rent',
  'office',
  'software',
  'phone',
  'travel',
  'meals',
  'vehicle',
  'marketing',
  'insurance',
  'training',
  'advice',
  'bank_fees',
  'equipment',
  'taxes',
  'other',
] as const
export type ExpenseCategory = (typeof expenseCategories)[number]

/**
 * domestic: tax of the company's own country, shown on the receipt, that may be deducted as far as the company may at all.
 * not_deductible: the same, but never deducted (a client entertained, a private share). foreign: tax of another country.
 * reverse_charge: no tax on the receipt, the company owes it at `rate` (Directive 2006/112/EC art. 196; MWSTG art. 45).
 * import: tax that customs charge, `net` is 0. exempt: no tax at all.
 */
export const taxTreatments = ['domestic', 'not_deductible', 'foreign', 'reverse_charge', 'import', 'exempt'] as const
export type ExpenseTreatment = (typeof taxTreatments)[number]

/** The amounts of one rate as the receipt says them: gross = net + tax, always, and no tax in a reverse charge. */
export interface ExpensePart {
  readonly treatment: ExpenseTreatment
  readonly rate: Percent
  readonly net: Money
  readonly tax: Money
  readonly gross: Money
}

/**
 * bank: from the company's account, open until a payment says otherwise. card, cash: paid at once. member: somebody paid
 * privately and is owed the amount until a payment says that they were given it.
 */
export const paidByWays = ['bank', 'card', 'cash', 'member'] as const
export type PaidBy = (typeof paidByWays)[number]

export interface Payee {
  readonly name: string
  readonly street: string | null
  readonly postalCode: string | null
  readonly city: string | null
  /** ISO 3166-1 alpha-2 */
  readonly country: string | null
  readonly vatNumber: string | null
  /** Without spaces; of a Swiss QR-bill perhaps a QR-IBAN. */
  readonly iban: string | null
}

/** What the payee wants to read: a QR reference, an ISO 11649 creditor reference, or a text. */
export interface PayeeReference {
  readonly kind: 'qr' | 'scor' | 'text'
  readonly text: string
}

/** A cost passed on: whom to, and for how much (without tax); null charges what it cost. */
export interface Rebilling {
  readonly contactId: ContactId
  readonly agreementId: AgreementId | null
  readonly amount: Money | null
}

/** What can be said about an expense. A proposal may leave out amounts and day. */
export interface ExpenseDetails {
  readonly payee: Payee | null
  readonly documentNumber: string | null
  readonly issuedOn: Day | null
  readonly dueOn: Day | null
  readonly category: ExpenseCategory
  readonly description: string
  readonly currency: Currency
  readonly parts: readonly ExpensePart[]
  readonly paidBy: PaidBy
  readonly memberId: MemberId | null
  readonly reference: PayeeReference | null
  readonly rebill: Rebilling | null
}

/** to_check: proposed by what was read, waits for a person. recorded: a cost. removed: was one, or was never one. */
export const expenseStates = ['to_check', 'recorded', 'removed'] as const
export type ExpenseState = (typeof expenseStates)[number]

export const expenseSources = ['by_hand', 'receipt', 'e_invoice', 'recurring', 'bank'] as const
export type ExpenseSource = (typeof expenseSources)[number]

/** How what is proposed came about. nothing: the receipt could not be read. */
export const readingKinds = ['e_invoice', 'payment_code', 'text', 'ocr', 'nothing'] as const
export type ReadingKind = (typeof readingKinds)[number]

/** Money that left the company for an expense, to the payee or to the member who had paid. */
export interface ExpensePayment {
  readonly id: ExpensePaymentId
  readonly on: Day
  readonly amount: Money
  /** What left the account, where that is another currency than the expense's. */
  readonly charged: Money | null
  readonly method: 'bank' | 'card' | 'cash'
  readonly bankTransactionId: BankTransactionId | null
  /** Follows from `paidBy` card or cash and from nothing else. */
  readonly isAutomatic: boolean
}

/** An expense as its latest revision and its facts make it. */
export interface Expense extends ExpenseDetails {
  readonly id: ExpenseId
  readonly state: ExpenseState
  readonly source: ExpenseSource
  /** Counts from 1; each change is another. */
  readonly revision: number
  readonly payeeContactId: ContactId | null
  readonly net: Money
  readonly tax: Money
  readonly gross: Money
  readonly paid: Money
  /** gross − paid: owed to the payee, or to the member who paid. */
  readonly open: Money
  readonly payments: readonly ExpensePayment[]
  readonly receiptCount: number
}

/** The sums over all rates. */
export function totalsOf(parts: readonly ExpensePart[], currency: Currency): { net: Money; tax: Money; gross: Money } {
  const of = (amount: 'net' | 'tax' | 'gross') =>
    sum(
      parts.map((part) => part[amount]),
      currency,
    )
  return { net: of('net'), tax: of('tax'), gross: of('gross') }
}

/** What it costs the company in the end: without the tax that it gets back, where it may deduct tax at all. */
export function costOf(parts: readonly ExpensePart[], options: { currency: Currency; deductsTax: boolean }): Money {
  const isDeducted = (part: ExpensePart) => options.deductsTax && (part.treatment === 'domestic' || part.treatment === 'import')
  return sum(
    parts.map((part) => (isDeducted(part) ? part.net : part.gross)),
    options.currency,
  )
}

/** One rate from what a receipt usually says: the amount paid, and the rate in it. */
export function partOfGross(gross: Money, rate: Percent, treatment: ExpenseTreatment): ExpensePart {
  const isTaxed = treatment !== 'reverse_charge' && treatment !== 'exempt' && treatment !== 'import'
  const tax = isTaxed ? vatWithin(gross, rate) : money(treatment === 'import' ? gross.minor : 0n, gross.currency)
  return { treatment, rate, net: subtract(gross, tax), tax, gross }
}

/** What is wrong or missing, by field, before an expense can be recorded; empty when it can. */
export function problemsOf(details: ExpenseDetails): Record<string, string> {
  const problems: Record<string, string> = {}
  if (details.issuedOn === null) problems['issuedOn'] = 'expense_day_missing'
  if (details.payee === null && details.description === '') problems['description'] = 'expense_name_missing'
  if (details.parts.length === 0) problems['parts'] = 'amount_missing'
  details.parts.forEach((part, index) => {
    const problem = problemOfPart(part, details.currency)
    if (problem) problems[`parts.${index}.${problem.field}`] = problem.code
  })
  if (Object.keys(problems).length === 0 && isZero(totalsOf(details.parts, details.currency).gross)) problems['parts'] = 'expense_amount_zero'
  if (details.paidBy === 'member' && details.memberId === null) problems['memberId'] = 'expense_member_missing'
  return problems
}

function problemOfPart(part: ExpensePart, currency: Currency): { field: string; code: string } | undefined {
  if ([part.net, part.tax, part.gross].some((amount) => amount.currency !== currency)) return { field: 'gross', code: 'expense_currency_differs' }
  if (add(part.net, part.tax).minor !== part.gross.minor) return { field: 'tax', code: 'expense_parts_do_not_add_up' }
  const isUntaxed = part.treatment === 'reverse_charge' || part.treatment === 'exempt'
  if (isUntaxed && !isZero(part.tax)) return { field: 'tax', code: 'expense_tax_not_possible' }
  if (part.treatment === 'import' && !isZero(part.net)) return { field: 'net', code: 'expense_import_is_tax_only' }
  return undefined
}

import { invalid } from '../../kernel/failure.ts'
import type { Day } from '../../kernel/day.ts'
import type { ContactId } from '../../kernel/id.ts'
import { subtract, type Money } from '../../kernel/money.ts'
import { Percent } from '../../kernel/percent.ts'
import type { InputOf } from '../../kernel/operation.ts'
import type { Context } from '../../platform/operation/context.ts'
import { memberNames } from '../company/index.ts'
import type { expensesContract } from './contract.ts'
import { partOfGross, problemsOf, type ExpenseDetails, type ExpensePart } from './expense.ts'
import { categoryOf } from './reading/category.ts'

export type DetailsInput = Omit<InputOf<(typeof expensesContract)['expenses.change']>, 'expenseId'>

/** What is known before anything is said: a cost of today, paid by card, without tax that could be deducted. */
export function blankDetails(context: Pick<Context, 'company' | 'today'>): ExpenseDetails {
  return {
    payee: null,
    documentNumber: null,
    issuedOn: context.today,
    dueOn: null,
    category: 'other',
    description: '',
    currency: context.company.currency,
    parts: [],
    paidBy: 'card',
    memberId: null,
    reference: null,
    rebill: null,
  }
}

/** The details with what is said now; what is left out stays as it was. */
export function withInput(context: Pick<Context, 'actor'>, before: ExpenseDetails, input: DetailsInput): ExpenseDetails {
  const parts = partsOf(input) ?? before.parts
  const said = withoutUndefined(input)
  const after: ExpenseDetails = {
    ...before,
    ...said,
    parts,
    currency: parts[0]?.gross.currency ?? before.currency,
    payee: input.payee === undefined ? before.payee : input.payee && { ...input.payee, iban: input.payee.iban?.replace(/\s/g, '').toUpperCase() ?? null },
  }
  const memberId = after.paidBy === 'member' ? (after.memberId ?? (context.actor.kind === 'user' ? context.actor.memberId : null)) : null
  return { ...after, memberId }
}

/** A new expense: what is said, and a category guessed from it where none is named. */
export function newDetails(
  context: Pick<Context, 'company' | 'today' | 'actor'>,
  input: DetailsInput & { contactId?: ContactId | undefined; on?: Day | undefined },
): ExpenseDetails {
  const { contactId, on, ...said } = input
  const rebill = input.rebill ?? (contactId ? { contactId, agreementId: null, amount: null } : null)
  const details = withInput(context, blankDetails(context), { ...said, issuedOn: said.issuedOn ?? on, rebill })
  return input.category ? details : { ...details, category: categoryOf(`${details.payee?.name ?? ''} ${details.description}`) ?? 'other' }
}

/** Fails by field where an expense cannot be recorded like this, or names a member that the company does not have. */
export async function ensureRecordable(context: Context, details: ExpenseDetails): Promise<void> {
  const problems = problemsOf(details)
  if (Object.keys(problems).length > 0) invalid(problems)
  if (details.memberId !== null && !(await memberNames(context)).has(details.memberId)) invalid({ memberId: 'expense_member_missing' })
}

function partsOf(input: DetailsInput): ExpensePart[] | undefined {
  if (input.parts) return input.parts.map((part) => completePart(part))
  if (!input.amount) return undefined
  const rate = input.rate ?? Percent.zero
  return [partOfGross(input.amount, rate, rate.basisPoints === 0 ? 'exempt' : 'domestic')]
}

function completePart(part: NonNullable<DetailsInput['parts']>[number]): ExpensePart {
  const { treatment, rate, gross } = part
  if (part.net === undefined && part.tax === undefined) return partOfGross(gross, rate, treatment)
  const less = (amount: Money) => (amount.currency === gross.currency ? subtract(gross, amount) : amount)
  const net = part.net ?? less(part.tax!)
  return { treatment, rate, net, tax: part.tax ?? less(net), gross }
}

function withoutUndefined(input: DetailsInput): Partial<ExpenseDetails> {
  const { amount: _amount, rate: _rate, parts: _parts, payeeContactId: _contact, payee: _payee, ...rest } = input
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<ExpenseDetails>
}

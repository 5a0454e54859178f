import { addDays, addMonths, daysBetween, endOfMonth, startOfMonth, type Day } from '../../../kernel/day.ts'
import { money, negate } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { factsOf, findAgreements } from '../../agreements/index.ts'
import { stateOf, termsOn } from '../../agreements/lifecycle.ts'
import { companyDetails } from '../../company/index.ts'
import { openExpenses } from '../../expenses/index.ts'
import { payablesOf, paymentDays } from '../../invoicing/index.ts'
import { openBooks } from '../books.ts'
import { typeOfKind } from '../accounts/kinds.ts'
import { expectedOn, habitOf, type Expected } from './forecast.ts'
import { monthlyFee } from './monthly-fee.ts'
import { sumsByAccount } from './store.ts'

/** Everything that will probably come in and go out, in the currency of the books at today's rates. */
export async function expectedMoney(context: Context): Promise<Expected[]> {
  return [...(await openInvoices(context)), ...(await agreementsToCome(context)), ...(await openCosts(context)), ...(await usualCosts(context))]
}

async function openInvoices(context: Context): Promise<Expected[]> {
  const books = await openBooks(context)
  const habits = await habitsOfCustomers(context)
  const found: Expected[] = []
  for (const invoice of await payablesOf(context)) {
    const daysLate = habits.of(invoice.contactId)
    const dueOn = invoice.nextDueOn ?? invoice.issuedOn
    const toBook = await books.toBook(invoice.currency, context.today)
    found.push({
      kind: 'invoice',
      id: invoice.id,
      number: invoice.number,
      party: invoice.contactName,
      on: expectedOn(dueOn, daysLate, context.today),
      amount: money(toBook(invoice.open), context.company.currency),
      daysLate,
    })
  }
  return found
}

/** Of each customer by the own last payments of a year, else by those of all. */
async function habitsOfCustomers(context: Context): Promise<{ of(contactId: string): number | null }> {
  const paid = await paymentDays(context, addMonths(context.today, -12))
  const daysOf = (rows: typeof paid) => rows.map((row) => daysBetween(row.dueOn, row.settledOn))
  const byCustomer = Map.groupBy(paid, (row) => row.contactId as string)
  const ofAll = habitOf(daysOf(paid))
  return { of: (contactId) => habitOf(daysOf((byCustomer.get(contactId) ?? []).slice(-10))) ?? ofAll }
}

/** What agreements bring each month by themselves, from the next one on, when it will be paid. */
async function agreementsToCome(context: Context): Promise<Expected[]> {
  const { daysToPay } = await companyDetails(context)
  const running = (await findAgreements(context, { isAccepted: true })).map(factsOf).filter((facts) => stateOf(facts, context.today) === 'active')
  const fees = running.flatMap((facts) => monthlyFee(termsOn(facts, context.today).terms) ?? [])
  const monthly = fees.filter((fee) => fee.currency === context.company.currency).reduce((total, fee) => total + fee.minor, 0n)
  if (monthly === 0n) return []
  return nextMonths(context.today).map((first) => ({
    ...unnamed,
    kind: 'agreements',
    on: addDays(first, daysToPay),
    amount: money(monthly, context.company.currency),
  }))
}

async function openCosts(context: Context): Promise<Expected[]> {
  const books = await openBooks(context)
  const found: Expected[] = []
  for (const expense of await openExpenses(context)) {
    const toBook = await books.toBook(expense.currency, context.today)
    found.push({
      ...unnamed,
      kind: 'expense',
      id: expense.id,
      number: expense.documentNumber,
      party: expense.payee?.name ?? expense.description,
      on: expectedOn(expense.dueOn ?? expense.issuedOn!, 0, context.today),
      amount: negate(money(toBook(expense.open), context.company.currency)),
    })
  }
  return found
}

/** What a month usually costs, by the last three whole ones; nothing where there was nothing. */
async function usualCosts(context: Context): Promise<Expected[]> {
  const thisMonth = startOfMonth(context.today)
  const sums = await sumsByAccount(context, { from: addMonths(thisMonth, -3), to: addDays(thisMonth, -1) })
  const total = sums.filter((each) => typeOfKind(each.kind) === 'expense' && each.kind.startsWith('expense')).reduce((sum, each) => sum + each.minor, 0n)
  if (total < 3n) return []
  return nextMonths(context.today).map((first) => ({
    ...unnamed,
    kind: 'usual_costs',
    on: endOfMonth(first),
    amount: money(-total / 3n, context.company.currency),
  }))
}

function nextMonths(today: Day): Day[] {
  const first = startOfMonth(today)
  return [1, 2, 3].map((count) => addMonths(first, count))
}

const unnamed = { id: null, number: null, party: null, daysLate: null } as const

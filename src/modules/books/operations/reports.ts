import { addDays, day, type Day } from '../../../kernel/day.ts'
import { money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { openExpenses } from '../../expenses/index.ts'
import { payablesOf } from '../../invoicing/index.ts'
import { openAccounts } from '../books.ts'
import { booksContract } from '../contract.ts'
import { entryOnWire } from '../reports/entry-on-wire.ts'
import { ageOf, ages } from '../reports/ages.ts'
import { forecastWeeks, weeksShown } from '../reports/forecast.ts'
import { expectedMoney } from '../reports/expected.ts'
import { balanceSheet, liquidOf, profitAndLoss } from '../reports/statements.ts'
import { selectEntries, sumsByAccount, sumsByMonth } from '../reports/store.ts'

export const readProfitAndLoss = implement(booksContract['books.profit-and-loss'], async (context, period) =>
  profitAndLoss({
    sums: await sumsByAccount(context, period),
    months: await sumsByMonth(context, period),
    period,
    accounts: await openAccounts(context),
    currency: context.company.currency,
  }),
)

/** Books run by the calendar year: profit of the years before is retained. */
export const readBalance = implement(booksContract['books.balance'], async (context, input) => {
  const on = input.on ?? context.today
  const before = addDays(day(`${on.slice(0, 4)}-01-01`), -1)
  const sheet = balanceSheet({
    sums: await sumsByAccount(context, { to: on }),
    before: await sumsByAccount(context, { to: before }),
    accounts: await openAccounts(context),
    currency: context.company.currency,
  })
  return { on, ...sheet }
})

export const readOpenItems = implement(booksContract['books.open-items'], async (context) => {
  const { currency } = context.company
  const receivable = (await payablesOf(context)).map((invoice) => {
    const dueOn = invoice.nextDueOn ?? invoice.issuedOn
    return { id: invoice.id, kind: 'invoice' as const, number: invoice.number, party: invoice.contactName, ...dueAt(context, dueOn), open: invoice.open }
  })
  const payable = (await openExpenses(context)).map((expense) => {
    const dueOn = expense.dueOn ?? expense.issuedOn!
    const party = expense.payee?.name ?? expense.description
    return { id: expense.id, kind: 'expense' as const, number: expense.documentNumber, party, ...dueAt(context, dueOn), open: expense.open }
  })
  const inAge = (rows: readonly { age: string; open: { minor: bigint; currency: string } }[], age: string) =>
    money(
      rows.filter((row) => row.age === age && row.open.currency === currency).reduce((total, row) => total + row.open.minor, 0n),
      currency,
    )
  const byDue = <Row extends { dueOn: Day }>(rows: Row[]) => rows.toSorted((left, right) => (left.dueOn < right.dueOn ? -1 : 1))
  return {
    receivable: byDue(receivable),
    payable: byDue(payable),
    ages: ages.map((age) => ({ age, receivable: inAge(receivable, age), payable: inAge(payable, age) })),
    hasOtherCurrencies: [...receivable, ...payable].some((row) => row.open.currency !== currency),
  }
})

function dueAt(context: Context, dueOn: Day) {
  return { dueOn, age: ageOf(dueOn, context.today) }
}

export const readForecast = implement(booksContract['books.forecast'], async (context) => {
  const { currency } = context.company
  const start = money(liquidOf(await sumsByAccount(context, { to: context.today })), currency)
  const until = addDays(context.today, weeksShown * 7)
  const expected = (await expectedMoney(context)).filter((each) => each.on <= until)
  const weeks = forecastWeeks({ start, expected, today: context.today })
  return { start, weeks, expected: expected.toSorted((left, right) => (left.on < right.on ? -1 : 1)) }
})

export const listEntries = implement(booksContract['books.entries'], async (context, input) => {
  const [on, sequence] = (input.after ?? '').split(' ')
  const after = on && sequence ? { on, sequence: BigInt(sequence) } : undefined
  const rows = await selectEntries(context, { ...input, after, limit: input.limit + 1 })
  const page = rows.slice(0, input.limit)
  const accounts = await openAccounts(context)
  const last = page.at(-1)
  const own = input.account === undefined ? undefined : page.flatMap((row) => row.lines).find((line) => line.account === input.account)
  return {
    account: input.account === undefined ? null : { number: input.account, name: accounts.ofNumber(input.account, own?.account_kind ?? 'clearing').name },
    entries: page.map((row) => entryOnWire(row, accounts, context.company.currency)),
    next: rows.length > input.limit && last ? `${last.head.posted_on} ${last.head.sequence}` : null,
  }
})

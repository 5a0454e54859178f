import type { Day } from '../../../kernel/day.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Accounts } from '../accounts/chart.ts'
import { rootOf, typeOfKind, type AccountType } from '../accounts/kinds.ts'
import type { AccountSum } from './store.ts'

export interface AccountRow {
  readonly account: string
  readonly name: string
  readonly amount: Money
}

/** Profit and loss: what was earned and what it cost, both positive, by account. */
export function profitAndLoss(options: {
  sums: readonly AccountSum[]
  months: readonly (AccountSum & { month: string })[]
  period: { from: Day; to: Day }
  accounts: Accounts
  currency: string
}) {
  const { sums, accounts, currency } = options
  const income = rowsOf(sums, 'income', accounts, currency)
  const costs = rowsOf(sums, 'expense', accounts, currency)
  const months = monthsOf(options.period).map((month) => {
    const own = options.months.filter((each) => each.month === month)
    const earned = totalOf(own, 'income')
    const spent = totalOf(own, 'expense')
    return { month, income: money(earned, currency), costs: money(spent, currency), profit: money(earned - spent, currency) }
  })
  const earned = totalOf(sums, 'income')
  const spent = totalOf(sums, 'expense')
  const total = { incomeTotal: money(earned, currency), costsTotal: money(spent, currency), profit: money(earned - spent, currency) }
  return { income, costs, ...total, months }
}

/** The balance: assets = liabilities + equity, always, since every entry balances. Profit not drawn yet is equity. */
export function balanceSheet(options: { sums: readonly AccountSum[]; before: readonly AccountSum[]; accounts: Accounts; currency: string }) {
  const { sums, accounts, currency } = options
  const assets = rowsOf(sums, 'asset', accounts, currency)
  const liabilities = rowsOf(sums, 'liability', accounts, currency)
  const profitOf = (of: readonly AccountSum[]) => totalOf(of, 'income') - totalOf(of, 'expense')
  const retained = profitOf(options.before)
  const opening = sums.filter((each) => typeOfKind(each.kind) === 'equity')
  const equity = [
    ...opening.map((each) => ({ kind: 'opening' as const, account: each.account, amount: money(-each.minor, currency) })),
    { kind: 'retained' as const, account: null, amount: money(retained, currency) },
    { kind: 'profit' as const, account: null, amount: money(profitOf(sums) - retained, currency) },
  ].filter((each) => each.kind === 'profit' || each.amount.minor !== 0n)
  const totalOfRows = (rows: readonly { amount: Money }[]) =>
    money(
      rows.reduce((sum, row) => sum + row.amount.minor, 0n),
      currency,
    )
  return { assets, liabilities, equity, assetsTotal: totalOfRows(assets), liabilitiesTotal: totalOfRows(liabilities), equityTotal: totalOfRows(equity) }
}

/** Money at the bank, in the till and on its way. */
export function liquidOf(sums: readonly AccountSum[]): bigint {
  return sums.filter((each) => ['bank', 'cash', 'clearing'].includes(rootOf(each.kind))).reduce((sum, each) => sum + each.minor, 0n)
}

function rowsOf(sums: readonly AccountSum[], type: AccountType, accounts: Accounts, currency: string): AccountRow[] {
  const own = sums.filter((each) => typeOfKind(each.kind) === type)
  return [...Map.groupBy(own, (each) => each.account)]
    .map(([account, parts]) => ({
      account,
      name: accounts.ofNumber(account, parts[0]!.kind).name,
      amount: money(signOf(type) * parts.reduce((sum, part) => sum + part.minor, 0n), currency),
    }))
    .filter((row) => row.amount.minor !== 0n)
    .sort((left, right) => (left.account < right.account ? -1 : 1))
}

function totalOf(sums: readonly AccountSum[], type: AccountType): bigint {
  return signOf(type) * sums.filter((each) => typeOfKind(each.kind) === type).reduce((total, each) => total + each.minor, 0n)
}

function signOf(type: AccountType): bigint {
  return type === 'asset' || type === 'expense' ? 1n : -1n
}

/** "2026-01" … of a period, at most 36. */
export function monthsOf(period: { from: Day; to: Day }): string[] {
  const months: string[] = []
  let [year, month] = [Number(period.from.slice(0, 4)), Number(period.from.slice(5, 7))]
  for (let key = period.from.slice(0, 7); key <= period.to.slice(0, 7) && months.length < 36;) {
    months.push(key)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
    key = `${year}-${String(month).padStart(2, '0')}`
  }
  return months
}

import { addDays, day } from '../../../kernel/day.ts'
import { add, money, portion, sum, zero, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { factsOf, findAgreements } from '../../agreements/index.ts'
import { stateOf, termsOn } from '../../agreements/lifecycle.ts'
import { memberNames } from '../../company/index.ts'
import { contactNames } from '../../contacts/index.ts'
import { countInvoices, invoicedByCustomer, invoicedByMonth } from '../../invoicing/index.ts'
import { receivedByMonth } from '../../payments/index.ts'
import { minutesByMember } from '../../work/index.ts'
import { insightsContract } from '../contract.ts'
import { moneyOutByMonth, monthlyFee, monthsUntil } from '../../books/index.ts'

const customersShown = 10

/** Each number is one indexed read of the module that owns it; here they are only put side by side. */
export const readNumbers = implement(insightsContract['insights.read'], async (context, input) => {
  const { currency } = context.company
  const months = monthsUntil(context.today.slice(0, 7), input.months)
  const from = day(`${months[0]}-01`)
  const invoiced = await invoicedByMonth(context, from)
  const received = await receivedByMonth(context, from)
  const out = await moneyOutByMonth(context, from)
  const { open, overdue } = await countInvoices(context)
  const others = new Set([...invoiced, ...received].map((each) => each.amount.currency).filter((other) => other !== currency))
  return {
    currency,
    months: months.map((month) => ({
      month,
      invoiced: inMonth(invoiced, month, currency),
      received: inMonth(received, month, currency),
      spent: outIn(out, month, { isRefund: false, currency }),
      refunded: outIn(out, month, { isRefund: true, currency }),
    })),
    otherCurrencies: [...others].sort().map((other) => ({ invoiced: totalIn(invoiced, other), received: totalIn(received, other) })),
    open,
    overdue,
    recurring: await recurring(context),
    ...(await bestCustomers(context, from)),
    members: await hoursOfMembers(context),
  }
})

async function recurring(context: Context): Promise<Money[]> {
  const running = (await findAgreements(context, { isAccepted: true })).map(factsOf).filter((facts) => stateOf(facts, context.today) === 'active')
  const fees = running.flatMap((facts) => monthlyFee(termsOn(facts, context.today).terms) ?? [])
  return [...Map.groupBy(fees, (fee) => fee.currency)].sort().map(([currency, own]) => sum(own, currency))
}

async function bestCustomers(context: Context, from: Parameters<typeof invoicedByCustomer>[1]) {
  const { currency } = context.company
  const ownCurrency = (each: { amount: Money }) => each.amount.currency === currency
  const found = (await invoicedByCustomer(context, from)).filter(ownCurrency)
  const ever = (await invoicedByCustomer(context, day('0001-01-01'))).filter(ownCurrency)
  const lifetimes = new Map(ever.map((each) => [each.contactId, each.amount]))
  const best = found.sort((left, right) => Number(right.amount.minor - left.amount.minor)).slice(0, customersShown)
  const names = await contactNames(
    context,
    best.map((each) => each.contactId),
  )
  const total = totalIn(ever, currency)
  return {
    customers: best.map((each) => ({ ...each, name: names.get(each.contactId) ?? '', lifetime: lifetimes.get(each.contactId) ?? each.amount })),
    lifetimeAverage: ever.length === 0 ? null : portion(total, 1n, BigInt(ever.length)),
  }
}

function outIn(out: Awaited<ReturnType<typeof moneyOutByMonth>>, month: string, of: { isRefund: boolean; currency: string }): Money {
  const own = out.filter((each) => each.month === month && each.isRefund === of.isRefund)
  return money(
    own.reduce((sum, each) => sum + each.minor, 0n),
    of.currency,
  )
}

async function hoursOfMembers(context: Context) {
  const hours = await minutesByMember(context, { from: addDays(context.today, -29), to: context.today })
  const names = await memberNames(context)
  return hours.map((each) => ({ ...each, name: (each.memberId && names.get(each.memberId)) ?? '' })).sort((left, right) => right.minutes - left.minutes)
}

function inMonth(sums: readonly { month: string; amount: Money }[], month: string, currency: string): Money {
  return sums.find((each) => each.month === month && each.amount.currency === currency)?.amount ?? zero(currency)
}

function totalIn(sums: readonly { amount: Money }[], currency: string): Money {
  return sums.filter((each) => each.amount.currency === currency).reduce((total, each) => add(total, each.amount), zero(currency))
}

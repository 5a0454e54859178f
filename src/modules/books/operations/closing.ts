import { addDays, addMonths, day, endOfMonth, startOfMonth, type Day } from '../../../kernel/day.ts'
import { fail, invalid } from '../../../kernel/failure.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { sum, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { exchangeRate } from '../../currencies/index.ts'
import { expensesToCheck } from '../../expenses/index.ts'
import { countInvoices, unbilledOf } from '../../invoicing/index.ts'
import { unmatchedCount } from '../../payments/index.ts'
import { closedUntil, insertClosing, listClosings } from '../closing/store.ts'
import { booksContract } from '../contract.ts'
import { isCaughtUp } from '../journal/catch-up.ts'
import { foreignCurrencies, journalDays } from '../reports/store.ts'

export const readMonthEnd = implement(booksContract['books.month-end'], async (context) => {
  const closed = await closedUntil(context)
  const until = await nextToClose(context, closed)
  const { charges } = await unbilledOf(context)
  const due = charges.filter((charge) => until === null || charge.dueOn <= until)
  return {
    month: until?.slice(0, 7) ?? null,
    until,
    closedUntil: closed,
    todo: {
      unbilled: { count: due.length, amounts: amountsOf(due) },
      drafts: (await countInvoices(context)).counts.draft,
      bankLines: await unmatchedCount(context),
      expensesToCheck: await expensesToCheck(context),
      currenciesWithoutRate: await withoutRate(context),
    },
    closings: (await listClosings(context)).map((each) => ({ ...each, at: each.at as Instant })),
  }
})

/** The past only: today's money may still come. Fails with `day_not_over`, `period_closed`, `books_not_ready`. */
export const closePeriod = implement(booksContract['books.close-period'], async (context, input) => {
  if (input.until >= context.today) invalid({ until: 'day_not_over' })
  const closed = await closedUntil(context)
  if (closed !== null && input.until <= closed) fail('period_closed', { until: closed })
  // What is booked afterwards would land in the next period: first the past, then the lock.
  if (!(await isCaughtUp(context))) fail('books_not_ready')
  await insertClosing(context, { kind: 'closed', until: input.until, reason: input.reason ?? null })
  context.emit('books.closed', { until: input.until })
  return { closedUntil: input.until }
})

export const reopenPeriod = implement(booksContract['books.reopen'], async (context, input) => {
  const closed = await closedUntil(context)
  if (closed === null || (input.until !== null && input.until >= closed)) fail('period_not_closed')
  await insertClosing(context, { kind: 'reopened', until: input.until, reason: input.reason })
  context.emit('books.reopened', { until: input.until })
  return { closedUntil: input.until }
})

/** The end of the first whole month that is over and not closed; null where there is none, or nothing booked. */
async function nextToClose(context: Context, closed: Day | null): Promise<Day | null> {
  const lastWhole = addDays(startOfMonth(context.today), -1)
  const first = closed ? addDays(closed, 1) : (await journalDays(context))?.from
  if (first === undefined) return null
  const until = endOfMonth(first)
  // Years of history are closed in one go, up to the month before last; then month by month.
  const start = closed === null && until < endOfMonth(addMonths(lastWhole, -2)) ? endOfMonth(day(`${addMonths(lastWhole, -1).slice(0, 7)}-01`)) : until
  return start <= lastWhole ? start : null
}

function amountsOf(charges: readonly { readonly amount: Money; readonly currency: string }[]): Money[] {
  return [...Map.groupBy(charges, (charge) => charge.currency)].map(([currency, own]) =>
    sum(
      own.map((charge) => charge.amount),
      currency,
    ),
  )
}

async function withoutRate(context: Context): Promise<string[]> {
  const missing: string[] = []
  for (const from of await foreignCurrencies(context)) {
    if (!(await exchangeRate(context, { from, to: context.company.currency, on: context.today }))) missing.push(from)
  }
  return missing
}

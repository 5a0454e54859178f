import type { ContactId } from '../../../kernel/id.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { selectPayments } from './store.ts'

/** What a customer paid last, and when; removed payments do not count among the latest ten. */
export async function lastPaymentOf(context: Context, contactId: ContactId): Promise<{ on: Day; amount: Money } | undefined> {
  const payment = (await selectPayments(context, { contactId, limit: 10 })).find((each) => !each.isRemoved)
  return payment && { on: payment.on, amount: payment.amount }
}

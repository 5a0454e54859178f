import type { Day } from '../../../../kernel/day.ts'
import { isPositive, minimum, negate, subtract, type Money } from '../../../../kernel/money.ts'
import type { Context } from '../../../../platform/operation/context.ts'
import { payableInvoices } from '../../invoices.ts'
import { drawCredit, type Credit } from '../../ledger/store.ts'
import { insertFeeSettlement, selectFees, standingFeeSettlements } from './store.ts'

/**
 * What is left of a credit pays fees of invoices of which nothing is open, oldest first: the invoice comes before its
 * fees. Answers what is left then.
 */
export async function settleFees(context: Context, credit: Pick<Credit, 'id' | 'contactId' | 'left'>, on: Day): Promise<Money> {
  if (!isPositive(credit.left)) return credit.left
  const fees = (await selectFees(context, { contactId: credit.contactId })).filter((fee) => fee.open.currency === credit.left.currency && isPositive(fee.open))
  if (fees.length === 0) return credit.left
  const open = new Set((await payableInvoices(context, { contactId: credit.contactId })).flatMap((invoice) => (isPositive(invoice.open) ? [invoice.id] : [])))
  let left = credit.left
  for (const fee of fees) {
    const amount = minimum(left, fee.open)
    if (open.has(fee.invoiceId) || !isPositive(amount)) continue
    await insertFeeSettlement(context, { creditId: credit.id, feeId: fee.id, contactId: credit.contactId, amount, on })
    await drawCredit(context, credit.id, amount)
    left = subtract(left, amount)
  }
  return left
}

/** The fees that a credit paid are open again, and the credit has it back. */
export async function reverseFeeSettlements(context: Context, creditId: string): Promise<void> {
  for (const settlement of await standingFeeSettlements(context, creditId)) {
    const amount = negate(settlement.amount)
    await insertFeeSettlement(context, { ...settlement, amount, on: context.today, reversesId: settlement.id })
    await drawCredit(context, creditId, amount)
  }
}

import { addDays } from '../../../kernel/day.ts'
import type { InvoiceId } from '../../../kernel/id.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { contactNames } from '../../contacts/index.ts'
import { payableInvoices } from '../invoices.ts'
import { creditsOfAll, standingAllocations } from '../ledger/store.ts'
import { paymentsOfAmounts } from './store.ts'

/** A payment that may come back, with the invoices that it settled. */
export interface PaidBefore {
  readonly id: string
  readonly customerId: string
  readonly customerName: string
  readonly amount: Money
  readonly numbers: readonly string[]
  readonly invoices: readonly { readonly invoiceId: InvoiceId; readonly number: string; readonly amount: Money }[]
}

/** A direct debit comes back within thirteen months at most (SEPA Core rulebook). */
const returnedWithinDays = 400

/** The payments of the same amounts as went out, and the credit that customers have left. */
export async function historyFor(context: Context, outgoing: readonly Money[]) {
  const amounts = outgoing.map((amount) => money(-amount.minor, amount.currency))
  const payments = await paymentsOfAmounts(context, { amounts, since: addDays(context.today, -returnedWithinDays) })
  const allocations = await standingAllocations(context, { creditIds: payments.map((payment) => payment.id) })
  const invoices = new Map(
    (await payableInvoices(context, { ids: [...new Set(allocations.map((each) => each.invoiceId))] })).map((invoice) => [invoice.id, invoice]),
  )
  const credits = await creditsOfAll(context)
  const names = await contactNames(context, [...new Set([...payments.map((payment) => payment.contactId), ...credits.map((credit) => credit.contactId)])])
  return {
    payments: payments.map((payment): PaidBefore => {
      const parts = allocations
        .filter((each) => each.creditId === payment.id)
        .map((each) => ({ invoiceId: each.invoiceId, number: invoices.get(each.invoiceId)?.number ?? '', amount: each.amount }))
      return {
        id: payment.id,
        customerId: payment.contactId,
        customerName: names.get(payment.contactId) ?? '',
        amount: payment.amount,
        numbers: parts.map((part) => part.number),
        invoices: parts,
      }
    }),
    credits: credits.map((credit) => ({ customerId: credit.contactId, customerName: names.get(credit.contactId) ?? '', left: credit.left })),
  }
}

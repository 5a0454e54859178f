import { fail, invalid, notFound } from '../../../kernel/failure.ts'
import { isPositive, minimum, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { paymentsContract } from '../contract.ts'
import { payableInvoices, type PayableInvoice } from '../invoices.ts'
import { recordPayment as addPayment } from '../ledger/ledger.ts'

export const recordPayment = implement(paymentsContract['payments.record'], async (context, input) => {
  const invoice = input.invoiceId && ((await payableInvoices(context, { ids: [input.invoiceId] }))[0] ?? notFound('invoice'))
  const contactId = invoice?.contactId ?? input.contactId ?? (await contactOf(context, input.allocations)) ?? invalid({ contactId: 'customer_missing' })
  if (input.contactId && input.contactId !== contactId) fail('invoice_of_another_customer', { number: invoice?.number ?? '' })
  if (invoice && !isPositive(invoice.open)) fail('invoice_already_settled', { number: invoice.number })
  const amount = input.amount ?? invoice?.open ?? invalid({ amount: 'amount_missing' })
  if (!isPositive(amount)) invalid({ amount: 'amount_not_positive' })
  return addPayment(context, {
    contactId,
    amount,
    on: input.on ?? context.today,
    method: input.method,
    note: input.note,
    bankTransactionId: null,
    parts: input.allocations ?? (invoice && partsOf(invoice, amount)),
  })
})

function partsOf(invoice: PayableInvoice, amount: Money) {
  if (invoice.currency !== amount.currency) invalid({ amount: 'currency_differs' })
  return [{ invoiceId: invoice.id, amount: minimum(amount, invoice.open) }]
}

async function contactOf(context: Context, allocations: readonly { invoiceId: PayableInvoice['id'] }[] | undefined) {
  const first = allocations?.[0]
  return first && (await payableInvoices(context, { ids: [first.invoiceId] }))[0]?.contactId
}

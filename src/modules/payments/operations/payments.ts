import { notFound } from '../../../kernel/failure.ts'
import { implement } from '../../../platform/operation/module.ts'
import { contactNames } from '../../contacts/index.ts'
import { paymentsContract } from '../contract.ts'
import { payableInvoices } from '../invoices.ts'
import { removePayment as takeBack } from '../ledger/ledger.ts'
import { standingAllocations } from '../ledger/store.ts'
import { findPayment, selectPayments } from '../received/store.ts'
import { setTransactionState } from '../bank/store.ts'

export const listPayments = implement(paymentsContract['payments.list'], async (context, input) => {
  const [on, id] = (input.after ?? '').split(' ')
  const rows = await selectPayments(context, { contactId: input.contactId, after: on && id ? { on, id } : undefined, limit: input.limit + 1 })
  const page = rows.slice(0, input.limit)
  const allocations = await standingAllocations(context, { creditIds: page.map((payment) => payment.id) })
  const invoices = await payableInvoices(context, { ids: [...new Set(allocations.map((allocation) => allocation.invoiceId))] })
  const numbers = new Map(invoices.map((invoice) => [invoice.id, invoice.number]))
  const names = await contactNames(
    context,
    page.map((payment) => payment.contactId),
  )
  const last = page.at(-1)
  return {
    payments: page.map(({ bankTransactionId, ...payment }) => ({
      ...payment,
      contactName: names.get(payment.contactId) ?? '',
      isFromBank: bankTransactionId !== null,
      allocations: allocations
        .filter((allocation) => allocation.creditId === payment.id)
        .map((allocation) => ({
          id: allocation.id,
          invoiceId: allocation.invoiceId,
          number: numbers.get(allocation.invoiceId) ?? '',
          amount: allocation.amount,
        })),
    })),
    next: rows.length > input.limit && last ? `${last.on} ${last.id}` : null,
  }
})

/** A payment from the bank leaves its bank transaction without a match. */
export const removePayment = implement(paymentsContract['payments.remove'], async (context, input) => {
  const payment = (await findPayment(context, input.paymentId)) ?? notFound('payment')
  await takeBack(context, { paymentId: input.paymentId, reason: input.reason ?? null })
  if (payment.bankTransactionId)
    await setTransactionState(context, payment.bankTransactionId, { state: 'unmatched', contactId: null, fact: { kind: 'unmatched' } })
  return { id: input.paymentId }
})

import { notFound } from '../../../kernel/failure.ts'
import { sum } from '../../../kernel/money.ts'
import { implement } from '../../../platform/operation/module.ts'
import { invoiceById } from '../../invoicing/index.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { paymentsContract } from '../contract.ts'
import { payableInvoices } from '../invoices.ts'
import { creditsLeft, findCredit, standingAllocations, type Allocation } from '../ledger/store.ts'
import { findPayment } from '../received/store.ts'
import { standingWriteOffs } from '../writing-off/store.ts'

/** What has settled an invoice, each part of it to be taken back, and what of the customer's credit could. */
export const ofInvoice = implement(paymentsContract['payments.of-invoice'], async (context, { invoiceId }) => {
  const invoice = (await payableInvoices(context, { ids: [invoiceId] }))[0] ?? notFound('invoice')
  const allocations = await standingAllocations(context, { invoiceIds: [invoiceId] })
  const credits = (await creditsLeft(context, invoice.contactId)).filter((credit) => credit.left.currency === invoice.currency)
  return {
    allocations: await Promise.all(allocations.map((allocation) => shown(context, allocation))),
    writeOffs: (await standingWriteOffs(context, { invoiceId })).map(({ id, on, amount, reason }) => ({ id, on, amount, reason })),
    open: invoice.open,
    credit: sum(
      credits.map((credit) => credit.left),
      invoice.currency,
    ),
  }
})

async function shown(context: Context, allocation: Allocation) {
  const credit = (await findCredit(context, allocation.creditId))!
  const payment = credit.kind === 'payment' ? await findPayment(context, allocation.creditId as never) : undefined
  const note = credit.kind === 'credit_note' ? await invoiceById(context, credit.id as never) : undefined
  return {
    id: allocation.id,
    creditId: credit.id,
    kind: credit.kind,
    on: credit.on,
    amount: allocation.amount,
    method: payment?.method ?? null,
    number: note?.number ?? null,
  }
}

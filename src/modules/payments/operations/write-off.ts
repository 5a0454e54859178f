import { fail, invalid, notFound } from '../../../kernel/failure.ts'
import { newId } from '../../../kernel/id.ts'
import { compareMoney, isPositive, negate } from '../../../kernel/money.ts'
import { implement } from '../../../platform/operation/module.ts'
import { addTimelineEntry } from '../../contacts/index.ts'
import { settleInvoice } from '../../invoicing/index.ts'
import { paymentsContract } from '../contract.ts'
import { payableInvoices } from '../invoices.ts'
import { insertWriteOff, standingWriteOffs } from '../writing-off/store.ts'

export const writeOff = implement(paymentsContract['payments.write-off'], async (context, input) => {
  const invoice = (await payableInvoices(context, { ids: [input.invoiceId] }))[0] ?? notFound('invoice')
  if (!isPositive(invoice.open)) fail('invoice_already_settled', { number: invoice.number })
  const amount = input.amount ?? invoice.open
  if (amount.currency !== invoice.currency) invalid({ amount: 'currency_differs' })
  if (!isPositive(amount)) invalid({ amount: 'amount_not_positive' })
  if (compareMoney(amount, invoice.open) > 0) {
    fail('allocation_exceeds_open', { number: invoice.number, open: invoice.open.toJSON().amount, currency: invoice.currency })
  }
  const id = newId<'write-off'>()
  await insertWriteOff(context, { id, invoiceId: invoice.id, contactId: invoice.contactId, amount, reason: input.reason })
  await settleInvoice(context, { invoiceId: invoice.id, kind: 'write_off', sourceId: id, amount, on: context.today })
  await addTimelineEntry(context, {
    contactId: invoice.contactId,
    kind: 'invoice.written-off',
    subjectId: invoice.id,
    parameters: { number: invoice.number, amount: amount.toJSON().amount, currency: amount.currency, reason: input.reason },
  })
  return { id }
})

/** By a fact of its own: the invoice is open again, as if nobody had given up. */
export const undoWriteOff = implement(paymentsContract['payments.undo-write-off'], async (context, { writeOffId }) => {
  const found = (await standingWriteOffs(context, { id: writeOffId }))[0] ?? notFound('write-off')
  const [invoice] = await payableInvoices(context, { ids: [found.invoiceId] })
  const id = newId<'write-off'>()
  const amount = negate(found.amount)
  await insertWriteOff(context, { ...found, id, amount, reversesId: found.id })
  await settleInvoice(context, { invoiceId: found.invoiceId, kind: 'write_off', sourceId: id, amount, on: context.today })
  await addTimelineEntry(context, {
    contactId: found.contactId,
    kind: 'invoice.write-off-undone',
    subjectId: found.invoiceId,
    parameters: { number: invoice?.number ?? '', amount: found.amount.toJSON().amount, currency: found.amount.currency },
  })
  return { id: writeOffId }
})

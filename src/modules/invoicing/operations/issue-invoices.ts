import { fail, notFound } from '../../../kernel/failure.ts'
import { implement } from '../../../platform/operation/module.ts'
import { contactForDocuments } from '../../contacts/index.ts'
import { unbilledOf } from '../charges/unbilled.ts'
import { invoicingContract } from '../contract.ts'
import { creditInvoice } from '../crediting.ts'
import { draftFromCharges } from '../drafting.ts'
import { issueInvoice } from '../issuing.ts'
import { noteSeen, requestSending } from '../sending.ts'
import { findInvoice } from '../store.ts'

export const issue = implement(invoicingContract['invoicing.issue'], (context, input) => issueInvoice(context, input.invoiceId, input))

/** All unbilled work of a customer: one invoice, or one per currency and price mode. Without an address it is not sent. */
export const billCustomer = implement(invoicingContract['invoicing.bill-customer'], async (context, input) => {
  const { charges } = await unbilledOf(context, { contactId: input.contactId, agreementId: input.agreementId })
  const own = charges.filter((charge) => charge.contactId === input.contactId)
  if (own.length === 0) fail('nothing_unbilled')
  const { email } = await contactForDocuments(context, input.contactId)
  const invoices = []
  for (const id of await draftFromCharges(context, own)) {
    invoices.push(await issueInvoice(context, id, { send: input.send && email !== null }))
  }
  return { invoices }
})

export const send = implement(invoicingContract['invoicing.send'], async (context, input) => {
  const invoice = await findInvoice(context, input.invoiceId)
  const { email } = await contactForDocuments(context, invoice.contactId)
  await requestSending(context, { invoiceId: invoice.id, to: input.to ?? email, message: input.message })
  return { id: invoice.id }
})

export const markSeen = implement(invoicingContract['invoicing.mark-seen'], async (context, input) => {
  const invoice = await findInvoice(context, input.invoiceId)
  if (context.actor.kind === 'customer' && context.actor.contactId !== invoice.contactId) notFound('invoice')
  await noteSeen(context, invoice.id)
  return { id: invoice.id }
})

export const credit = implement(invoicingContract['invoicing.credit'], (context, input) => creditInvoice(context, input))

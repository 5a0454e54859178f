import { implement } from '../../../platform/operation/module.ts'
import { contactForDocuments } from '../../contacts/index.ts'
import { invoicingContract } from '../contract.ts'
import { keepRecipient, recipientOf } from '../recipients/store.ts'

export const readRecipient = implement(invoicingContract['invoicing.recipient'], async (context, input) => {
  const { id: contactId } = await contactForDocuments(context, input.contactId)
  return { contactId, ...(await recipientOf(context, contactId)) }
})

export const setRecipient = implement(invoicingContract['invoicing.set-recipient'], async (context, input) => {
  const { id: contactId } = await contactForDocuments(context, input.contactId)
  const { contactId: _contactId, ...changes } = input
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  await keepRecipient(context, contactId, { ...(await recipientOf(context, contactId)), ...given })
  return { contactId }
})

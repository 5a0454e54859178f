import { implement } from '../../../platform/operation/module.ts'
import { noFields } from '../contact.ts'
import { contactsContract } from '../contract.ts'
import { applyPatch, recordContact, requireContact } from '../record.ts'
import { putRelationship } from '../relations/store.ts'

export const createContact = implement(contactsContract['contacts.create'], async (context, input) => {
  const { email, phone, relationships, ...typed } = input
  const emails = email ? [{ label: 'other', value: email, isPreferred: true }, ...(typed.emails ?? [])] : typed.emails
  const phones = phone ? [{ label: 'other', value: phone, isPreferred: true }, ...(typed.phones ?? [])] : typed.phones
  const id = await recordContact(context, applyPatch({ ...noFields, kind: input.kind }, { ...typed, emails, phones }))
  for (const relationship of relationships) {
    const other = await requireContact(context, relationship.contactId)
    await putRelationship(context, { from: id, kind: relationship.kind, to: other.id })
  }
  context.emit('contact.created', { contactId: id })
  return { id }
})

import { newId, type ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { hashOfSecret, newSecret } from '../../platform/secrets.ts'
import { insertLink, type LinkId } from './store.ts'

/**
 * A new personal link to the customer's own page. The secret exists only in the address that is returned, so each
 * mail carries a link of its own; all stay valid until they are revoked.
 */
export async function makeLink(context: Context, contactId: ContactId): Promise<{ id: LinkId; address: string }> {
  const secret = newSecret()
  const id: LinkId = newId<'portal-link'>()
  await insertLink(context, { id, contactId, secretHash: hashOfSecret(secret) })
  return { id, address: `${context.publicUrl}/my/${secret}` }
}

/** The address of the customer's page, of one offer, or of one invoice on it: for mails and documents. */
export async function portalAddress(context: Context, contactId: ContactId, place: { agreementId?: string; invoiceId?: string } = {}): Promise<string> {
  const { address } = await makeLink(context, contactId)
  if (place.agreementId) return `${address}/offers/${place.agreementId}`
  return place.invoiceId ? `${address}/invoices/${place.invoiceId}` : address
}

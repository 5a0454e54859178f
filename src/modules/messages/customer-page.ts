import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'

/** Makes an address of the customer's own page. The pages lie above the messages, so they say it themselves when loaded. */
export type CustomerPage = (context: Context, contactId: ContactId) => Promise<string>

let customerPage: CustomerPage | undefined

export function setCustomerPage(page: CustomerPage): void {
  customerPage = page
}

/** The way from a mail to everything between the customer and the company; null where there are no pages. */
export async function customerPageAddress(context: Context, contactId: ContactId): Promise<string | null> {
  return customerPage ? customerPage(context, contactId) : null
}

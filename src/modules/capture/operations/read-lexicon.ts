import { addDays, daysBetween, type Day } from '../../../kernel/day.ts'
import type { ContactId } from '../../../kernel/id.ts'
import { dayIn, momentAt } from '../../../kernel/instant.ts'
import { isPositive, type Money } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { agreementWords } from '../../agreements/index.ts'
import { sessionUse } from '../../calendar/index.ts'
import { contactWords } from '../../contacts/index.ts'
import { payablesOf } from '../../invoicing/index.ts'
import { findProducts, findServices } from '../../offer/index.ts'
import type { Terms } from '../../offer/terms.ts'
import { timeUse } from '../../work/index.ts'
import { captureContract } from '../contract.ts'

const openInvoicesMax = 1000

/** Everything that quick capture completes, in one read transaction of a few light queries. */
export const readLexicon = implement(captureContract['capture.lexicon'], async (context) => {
  const contacts = await contactWords(context)
  const uses = await usesOf(context)
  const services = await findServices(context, { withArchived: false })
  const products = await findProducts(context, { withArchived: false })
  const agreements = await agreementWords(context)
  const invoices = (await payablesOf(context)).filter((invoice) => isPositive(invoice.open)).slice(0, openInvoicesMax)
  const positions = new Map(contacts.map((contact, position) => [contact.id, position]))
  return {
    contacts: {
      ids: contacts.map((contact) => contact.id),
      names: contacts.map((contact) => contact.name),
      kinds: contacts.map((contact) => contact.kind.charAt(0)).join(''),
      owners: contacts.map((contact) => (contact.ownerId === null ? -1 : (positions.get(contact.ownerId) ?? -1))),
      lastUsed: contacts.map((contact) => daysSince(context, uses.get(contact.id)?.lastOn ?? dayIn(contact.lastActivityAt, context.company.zone))),
      counts: contacts.map((contact) => uses.get(contact.id)?.count ?? 0),
    },
    services: {
      ids: services.map((service) => service.id),
      names: services.map((service) => service.name),
      minutes: services.map((service) => service.minutes ?? 0),
    },
    products: {
      ids: products.map((product) => product.id),
      names: products.map((product) => product.name),
      prices: products.map((product) => priceOf(product.terms)),
    },
    agreements: { ids: agreements.map((each) => each.id), names: agreements.map((each) => each.name), contacts: agreements.map((each) => each.payerId) },
    invoices: {
      ids: invoices.map((invoice) => invoice.id),
      numbers: invoices.map((invoice) => invoice.number),
      contacts: invoices.map((invoice) => invoice.contactId),
      open: invoices.map((invoice) => invoice.open),
    },
  }
})

const usedWithinDays = 180

/** How often each customer was worked for or taught in half a year, and when last. */
async function usesOf(context: Context): Promise<Map<ContactId, { lastOn: Day; count: number }>> {
  const since = addDays(context.today, -usedWithinDays)
  const { zone } = context.company
  const uses = new Map<ContactId, { lastOn: Day; count: number }>()
  const note = (contactId: ContactId, lastOn: Day, count: number): void => {
    const before = uses.get(contactId)
    uses.set(contactId, { lastOn: before && before.lastOn > lastOn ? before.lastOn : lastOn, count: (before?.count ?? 0) + count })
  }
  for (const use of await timeUse(context, since)) note(use.contactId, use.lastOn, use.count)
  for (const use of await sessionUse(context, momentAt({ day: since, time: '00:00', zone }))) {
    note(use.contactId, dayIn(use.lastAt, zone), use.count)
    if (use.thingId) note(use.thingId, dayIn(use.lastAt, zone), use.count)
  }
  return uses
}

function daysSince(context: Context, day: Day): number {
  return Math.max(0, daysBetween(day, context.today))
}

/** What a product costs at least once: its fixed price. */
function priceOf(terms: Terms): Money | null {
  return terms.price.fixed?.amount ?? null
}

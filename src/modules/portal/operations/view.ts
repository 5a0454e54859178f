import { Failure } from '../../../kernel/failure.ts'
import type { ContactId } from '../../../kernel/id.ts'
import { addMinutes, type Instant } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { addMoney } from '../sums.ts'
import { implement } from '../../../platform/operation/module.ts'
import { agendaOf } from '../../calendar/index.ts'
import { companyDetails } from '../../company/index.ts'
import { contactForDocuments } from '../../contacts/index.ts'
import { invoicesOf } from '../../invoicing/index.ts'
import { messagesWithCustomer, receiveOnPage } from '../../messages/index.ts'
import { paysOnline } from '../../payments/index.ts'
import { portalContract } from '../contract.ts'

export const viewPortal = implement(portalContract['portal.view'], async (context, { isWhole }) => {
  const contactId = customerOf(context)
  const contact = await contactForDocuments(context, contactId)
  const company = await companyDetails(context)
  const issued = (await invoicesOf(context, contactId, isWhole ? allMax : 60)).filter((row) => row.number !== null)
  const until = addMinutes(context.now, 366 * 1440)
  const sessions = await agendaOf(
    context,
    isWhole
      ? { from: '0001-01-01T00:00:00.000Z' as Instant, to: until, contactId, limit: allMax }
      : { from: context.now, to: until, contactId, isPlannedOnly: true, limit: 8 },
  )
  const messages = await messagesWithCustomer(context, { contactId, limit: isWhole ? allMax : 20 })
  return {
    contact: { id: contactId, name: contact.name, givenName: contact.givenName, language: contact.language, zone: contact.zone },
    company: {
      name: company.name,
      country: company.country,
      accent: company.accent,
      hasLogo: company.hasLogo,
      email: company.email,
      phone: company.phone,
      website: company.website,
      isTaxed: company.taxRegime === 'standard',
    },
    paysOnline: await paysOnline(context),
    open: addMoney(issued.flatMap((row) => (row.open && row.open.minor > 0n ? [row.open] : []))),
    invoices: issued.map((row) => ({
      id: row.id,
      kind: row.kind,
      status: row.status,
      number: row.number!,
      issuedOn: row.listedOn,
      dueOn: row.nextDueOn,
      gross: row.gross,
      open: row.open,
    })),
    sessions: sessions.map((session) => ({
      id: session.sessionId,
      name: session.name,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      zone: context.company.zone,
      place: session.place,
    })),
    messages: messages.map((message) => ({
      id: message.id,
      direction: message.direction,
      at: message.at,
      subject: message.subject,
      paragraphs: [...message.content.paragraphs],
    })),
    today: context.today,
  }
})

export const writeOnPage = implement(portalContract['portal.write'], async (context, { text }) => ({
  id: await receiveOnPage(context, { contactId: customerOf(context), text }),
}))

/** More than anybody has with one company. */
const allMax = 5000

function customerOf(context: Context): ContactId {
  if (context.actor.kind !== 'customer') throw new Failure({ code: 'forbidden', kind: 'forbidden' })
  return context.actor.contactId
}

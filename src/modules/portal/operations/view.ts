import { Failure } from '../../../kernel/failure.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import { addMoney } from '../sums.ts'
import { implement } from '../../../platform/operation/module.ts'
import { agendaOf } from '../../calendar/index.ts'
import { companyDetails } from '../../company/index.ts'
import { contactForDocuments } from '../../contacts/index.ts'
import { invoicesOf } from '../../invoicing/index.ts'
import { portalContract } from '../contract.ts'

export const viewPortal = implement(portalContract['portal.view'], async (context) => {
  if (context.actor.kind !== 'customer') throw new Failure({ code: 'forbidden', kind: 'forbidden' })
  const { contactId } = context.actor
  const contact = await contactForDocuments(context, contactId)
  const company = await companyDetails(context)
  const issued = (await invoicesOf(context, contactId, 60)).filter((row) => row.number !== null)
  const until = addMinutes(context.now, 366 * 1440)
  const sessions = await agendaOf(context, { from: context.now, to: until, contactId, isPlannedOnly: true, limit: 8 })
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
    },
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
    sessions: sessions.slice(0, 8).map((session) => ({
      id: session.sessionId,
      name: session.name,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      zone: context.company.zone,
      place: session.place,
    })),
    today: context.today,
  }
})

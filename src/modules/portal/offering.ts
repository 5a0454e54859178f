import type { AgreementId, ContactId } from '../../kernel/id.ts'
import { dayIn } from '../../kernel/instant.ts'
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import type { Context } from '../../platform/operation/context.ts'
import { findScope } from '../company/index.ts'
import { contactForDocuments } from '../contacts/index.ts'
import { renderPdf } from '../invoicing/index.ts'
import { offerDocument } from './offer-document.ts'

/** What is told when an offer, its reminder or new terms go to the customer. */
interface Offered {
  readonly agreementId: AgreementId
  readonly contactId: ContactId
  readonly send?: boolean
}

export type OfferMailKind = 'offer' | 'offer-reminder' | 'amendment'

/** After the commit the letter is set and the mail queued. A customer without an e-mail address gets the link by hand. */
export function mailLater(kind: OfferMailKind) {
  return async (context: Context, offered: Offered): Promise<void> => {
    if (offered.send === false) return
    const { email } = await contactForDocuments(context, offered.contactId)
    if (!email) return
    await context.later({ kind: 'portal.send-offer', payload: { agreementId: offered.agreementId, kind } })
  }
}

/** Sets the letter, keeps it, and queues the mail with the customer's own link. */
export const sendOffer: JobHandler = async (job, services) => {
  const { agreementId, kind } = job.payload as { agreementId: AgreementId; kind: OfferMailKind }
  const { database, files, clock } = services
  const company = await database.readPlatform((transaction) => findScope(transaction, job.companyId))
  if (!company) return
  const now = clock.now()
  const { model, fileName } = await database.read(company.id, (transaction) =>
    offerDocument({ database: transaction, company, files, now, today: dayIn(now, company.zone) }, agreementId),
  )
  const file = await files.put(await renderPdf(model))
  await services.runOnce(`offer-mail-${job.id}`, 'portal.mail-offer', { agreementId, kind, file, fileName })
}

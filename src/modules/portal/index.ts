import type { ContactId } from '../../kernel/id.ts'
import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { setCustomerPage } from '../messages/index.ts'
import { portalContract } from './contract.ts'
import { portalMigration } from './migrations/0001-portal.ts'
import { portalAddress } from './links.ts'
import { mailLater, sendOffer } from './offering.ts'
import { createLink, listLinks, revokeLink } from './operations/links.ts'
import { mailOffer, readOfferPdf } from './operations/offers.ts'
import { viewPortal, writeOnPage } from './operations/view.ts'
import { portalPages } from './pages/pages.ts'
import { moveLinks } from './store.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

setCustomerPage((context, contactId) => portalAddress(context, contactId))
registerTexts({ en, de, fr, it })

export const portalModule: Module = {
  name: 'portal',
  contract: portalContract,
  operations: [createLink, revokeLink, listLinks, viewPortal, writeOnPage, readOfferPdf, mailOffer],
  migrations: [portalMigration],
  subscribers: {
    'agreement.offered': mailLater('offer'),
    'agreement.reminded': mailLater('offer-reminder'),
    'agreement.amendment-proposed': mailLater('amendment'),
    'contact.merged': (context, { contactId, otherId }: { contactId: ContactId; otherId: ContactId }) => moveLinks(context, { from: otherId, to: contactId }),
  },
  jobs: { 'portal.send-offer': sendOffer },
  pages: portalPages,
}

export { portalAddress } from './links.ts'

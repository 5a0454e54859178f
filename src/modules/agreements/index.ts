import type { AgreementId, ContactId } from '../../kernel/id.ts'
import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { checkAgreements } from './check.ts'
import { agreementsContract } from './contract.ts'
import { agreementsMigration } from './migrations/0001-agreements.ts'
import { changeDraft, createAgreement, deleteDraft } from './operations/create-agreement.ts'
import { acceptAgreement, declineAgreement, offerAgreement, remindOffer, withdrawOffer } from './operations/decide.ts'
import { adjustUnits, bringAllUpToDate, enterOpening } from './operations/keep-balance.ts'
import { forDelivery } from './operations/for-delivery.ts'
import { listAgreements, readAgreement, readBalance, readEntries } from './operations/read-agreements.ts'
import { acceptAmendment, declineAmendment, proposeAmendment, renewAgreement } from './operations/renew.ts'
import { endEarly, giveNotice, pauseAgreement, reachMilestone, resumeAgreement, takeBack } from './operations/run-agreement.ts'
import { findAgreements, type Place } from './store.ts'
import { followMerge } from './subscribers.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })

export const agreementsModule: Module = {
  name: 'agreements',
  contract: agreementsContract,
  operations: [
    listAgreements,
    forDelivery,
    readAgreement,
    readBalance,
    readEntries,
    createAgreement,
    changeDraft,
    deleteDraft,
    offerAgreement,
    remindOffer,
    withdrawOffer,
    acceptAgreement,
    declineAgreement,
    pauseAgreement,
    resumeAgreement,
    giveNotice,
    endEarly,
    renewAgreement,
    reachMilestone,
    takeBack,
    proposeAmendment,
    acceptAmendment,
    declineAmendment,
    adjustUnits,
    enterOpening,
    bringAllUpToDate,
  ],
  migrations: [agreementsMigration],
  subscribers: { 'contact.merged': followMerge },
  daily: ['agreements.bring-up-to-date'],
  check: checkAgreements,
}

/** Who pays each of these agreements. */
export async function payersOf(place: Place, ids: readonly AgreementId[]): Promise<ContactId[]> {
  return [...new Set((await findAgreements(place, { ids })).map((agreement) => agreement.payerId))]
}

export type { AgreementLine } from './contract.ts'
export { compareDeliveries } from './check.ts'
export { describeAgreements } from './describe.ts'
export { enterRunningAgreement } from './operations/keep-balance.ts'
export { ledgersOf } from './ledger/store.ts'
export {
  agreementFor,
  agreementsForBilling,
  deliveriesForBilling,
  recordDeliveries,
  removeDelivery,
  setAccountedFor,
  setSettled,
  withdrawGrantsOf,
  type BillingFilter,
} from './register.ts'
export { agreementsExist, factsOf, findAgreements, type AgreementFilter, type StoredAgreement } from './store.ts'
export { agreementWords, type AgreementWords } from './lexicon/store.ts'

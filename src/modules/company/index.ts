import type { Module } from '../../platform/operation/module.ts'
import { companyContract } from './contract.ts'
import { companyMigration } from './migrations/0001-company.ts'
import { seriesStartMigration } from './migrations/0002-series-start.ts'
import { companyMoneyMigration } from './migrations/0003-company-money.ts'
import { vatChecksMigration } from './migrations/0004-vat-checks.ts'
import { mailInvitation } from './jobs.ts'
import { createToken, listTokens, revokeToken } from './operations/api-tokens.ts'
import { createCompany } from './operations/create-company.ts'
import { acceptInvitation, invite, readInvitation, withdrawInvitation } from './operations/invitations.ts'
import { changeMember, removeMember, restoreMember } from './operations/members.ts'
import { listMine, proposeCompany, readCompany } from './operations/read-company.ts'
import { addTaxRate, setLogo, setSeries, updateCompany } from './operations/update-company.ts'
import { askViesJob, checkVatNumber, keepVatAnswer, readVatNumberChecks } from './operations/vat-numbers.ts'
import { registerTexts } from '../texts.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })

export const companyModule: Module = {
  name: 'company',
  contract: companyContract,
  operations: [
    createCompany,
    listMine,
    proposeCompany,
    readCompany,
    updateCompany,
    setLogo,
    addTaxRate,
    setSeries,
    checkVatNumber,
    readVatNumberChecks,
    keepVatAnswer,
    invite,
    withdrawInvitation,
    readInvitation,
    acceptInvitation,
    changeMember,
    removeMember,
    restoreMember,
    createToken,
    listTokens,
    revokeToken,
  ],
  jobs: { 'company.mail-invitation': mailInvitation, 'company.ask-vies': askViesJob },
  migrations: [companyMigration, seriesStartMigration, companyMoneyMigration, vatChecksMigration],
}

export { companyDetails, companyLogo, type CompanyDetails, type DocumentLook } from './details.ts'
export { changeSeries, nextNumbers, numberText, seriesFormats, takeNumber, type SeriesKind } from './numbers.ts'
export { euCountries } from './countries.ts'
export { allScopes, findMembership, findScope, findTaxRates, isOpenInvitation, memberNames } from './store.ts'
export { actorOfToken } from './tokens.ts'

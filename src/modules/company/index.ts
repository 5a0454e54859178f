import type { Module } from '../../platform/operation/module.ts'
import { companyContract } from './contract.ts'
import { companyMigration } from './migrations/0001-company.ts'
import { createCompany } from './operations/create-company.ts'
import { listMine, proposeCompany, readCompany } from './operations/read-company.ts'

export const companyModule: Module = {
  name: 'company',
  contract: companyContract,
  operations: [createCompany, listMine, proposeCompany, readCompany],
  migrations: [companyMigration],
}

export { companyDetails, companyLogo, type CompanyDetails } from './details.ts'
export { numberText, takeNumber, type SeriesKind } from './numbers.ts'
export { euCountries } from './countries.ts'
export { allScopes, findMembership, findScope, findTaxRates } from './store.ts'

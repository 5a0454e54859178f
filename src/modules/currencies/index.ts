import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { currenciesContract } from './contract.ts'
import { fetchRates } from './fetch-rates.ts'
import { currenciesMigration } from './migrations/0001-currencies.ts'
import { fetchDue, importRates, listRates, readRate, removeOwnRate, setOwnRate } from './operations/rates.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })

export const currenciesModule: Module = {
  name: 'currencies',
  contract: currenciesContract,
  operations: [readRate, listRates, setOwnRate, removeOwnRate, importRates, fetchDue],
  migrations: [currenciesMigration],
  jobs: { 'currencies.fetch': fetchRates },
  daily: ['currencies.fetch-due'],
}

export { exchangeRate, inCompanyCurrency } from './exchange-rate.ts'
export { realisedDifference, realisedDifferences, type ExchangeDifference } from './exchange-difference.ts'
export { convert, parseRate, type ExchangeRate } from './rate.ts'

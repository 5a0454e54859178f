import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { checkBooks } from './check/check.ts'
import { booksContract } from './contract.ts'
import { catchUp } from './journal/catch-up.ts'
import { journalSubscribers } from './journal/subscribers.ts'
import { journalMigration } from './migrations/0001-journal.ts'
import { changeAccount, listAccounts } from './operations/accounts.ts'
import { archiveFile, archiveIndex } from './operations/archive.ts'
import { closePeriod, readMonthEnd, reopenPeriod } from './operations/closing.ts'
import { exportBooks } from './operations/export.ts'
import { listEntries, readBalance, readForecast, readOpenItems, readProfitAndLoss } from './operations/reports.ts'
import { taxFilingsMigration } from './migrations/0002-tax-filings.ts'
import { checkTaxReturns } from './tax-return/check.ts'
import { exportTaxReturn } from './tax-return/operations/export-tax-return.ts'
import { fileTaxReturn, undoTaxReturn } from './tax-return/operations/file-tax-return.ts'
import { listTaxPeriods, readTaxReturn } from './tax-return/operations/read-tax-return.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })

export const booksModule: Module = {
  name: 'books',
  contract: booksContract,
  operations: [
    readProfitAndLoss,
    readBalance,
    readOpenItems,
    readForecast,
    listEntries,
    readMonthEnd,
    closePeriod,
    reopenPeriod,
    listAccounts,
    changeAccount,
    listTaxPeriods,
    readTaxReturn,
    fileTaxReturn,
    undoTaxReturn,
    exportTaxReturn,
    exportBooks,
    archiveIndex,
    archiveFile,
    catchUp,
  ],
  jobs: { 'books.catch-up': async (_job, services) => void (await services.run('books.catch-up', {})) },
  daily: ['books.catch-up'],
  check: async (context) => [...(await checkBooks(context)), await checkTaxReturns(context)],
  migrations: [journalMigration, taxFilingsMigration],
  subscribers: journalSubscribers,
}

export { monthlyFee, monthsUntil } from './reports/monthly-fee.ts'
export { archiveTable, type IndexedFile } from './archive/index-table.ts'
export { moneyOutByMonth } from './reports/store.ts'
export { waitingTaxReturn } from './tax-return/current-return.ts'

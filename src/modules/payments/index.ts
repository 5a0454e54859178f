import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { unmatchedCounts } from './bank/accounts/store.ts'
import { checkPayments } from './check/check.ts'
import { paymentsContract } from './contract.ts'
import { creditNoteIssued } from './ledger/credit-note.ts'
import { paymentsMigration } from './migrations/0001-payments.ts'
import { reminderDaysMigration } from './migrations/0002-reminder-days.ts'
import { moveToContact } from './merging/store.ts'
import { undoWriteOffsMigration } from './migrations/0003-undo-write-offs.ts'
import { moneyFollowsMergeMigration } from './migrations/0004-follow-merge.ts'
import { bankMigration } from './migrations/0005-bank.ts'
import { bankDaysMigration } from './migrations/0006-bank-days.ts'
import { customerBalance } from './operations/balance.ts'
import { importBankFile, previewBankFile } from './operations/bank-file.ts'
import { listBankFiles, readBankFileKept } from './operations/bank-files.ts'
import { acceptMatch, addBankAccount, decideSame, ignoreTransaction, listBankAccounts, listTransactions, unmatch } from './operations/bank-transactions.ts'
import { allocate, refund, undoAllocation, undoRefund, useCredit } from './operations/credit.ts'
import { ofInvoice } from './operations/of-invoice.ts'
import { listPayments, removePayment } from './operations/payments.ts'
import { recordPayment } from './operations/record-payment.ts'
import { openCheckout, readCheckoutOf, sendRefund } from './online/jobs.ts'
import { listCheckouts, lookAtCheckouts, readCheckout, startCheckout } from './online/operations/checkouts.ts'
import { connectProvider, disconnectProvider, listProviders } from './online/operations/providers.ts'
import { noteCheckout, noteRefund, noteReport, refundOnline } from './online/operations/reports.ts'
import { onlinePages } from './online/pages.ts'
import { reminderFeesMigration } from './migrations/0007-reminder-fees.ts'
import { directDebitsMigration } from './migrations/0008-direct-debits.ts'
import { onlineMigration } from './migrations/0006-online.ts'
import { listReminders, pauseReminders, remind, resumeReminders, setReminderDays } from './operations/reminders.ts'
import { listReminderFees, restoreReminderFee, setReminderTerms, waiveReminderFee } from './operations/reminder-fees.ts'
import { addMandate, collect, listMandates, listToCollect, readDebitFile, revokeMandate, undoCollection } from './operations/direct-debits.ts'
import { endDebits } from './sepa/store.ts'
import { customerStatement, statementPdf } from './operations/statement.ts'
import { undoWriteOff, writeOff } from './operations/write-off.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })

export const paymentsModule: Module = {
  name: 'payments',
  contract: paymentsContract,
  operations: [
    recordPayment,
    listPayments,
    removePayment,
    allocate,
    undoAllocation,
    useCredit,
    refund,
    undoRefund,
    writeOff,
    undoWriteOff,
    ofInvoice,
    customerBalance,
    listBankAccounts,
    addBankAccount,
    previewBankFile,
    importBankFile,
    listTransactions,
    acceptMatch,
    ignoreTransaction,
    decideSame,
    listBankFiles,
    readBankFileKept,
    unmatch,
    listReminders,
    remind,
    pauseReminders,
    resumeReminders,
    setReminderDays,
    setReminderTerms,
    listReminderFees,
    waiveReminderFee,
    restoreReminderFee,
    customerStatement,
    statementPdf,
    listMandates,
    addMandate,
    revokeMandate,
    listToCollect,
    collect,
    readDebitFile,
    undoCollection,
    listProviders,
    connectProvider,
    disconnectProvider,
    startCheckout,
    readCheckout,
    listCheckouts,
    lookAtCheckouts,
    noteCheckout,
    noteReport,
    refundOnline,
    noteRefund,
  ],
  migrations: [
    paymentsMigration,
    reminderDaysMigration,
    undoWriteOffsMigration,
    moneyFollowsMergeMigration,
    bankMigration,
    bankDaysMigration,
    onlineMigration,
    reminderFeesMigration,
    directDebitsMigration,
  ],
  jobs: { 'payments.open-checkout': openCheckout, 'payments.read-checkout': readCheckoutOf, 'payments.send-refund': sendRefund },
  daily: ['payments.look-at-checkouts'],
  pages: onlinePages,
  check: checkPayments,
  subscribers: {
    'invoice.credited': creditNoteIssued,
    // What came, by whatever way, is collected no more; what comes back may be collected anew.
    'invoice.settled': (context, { invoiceId }: { invoiceId: string }) => endDebits(context, { invoiceIds: [invoiceId] }),
    'contact.merged': (context, { contactId, otherId }: { contactId: ContactId; otherId: ContactId }) =>
      moveToContact(context, { from: otherId, to: contactId }),
  },
}

/** How many bank transactions wait for somebody to say what they are. */
export async function unmatchedCount(context: Context): Promise<number> {
  return [...(await unmatchedCounts(context)).values()].reduce((left, right) => left + right, 0)
}

export type { Settlement } from './balance.ts'
export { currencyWithin, dayOrderOf, decimalMarkOf, readAmount, readDay, type DayOrder } from './bank/csv-values.ts'
export { importBankInbox, type InboxServices } from './bank/inbox.ts'
export { watchBankInbox } from './bank/watch-inbox.ts'
export { remindersDue, type ReminderDue } from './reminding/due.ts'
export { balanceOfCustomer } from './operations/balance.ts'
export { paysOnline } from './online/store.ts'
export { readIban, referenceWithin } from './bank/reference.ts'
export { settlementsOf } from './settlements.ts'
export { bankWaiting } from './bank/waiting.ts'
export { lastPaymentOf } from './received/last-payment.ts'
export { receivedByMonth } from './sums/store.ts'
export { creditNoteUses, usesOfCreditNotes } from './taxed/store.ts'
export { debitsOfExpenses, matchDebit, unmatchDebit, unmatchedDebits, type BankDebit } from './debits/debits.ts'
export { feesOf, recordFee, type PaymentFee } from './fees/store.ts'
export { bankAccountOfTransaction, creditsOpen, moneyFactKinds, moneyFacts, type MoneyFact, type MoneyFactKind } from './facts/store.ts'
export { amountWithFees, reminderLetter } from './reminding/letter.ts'
export type { LetterContext } from './letters/frame.ts'
export { statementLetter } from './statement/letter.ts'
export { feesOpen } from './reminding/claims/store.ts'
export { nextBankingDay } from './sepa/days.ts'
export { creditTransferFile, isSepa, type TransferFormat, type TransferOrder } from './sepa/credit-transfer.ts'

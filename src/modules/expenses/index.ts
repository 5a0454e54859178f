import type { Day } from '../../kernel/day.ts'
import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { Module } from '../../platform/operation/module.ts'
import { addExpenseSource } from '../invoicing/index.ts'
import { registerTexts } from '../texts.ts'
import { checkExpenses } from './check/check.ts'
import { expensesContract } from './contract.ts'
import type { Expense } from './expense.ts'
import { listDebits, matchCertainDebits, matchExpense, releasePayments } from './matching/match.ts'
import { moveToContact } from './merging-store.ts'
import { expensesMigration } from './migrations/0001-expenses.ts'
import { readReceiptJob } from './jobs/read-receipt.ts'
import { paymentFilesMigration } from './migrations/0003-payment-files.ts'
import { rhythmsMigration } from './migrations/0004-rhythms.ts'
import { readingsMigration } from './migrations/0002-readings.ts'
import { listToPay, payExpenses, readPaymentFile, undoPaymentFile } from './operations/paying.ts'
import { settleOrders } from './paying/settle.ts'
import { markExpensePaid, undoExpensePayment } from './operations/payments.ts'
import { listExpenses, readExpense } from './operations/read-expenses.ts'
import { noteReading, readReceiptFile, receiptPicture, takeReceipt } from './operations/receipts.ts'
import { changeExpense, confirmExpense, recordExpense, removeExpense, reopenExpense, restoreExpense } from './operations/write-expenses.ts'
import { rebilledExpenses } from './rebill.ts'
import { proposeDue, repeatExpense, stopRepeating } from './repeating/repeat.ts'
import { selectReceipts } from './receipts/store.ts'
import { countExpenses, selectExpenses } from './store.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'

registerTexts({ en, de, fr, it })
addExpenseSource(rebilledExpenses)

export const expensesModule: Module = {
  name: 'expenses',
  contract: expensesContract,
  operations: [
    recordExpense,
    changeExpense,
    confirmExpense,
    reopenExpense,
    removeExpense,
    restoreExpense,
    readExpense,
    listExpenses,
    markExpensePaid,
    undoExpensePayment,
    takeReceipt,
    noteReading,
    readReceiptFile,
    receiptPicture,
    listDebits,
    matchExpense,
    listToPay,
    payExpenses,
    readPaymentFile,
    undoPaymentFile,
    repeatExpense,
    stopRepeating,
    proposeDue,
  ],
  daily: ['expenses.propose-due'],
  jobs: { 'expenses.read-receipt': readReceiptJob },
  migrations: [expensesMigration, readingsMigration, paymentFilesMigration, rhythmsMigration],
  check: checkExpenses,
  subscribers: {
    // What an order names by its id first: the rest is found by likeness.
    'bank.imported': async (context) => {
      await settleOrders(context)
      await matchCertainDebits(context)
    },
    'bank.debit-unmatched': releasePayments,
    'contact.merged': (context, { contactId, otherId }: { contactId: ContactId; otherId: ContactId }) =>
      moveToContact(context, { from: otherId, to: contactId }),
  },
}

/** The recorded costs of the days, both ends included, as their latest revisions say; without the removed. */
export async function expensesBetween(context: Context, days: { from: Day; to: Day }): Promise<Expense[]> {
  return selectExpenses(context, { state: 'recorded', ...days })
}

/** Recorded and not paid whole, whoever is owed. */
export async function openExpenses(context: Context): Promise<Expense[]> {
  return selectExpenses(context, { state: 'recorded', isOpen: true })
}

/** How many wait for somebody to say that they are right. */
export async function expensesToCheck(context: Context): Promise<number> {
  return countExpenses(context, 'to_check')
}

/** The files that came with an expense, earliest first; their bytes are kept under `file`. */
export async function receiptsOf(context: Context, expenseId: Expense['id']) {
  return selectReceipts(context, { expenseId })
}

export { costOf, expenseCategories } from './expense.ts'
export type { Expense, ExpenseCategory, ExpenseId, ExpensePart, ExpensePayment, ExpenseTreatment } from './expense.ts'
export { expensesToPay, markPaid } from './payments/pay.ts'
export { takeReceiptsInbox, watchReceiptsInbox } from './inbox.ts'
export { expensesWaiting, expensesWithoutReceipt } from './waiting.ts'
/** In whatever state it is: books hear of an event and look at what stands now. */
export { expensesInOrder, findExpense as expenseById } from './store.ts'

import type { ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { Module } from '../../platform/operation/module.ts'
import { registerTexts } from '../texts.ts'
import { checkInvoicing } from './check/check.ts'
import { invoicingContract } from './contract.ts'
import { keepPdf } from './keep-pdf.ts'
import { followMerge } from './merge.ts'
import { countInvoices, selectInvoices, type InvoiceRow, type ListFilter } from './list/store.ts'
import { invoicingMigration } from './migrations/0001-invoices.ts'
import { creditPartsMigration } from './migrations/0002-credit-parts.ts'
import { followMergeMigration } from './migrations/0003-follow-merge.ts'
import { legalDocumentsMigration } from './migrations/0004-legal-documents.ts'
import { electronicFilesMigration } from './migrations/0005-electronic-files.ts'
import { monthEndMigration } from './migrations/0006-month-end.ts'
import { goOnWithRun } from './month-end/job.ts'
import { billAccepted, billDue } from './operations/bill-due.ts'
import { changeDraft, createDraft, deleteDraft } from './operations/drafts.ts'
import { billCustomer, credit, issue, markSeen, send } from './operations/issue-invoices.ts'
import { eInvoice, findings } from './operations/electronic.ts'
import { monthEndStep, readMonthEnd, startMonthEnd } from './operations/month-end.ts'
import { openInvoice } from './operations/open-invoice.ts'
import { listInvoices, listUnbilled, pdfOfInvoice, previewInvoice, readOneInvoice } from './operations/read-invoices.ts'
import { readRecipient, setRecipient } from './operations/recipients.ts'
import { writeOffCharges } from './operations/write-off-charges.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'
import { de as rulesDe } from './e-invoice/texts/de.ts'
import { en as rulesEn } from './e-invoice/texts/en.ts'
import { fr as rulesFr } from './e-invoice/texts/fr.ts'
import { it as rulesIt } from './e-invoice/texts/it.ts'

registerTexts({ en, de, fr, it })
registerTexts({ en: rulesEn, de: rulesDe, fr: rulesFr, it: rulesIt })

export const invoicingModule: Module = {
  name: 'invoicing',
  contract: invoicingContract,
  operations: [
    listInvoices,
    readOneInvoice,
    pdfOfInvoice,
    previewInvoice,
    eInvoice,
    findings,
    listUnbilled,
    createDraft,
    changeDraft,
    deleteDraft,
    issue,
    billCustomer,
    send,
    markSeen,
    credit,
    writeOffCharges,
    openInvoice,
    readRecipient,
    setRecipient,
    readMonthEnd,
    startMonthEnd,
    monthEndStep,
    billDue,
  ],
  migrations: [invoicingMigration, creditPartsMigration, followMergeMigration, legalDocumentsMigration, electronicFilesMigration, monthEndMigration],
  subscribers: { 'agreement.accepted': billAccepted, 'contact.merged': followMerge },
  jobs: { 'invoicing.keep-pdf': keepPdf, 'invoicing.month-end': goOnWithRun },
  daily: ['invoicing.bill-due'],
  check: checkInvoicing,
}

/** The open, overdue, paid or all invoices of the company or of one customer, a page of at most `limit`. */
export async function openInvoices(
  context: Context,
  options: { filter?: ListFilter; contactId?: ContactId | undefined; limit?: number } = {},
): Promise<InvoiceRow[]> {
  const { rows } = await selectInvoices(context, { filter: 'open', limit: 200, ...options })
  return rows
}

/** Everything issued and drafted for a customer, latest first. */
export async function invoicesOf(context: Context, contactId: ContactId, limit = 50): Promise<InvoiceRow[]> {
  return (await selectInvoices(context, { filter: 'all', contactId, limit })).rows
}

/** Whether the company has an invoice or draft at all. */
export async function invoicesExist(context: Context): Promise<boolean> {
  return (await selectInvoices(context, { filter: 'all', limit: 1 })).rows.length > 0
}

export { countInvoices, type InvoiceRow }
export { documentsByCustomer } from './check/store.ts'
export { enterOpenInvoice } from './operations/open-invoice.ts'
export { invoicesByReference } from './payables/store.ts'
export { numbersTaken, waitingInvoices } from './list/store.ts'
export { readInvoice as invoiceById } from './reading.ts'
export { isReference } from './payment-reference.ts'
export { creditNoteRest, payablesOf, type Payable } from './payables.ts'
export { settleInvoice } from './states/settle.ts'
export { noteSeen, noteSent } from './sending.ts'
export { allDocumentFiles, type DocumentFile } from './all-files.ts'
export { fileBeside, invoicePdf, modelOf } from './pdf-of.ts'
export { documentHtml, documentStyle } from './html/document-html.ts'
export { readEInvoice, type ReadEInvoice } from './e-invoice/read-e-invoice.ts'
export { embeddedInvoice } from './e-invoice/embedded/embedded-invoice.ts'
export { writeEInvoice } from './e-invoice/write-e-invoice.ts'
export { renderPdf } from './pdf/pool.ts'
export type { PdfAttachment, PdfOptions } from './pdf/attachment.ts'
export { letterModel } from './letter.ts'
export { paymentCodeOf, type PaymentCode, type PaymentRequest } from './payment-code/payment-code.ts'
export { buyerOf, sellerOf } from './parties.ts'
export { addExpenseSource } from './charges/sources.ts'
export { billingFactsOf, byCustomer, unbilledOf, type UnbilledOfCustomer } from './charges/unbilled.ts'
export { setIssuingAutopilot } from './operations/bill-due.ts'
export type { DocumentModel, DocumentLine, LabelledText } from './document-model.ts'
export type { Buyer, InvoiceDocument, Seller } from './invoice.ts'
export { invoicedByCustomer, invoicedByMonth } from './sums/store.ts'
export { validateEInvoice } from './e-invoice/validate.ts'
export { fieldOf, inWords, withoutRepetition } from './e-invoice/words.ts'
export type { Finding, Severity } from './e-invoice/finding.ts'
export type { Profile } from './e-invoice/profiles.ts'
export { issuedDocuments, openAmounts, paymentDays, type IssuedDocument } from './issued/store.ts'
export { countDrafts, documentsForTax, firstIssuedOn, issuedSums, type DocumentForTax } from './taxed/store.ts'

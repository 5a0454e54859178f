import { isValidIBAN } from 'ibantools'
import type { Day } from '../../../kernel/day.ts'
import { fail, invalid, notFound } from '../../../kernel/failure.ts'
import { newId } from '../../../kernel/id.ts'
import { isPositive } from '../../../kernel/money.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { companyDetails } from '../../company/index.ts'
import { addTimelineEntry, contactForDocuments } from '../../contacts/index.ts'
import { paymentsContract } from '../contract.ts'
import { payableInvoices, type PayableInvoice } from '../invoices.ts'
import { identification, isLatin } from '../sepa/characters.ts'
import { isSepa } from '../sepa/credit-transfer.ts'
import { addBankingDays, isBankingDay } from '../sepa/days.ts'
import { directDebitFile, type Collection } from '../sepa/direct-debit.ts'
import {
  insertDebitFile,
  insertMandate,
  insertRevocation,
  runningDebits,
  selectDebitFiles,
  standingMandates,
  undoDebitFile,
  type DebitFileId,
  type Mandate,
} from '../sepa/store.ts'

/** The bank wants a collection one banking day ahead (EPC130-08, 4.3); one more for the file to be handed in. */
const leadDays = 2

export const listMandates = implement(paymentsContract['payments.mandates'], async (context, { contactId }) => ({
  mandates: await standingMandates(context, { contactId }),
}))

export const addMandate = implement(paymentsContract['payments.add-mandate'], async (context, input) => {
  const iban = input.iban.replace(/\s/g, '').toUpperCase()
  if (!isValidIBAN(iban) || !isSepa(iban)) invalid({ iban: 'iban_malformed' })
  if (input.signedOn > context.today) invalid({ signedOn: 'day_in_future' })
  const contact = await contactForDocuments(context, input.contactId)
  const reference = input.reference ?? newReference()
  if (!isLatin(reference) || identification(reference) !== reference) invalid({ reference: 'mandate_reference_malformed' })
  const before = await standingMandates(context, { contactId: input.contactId })
  const id = await insertMandate(context, { ...input, iban, reference, accountHolder: input.accountHolder ?? contact.name })
  if (!id) return invalid({ reference: 'mandate_reference_taken' })
  for (const mandate of before) await insertRevocation(context, mandate.id, null)
  await addTimelineEntry(context, { contactId: input.contactId, kind: 'mandate.added', subjectId: id, parameters: { reference } })
  return { id, reference }
})

export const revokeMandate = implement(paymentsContract['payments.revoke-mandate'], async (context, { mandateId, reason }) => {
  const mandate = (await standingMandates(context, { id: mandateId }))[0] ?? notFound('mandate')
  await insertRevocation(context, mandateId, reason ?? null)
  await addTimelineEntry(context, { contactId: mandate.contactId, kind: 'mandate.revoked', subjectId: mandateId, parameters: { reference: mandate.reference } })
  return { id: mandateId }
})

export const listToCollect = implement(paymentsContract['payments.to-collect'], async (context) => {
  const company = await companyDetails(context)
  const running = await runningDebits(context)
  const isRunning = new Set(running.map((debit) => debit.invoiceId))
  const files = await selectDebitFiles(context, { limit: 20 })
  return {
    hasCreditorIdentifier: company.creditorIdentifier !== null,
    collectOn: addBankingDays(context.today, leadDays),
    invoices: (await collectable(context)).map(({ invoice, mandate }) => ({
      invoiceId: invoice.id,
      number: invoice.number,
      contactName: invoice.contactName,
      open: invoice.open,
      dueOn: dueOf(invoice),
      mandate: mandate.reference,
      isRunning: isRunning.has(invoice.id),
    })),
    files: files.map(({ id, format, collectOn, createdAt, isUndone }) => ({
      id,
      format: format as never,
      collectOn,
      createdAt,
      isUndone,
      count: running.filter((each) => each.fileId === id).length,
    })),
  }
})

/** One collection for each invoice, of all that is open of it. */
export const collect = implement(paymentsContract['payments.collect'], async (context, input) => {
  const company = await companyDetails(context)
  if (!company.creditorIdentifier) fail('creditor_identifier_missing')
  if (!company.iban) fail('company_iban_missing')
  const earliest = addBankingDays(context.today, leadDays)
  if (input.collectOn !== undefined && (input.collectOn < earliest || !isBankingDay(input.collectOn))) invalid({ collectOn: 'collection_too_early' })
  const running = new Set((await runningDebits(context)).map((debit) => debit.invoiceId))
  const possible = await collectable(context)
  const collectOn = input.collectOn ?? earliest
  const chosen = input.invoiceIds
    ? [...new Set(input.invoiceIds)].map((id) => possible.find(({ invoice }) => invoice.id === id) ?? fail('invoice_not_collectable'))
    : possible.filter(({ invoice }) => dueOf(invoice) <= collectOn && !running.has(invoice.id))
  if (chosen.length === 0) fail('nothing_to_collect')
  const taken = chosen.find(({ invoice }) => running.has(invoice.id))
  if (taken) fail('invoice_collected_already', { number: taken.invoice.number })
  const id: DebitFileId = newId<'direct-debit-file'>()
  const debits = chosen.map(({ invoice, mandate }) => ({
    invoiceId: invoice.id,
    mandateId: mandate.id,
    amount: invoice.open,
    endToEndId: `D${compact(id).slice(-14)}${compact(invoice.id).slice(-16)}`.toUpperCase(),
  }))
  const collections: Collection[] = []
  for (const [index, { invoice, mandate }] of chosen.entries())
    collections.push(await collectionOf(context, { invoice, mandate, endToEndId: debits[index]!.endToEndId }))
  const content = directDebitFile({
    format: input.format,
    messageId: compact(id),
    createdAt: context.now,
    collectOn,
    creditor: { ...company, name: company.legalName ?? company.name, iban: company.iban, bic: company.bic, creditorIdentifier: company.creditorIdentifier },
    collections,
  })
  await insertDebitFile(context, { id, format: input.format, content, collectOn }, debits)
  return { id, count: debits.length, collectOn }
})

export const readDebitFile = implement(paymentsContract['payments.direct-debit-file'], async (context, { fileId }) => {
  const file = (await selectDebitFiles(context, { id: fileId }))[0] ?? notFound('direct-debit-file')
  return { fileName: `${file.collectOn}-${file.format}.xml`, contentType: 'application/xml', content: Buffer.from(file.content).toString('base64') }
})

export const undoCollection = implement(paymentsContract['payments.undo-direct-debit-file'], async (context, { fileId }) => {
  const file = (await selectDebitFiles(context, { id: fileId }))[0] ?? notFound('direct-debit-file')
  if (file.isUndone) fail('payment_file_undone')
  await undoDebitFile(context, fileId)
  return { id: fileId }
})

/** Open invoices in euro of customers whose mandate stands. */
async function collectable(context: Context): Promise<{ invoice: PayableInvoice; mandate: Mandate }[]> {
  const mandates = new Map((await standingMandates(context)).toReversed().map((mandate) => [mandate.contactId, mandate]))
  if (mandates.size === 0) return []
  return (await payableInvoices(context)).flatMap((invoice) => {
    const mandate = mandates.get(invoice.contactId)
    return mandate && invoice.currency === 'EUR' && isPositive(invoice.open) ? [{ invoice, mandate }] : []
  })
}

async function collectionOf(context: Context, each: { invoice: PayableInvoice; mandate: Mandate; endToEndId: string }): Promise<Collection> {
  const contact = await contactForDocuments(context, each.invoice.contactId)
  const { street, postalCode, city, country } = contact
  return {
    endToEndId: each.endToEndId,
    amount: each.invoice.open,
    debtor: { name: each.mandate.accountHolder, street, postalCode, city, country: country || null },
    iban: each.mandate.iban,
    mandate: each.mandate,
    text: each.invoice.number,
  }
}

function dueOf(invoice: PayableInvoice): Day {
  return invoice.nextDueOn ?? invoice.issuedOn
}

/** Once in a company, and short enough to be read out. */
function newReference(): string {
  return `M${compact(newId<'mandate'>()).slice(-16)}`.toUpperCase()
}

function compact(id: string): string {
  return id.replaceAll('-', '')
}

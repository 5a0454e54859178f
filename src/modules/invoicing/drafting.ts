import { fail } from '../../kernel/failure.ts'
import { newId, type AgreementId, type ContactId, type InvoiceId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { companyDetails, findTaxRates } from '../company/index.ts'
import { exchangeRate } from '../currencies/index.ts'
import type { Billing } from '../offer/terms.ts'
import type { Charge } from './charge.ts'
import { accountDeliveries } from './charges/account-deliveries.ts'
import { claimCharges, releaseCharges } from './charges/store.ts'
import { mirroredAdvance } from './advance.ts'
import { composeInvoice, roughTotal, type Composed, type TakenNumber } from './compose.ts'
import { advancesOf } from './deductions/deduct.ts'
import { releaseDeductions } from './deductions/store.ts'
import { causesOf, lineOfCharge, lineOfInput, type InvoiceLine, type LineInput } from './lines/line.ts'
import { deleteLines, insertLines, linesOf, updateLine } from './lines/store.ts'
import { buyerOf, sellerOf } from './parties.ts'
import { deleteDraft, findInvoice, insertDraft, updateDraft, type InvoiceHead } from './store.ts'
import { plainTerms } from './terms/store.ts'

/** Makes a draft with its lines; claims the charges, so that a second draft of the same is refused. */
export async function draftInvoice(
  context: Context,
  options: {
    contactId: ContactId
    lines: readonly InvoiceLine[]
    currency: string
    isTaxIncluded: boolean
    daysToPay: number
    instalments: Billing['instalments']
    agreementId?: AgreementId | null | undefined
    note?: string | null | undefined
  },
): Promise<InvoiceId> {
  const { buyer, language } = await buyerOf(context, options.contactId)
  const id: InvoiceId = newId<'invoice'>()
  await insertDraft(context, {
    id,
    kind: 'invoice',
    contactId: options.contactId,
    agreementId: options.agreementId ?? onlyAgreement(options.lines),
    correctsId: null,
    language,
    currency: options.currency,
    isTaxIncluded: options.isTaxIncluded,
    note: options.note ?? null,
    reason: null,
    daysToPay: options.daysToPay,
    instalments: options.instalments,
    buyerName: buyer.name,
    ...plainTerms,
  })
  await insertLines(context, id, options.lines)
  await claimCharges(context, id, options.lines)
  await accountDeliveries(context, causesOf(options.lines))
  await updateDraft(context, id, { gross: roughTotal(options.lines, options.currency) })
  context.emit('invoice.drafted', { invoiceId: id, contactId: options.contactId })
  return id
}

/** One draft per currency, price mode and payment plan, as one document has one of each. */
export async function draftFromCharges(context: Context, charges: readonly Charge[], note: string | null = null): Promise<InvoiceId[]> {
  const groups = Map.groupBy(charges, (charge) => JSON.stringify([charge.contactId, charge.currency, charge.isTaxIncluded, charge.instalments]))
  const ids: InvoiceId[] = []
  for (const group of groups.values()) {
    const first = group[0]!
    ids.push(
      await draftInvoice(context, {
        contactId: first.contactId,
        lines: group.map(lineOfCharge),
        currency: first.currency,
        isTaxIncluded: first.isTaxIncluded,
        daysToPay: Math.min(...group.map((charge) => charge.daysToPay)),
        instalments: first.instalments,
        note,
      }),
    )
  }
  return ids
}

/** Replaces the lines of a draft. Lines that are left out give their charge back. */
export async function replaceLines(context: Context, head: InvoiceHead, inputs: readonly LineInput[]): Promise<void> {
  const before = await linesOf(context, head.id, head.currency)
  const kept = new Set(inputs.flatMap((input) => (input.id ? [input.id] : [])))
  const removed = before.filter((line) => !kept.has(line.id)).map((line) => line.id)
  await releaseCharges(context, removed)
  await deleteLines(context, removed)
  const lines = inputs.map((input) =>
    lineOfInput(
      input,
      head.contactId,
      before.find((line) => line.id === input.id),
    ),
  )
  const known = new Set<string>(before.map((line) => line.id))
  for (const [position, line] of lines.entries()) {
    if (known.has(line.id)) await updateLine(context, line, position, head.id)
  }
  await insertLines(
    context,
    head.id,
    lines.filter((line) => !known.has(line.id)),
    (line) => lines.indexOf(line),
  )
  await accountDeliveries(context, causesOf(before))
  await updateDraft(context, head.id, { gross: roughTotal(lines, head.currency) })
}

export async function removeDraft(context: Context, head: InvoiceHead): Promise<void> {
  const lines = await linesOf(context, head.id, head.currency)
  const ids = lines.map((line) => line.id)
  await releaseCharges(context, ids)
  await deleteLines(context, ids)
  await releaseDeductions(context, head.id)
  await deleteDraft(context, head.id)
  await accountDeliveries(context, causesOf(lines))
  context.emit('invoice.draft-deleted', { invoiceId: head.id, contactId: head.contactId })
}

/** The draft, or the named failure that it is one no more. */
export async function requireDraft(context: Context, id: InvoiceId): Promise<InvoiceHead> {
  const head = await findInvoice(context, id)
  if (head.state === 'issued') fail('invoice_already_issued', { number: head.number ?? '' })
  return head
}

/** The draft as it would be issued today; with its number, as it is issued. */
export async function composeDraft(
  context: Pick<Context, 'database' | 'company' | 'today'>,
  head: InvoiceHead,
  number: TakenNumber | null = null,
): Promise<Composed> {
  const company = await companyDetails(context)
  const { buyer, recipient } = await buyerOf(context, head.contactId)
  const advances = await advancesOf(context, head.id)
  return composeInvoice({
    head,
    lines: await linesOf(context, head.id, head.currency),
    advances: head.kind === 'credit_note' ? advances.map(mirroredAdvance) : advances,
    seller: await sellerOf(context, company),
    buyer,
    recipient,
    rates: await findTaxRates(context.database, context.company.id),
    exchange: head.currency === company.currency ? undefined : await exchangeRate(context, { from: head.currency, to: company.currency, on: context.today }),
    issuedOn: context.today,
    number,
    isOneStopShop: company.isOneStopShop,
  })
}

function onlyAgreement(lines: readonly InvoiceLine[]): AgreementId | null {
  const ids = new Set(lines.map((line) => line.agreementId))
  return ids.size === 1 ? [...ids][0]! : null
}

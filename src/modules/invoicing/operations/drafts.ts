import { fail } from '../../../kernel/failure.ts'
import type { InvoiceId } from '../../../kernel/id.ts'
import { implement } from '../../../platform/operation/module.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { companyDetails } from '../../company/index.ts'
import { contactForDocuments } from '../../contacts/index.ts'
import type { Charge } from '../charge.ts'
import { unbilledOf } from '../charges/unbilled.ts'
import { invoicingContract } from '../contract.ts'
import { deductAdvances, deductOpenAdvances } from '../deductions/deduct.ts'
import { draftFromCharges, draftInvoice, removeDraft, replaceLines, requireDraft } from '../drafting.ts'
import { lineOfCharge, lineOfInput } from '../lines/line.ts'
import { findInvoice, updateDraft } from '../store.ts'
import { updateTerms, type DraftTerms } from '../terms/store.ts'
import type { InputOf } from '../../../kernel/operation.ts'

type DraftInput = InputOf<(typeof invoicingContract)['invoicing.create-draft']>

export const createDraft = implement(invoicingContract['invoicing.create-draft'], async (context, input) => {
  const charges = await chosenCharges(context, input)
  if (charges.length === 0 && input.lines.length === 0) fail('nothing_unbilled')
  if (input.lines.length === 0) {
    const [id] = await draftFromCharges(context, charges, input.note)
    await changeTerms(context, id!, input)
    return { id: id! }
  }
  return { id: await draftWithLines(context, input, charges) }
})

export const changeDraft = implement(invoicingContract['invoicing.change-draft'], async (context, input) => {
  const head = await requireDraft(context, input.invoiceId)
  const { note, daysToPay } = input
  if (input.lines) {
    if (input.lines.some((line) => line.unitPrice.currency !== head.currency)) fail('currency_mixed')
    await replaceLines(context, head, input.lines)
  }
  await updateDraft(context, head.id, { ...(note === undefined ? {} : { note }), ...(daysToPay === undefined ? {} : { daysToPay }) })
  await changeTerms(context, head.id, input)
  context.emit('invoice.draft-changed', { invoiceId: head.id, contactId: head.contactId })
  return { id: head.id }
})

export const deleteDraft = implement(invoicingContract['invoicing.delete-draft'], async (context, input) => {
  await removeDraft(context, await requireDraft(context, input.invoiceId))
  return { id: input.invoiceId }
})

/** References, purpose, allowances and charges, deducted advances: what was given changes, the rest stays. */
async function changeTerms(
  context: Context,
  id: InvoiceId,
  input: Pick<Partial<InputOf<(typeof invoicingContract)['invoicing.change-draft']>>, keyof DraftTerms | 'deducts'>,
): Promise<void> {
  const head = await findInvoice(context, id)
  const { purpose, buyerReference, orderReference, contractReference, projectReference, adjustments, deducts } = input
  if (adjustments?.some((adjustment) => adjustment.amount.currency !== head.currency)) fail('currency_mixed')
  const given = Object.entries({ purpose, buyerReference, orderReference, contractReference, projectReference, adjustments }).filter(
    ([, value]) => value !== undefined,
  )
  if (given.length > 0) await updateTerms(context, id, { ...head, ...Object.fromEntries(given) })
  if (deducts) await deductAdvances(context, head, deducts)
  else if (purpose === 'final' && head.purpose !== 'final') await deductOpenAdvances(context, head)
  else if (purpose !== undefined && purpose !== 'final' && head.purpose === 'final') await deductAdvances(context, head, [])
}

/** The charges that were named, or all of the customer when neither charges nor lines are given. */
async function chosenCharges(context: Context, input: DraftInput): Promise<Charge[]> {
  if (!input.charges && input.lines.length > 0) return []
  const { charges } = await unbilledOf(context, { contactId: input.contactId, agreementId: input.agreementId })
  const own = charges.filter((charge) => charge.contactId === input.contactId)
  if (!input.charges) return own
  const wanted = new Set(input.charges)
  const found = own.filter((charge) => wanted.has(charge.identity))
  return found.length === wanted.size ? found : fail('charge_unknown')
}

async function draftWithLines(context: Context, input: DraftInput, charges: readonly Charge[]) {
  const company = await companyDetails(context)
  const contact = await contactForDocuments(context, input.contactId)
  const currency = input.currency ?? input.lines[0]?.unitPrice.currency ?? contact.currency
  const lines = [...charges.map(lineOfCharge), ...input.lines.map((line) => lineOfInput(line, input.contactId))]
  if (lines.some((line) => line.amount.currency !== currency)) fail('currency_mixed')
  const id = await draftInvoice(context, {
    contactId: input.contactId,
    lines,
    currency,
    isTaxIncluded: input.isTaxIncluded ?? charges[0]?.isTaxIncluded ?? company.isTaxIncluded,
    daysToPay: input.daysToPay ?? charges[0]?.daysToPay ?? company.daysToPay,
    instalments: charges[0]?.instalments ?? [],
    agreementId: input.agreementId,
    note: input.note,
  })
  await changeTerms(context, id, input)
  return id
}

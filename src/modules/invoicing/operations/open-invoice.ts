import { fail, invalid } from '../../../kernel/failure.ts'
import { newId, type InvoiceId } from '../../../kernel/id.ts'
import { amountText, compareMoney, isPositive, subtract } from '../../../kernel/money.ts'
import { Percent } from '../../../kernel/percent.ts'
import { daysBetween, yearOf } from '../../../kernel/day.ts'
import type { InputOf } from '../../../kernel/operation.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { addTimelineEntry, indexForSearch } from '../../contacts/index.ts'
import { composeInvoice } from '../compose.ts'
import { invoicingContract } from '../contract.ts'
import { sealDocument } from '../issuing.ts'
import { lineOfInput } from '../lines/line.ts'
import { insertLines } from '../lines/store.ts'
import { isOpeningNumberTaken } from '../list/store.ts'
import { buyerOf, sellerOf } from '../parties.ts'
import { settleInvoice } from '../states/settle.ts'
import { insertState } from '../states/store.ts'
import { insertDues } from '../parts/store.ts'
import { findInvoice, insertDraft } from '../store.ts'
import { plainTerms } from '../terms/store.ts'
import { Quantity } from '../../../kernel/quantity.ts'

export const openInvoice = implement(invoicingContract['invoicing.open-invoice'], (context, input) => enterOpenInvoice(context, input))

/** An invoice from before: its tax was declared where it was written, so here it is one line outside the scope. */
export async function enterOpenInvoice(context: Context, input: InputOf<(typeof invoicingContract)['invoicing.open-invoice']>): Promise<{ id: InvoiceId }> {
  const { gross, issuedOn, dueOn, number } = input
  const open = input.open ?? gross
  if (!isPositive(gross)) invalid({ gross: 'amount_not_positive' })
  if (open.currency !== gross.currency || compareMoney(open, gross) > 0 || !isPositive(open)) invalid({ open: 'amount_out_of_range' })
  if (dueOn < issuedOn) invalid({ dueOn: 'day_before_issue' })
  if (await isOpeningNumberTaken(context, number)) fail('invoice_number_taken', { number })
  const { buyer, language, recipient } = await buyerOf(context, input.contactId)
  const id: InvoiceId = newId<'invoice'>()
  await insertDraft(context, {
    id,
    kind: 'opening',
    contactId: input.contactId,
    agreementId: null,
    correctsId: null,
    language,
    currency: gross.currency,
    isTaxIncluded: true,
    note: input.note,
    reason: null,
    daysToPay: daysBetween(issuedOn, dueOn),
    instalments: [],
    buyerName: buyer.name,
    ...plainTerms,
  })
  const line = lineOfInput(
    {
      name: number,
      detail: null,
      period: null,
      quantity: Quantity.one,
      unit: 'piece',
      unitPrice: gross,
      discount: null,
      taxCategory: 'outside',
      isGoods: false,
    },
    input.contactId,
  )
  const lines = [{ ...line, tax: { code: 'O' as const, rate: Percent.zero, reason: null } }]
  await insertLines(context, id, lines)
  const head = await findInvoice(context, id)
  const composed = composeInvoice({
    head,
    lines,
    seller: await sellerOf(context),
    buyer,
    recipient,
    rates: [],
    issuedOn,
    number: { text: number, year: yearOf(issuedOn), number: 0 },
  })
  await sealDocument(context, { head, composed, series: 'opening', number: null, numberText: number })
  await insertDues(context, id, composed.dues)
  await insertState(context, { invoiceId: id, contactId: input.contactId, open: gross, nextDueOn: dueOn })
  const paid = subtract(gross, open)
  if (isPositive(paid)) await settleInvoice(context, { invoiceId: id, kind: 'payment', sourceId: `opening/${id}`, amount: paid, on: context.today })
  await addTimelineEntry(context, {
    contactId: input.contactId,
    kind: 'invoice.opening',
    subjectId: id,
    parameters: { number, amount: amountText(open), currency: open.currency },
  })
  await indexForSearch(context, { kind: 'invoice', subjectId: id, title: number, detail: buyer.name, contactId: input.contactId }, { isNew: true })
  context.emit('invoice.opened', { invoiceId: id, contactId: input.contactId, number, balance: open })
  return { id }
}

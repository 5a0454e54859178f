import { fromWire, money } from '../../kernel/money.ts'
import type { InvoiceId } from '../../kernel/id.ts'
import type { OutputOf } from '../../kernel/operation.ts'
import { parsePercent } from '../../kernel/percent.ts'
import { parseQuantity, Quantity } from '../../kernel/quantity.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { invoicingContract } from './contract.ts'
import { composeDraft } from './drafting.ts'
import { statusOf, type DocumentedLine, type InvoiceDocument } from './invoice.ts'
import type { Credited } from './lines/credit-part.ts'
import type { InvoiceLine } from './lines/line.ts'
import { creditedLines, linesOf } from './lines/store.ts'
import { findState, settlementsOf, type InvoiceState } from './states/store.ts'
import { findCreditNotes, findInvoice, type InvoiceHead } from './store.ts'

export type InvoiceReading = OutputOf<(typeof invoicingContract)['invoicing.read']>

/** An invoice with everything that is known of it: a draft as it would be issued today, an issued one as it was. */
export async function readInvoice(context: Context, id: InvoiceId): Promise<InvoiceReading> {
  const head = await findInvoice(context, id)
  const document = head.document ?? (await composeDraft(context, head)).document
  const stored = await linesOf(context, id, head.currency)
  const credited = await creditedLines(
    context,
    stored.map((line) => line.id),
  )
  const state = await findState(context, id)
  const notes = head.state === 'issued' ? await findCreditNotes(context, id) : []
  const settlements = head.state === 'issued' ? await settlementsOf(context, id, head.currency) : []
  const corrected = head.correctsId ? await findInvoice(context, head.correctsId) : null
  return {
    ...headOf(head, document, state, context),
    lines: document.lines.map((line) => lineReading(line, stored, credited)),
    totals: totalsReading(document),
    dues: document.dues.map((due) => ({ on: due.on, amount: fromWire(due.amount) })),
    corrects: corrected && { id: corrected.id, number: corrected.number ?? '' },
    creditNotes: notes.map((note) => ({ id: note.id, number: note.number!, gross: note.gross! })),
    settlements: settlements.map((fact) => ({ ...fact })),
    reason: head.reason,
    hash: head.hash,
    ...termsReading(document),
  }
}

/** What the document says beside its lines. */
function termsReading(document: InvoiceDocument) {
  return {
    purpose: document.purpose,
    typeCode: document.typeCode,
    format: document.format,
    buyerReference: document.buyerReference,
    orderReference: document.orderReference,
    contractReference: document.contractReference,
    projectReference: document.projectReference,
    adjustments: document.allowancesAndCharges.map((each) => ({
      kind: each.kind,
      amount: fromWire(each.amount),
      reason: each.reason,
      reasonCode: each.reasonCode,
      taxCategory: each.taxCategory,
      taxCode: each.taxCode,
      taxRate: parsePercent(each.taxRate)!,
    })),
    prepaid: document.prepaid && {
      advances: document.prepaid.advances.map(({ id, number, issuedOn, gross }) => ({ id: id as InvoiceId, number, issuedOn, gross: fromWire(gross) })),
      gross: fromWire(document.prepaid.gross),
    },
    paymentReference: { ...document.paymentReference },
  }
}

function headOf(head: InvoiceHead, document: InvoiceDocument, state: InvoiceState | undefined, context: Context) {
  const gross = fromWire(document.totals.gross)
  const open = state?.open ?? money(0n, head.currency)
  return {
    id: head.id,
    kind: head.kind,
    state: head.state,
    status: statusOf({
      state: head.state,
      kind: head.kind,
      open,
      nextDueOn: state?.nextDueOn ?? null,
      isCredited: state !== undefined && gross.minor > 0n && state.credited.minor === gross.minor,
      today: context.today,
    }),
    number: head.number,
    contactId: head.contactId,
    contactName: document.buyer.name,
    contactEmail: document.buyer.email,
    agreementId: head.agreementId,
    language: head.language,
    currency: head.currency,
    isTaxIncluded: head.isTaxIncluded,
    issuedOn: head.issuedOn,
    note: head.note,
    daysToPay: head.daysToPay,
    open: head.state === 'draft' || head.kind === 'credit_note' ? null : open,
    nextDueOn: state?.nextDueOn ?? null,
    settledOn: state?.settledOn ?? null,
    sentAt: state?.sentAt ?? null,
    seenAt: state?.seenAt ?? null,
  }
}

function lineReading(line: DocumentedLine, stored: readonly InvoiceLine[], credited: ReadonlyMap<string, Credited>): InvoiceReading['lines'][number] {
  const own = stored.find((candidate) => candidate.id === line.id)
  const taken = credited.get(line.id)
  return {
    id: line.id as InvoiceReading['lines'][number]['id'],
    name: line.name,
    detail: line.detail,
    period: line.period && { ...line.period },
    quantity: parseQuantity(line.quantity)!,
    unit: line.unit,
    unitPrice: fromWire(line.unitPrice),
    per: parseQuantity(line.per)!,
    discount: line.discount && { amount: fromWire(line.discount.amount), reason: line.discount.reason },
    amount: fromWire(line.amount),
    taxCategory: line.taxCategory,
    isGoods: line.isGoods,
    taxCode: line.taxCode,
    taxRate: parsePercent(line.taxRate)!,
    taxReason: line.taxReason,
    exemptionCode: line.exemptionCode,
    note: line.note,
    agreementId: own?.agreementId ?? null,
    isCharge: own !== undefined && own.identity !== null,
    creditsLineId: own?.creditsLineId ?? null,
    isCredited: taken !== undefined && taken.quantity.thousandths === own?.quantity.thousandths,
    creditedQuantity: taken?.quantity ?? Quantity.zero,
  }
}

function totalsReading(document: InvoiceDocument): InvoiceReading['totals'] {
  const { totals } = document
  return {
    lines: fromWire(totals.lines),
    net: fromWire(totals.net),
    tax: fromWire(totals.tax),
    gross: fromWire(totals.gross),
    groups: totals.groups.map((group) => ({
      code: group.code,
      rate: parsePercent(group.rate)!,
      reason: group.reason,
      exemptionCode: group.exemptionCode,
      net: fromWire(group.net),
      tax: fromWire(group.tax),
      gross: fromWire(group.gross),
    })),
  }
}

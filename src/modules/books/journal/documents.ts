import { add, fromWire, subtract, sum } from '../../../kernel/money.ts'
import { parsePercent } from '../../../kernel/percent.ts'
import { issuedDocuments, type InvoiceDocument, type IssuedDocument } from '../../invoicing/index.ts'
import type { SaleTreatment } from '../accounts/kinds.ts'
import type { Books } from '../books.ts'
import { documentEntry, type BookedDocument, type DocumentGroup, type SaleOf } from './document-entry.ts'
import { post } from './post.ts'
import { bookedAmong, carriedOf } from './store.ts'

/** Books an issued document and, before a credit note, what it corrects. */
export async function postDocument(books: Books, id: string): Promise<void> {
  const { context } = books
  if ((await bookedAmong(context, [`invoice/${id}`])).size > 0) return
  const [issued] = await issuedDocuments(context, { ids: [id] })
  if (!issued) return
  await postIssued(books, issued)
}

export async function postIssued(books: Books, issued: IssuedDocument): Promise<void> {
  const { context } = books
  if (issued.correctsId) await postDocument(books, issued.correctsId)
  const [corrected] = issued.correctsId ? await issuedDocuments(context, { ids: [issued.correctsId] }) : []
  const carried = issued.correctsId ? await carriedOf(context, 'receivable', issued.correctsId) : null
  // A correction takes back what was booked, at the value at which it was booked.
  const toBook = await books.toBook(issued.document.currency, corrected?.document.issuedOn ?? issued.document.issuedOn)
  await post(books, documentEntry(bookedDocument(issued, carried), toBook))
}

export function bookedDocument(issued: IssuedDocument, carried: BookedDocument['carried']): BookedDocument {
  const { document } = issued
  const open = subtract(fromWire(document.totals.gross), issued.settledAtOnce)
  return {
    id: issued.id,
    kind: issued.kind,
    number: issued.number,
    on: issued.kind === 'opening' ? issued.enteredOn : document.issuedOn,
    customer: { key: issued.contactId, name: document.buyer.name },
    groups: groupsOf(document),
    correctsId: issued.correctsId,
    carried,
    settled: issued.kind === 'opening' ? open : issued.kind === 'credit_note' ? issued.settledAtOnce : null,
  }
}

function groupsOf(document: InvoiceDocument): DocumentGroup[] {
  const prepaid = prepaidOf(document)
  return document.totals.groups.map((group) => {
    const lines = document.lines.filter((line) => line.taxCode === group.code && line.taxRate === group.rate && line.taxReason === group.reason)
    const deducted = sum(
      prepaid.filter((each) => each.code === group.code && each.rate === group.rate && each.reason === group.reason).map((each) => fromWire(each.net)),
      document.currency,
    )
    return {
      code: group.code,
      basisPoints: parsePercent(group.rate)!.basisPoints,
      net: add(fromWire(group.net), deducted),
      tax: fromWire(group.tax),
      deducted,
      parts:
        lines.length === 0
          ? [{ sale: saleOf(document, { isGoods: false, taxReason: group.reason }), treatment: treatmentOf(group, 'standard'), amount: fromWire(group.net) }]
          : lines.map((line) => ({
              sale: saleOf(document, line),
              treatment: treatmentOf(group, line.taxCategory),
              amount: fromWire(line.amount),
            })),
    }
  })
}

/** An advance and a deposit are owed back or earned later; so is credit that can be used for several things. */
function saleOf(document: InvoiceDocument, line: { isGoods: boolean; taxReason: string | null }): SaleOf {
  if (document.purpose === 'advance' || document.purpose === 'deposit') return document.purpose
  if (line.taxReason === 'multi_purpose') return 'voucher'
  return line.isGoods ? 'goods' : 'services'
}

function prepaidOf(document: InvoiceDocument) {
  return document.prepaid?.advances.flatMap((advance) => advance.groups) ?? []
}

function treatmentOf(group: { code: string; reason: string | null }, category: string): SaleTreatment {
  if (group.reason === 'one_stop_shop') return 'abroad'
  if (group.code === 'S') return category === 'reduced' || category === 'special' ? category : 'standard'
  if (group.reason?.startsWith('small_business')) return 'small_business'
  return byCode[group.code] ?? (group.reason === 'supplied_abroad' ? 'abroad' : 'outside')
}

const byCode: Readonly<Record<string, SaleTreatment>> = { Z: 'zero', E: 'exempt', AE: 'reverse_charge', K: 'intra_community', G: 'export' }

import { fromWire, subtract, type Money } from '../../../kernel/money.ts'
import { parsePercent } from '../../../kernel/percent.ts'
import { issuedDocuments, type InvoiceDocument, type IssuedDocument } from '../../invoicing/index.ts'
import type { SaleTreatment } from '../accounts/kinds.ts'
import type { Books } from '../books.ts'
import { documentEntry, type BookedDocument, type DocumentGroup } from './document-entry.ts'
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
    deducted: deductedOf(document),
    correctsId: issued.correctsId,
    carried,
    settled: issued.kind === 'opening' ? open : issued.kind === 'credit_note' ? issued.settledAtOnce : null,
  }
}

function groupsOf(document: InvoiceDocument): DocumentGroup[] {
  return document.totals.groups.map((group) => {
    const lines = document.lines.filter((line) => line.taxCode === group.code && line.taxRate === group.rate && line.taxReason === group.reason)
    return {
      code: group.code,
      basisPoints: parsePercent(group.rate)!.basisPoints,
      net: fromWire(group.net),
      tax: fromWire(group.tax),
      parts:
        lines.length === 0
          ? [{ sale: 'services', treatment: treatmentOf(group, 'standard'), amount: fromWire(group.net) }]
          : lines.map((line) => ({
              sale: line.isGoods ? 'goods' : 'services',
              treatment: treatmentOf(group, line.taxCategory),
              amount: fromWire(line.amount),
            })),
    }
  })
}

function treatmentOf(group: { code: string; reason: string | null }, category: string): SaleTreatment {
  if (group.code === 'S') return category === 'reduced' || category === 'special' ? category : 'standard'
  if (group.reason?.startsWith('small_business')) return 'small_business'
  return byCode[group.code] ?? (group.reason === 'supplied_abroad' ? 'abroad' : 'outside')
}

const byCode: Readonly<Record<string, SaleTreatment>> = { Z: 'zero', E: 'exempt', AE: 'reverse_charge', K: 'intra_community', G: 'export' }

function deductedOf(_document: InvoiceDocument): { code: string; basisPoints: number; net: Money; tax: Money }[] {
  return []
}

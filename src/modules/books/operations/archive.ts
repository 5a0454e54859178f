import { notFound } from '../../../kernel/failure.ts'
import type { Day } from '../../../kernel/day.ts'
import { fromWire } from '../../../kernel/money.ts'
import type { InputOf, OutputOf } from '../../../kernel/operation.ts'
import { hashOf } from '../../../platform/files.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { companyDetails } from '../../company/index.ts'
import { expensesInOrder, receiptsOf, type Expense } from '../../expenses/index.ts'
import { fileBeside, invoicePdf, issuedDocuments, type IssuedDocument } from '../../invoicing/index.ts'
import { textIn } from '../../texts.ts'
import { placeOfDocument, placeOfReceipt } from '../archive/places.ts'
import { booksContract } from '../contract.ts'

type Page = OutputOf<(typeof booksContract)['books.archive-index']>
type ArchivedFile = Page['files'][number]
type Wanted = InputOf<(typeof booksContract)['books.archive-index']>

/** First the documents in the order of their chain, then the receipts of costs in the order in which those came. */
export const archiveIndex = implement(booksContract['books.archive-index'], async (context, input) => {
  const [stage = 'documents', place = ''] = (input.after ?? '').split(' ')
  return stage === 'receipts' ? receiptPage(context, input, place) : documentPage(context, input, place)
})

async function documentPage(context: Context, input: Wanted, place: string): Promise<Page> {
  const { language } = await companyDetails(context)
  const found = await issuedDocuments(context, { after: /^\d+$/.test(place) ? BigInt(place) : 0n, limit: input.limit })
  const files = found
    .filter((issued) => issued.kind !== 'opening' && issued.document.totals !== undefined && isBetween(issued.document.issuedOn, input))
    .flatMap((issued) => filesOfDocument(issued, textIn(language, `books.what.${issued.kind}`)))
  const last = found.at(-1)
  return { files, next: last && found.length === input.limit ? `documents ${last.sequence}` : 'receipts' }
}

function filesOfDocument(issued: IssuedDocument, what: string): ArchivedFile[] {
  const { document, id } = issued
  const about = { what, day: document.issuedOn, number: issued.number, party: document.buyer.name, amount: fromWire(document.totals.gross) }
  const kinds = document.format === 'pdf' || document.format === 'facturx' ? (['pdf'] as const) : (['pdf', 'xml'] as const)
  return kinds.map((kind) => ({ ...about, kind, id, of: id, path: placeOfDocument(issued, kind) }))
}

async function receiptPage(context: Context, input: Wanted, place: string): Promise<Page> {
  const { language } = await companyDetails(context)
  const found = await expensesInOrder(context, { after: place, limit: input.limit })
  const files: ArchivedFile[] = []
  for (const expense of found) {
    if (expense.issuedOn === null || expense.receiptCount === 0 || !isBetween(expense.issuedOn, input)) continue
    files.push(...(await filesOfExpense(context, expense, textIn(language, 'books.what.expense'))))
  }
  const last = found.at(-1)
  return { files, next: last && found.length === input.limit ? `receipts ${last.id}` : null }
}

async function filesOfExpense(context: Context, expense: Expense, what: string): Promise<ArchivedFile[]> {
  const party = expense.payee?.name ?? expense.description
  const about = { what, day: expense.issuedOn!, number: expense.documentNumber, party, amount: expense.gross }
  const receipts = await receiptsOf(context, expense.id)
  return receipts.map((receipt) => ({ ...about, kind: 'receipt', id: receipt.id, of: expense.id, path: placeOfReceipt({ ...about, id: receipt.id }, receipt) }))
}

export const archiveFile = implement(booksContract['books.archive-file'], async (context, input) => {
  const file = (await (input.kind === 'receipt' ? receiptFile(context, input) : documentFile(context, input))) ?? notFound('file')
  return { fileName: file.fileName, contentType: file.contentType, content: Buffer.from(file.bytes).toString('base64'), hash: hashOf(file.bytes) }
})

async function documentFile(context: Context, input: { kind: 'pdf' | 'xml' | 'receipt'; id: string }) {
  const [issued] = await issuedDocuments(context, { ids: [input.id] })
  if (!issued) return undefined
  if (input.kind === 'xml') return fileBeside(context, issued.id)
  return { ...(await invoicePdf(context, issued.id)), contentType: 'application/pdf' }
}

async function receiptFile(context: Context, input: { id: string; of: string }) {
  const receipt = (await receiptsOf(context, input.of as Expense['id'])).find((each) => each.id === input.id)
  const bytes = receipt && (await context.files.get(receipt.file))
  return bytes ? { fileName: receipt.fileName, contentType: receipt.contentType, bytes } : undefined
}

function isBetween(day: Day, { from, to }: { from: Day; to: Day }): boolean {
  return day >= from && day <= to
}

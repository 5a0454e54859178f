import type { InvoiceId } from '../../kernel/id.ts'
import type { Day } from '../../kernel/day.ts'
import { hashOf, type Files } from '../../platform/files.ts'
import { electronicFile, electronicFileName, fileStem, formatsFor } from './e-invoice/electronic.ts'
import type { DocumentFormat } from './formats.ts'
import type { InvoiceDocument } from './invoice.ts'
import { issuedAfter } from './check/store.ts'
import { electronicFileFor, invoicePdf, setPdf } from './pdf-of.ts'
import type { ReadContext } from './store.ts'
import { readDocument } from './stored-document.ts'

/** A file of an issued document, with what an index says of it. */
export interface DocumentFile {
  readonly fileName: string
  readonly format: DocumentFormat
  readonly bytes: Uint8Array
  readonly hash: string
  /** The format that it was handed over in: this file is what the customer has. */
  readonly isAsIssued: boolean
  readonly document: InvoiceDocument
}

/**
 * Every issued document in every format that it can be had in, in the order of the chain, one after the other: what was kept as it
 * was kept, the rest written now. Holds one document at a time.
 */
export async function* allDocumentFiles(context: ReadContext & { readonly today: Day; readonly files: Files }): AsyncGenerator<DocumentFile> {
  const names = new Set<string>()
  for (let sequence = 0n; ;) {
    const rows = await issuedAfter(context, sequence, 50)
    for (const row of rows) {
      const document = readDocument(row.document)
      if (document.totals === undefined || document.kind === 'opening') continue
      const prefix = freePrefix(names, document)
      for (const format of formatsFor(document)) {
        const bytes = await bytesOf(context, row.id as InvoiceId, document, format)
        const isAsIssued = format === document.format
        yield { fileName: nameOf(prefix, document, format), format, bytes, hash: hashOf(bytes), isAsIssued, document }
      }
    }
    const last = rows.at(-1)
    if (!last) return
    sequence = last.sequence
  }
}

async function bytesOf(context: Parameters<typeof invoicePdf>[0], id: InvoiceId, document: InvoiceDocument, format: DocumentFormat): Promise<Uint8Array> {
  if (format === 'pdf' || (format === document.format && format === 'facturx')) return (await invoicePdf(context, id)).bytes
  if (format === 'facturx') return setPdf(context.files, document, { isFacturX: true })
  return format === document.format ? (await electronicFileFor(context, id, document, format)).bytes : electronicFile(document, format).bytes
}

function nameOf(prefix: string, document: InvoiceDocument, format: DocumentFormat): string {
  if (format === 'pdf') return `${prefix}${fileStem(document.number)}.pdf`
  if (format === 'facturx') return `${prefix}${fileStem(document.number)}.facturx.pdf`
  return `${prefix}${electronicFileName(document, format)}`
}

/** An invoice and a credit note may carry the same number, each in its own series. */
function freePrefix(names: Set<string>, document: InvoiceDocument): string {
  const stem = fileStem(document.number)
  const prefix = names.has(stem) ? `${document.kind.replace('_', '-')}-` : ''
  names.add(`${prefix}${stem}`)
  return prefix
}

import type { InvoiceId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Day } from '../../kernel/day.ts'
import type { Files } from '../../platform/files.ts'
import { composeDraft } from './drafting.ts'
import { documentOfInvoice } from './document-of-invoice.ts'
import type { DocumentLogo, DocumentModel } from './document-model.ts'
import type { InvoiceDocument } from './invoice.ts'
import { renderPdf } from './pdf/pool.ts'
import { fileOf } from './parts/store.ts'
import { findInvoice, type ReadContext } from './store.ts'

type PdfContext = ReadContext & { readonly today: Day; readonly files: Files }

/**
 * The PDF of an issued document as it was kept, or set anew where it has not been kept yet; of a draft its preview.
 * The name is what the customer saves: "2026-0014.pdf".
 */
export async function invoicePdf(context: PdfContext, id: InvoiceId): Promise<{ fileName: string; bytes: Uint8Array }> {
  const head = await findInvoice(context, id)
  const fileName = `${(head.number ?? 'draft').replace(/[^\p{L}\p{N}._-]+/gu, '-')}.pdf`
  const kept = await fileOf(context, id)
  const bytes = kept === undefined ? undefined : await context.files.get(kept)
  return { fileName, bytes: bytes ?? (await renderPdf(await modelOf(context, id))) }
}

/** The document as it is read, for the PDF and for the page in the browser. */
export async function modelOf(context: PdfContext, id: InvoiceId): Promise<DocumentModel> {
  const head = await findInvoice(context, id)
  const document = head.document ?? (await composeDraft(context, head)).document
  return documentOfInvoice(document, { logo: await logoOf(context.files, document), madeAt: `${document.issuedOn}T00:00:00.000Z` as Instant })
}

async function logoOf(files: Files, document: InvoiceDocument): Promise<DocumentLogo | null> {
  const { logo } = document.seller
  const bytes = logo && (await files.get(logo.file))
  return bytes ? { bytes: new Uint8Array(bytes), type: logo.type } : null
}

import type { InvoiceId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Day } from '../../kernel/day.ts'
import type { Files } from '../../platform/files.ts'
import { textIn } from '../texts.ts'
import { composeDraft } from './drafting.ts'
import { documentOfInvoice } from './document-of-invoice.ts'
import type { DocumentLogo, DocumentModel } from './document-model.ts'
import { electronicFile, fileStem, type ElectronicFile, type ElectronicFormat } from './e-invoice/electronic.ts'
import { electronicFileOf } from './electronic-files/store.ts'
import type { InvoiceDocument } from './invoice.ts'
import type { PdfAttachment } from './pdf/attachment.ts'
import { renderPdf } from './pdf/pool.ts'
import { fileOf } from './parts/store.ts'
import { findInvoice, type ReadContext } from './store.ts'

type PdfContext = ReadContext & { readonly today: Day; readonly files: Files }

/**
 * The PDF of an issued document as it was kept, or set anew where it has not been kept yet; of a draft its preview. Where the
 * format is Factur-X the invoice stands in it once more as a file. The name is what the customer saves: "2026-0014.pdf".
 */
export async function invoicePdf(context: PdfContext, id: InvoiceId): Promise<{ fileName: string; bytes: Uint8Array }> {
  const head = await findInvoice(context, id)
  const fileName = `${fileStem(head.number)}.pdf`
  const kept = await fileOf(context, id)
  const bytes = kept === undefined ? undefined : await context.files.get(kept)
  if (bytes) return { fileName, bytes }
  const document = head.document ?? (await composeDraft(context, head)).document
  return { fileName, bytes: await setPdf(context.files, document, { isFacturX: head.document?.format === 'facturx' }) }
}

/** Sets a document as PDF, with the Factur-X file within where asked. */
export async function setPdf(files: Files, document: InvoiceDocument, options: { isFacturX: boolean }): Promise<Uint8Array> {
  return renderPdf(await pageOf(files, document), { attachment: options.isFacturX ? facturXOf(document) : null })
}

/** The XML of an issued document in a format: as it was kept at issue, or written anew in a format that nobody asked for then. */
export async function electronicFileFor(context: PdfContext, id: InvoiceId, document: InvoiceDocument, format: ElectronicFormat): Promise<ElectronicFile> {
  const written = () => electronicFile(document, format)
  const kept = await electronicFileOf(context, id, format)
  const bytes = kept === undefined ? undefined : await context.files.get(kept)
  return bytes ? { ...written(), bytes } : written()
}

/** The XML that goes with the PDF of an issued document; undefined where its format has none beside it. */
export async function fileBeside(context: PdfContext, id: InvoiceId): Promise<ElectronicFile | undefined> {
  const { document } = await findInvoice(context, id)
  if (!document || document.format === 'pdf' || document.format === 'facturx') return undefined
  return electronicFileFor(context, id, document, document.format)
}

/** The document as it is read, for the PDF and for the page in the browser. */
export async function modelOf(context: PdfContext, id: InvoiceId): Promise<DocumentModel> {
  const head = await findInvoice(context, id)
  return pageOf(context.files, head.document ?? (await composeDraft(context, head)).document)
}

async function pageOf(files: Files, document: InvoiceDocument): Promise<DocumentModel> {
  return documentOfInvoice(document, { logo: await logoOf(files, document), madeAt: `${document.issuedOn}T00:00:00.000Z` as Instant })
}

function facturXOf(document: InvoiceDocument): PdfAttachment {
  return {
    xml: new TextDecoder().decode(electronicFile(document, 'facturx').bytes),
    fileName: 'factur-x.xml',
    description: textIn(document.language, 'document.factur-x'),
    profile: 'EN 16931',
  }
}

async function logoOf(files: Files, document: InvoiceDocument): Promise<DocumentLogo | null> {
  const { logo } = document.seller
  const bytes = logo && (await files.get(logo.file))
  return bytes ? { bytes: new Uint8Array(bytes), type: logo.type } : null
}

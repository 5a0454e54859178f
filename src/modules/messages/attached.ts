import type { InvoiceId } from '../../kernel/id.ts'
import { fileBeside, invoicePdf, renderPdf } from '../invoicing/index.ts'
import { reminderLetter, statementLetter, type LetterContext } from '../payments/index.ts'
import type { Attachment } from './store.ts'

/** The bytes of an attachment: as they were kept, the invoice's, or a letter that is set now. */
export async function contentOf(context: LetterContext, attachment: Attachment): Promise<Uint8Array | undefined> {
  const { file, invoiceId, contentType, letter } = attachment
  if (file !== null) return context.files.get(file)
  if (invoiceId !== null) return documentFile(context, invoiceId, contentType)
  if (!letter) return undefined
  const { model } =
    letter.kind === 'reminder'
      ? await reminderLetter(context, letter.reminderId)
      : await statementLetter(context, { contactId: letter.contactId, from: letter.from ?? undefined, to: letter.to ?? undefined })
  return renderPdf(model)
}

/** The document as it was kept: its PDF, or the XML that goes beside it. */
async function documentFile(context: LetterContext, invoiceId: InvoiceId, contentType: string): Promise<Uint8Array | undefined> {
  return contentType === 'application/xml' ? (await fileBeside(context, invoiceId))?.bytes : (await invoicePdf(context, invoiceId)).bytes
}

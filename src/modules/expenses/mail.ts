import PostalMime, { type Attachment } from 'postal-mime'
import { Failure } from '../../kernel/failure.ts'
import { detectReceipt, receiptBytesMax } from './scanning/detect.ts'

/** A receipt of 20 MB, as mail writes it: four letters for three bytes, and line breaks. */
export const mailBytesMax = Math.ceil(receiptBytesMax * 1.4)
const receiptsMax = 20

export interface MailedReceipts {
  /** Who sent it, by name; null where only an address is said. */
  readonly sender: string | null
  readonly receipts: readonly { readonly fileName: string; readonly bytes: Uint8Array }[]
}

/**
 * The receipts that hang on a mail (RFC 5322), at most twenty; the signature's pictures and what is no receipt are left out. Fails with
 * `mail_unreadable` or `mail_without_receipt`.
 */
export async function receiptsOfMail(bytes: Uint8Array): Promise<MailedReceipts> {
  const limits = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 }
  const mail = await PostalMime.parse(bytes, limits).catch(() => {
    throw new Failure({ code: 'mail_unreadable', kind: 'invalid' })
  })
  const receipts = mail.attachments.flatMap((attachment) => receiptOf(attachment) ?? []).slice(0, receiptsMax)
  if (receipts.length === 0) throw new Failure({ code: 'mail_without_receipt', kind: 'invalid' })
  return { sender: mail.from?.name.trim().slice(0, 200) || null, receipts }
}

function receiptOf(attachment: Attachment): MailedReceipts['receipts'][number] | undefined {
  if (typeof attachment.content === 'string') return undefined
  const bytes = new Uint8Array(attachment.content)
  const detected = detectReceipt(bytes)
  if ('refused' in detected) return undefined
  const isPartOfText = attachment.related === true || attachment.disposition === 'inline'
  if (isPartOfText && detected.type.startsWith('image/')) return undefined
  return { fileName: (attachment.filename ?? '').replace(/\s+/g, ' ').trim().slice(0, 255) || 'receipt', bytes }
}

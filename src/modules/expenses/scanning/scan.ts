import type { Language } from '../../../kernel/language.ts'
import type { ReceiptType } from './detect.ts'

/** What is asked of the process that looks at receipts. */
export interface ScanRequest {
  readonly type: Exclude<ReceiptType, 'application/xml'>
  readonly bytes: Uint8Array
  /** Which languages the receipts of the company are in. */
  readonly languages: readonly Language[]
}

/** What is on a receipt, before anybody thinks about it. */
export interface Scan {
  /** At most five pages. text: the PDF says it itself; ocr: read from a picture. */
  readonly pages: readonly { readonly text: string; readonly source: 'text' | 'ocr' }[]
  /** What the QR codes on it say. */
  readonly codes: readonly string[]
  /** Files inside of a PDF that may be an electronic invoice. */
  readonly embedded: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** The first page as a JPEG that we made ourselves: safe to show. */
  readonly picture: Uint8Array | null
  /** Of the process that looked, in MB: it is not the server's. */
  readonly peakMegabytes: number
}

export const pagesMax = 5
/** The longer side of what is shown, and of what is read. */
export const pictureSide = 1400
export const readSide = 2200

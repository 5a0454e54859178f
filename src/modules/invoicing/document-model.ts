import type { Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'

/**
 * A document as it is read: every value is a text in the customer's language already, so that the PDF, the page in
 * the browser and the worker thread need to know nothing of money or tax. Built by `document-of-invoice.ts` and its like.
 */
export interface DocumentModel {
  readonly kind: 'offer' | 'invoice' | 'credit_note' | 'reminder' | 'statement'
  readonly language: Language
  /** The sender's country: which side the window of the envelope is on. */
  readonly country: string
  /** "#1a5f4a" */
  readonly accent: string
  readonly logo: DocumentLogo | null
  /** "Invoice 2026-0014" */
  readonly title: string
  readonly sender: DocumentSender
  /** The address, line by line. */
  readonly recipient: readonly string[]
  readonly meta: readonly LabelledText[]
  readonly intro: string | null
  readonly columns: readonly DocumentColumn[]
  readonly lines: readonly DocumentLine[]
  readonly taxGroups: readonly LabelledText[]
  readonly totals: readonly DocumentTotal[]
  readonly payment: DocumentPayment | null
  readonly closing: string | null
  /** What the law wants said: reasons for not charging tax, and the like. */
  readonly legalNotes: readonly string[]
  readonly words: DocumentWords
  /** Makes the bytes of the PDF the same each time. */
  readonly madeAt: Instant
  /** A preview of a draft carries the word. */
  readonly isDraft: boolean
}

export interface DocumentLogo {
  readonly bytes: Uint8Array
  readonly type: 'image/png' | 'image/jpeg'
}

export interface DocumentSender {
  readonly name: string
  readonly address: readonly string[]
  readonly contact: readonly string[]
  /** Registration, VAT number, bank: the third column at the foot of the page. */
  readonly legal: readonly string[]
}

export interface LabelledText {
  readonly label: string
  readonly value: string
}

/** A column after the description; the last one holds the amount. Widths in points. */
export interface DocumentColumn {
  readonly label: string
  readonly width: number
}

export interface DocumentLine {
  readonly description: string
  readonly detail: string | null
  /** One text per column. */
  readonly cells: readonly string[]
  /** The sum up to and with this line, for a page that ends after it. */
  readonly carried: string | null
}

export interface DocumentTotal extends LabelledText {
  readonly isFinal: boolean
}

export interface DocumentPayment {
  readonly title: string
  /** Due dates with their amounts. */
  readonly due: readonly LabelledText[]
  readonly account: readonly LabelledText[]
}

/** The few words that the layout itself needs. */
export interface DocumentWords {
  readonly description: string
  readonly carriedForward: string
  readonly draft: string
  /** Contains {page} and {pages}. */
  readonly pageOf: string
}

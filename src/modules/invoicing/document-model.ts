import type { Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PaymentCode } from './payment-code/payment-code.ts'

/**
 * A document as it is read: every value is a text in the customer's language already, so that the PDF, the page in
 * the browser and the worker thread need to know nothing of money or tax. Built by `document-of-invoice.ts` and its like.
 *
 * A letter with a table (`reminder`, `statement`) is the same: `intro` is the letter's text, paragraphs parted by an empty
 * line; `lines` are the invoices or the movements, under a first column that `words.description` names; fees are lines
 * too; `totals` hold what is open; `payment` and `paymentCodes` ask for it. `closing` ends the letter. In a statement a line's
 * `carried` is the balance after it. Start from `letterModel` of letter.ts.
 */
export interface DocumentModel {
  readonly kind: 'offer' | 'invoice' | 'credit_note' | 'reminder' | 'statement'
  readonly language: Language
  /** The sender's country: which side the window of the envelope is on. */
  readonly country: string
  /** "#1a5f4a" */
  readonly accent: string
  readonly look: DocumentLook
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
  /** Below the tax groups, before the final total: what the whole comes to and the advances that it is less. */
  readonly deductions: readonly LabelledText[]
  /** Small, below the final total: the tax in another currency. */
  readonly remarks: readonly LabelledText[]
  readonly payment: DocumentPayment | null
  /** What a phone reads to pay: one per part of a payment plan; empty where nothing is to be paid. */
  readonly paymentCodes: readonly PaymentCode[]
  readonly closing: string | null
  /** What the law wants said: reasons for not charging tax, and the like. */
  readonly legalNotes: readonly string[]
  readonly words: DocumentWords
  /** Makes the bytes of the PDF the same each time. */
  readonly madeAt: Instant
  /** A preview of a draft carries the word. */
  readonly isDraft: boolean
}

/** The few choices of a company (`company.look`). */
export interface DocumentLook {
  readonly layout: 'clear' | 'classic' | 'airy'
  readonly font: 'sans' | 'serif'
  /** A line at the foot of every page. */
  readonly footer: string | null
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

/** A column after the description; the last one holds the amount. */
export interface DocumentColumn {
  readonly label: string
  /** The least width in points; the column grows with what stands in it. */
  readonly width: number
  /** Figures stand right, which is the default; days and words left. */
  readonly align?: 'left' | 'right'
}

export interface DocumentLine {
  readonly description: string
  readonly detail: string | null
  /** One text per column. */
  readonly cells: readonly string[]
  /** The sum up to and with this line, for a page that ends after it. */
  readonly carried: string | null
  /** strong: a sum among the lines. quiet: what is only said, such as a balance brought forward. */
  readonly tone?: 'strong' | 'quiet'
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

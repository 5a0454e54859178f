import type { InvoiceDocument } from './invoice.ts'

/** The key of what a document is called, by its purpose: "invoice", "advance", "credit-note". */
export function titleKey(document: Pick<InvoiceDocument, 'kind' | 'purpose'>): string {
  if (document.kind === 'credit_note') return 'credit-note'
  return document.purpose === 'invoice' ? 'invoice' : `invoice-${document.purpose}`
}

import { fail, Failure } from '../../kernel/failure.ts'
import type { Language } from '../../kernel/language.ts'
import { textIn } from '../texts.ts'
import type { InvoiceDocument } from './invoice.ts'
import { fatalFindings } from './e-invoice/electronic.ts'
import { inWords } from './e-invoice/words.ts'

/**
 * Refuses to issue what the receiver's portal would refuse: fails with `e_invoice_refused`, which names the format, the rules and
 * what is missing, in the company's language. On paper nothing more is asked than the document itself holds.
 */
export function refuseIncomplete(document: InvoiceDocument, language: Language): void {
  const broken = fatalFindings(document, document.format)
  if (broken.length === 0) return
  fail('e_invoice_refused', {
    format: textIn(language, `document.format.${document.format}`),
    rules: [...new Set(broken.map((finding) => finding.rule))].join(', '),
    count: broken.length,
    says: broken
      .slice(0, 3)
      .map((finding) => inWords(finding, language))
      .join(' '),
  })
}

/** Whether issuing ended because the document is not complete; it waits as a draft then. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Failure && error.code === 'e_invoice_refused'
}

/** Why a document was not issued, in words; what is no named failure is a bug and goes on. */
export function refusalIn(error: unknown, language: Language): string {
  if (!(error instanceof Failure)) throw error
  return textIn(language, `failure.${error.code}`, error.details)
}

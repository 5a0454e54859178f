import { exponentOf } from '../../../kernel/currency.ts'
import type { Language } from '../../../kernel/language.ts'
import { formatDay } from '../../../kernel/format.ts'
import type { Day } from '../../../kernel/day.ts'
import { textIn } from '../../texts.ts'
import { documentFormats, type DocumentFormat } from '../formats.ts'
import type { InvoiceDocument } from '../invoice.ts'
import type { Finding } from './finding.ts'
import { eInvoiceOf, type EInvoiceWords } from './from-document.ts'
import { versionOf } from './format-versions.ts'
import { kindOfTypeCode } from './kind.ts'
import type { EInvoice } from './model.ts'
import { validateEInvoice } from './validate.ts'
import { withoutRepetition } from './words.ts'
import { writeEInvoice } from './write-e-invoice.ts'

export type ElectronicFormat = Exclude<DocumentFormat, 'pdf'>

/** A file as it is handed over; `factur-x.xml` stands within the PDF. */
export interface ElectronicFile {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly contentType: 'application/xml'
}

/** The document as an XML file of a format; the same document gives the same bytes. What it breaks `findingsOf` tells. */
export function electronicFile(document: InvoiceDocument, format: ElectronicFormat): ElectronicFile {
  const version = versionOf(format, document.issuedOn)
  const bytes = writeEInvoice(modelOf(document, format), { syntax: version.syntax })
  return { bytes, fileName: electronicFileName(document, format), contentType: 'application/xml' }
}

/** "2026-0014.xrechnung-ubl.xml"; within a PDF it is always `factur-x.xml`. */
export function electronicFileName(document: InvoiceDocument, format: ElectronicFormat): string {
  return format === 'facturx' ? 'factur-x.xml' : `${fileStem(document.number)}.${versionOf(format, document.issuedOn).suffix}.xml`
}

/** What a document would break of the rules of a format, gravest first; a draft is looked at as if it had a number. */
export function findingsOf(document: InvoiceDocument, format: DocumentFormat): Finding[] {
  if (format === 'pdf') return []
  const { syntax, profile } = versionOf(format, document.issuedOn)
  const model = modelOf({ ...document, number: document.number ?? '1' }, format)
  const found = validateEInvoice(model, { syntax, kind: kindOfTypeCode(model.typeCode), profile })
  return withoutRepetition(found).toSorted((left, right) => gravity[left.severity] - gravity[right.severity])
}

export function fatalFindings(document: InvoiceDocument, format: DocumentFormat): Finding[] {
  return findingsOf(document, format).filter((finding) => finding.severity === 'fatal')
}

/**
 * The formats that an issued document can be had in: paper always; the others where it keeps their rules, XRechnung for
 * receivers in Germany. An invoice from before is known by its number and sum only, and stays paper.
 */
export function formatsFor(document: InvoiceDocument): DocumentFormat[] {
  if (document.kind === 'opening' || exponentOf(document.currency) > 2) return ['pdf']
  return documentFormats.filter((format) => {
    if (format.startsWith('xrechnung') && document.buyer.country !== 'DE') return false
    return fatalFindings(document, format).length === 0
  })
}

/** "2026-0014", without what a file name cannot hold. */
export function fileStem(number: string | null): string {
  return (number ?? 'draft').replace(/[^\p{L}\p{N}._-]+/gu, '-')
}

function modelOf(document: InvoiceDocument, format: ElectronicFormat): EInvoice {
  return eInvoiceOf(document, versionOf(format, document.issuedOn), wordsIn(document.language, document.seller.country))
}

const gravity = { fatal: 0, warning: 1, information: 2 }

function wordsIn(language: Language, country: string): EInvoiceWords {
  return {
    reason: (reason) => textIn(language, `tax.reason.${reason}`),
    advance: (number, day) => textIn(language, 'document.less-advance', { number, day: formatDay(day as Day, { language, country }) }),
    credit: textIn(language, 'document.credit-closing'),
    part: ({ count, day, amount }) => `${textIn(language, 'document.part', { count, day })}: ${amount}`,
  }
}

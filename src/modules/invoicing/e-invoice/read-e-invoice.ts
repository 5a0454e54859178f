import { Failure } from '../../../kernel/failure.ts'
import { readXml, XmlRefused, type XmlElement } from '../../../platform/xml/read-xml.ts'
import { fromCii } from './cii-model.ts'
import type { CiiShape } from './cii-shape.ts'
import { ciiFindings } from './cii-findings.ts'
import { ciiNamespace, ciiSyntax } from './cii.ts'
import type { Finding } from './finding.ts'
import { kindOfTypeCode, type EInvoiceKind } from './kind.ts'
import type { EInvoice } from './model.ts'
import { fromUbl } from './ubl-model.ts'
import type { UblShape } from './ubl-shape.ts'
import { ublFindings } from './ubl-findings.ts'
import { ublCreditNoteNamespace, ublInvoiceNamespace, ublSyntax } from './ubl.ts'
import { readByTable } from './xml-read.ts'

/** The largest file that is read: an invoice with its attachments as most portals take it, and some. */
export const eInvoiceBytesMax = 20 * 1024 * 1024

const limits = { bytesMax: eInvoiceBytesMax, elementsMax: 600_000, depthMax: 40 }

/** An electronic invoice as read: the terms of the model, and what is wrong with the structure of the file. */
export interface ReadEInvoice {
  readonly syntax: 'ubl' | 'cii'
  readonly kind: EInvoiceKind
  readonly model: EInvoice
  readonly findings: Finding[]
}

/**
 * Reads a UBL 2.1 invoice or credit note, or a CII one (D16B, D22B; so Factur-X, ZUGFeRD 2 and XRechnung). What the file says wrong
 * is told as findings and read as far as it goes; only what is no electronic invoice at all is refused.
 * Fails with `e_invoice_malformed`, `e_invoice_doctype_refused`, `e_invoice_too_large`, `e_invoice_other_document`,
 * `e_invoice_old_version` (ZUGFeRD 1.0).
 */
export function readEInvoice(bytes: Uint8Array): ReadEInvoice {
  const root = readRoot(bytes)
  if (root.namespace === ublInvoiceNamespace && root.name === 'Invoice') return readUbl(root, 'invoice')
  if (root.namespace === ublCreditNoteNamespace && root.name === 'CreditNote') return readUbl(root, 'credit_note')
  if (root.namespace === ciiNamespace && root.name === 'CrossIndustryInvoice') return readCii(root)
  if (root.name === 'CrossIndustryDocument') throw new Failure({ code: 'e_invoice_old_version', kind: 'invalid' })
  throw new Failure({ code: 'e_invoice_other_document', kind: 'invalid', details: { element: root.name.slice(0, 100) } })
}

function readUbl(root: XmlElement, kind: EInvoiceKind): ReadEInvoice {
  const { fields, findings, amountsNotIn } = readByTable(root, ublSyntax[kind])
  const shape = { ...unused, ...fields } as unknown as UblShape
  const model = fromUbl(shape, kind)
  return { syntax: 'ubl', kind, model, findings: [...findings, ...amountsNotIn(model.currency), ...ublFindings(shape, kind)] }
}

function readCii(root: XmlElement): ReadEInvoice {
  const { fields, findings } = readByTable(root, ciiSyntax)
  const shape = fields as unknown as CiiShape
  const model = fromCii(shape)
  return { syntax: 'cii', kind: kindOfTypeCode(model.typeCode), model, findings: [...findings, ...ciiFindings(shape)] }
}

/** Fields of the shape that only one of the two documents has an element for. */
const unused = { dueOn: null, projectReference: null }

function readRoot(bytes: Uint8Array): XmlElement {
  try {
    return readXml(bytes, limits)
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error
    throw new Failure({
      code: `e_invoice_${error.reason === 'doctype' ? 'doctype_refused' : error.reason}`,
      kind: error.reason === 'too_large' ? 'too_large' : 'invalid',
      details: { line: error.line, megabytesMax: eInvoiceBytesMax / 1024 / 1024 },
    })
  }
}

import { ciiSyntax } from './cii.ts'
import { toCii } from './cii-model.ts'
import { kindOfTypeCode, type EInvoiceKind } from './kind.ts'
import type { EInvoice } from './model.ts'
import { toUbl } from './ubl-model.ts'
import { ublSyntax } from './ubl.ts'
import { writeByTable } from './xml-write.ts'

/**
 * Writes an invoice as UBL 2.1 or CII, valid against the schema of either where the model has what the schema demands; the
 * same model gives the same bytes. Specification (BT-24) and business process (BT-23) are the model's. UBL has a document
 * of its own for credit notes: chosen by the type code (BT-3) unless `kind` says otherwise.
 */
export function writeEInvoice(model: EInvoice, options: { readonly syntax: 'ubl' | 'cii'; readonly kind?: EInvoiceKind }): Uint8Array {
  const { syntax, kind = kindOfTypeCode(model.typeCode) } = options
  if (syntax === 'cii') return writeByTable({ ...toCii(model) }, ciiSyntax, model.currency)
  return writeByTable({ ...toUbl(model, kind) }, ublSyntax[kind], model.currency)
}

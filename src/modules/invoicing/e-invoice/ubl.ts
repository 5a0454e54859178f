import type { XmlSyntax } from './xml-syntax.ts'
import { ublTypeOf, ublTypes } from './ubl-schema.ts'
import { ublTable } from './ubl-table.ts'

const shared = {
  types: ublTypes,
  typeOf: ublTypeOf,
  isComplete: true,
}

const prefixes = {
  'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2': 'cac',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2': 'cbc',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2': 'ext',
}

export const ublInvoiceNamespace = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'
export const ublCreditNoteNamespace = 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2'

/** UBL 2.1: an invoice and a credit note are two documents of almost the same parts. */
export const ublSyntax: Readonly<Record<'invoice' | 'credit_note', XmlSyntax>> = {
  invoice: { ...shared, root: 'Invoice', prefixes: { [ublInvoiceNamespace]: '', ...prefixes }, rules: ublTable('invoice').rules },
  credit_note: { ...shared, root: 'CreditNote', prefixes: { [ublCreditNoteNamespace]: '', ...prefixes }, rules: ublTable('credit_note').rules },
}

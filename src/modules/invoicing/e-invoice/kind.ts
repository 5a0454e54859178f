import { creditNoteTypes } from './code-lists/short-lists.ts'

/** UBL has two documents; CII and the model tell them apart by the type code. */
export type EInvoiceKind = 'invoice' | 'credit_note'

/** Which of UBL's documents a type code (BT-3) stands in: BR-CL-01 lists those of a credit note. */
export function kindOfTypeCode(typeCode: string | null): EInvoiceKind {
  return typeCode !== null && creditNoteTypes.has(typeCode) ? 'credit_note' : 'invoice'
}

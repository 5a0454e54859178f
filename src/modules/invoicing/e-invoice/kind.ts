/** UBL has two documents; CII and the model tell them apart by the type code. */
export type EInvoiceKind = 'invoice' | 'credit_note'

/** UNCL 1001: the type codes (BT-3) that EN 16931 gives to a UBL CreditNote. */
const creditNoteCodes = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '502', '503', '532'])

export function kindOfTypeCode(typeCode: string | null): EInvoiceKind {
  return typeCode !== null && creditNoteCodes.has(typeCode) ? 'credit_note' : 'invoice'
}

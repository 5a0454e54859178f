import { referenceKey, type InvoiceIndex } from './index-invoices.ts'
import { keysOfText, type NumberStrength } from './number.ts'
import type { MatchInvoice, MatchReason, MatchTransaction } from './types.ts'

/** Which invoices a transaction names, and how. */
export interface Named {
  readonly reason: Extract<MatchReason, 'reference' | 'number' | 'number_damaged' | 'number_short'>
  /** A short number behind a word such as "Rechnung Nr." */
  readonly isAnnounced: boolean
}

/** A key that so many invoices share tells nothing. */
export const bucketMax = 30

const rank = { reference: 3, number: 2, number_damaged: 1, number_short: 0 } as const
const reasonOf: Readonly<Record<NumberStrength, Named['reason']>> = { full: 'number', damaged: 'number_damaged', short: 'number_short' }

/** The invoices that reference, end-to-end id and text name; what is named in full beats what repairs make of it. */
export function namedInvoices(transaction: MatchTransaction, index: InvoiceIndex): Map<MatchInvoice, Named> {
  const found = new Map<MatchInvoice, Named>()
  const note = (invoice: MatchInvoice, named: Named) => {
    const before = found.get(invoice)
    if (!before || rank[named.reason] > rank[before.reason]) found.set(invoice, named)
    else if (named.reason === before.reason && named.isAnnounced) found.set(invoice, named)
  }
  for (const text of [transaction.reference?.text, transaction.endToEndId]) {
    const key = text ? referenceKey(text) : ''
    if (key !== '') for (const invoice of index.byReference.get(key) ?? []) note(invoice, { reason: 'reference', isAnnounced: true })
  }
  for (const { key, isAnnounced } of keysOfText([transaction.remittance, transaction.reference?.text, transaction.endToEndId].filter(Boolean).join(' '))) {
    const filed = index.byNumberKey.get(key) ?? []
    // A short number such as "14" means too many invoices, or none.
    if (filed.length > bucketMax) continue
    for (const { invoice, strength } of filed) note(invoice, { reason: reasonOf[strength], isAnnounced })
  }
  return withoutChance(found)
}

/** Beside an invoice that is named in full, one that is only nearly named is chance, unless it is the same customer's. */
function withoutChance(found: ReadonlyMap<MatchInvoice, Named>): Map<MatchInvoice, Named> {
  const strongest = Math.max(-1, ...[...found.values()].map((named) => rank[named.reason]))
  const customers = new Set([...found].filter(([, named]) => rank[named.reason] === strongest).map(([invoice]) => invoice.customerId))
  return new Map([...found].filter(([invoice, named]) => strongest < 2 || rank[named.reason] >= 2 || customers.has(invoice.customerId)).slice(0, bucketMax))
}

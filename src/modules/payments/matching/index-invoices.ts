import type { Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { nameWords } from './name.ts'
import { keysOfNumber } from './number.ts'

/** What matching knows of an invoice. Settled ones may be among them: a second payment of one is a double payment. */
export interface MatchInvoice {
  readonly id: string
  readonly number: string
  readonly customerId: string
  readonly customerName: string
  /** Zero when it is settled. */
  readonly open: Money
  readonly dueOn: Day
  /** The open parts, earliest due first; a payment of the first ones fits as well as one of the whole. */
  readonly openParts?: readonly Money[]
  /** The structured reference on its payment slip. */
  readonly reference: string | null
}

/** A payer as known from elsewhere: other names, accounts that paid before. */
export interface MatchPayer {
  readonly customerId: string
  readonly names: readonly string[]
  readonly ibans: readonly string[]
}

export interface InvoiceIndex {
  readonly byReference: ReadonlyMap<string, readonly MatchInvoice[]>
  readonly byNumberKey: ReadonlyMap<string, readonly { readonly invoice: MatchInvoice; readonly isStrong: boolean }[]>
  readonly byAmount: ReadonlyMap<string, readonly MatchInvoice[]>
  readonly byCustomer: ReadonlyMap<string, readonly MatchInvoice[]>
  readonly customersByWord: ReadonlyMap<string, readonly string[]>
  readonly customersByIban: ReadonlyMap<string, readonly string[]>
  readonly wordsOfCustomer: ReadonlyMap<string, readonly (readonly string[])[]>
}

/** Files all invoices and payers once, so that each transaction is looked up and not compared with all. */
export function indexInvoices(invoices: readonly MatchInvoice[], payers: readonly MatchPayer[] = []): InvoiceIndex {
  const byReference = new Map<string, MatchInvoice[]>()
  const byNumberKey = new Map<string, { invoice: MatchInvoice; isStrong: boolean }[]>()
  const byAmount = new Map<string, MatchInvoice[]>()
  const byCustomer = new Map<string, MatchInvoice[]>()
  const names = new Map<string, Set<string>>()
  for (const invoice of invoices) {
    if (invoice.reference) push(byReference, referenceKey(invoice.reference), invoice)
    const strongest = new Map<string, boolean>()
    for (const { key, isStrong } of keysOfNumber(invoice.number)) strongest.set(key, isStrong || (strongest.get(key) ?? false))
    for (const [key, isStrong] of strongest) push(byNumberKey, key, { invoice, isStrong })
    push(byAmount, amountKey(invoice.open), invoice)
    push(byCustomer, invoice.customerId, invoice)
    names.set(invoice.customerId, (names.get(invoice.customerId) ?? new Set()).add(invoice.customerName))
  }
  const customersByIban = new Map<string, string[]>()
  for (const payer of payers) {
    for (const iban of new Set(payer.ibans)) push(customersByIban, iban, payer.customerId)
    for (const name of payer.names) names.set(payer.customerId, (names.get(payer.customerId) ?? new Set()).add(name))
  }
  const wordsOfCustomer = new Map([...names].map(([customerId, all]) => [customerId, [...all].map((name) => nameWords(name))]))
  const customersByWord = new Map<string, string[]>()
  for (const [customerId, lists] of wordsOfCustomer) for (const word of new Set(lists.flat())) push(customersByWord, word, customerId)
  return { byReference, byNumberKey, byAmount, byCustomer, customersByWord, customersByIban, wordsOfCustomer }
}

/** References are compared without spaces and without the zeros that a QR reference is filled with. */
export function referenceKey(reference: string): string {
  return reference.replace(/\s/g, '').toUpperCase().replace(/^0+/, '')
}

export function amountKey(amount: Money): string {
  return `${amount.currency}${amount.minor}`
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

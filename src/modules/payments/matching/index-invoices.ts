import type { Money } from '../../../kernel/money.ts'
import { nameWords } from './name.ts'
import { keysOfNumber, type NumberStrength } from './number.ts'
import type { MatchInvoice, MatchPayer } from './types.ts'

export interface InvoiceIndex {
  readonly byReference: ReadonlyMap<string, readonly MatchInvoice[]>
  readonly byNumberKey: ReadonlyMap<string, readonly { readonly invoice: MatchInvoice; readonly strength: NumberStrength }[]>
  readonly byAmount: ReadonlyMap<string, readonly MatchInvoice[]>
  /** Earliest due first. */
  readonly byCustomer: ReadonlyMap<string, readonly MatchInvoice[]>
  readonly customersByWord: ReadonlyMap<string, readonly string[]>
  readonly customersByIban: ReadonlyMap<string, readonly string[]>
  readonly wordsOfCustomer: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Amounts that a customer paid before. */
  readonly habits: ReadonlyMap<string, ReadonlySet<string>>
}

const order: Readonly<Record<NumberStrength, number>> = { full: 2, damaged: 1, short: 0 }

/** Files all invoices and payers once, so that each transaction is looked up and not compared with all. */
export function indexInvoices(invoices: readonly MatchInvoice[], payers: readonly MatchPayer[] = []): InvoiceIndex {
  const byReference = new Map<string, MatchInvoice[]>()
  const byNumberKey = new Map<string, { invoice: MatchInvoice; strength: NumberStrength }[]>()
  const byAmount = new Map<string, MatchInvoice[]>()
  const byCustomer = new Map<string, MatchInvoice[]>()
  const names = new Map<string, Set<string>>()
  for (const invoice of invoices) {
    if (invoice.reference) push(byReference, referenceKey(invoice.reference), invoice)
    const strongest = new Map<string, NumberStrength>()
    for (const { key, strength } of keysOfNumber(invoice.number)) {
      const before = strongest.get(key)
      if (before === undefined || order[strength] > order[before]) strongest.set(key, strength)
    }
    for (const [key, strength] of strongest) push(byNumberKey, key, { invoice, strength })
    push(byAmount, amountKey(invoice.open), invoice)
    push(byCustomer, invoice.customerId, invoice)
    names.set(invoice.customerId, (names.get(invoice.customerId) ?? new Set()).add(invoice.customerName))
  }
  for (const list of byCustomer.values()) list.sort((left, right) => (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0))
  const customersByIban = new Map<string, string[]>()
  const habits = new Map<string, Set<string>>()
  for (const payer of payers) {
    for (const iban of new Set(payer.ibans)) if (!customersByIban.get(iban)?.includes(payer.customerId)) push(customersByIban, iban, payer.customerId)
    for (const name of payer.names) names.set(payer.customerId, (names.get(payer.customerId) ?? new Set()).add(name))
    const paid = habits.get(payer.customerId) ?? new Set()
    for (const amount of payer.amounts ?? []) paid.add(amountKey(amount))
    habits.set(payer.customerId, paid)
  }
  const wordsOfCustomer = new Map([...names].map(([customerId, all]) => [customerId, [...all].map((name) => nameWords(name))]))
  const customersByWord = new Map<string, string[]>()
  for (const [customerId, lists] of wordsOfCustomer) for (const word of new Set(lists.flat())) push(customersByWord, word, customerId)
  return { byReference, byNumberKey, byAmount, byCustomer, customersByWord, customersByIban, wordsOfCustomer, habits }
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

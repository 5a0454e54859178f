import type { InvoiceIndex } from './index-invoices.ts'
import { initialsAgree, initialsDiffer, isSameWord, nameLikeness, nameWords } from './name.ts'
import type { MatchTransaction } from './types.ts'

/** How far the money seems to come from a customer. */
export interface Payer {
  /** 0 to 1 by the name; 1 by the account. */
  readonly likeness: number
  readonly by: 'account' | 'name' | 'text'
}

/** Whom a transaction may come from; asked per customer, and for those whom it names by account or words. */
export interface Payers {
  readonly likely: ReadonlyMap<string, Payer>
  of(customerId: string): Payer | undefined
  /** A name is given and it is nobody's that we asked about. */
  readonly isNamed: boolean
}

/** A name that more customers have is looked at where the amount fits. */
const customersPerWordMax = 30
const customersMax = 40

export function payersOf(transaction: MatchTransaction, index: InvoiceIndex): Payers {
  const byAccount = new Set(index.customersByIban.get(transaction.counterpartyIban ?? '') ?? [])
  const names = [transaction.counterpartyName, transaction.ultimateName].flatMap((name) => (name ? [{ name, words: nameWords(name) }] : []))
  const text = nameWords(transaction.remittance.slice(0, 300), 40)
  const known = new Map<string, Payer | undefined>()
  const of = (customerId: string): Payer | undefined => {
    if (!known.has(customerId)) known.set(customerId, find(customerId))
    return known.get(customerId)
  }
  const find = (customerId: string): Payer | undefined => {
    if (byAccount.has(customerId)) return { likeness: 1 / byAccount.size, by: 'account' }
    const lists = index.wordsOfCustomer.get(customerId) ?? []
    const likeness = Math.max(0, ...names.flatMap(({ name, words }) => lists.map((other) => likenessOf(name, words, other, index))))
    // An account that is known as somebody else's says more than a name.
    if (likeness >= 0.5) return { likeness: byAccount.size > 0 ? likeness / 2 : likeness, by: 'name' }
    const within = lists.some((other) => isWithin(other, text, index))
    return within ? { likeness: 0.6, by: 'text' } : undefined
  }
  const candidates = new Set([
    ...byAccount,
    ...customersNaming(
      names.flatMap(({ words }) => words),
      index,
    ),
    ...customersNaming(text, index),
  ])
  const likely = new Map<string, Payer>()
  for (const customerId of candidates) {
    const payer = of(customerId)
    if (payer) likely.set(customerId, payer)
  }
  return { likely, of, isNamed: names.length > 0 }
}

/** The customers of the rarest words. */
function customersNaming(words: readonly string[], index: InvoiceIndex): string[] {
  return words
    .map((word) => index.customersByWord.get(word) ?? [])
    .filter((customers) => customers.length > 0 && customers.length <= customersPerWordMax)
    .sort((left, right) => left.length - right.length)
    .slice(0, 3)
    .flat()
    .slice(0, customersMax)
}

/** A word that only one customer has says more than "Müller"; and a first name that is another says that it is another. */
function likenessOf(name: string, words: readonly string[], other: readonly string[], index: InvoiceIndex): number {
  const plain = nameLikeness(words, other)
  if (plain === 0) return plain
  if (initialsDiffer(name, other)) return plain / 2
  if (plain >= 0.8) return plain
  const isRare = words.some((word) => word.length >= 4 && (index.customersByWord.get(word)?.length ?? 0) === 1 && other.some((each) => isSameWord(each, word)))
  if (initialsAgree(name, other)) return Math.max(plain, isRare ? 0.9 : 0.8)
  return isRare ? Math.max(plain, 0.6) : plain
}

/** A name in the text: two of its words, or one that is rare and long. */
function isWithin(name: readonly string[], text: readonly string[], index: InvoiceIndex): boolean {
  const present = name.filter((word) => text.some((other) => isSameWord(other, word)))
  if (present.length >= 2) return true
  return present.some((word) => word.length >= 5 && (name.length === 1 || (index.customersByWord.get(word)?.length ?? 0) === 1))
}

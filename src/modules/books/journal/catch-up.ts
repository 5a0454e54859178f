import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { issuedDocuments } from '../../invoicing/index.ts'
import { moneyFactKinds, moneyFacts, type MoneyFactKind } from '../../payments/index.ts'
import { openBooks, type Books } from '../books.ts'
import { booksContract } from '../contract.ts'
import { postIssued } from './documents.ts'
import { postMoneyFact } from './money.ts'
import { bookedAmong, keepProgress, progressOf } from './store.ts'

/** So many facts are looked at in one transaction: others wait for the company meanwhile. */
const batch = 200

/** A row of facts in the order in which they are looked through. */
interface Row {
  readonly source: string
  readonly place: string
  readonly book: () => Promise<void>
}

/**
 * Books what is not in the journal yet: all of a company's past when it comes from a version without books, and
 * whatever anybody forgot. Goes on where it stopped, books nothing twice; runs daily, and again at once while there is more.
 */
export const catchUp = implement(booksContract['books.catch-up'], async (context) => {
  const books = await openBooks(context)
  let booked = 0
  for (const kind of ['invoice', ...moneyFactKinds] as const) {
    const after = await progressOf(context, kind)
    const rows = kind === 'invoice' ? await documentsAfter(books, after) : await factsAfter(books, kind, after)
    booked += await bookMissing(books, rows)
    const last = rows.at(-1)
    if (last) await keepProgress(context, kind, last.place)
    if (rows.length === batch) {
      await goOn(context)
      return { booked, isDone: false }
    }
  }
  return { booked, isDone: true }
})

async function documentsAfter(books: Books, after: string | undefined): Promise<Row[]> {
  const found = await issuedDocuments(books.context, { after: BigInt(after ?? '0'), limit: batch })
  return found.map((issued) => ({ source: `invoice/${issued.id}`, place: String(issued.sequence), book: () => postIssued(books, issued) }))
}

async function factsAfter(books: Books, kind: MoneyFactKind, after: string | undefined): Promise<Row[]> {
  const found = await moneyFacts(books.context, kind, { after: after ?? '', limit: batch })
  return found.map((fact) => ({ source: `${kind}/${fact.id}`, place: fact.cursor, book: () => postMoneyFact(books, kind, fact.id) }))
}

async function bookMissing(books: Books, rows: readonly Row[]): Promise<number> {
  const known = await bookedAmong(
    books.context,
    rows.map((row) => row.source),
  )
  let booked = 0
  for (const row of rows) {
    if (known.has(row.source)) continue
    await row.book()
    booked += 1
  }
  return booked
}

async function goOn(context: Context): Promise<void> {
  await context.later({ kind: 'books.catch-up', payload: null, key: 'books.catch-up' })
}

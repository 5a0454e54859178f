import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { issuedDocuments } from '../../invoicing/index.ts'
import { moneyFactKinds, moneyFacts, type MoneyFactKind } from '../../payments/index.ts'
import { expensesInOrder } from '../../expenses/index.ts'
import { openBooks, type Books } from '../books.ts'
import { booksContract } from '../contract.ts'
import { postIssued } from './documents.ts'
import { postExpense, standingCost } from './expenses.ts'
import { postMoneyFact } from './money.ts'
import { bookedAmong, keepProgress, progressOf } from './store.ts'

/** So many facts are looked at in one transaction: others wait for the company meanwhile. */
const batch = 200

/** Whether all of the past is booked: what came while it was looked through was booked by itself. */
export async function isCaughtUp(context: Context): Promise<boolean> {
  const books = await openBooks(context)
  for (const kind of bookedKinds) if ((await rowsAfter(books, kind, await progressOf(context, kind))).length === batch) return false
  return true
}

/** Whether the past was ever booked whole: before, a check cannot ask for what is still to come. */
export async function isPastBooked(context: Pick<Context, 'database' | 'company'>): Promise<boolean> {
  return (await progressOf(context, pastKey)) !== undefined
}

const pastKey = 'past'
const bookedKinds = ['invoice', ...moneyFactKinds, 'expense'] as const

/** A row of facts in the order in which they are looked through. */
interface Row {
  readonly source: string
  readonly place: string
  /** There is nothing to book of it. */
  readonly isNothing?: boolean
  readonly book: () => Promise<void>
}

/**
 * Books what is not in the journal yet: all of a company's past when it comes from a version without books, and
 * whatever anybody forgot. Goes on where it stopped, books nothing twice; runs daily, and again at once while there is more.
 */
export const catchUp = implement(booksContract['books.catch-up'], async (context) => {
  const books = await openBooks(context)
  let booked = 0
  for (const kind of bookedKinds) {
    const after = await progressOf(context, kind)
    const rows = await rowsAfter(books, kind, after)
    booked += await bookMissing(books, rows)
    const last = rows.at(-1)
    if (last) await keepProgress(context, kind, last.place)
    if (rows.length === batch) {
      await goOn(context)
      return { booked, isDone: false }
    }
  }
  await keepProgress(context, pastKey, 'booked')
  return { booked, isDone: true }
})

async function rowsAfter(books: Books, kind: MoneyFactKind | 'invoice' | 'expense', after: string | undefined): Promise<Row[]> {
  if (kind === 'invoice') return documentsAfter(books, after)
  return kind === 'expense' ? expensesAfter(books, after) : factsAfter(books, kind, after)
}

async function expensesAfter(books: Books, after: string | undefined): Promise<Row[]> {
  const found = await expensesInOrder(books.context, { after: after ?? '', limit: batch })
  const rows: Row[] = []
  for (const expense of found) {
    const standing = expense.state === 'recorded' ? await standingCost(books, expense.id) : undefined
    rows.push({
      source: standing?.source ?? `expense/${expense.id}`,
      place: expense.id,
      isNothing: expense.state !== 'recorded',
      book: () => postExpense(books, expense.id),
    })
  }
  return rows
}

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
    if (row.isNothing || known.has(row.source)) continue
    await row.book()
    booked += 1
  }
  return booked
}

async function goOn(context: Context): Promise<void> {
  await context.later({ kind: 'books.catch-up', payload: null, key: 'books.catch-up' })
}

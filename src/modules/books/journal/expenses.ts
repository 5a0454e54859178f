import { createHash } from 'node:crypto'
import { fold } from '../../../kernel/fold.ts'
import { expenseById, type Expense, type ExpenseId } from '../../expenses/index.ts'
import { bankAccountOfTransaction } from '../../payments/index.ts'
import type { Books } from '../books.ts'
import type { Entry } from './entry.ts'
import { expenseEntry, expensePaymentEntry } from './expense-entry.ts'
import { undoneEntry, type FactOf } from './money-entry.ts'
import { post } from './post.ts'
import { carriedOf, factsOfSubject, linesOfFact, sourcesBelow } from './store.ts'

/**
 * Brings the journal to what an expense says now: what was booked of it and holds no longer is turned round, and what
 * holds is booked. Whatever happened to it in whatever order, the journal ends up the same.
 */
export async function postExpense(books: Books, id: ExpenseId): Promise<void> {
  const expense = await expenseById(books.context, id)
  if (!expense) return
  await postCost(books, expense)
  await postPayments(books, expense)
}

/** What the entry depends on; a change of anything else (whom it is passed on to) books nothing. */
function digestOf(expense: Expense): string {
  const { category, currency, parts, issuedOn, payee, documentNumber, paidBy } = expense
  const said = [category, currency, parts, issuedOn, payee?.name ?? null, documentNumber, paidBy === 'member']
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16)
}

/** `expense/<id>/<count>/<digest>`, undone by `expense-undone/<id>/<count>`. */
async function postCost(books: Books, expense: Expense): Promise<void> {
  const { context } = books
  const standing = await standingCost(books, expense.id)
  const digest = expense.state === 'recorded' ? digestOf(expense) : null
  if ((standing?.digest ?? null) === digest) return
  if (standing) {
    const lines = await linesOfFact(context, standing.source)
    await post(books, undoneEntry('expense_undone', `expense-undone/${expense.id}/${standing.count}`, { ...factOf(expense), on: context.today }, lines))
  }
  if (digest === null) return
  const count = (standing?.count ?? (await lastCount(books, expense.id))) + 1
  const on = factOf(expense).on
  const entry = expenseEntry(
    {
      ...factOf(expense),
      source: `expense/${expense.id}/${count}/${digest}`,
      category: expense.category,
      isOwedToMember: expense.paidBy === 'member',
      deductsTax: books.deductsTax,
      parts: expense.parts.map((part) => ({ ...part, basisPoints: part.rate.basisPoints, rateKind: books.rateKindOf(part.rate.basisPoints) })),
    },
    await books.toBook(expense.currency, on),
  )
  await post(books, entry)
}

export async function standingCost(books: Pick<Books, 'context'>, id: string): Promise<{ source: string; count: number; digest: string } | undefined> {
  const undone = new Set((await sourcesBelow(books.context, `expense-undone/${id}/`)).map((source) => source.split('/')[2]))
  const booked = (await sourcesBelow(books.context, `expense/${id}/`)).map((source) => {
    const [, , count, digest] = source.split('/')
    return { source, count: Number(count), digest: digest! }
  })
  return booked.find((each) => !undone.has(String(each.count)))
}

async function lastCount(books: Books, id: string): Promise<number> {
  return (await sourcesBelow(books.context, `expense/${id}/`)).length
}

async function postPayments(books: Books, expense: Expense): Promise<void> {
  const { context } = books
  const booked = new Set(await factsOfSubject(context, expense.id))
  const standing = new Set(expense.payments.map((payment) => `expense-payment/${payment.id}`))
  for (const fact of booked) {
    const undoing = fact.replace('expense-payment/', 'expense-payment-undone/')
    if (!fact.startsWith('expense-payment/') || standing.has(fact) || booked.has(undoing)) continue
    await post(books, undoneEntry('expense_payment_undone', undoing, { ...factOf(expense), on: context.today }, await linesOfFact(context, fact)))
  }
  const owedKind = expense.paidBy === 'member' ? 'member_owed' : 'payable'
  for (const payment of expense.payments) {
    if (booked.has(`expense-payment/${payment.id}`)) continue
    const paid = payment.charged ?? payment.amount
    const account = payment.bankTransactionId ? await bankAccountOfTransaction(context, payment.bankTransactionId) : null
    const entry = expensePaymentEntry(
      {
        ...factOf(expense),
        fact: payment.id,
        on: payment.on,
        amount: payment.amount,
        paid,
        account: account ? `bank.${account}` : accountOfMethod[payment.method],
        expenseId: expense.id,
        owedKind,
        carried: await carriedOf(context, owedKind, expense.id),
      },
      await books.toBook(paid.currency, payment.on),
    )
    await post(books, entry)
  }
}

const accountOfMethod = { bank: 'bank', cash: 'cash', card: 'clearing.card' } as const

function factOf(expense: Expense): FactOf {
  const name = expense.payee?.name ?? expense.description
  const party: Entry['party'] = { key: fold(name), name, side: 'supplier' }
  return { id: expense.id, on: expense.issuedOn!, party, document: expense.documentNumber, isTyped: false }
}

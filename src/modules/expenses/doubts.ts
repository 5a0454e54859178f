import type { Expense, ExpenseId } from './expense.ts'
import { fold } from '../../kernel/fold.ts'
import { selectReceipts } from './receipts/store.ts'
import { foldedNumber, selectExpenses, type Place } from './store.ts'

export interface Doubt {
  readonly kind: 'file' | 'number' | 'amount'
  readonly expenseId: ExpenseId
}

/** Other expenses, to check or recorded, that may be the same: by file, by payee and number, or by payee, amount and day. */
export async function perhapsTwice(context: Place, expense: Expense): Promise<Doubt[]> {
  const doubts = new Map<ExpenseId, Doubt>()
  const files = new Set((await selectReceipts(context, { expenseId: expense.id })).map((receipt) => receipt.file))
  for (const file of files) {
    for (const other of await selectReceipts(context, { file })) {
      if (other.expenseId !== expense.id) doubts.set(other.expenseId, { kind: 'file', expenseId: other.expenseId })
    }
  }
  if (expense.payee) {
    const others = await selectExpenses(context, { payeeFolded: fold(expense.payee.name), limit: 200 })
    for (const other of others.filter((each) => each.id !== expense.id && !doubts.has(each.id))) {
      const kind = likenessOf(expense, other)
      if (kind) doubts.set(other.id, { kind, expenseId: other.id })
    }
  }
  const live = new Set((await selectExpenses(context, { ids: [...doubts.keys()] })).filter((each) => each.state !== 'removed').map((each) => each.id))
  return [...doubts.values()].filter((doubt) => live.has(doubt.expenseId))
}

function likenessOf(expense: Expense, other: Expense): 'number' | 'amount' | undefined {
  const number = foldedNumber(expense.documentNumber)
  if (number !== '' && number === foldedNumber(other.documentNumber)) return 'number'
  const isSameAmount = other.currency === expense.currency && other.gross.minor === expense.gross.minor && expense.gross.minor !== 0n
  // Two different numbers of the same day are two documents.
  const areNumbered = number !== '' && foldedNumber(other.documentNumber) !== ''
  return isSameAmount && expense.issuedOn !== null && other.issuedOn === expense.issuedOn && !areNumbered ? 'amount' : undefined
}

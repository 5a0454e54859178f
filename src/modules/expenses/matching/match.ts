import { fail, invalid, notFound } from '../../../kernel/failure.ts'
import { newId, type BankTransactionId } from '../../../kernel/id.ts'
import { isNegative, negate } from '../../../kernel/money.ts'
import { Percent } from '../../../kernel/percent.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { matchDebit, unmatchDebit, unmatchedDebits, type BankDebit } from '../../payments/index.ts'
import { expensesContract } from '../contract.ts'
import { blankDetails, ensureRecordable } from '../details.ts'
import { partOfGross, type Expense, type ExpenseId } from '../expense.ts'
import { keepAutomaticPayment } from '../payments/automatic.ts'
import { markPaid } from '../payments/pay.ts'
import { insertPayment, reversePayment } from '../payments/store.ts'
import { categoryOf } from '../reading/category.ts'
import { isSamePayee } from '../reading/proposal.ts'
import { findExpense, insertExpense, selectExpenses, turn } from '../store.ts'
import { rankExpenses } from './rank.ts'

const debitsMax = 200

/** What went out, each with the expense that it probably paid. */
export const listDebits = implement(expensesContract['expenses.debits'], async (context) => {
  const debits = await unmatchedDebits(context, { limit: debitsMax })
  const expenses = [...(await candidates(context)), ...(await repeatedProposals(context))]
  return {
    debits: debits.map((debit) => {
      const best = rankExpenses(debit, expenses)[0]
      return {
        bankTransactionId: debit.id,
        bookedOn: debit.bookedOn,
        amount: negate(debit.amount),
        name: debit.counterpartyName ?? debit.remittance.slice(0, 60),
        remittance: debit.remittance,
        proposal: best ? { expenseId: best.expense.id, name: best.expense.payee?.name ?? best.expense.description, isCertain: best.isCertain } : null,
      }
    }),
  }
})

/** One key: the debit paid this expense; named none, the best proposal, or else a new expense of its own. */
export const matchExpense = implement(expensesContract['expenses.match'], async (context, input) => {
  const debit = (await unmatchedDebits(context, { limit: 1000 })).find((each) => each.id === input.bankTransactionId) ?? notFound('bank-transaction')
  const named = input.expenseId && ((await findExpense(context, input.expenseId)) ?? notFound('expense'))
  const expenses = named || input.isNew ? [] : [...(await candidates(context)), ...(await repeatedProposals(context))]
  const best = rankExpenses(debit, expenses)[0]?.expense
  const expense = named || best
  const isConfirmed = expense?.state === 'to_check'
  const expenseId = isConfirmed
    ? await settle(context, await confirm(context, expense), debit)
    : expense
      ? await settle(context, expense, debit)
      : await recordDebit(context, debit)
  await matchDebit(context, { bankTransactionId: debit.id, expenseId })
  return { id: expenseId, isNew: !expense, isConfirmed }
})

/** After a bank file: what is beyond doubt is matched at once; the rest waits for a key. */
export async function matchCertainDebits(context: Context): Promise<void> {
  const debits = await unmatchedDebits(context, { limit: 1000 })
  if (debits.length === 0) return
  let expenses = await candidates(context)
  for (const debit of debits) {
    const best = rankExpenses(debit, expenses)[0]
    if (!best?.isCertain) continue
    await settle(context, best.expense, debit)
    await matchDebit(context, { bankTransactionId: debit.id, expenseId: best.expense.id, isCertain: true })
    expenses = expenses.filter((expense) => expense.id !== best.expense.id)
  }
}

/** A debit that is matched no longer takes its payment back; a card's payment follows from the expense again. */
export async function releasePayments(context: Context, payload: { bankTransactionId: BankTransactionId; expenseIds: readonly string[] }): Promise<void> {
  for (const expense of await selectExpenses(context, { ids: payload.expenseIds as ExpenseId[] })) {
    for (const payment of expense.payments.filter((each) => each.bankTransactionId === payload.bankTransactionId)) {
      await reversePayment(context, expense.id, payment)
      context.emit('expense.payment-undone', { expenseId: expense.id, paymentId: payment.id })
    }
    await keepAutomaticPayment(context, expense.id)
  }
}

/** A payment taken back by hand lets its debit wait again. */
export async function releaseDebitOf(context: Context, bankTransactionId: BankTransactionId | null): Promise<void> {
  if (bankTransactionId) await unmatchDebit(context, bankTransactionId)
}

async function candidates(context: Context): Promise<Expense[]> {
  const recent = await selectExpenses(context, { state: 'recorded', limit: 2000 })
  return recent.filter((expense) => !expense.payments.some((payment) => payment.bankTransactionId !== null))
}

/** Recurring costs that wait for a look: their debit is that look, but only by a key. */
async function repeatedProposals(context: Context): Promise<Expense[]> {
  return (await selectExpenses(context, { state: 'to_check', limit: 500 })).filter((expense) => expense.source === 'recurring')
}

async function confirm(context: Context, expense: Expense): Promise<Expense> {
  await ensureRecordable(context, expense)
  await turn(context, expense.id, { state: 'recorded', kind: 'recorded' })
  await keepAutomaticPayment(context, expense.id)
  context.emit('expense.recorded', { expenseId: expense.id })
  return (await findExpense(context, expense.id))!
}

async function settle(context: Context, expense: Expense, debit: BankDebit): Promise<ExpenseId> {
  const paid = negate(debit.amount)
  const details = { expenseId: expense.id, on: debit.valueOn, bankTransactionId: debit.id }
  if (expense.paidBy !== 'card' || isNegative(paid)) {
    if (expense.currency !== paid.currency) await markPaid(context, { ...details, charged: paid })
    else await markPaid(context, { ...details, amount: paid.minor > expense.open.minor ? expense.open : paid })
    return expense.id
  }
  // The card's payment and the debit are one: the debit's takes its place.
  for (const payment of expense.payments.filter((each) => each.isAutomatic)) await reversePayment(context, expense.id, payment)
  const isSame = expense.currency === paid.currency
  if (isSame && paid.minor > expense.gross.minor) invalid({ expenseId: 'expense_overpaid' })
  const amount = isSame ? paid : expense.gross
  const paymentId = await insertPayment(context, { ...details, amount, charged: isSame ? null : paid, method: 'card', isAutomatic: false, reversesId: null }) // prettier-ignore
  context.emit('expense.paid', { expenseId: expense.id, paymentId })
  await keepAutomaticPayment(context, expense.id)
  return expense.id
}

/** A debit that nobody has a receipt of yet: a cost without tax, of the kind that this payee's costs were before. */
async function recordDebit(context: Context, debit: BankDebit): Promise<ExpenseId> {
  if (!isNegative(debit.amount)) fail('transaction_not_a_debit')
  const gross = negate(debit.amount)
  const name = (debit.counterpartyName ?? debit.remittance).slice(0, 200) || null
  const payee = name === null ? null : { name, street: null, postalCode: null, city: null, country: null, vatNumber: null, iban: debit.counterpartyIban }
  const earlier = (await selectExpenses(context, { state: 'recorded', limit: 500 })).find((expense) => isSamePayee(expense.payee, payee))
  const details = {
    ...blankDetails(context),
    payee: earlier?.payee ?? payee,
    description: name === null ? debit.remittance.slice(0, 200) || '–' : '',
    issuedOn: debit.bookedOn,
    category: earlier?.category ?? categoryOf(`${name ?? ''} ${debit.remittance}`) ?? ('other' as const),
    currency: gross.currency,
    parts: [partOfGross(gross, Percent.zero, 'exempt')],
    paidBy: 'bank' as const,
  }
  const id = newId<'expense'>()
  await insertExpense(context, { id, state: 'recorded', source: 'bank', payeeContactId: earlier?.payeeContactId ?? null, details })
  await turn(context, id, { state: 'recorded', kind: 'recorded' })
  context.emit('expense.recorded', { expenseId: id })
  await markPaid(context, { expenseId: id, on: debit.valueOn, bankTransactionId: debit.id })
  return id
}

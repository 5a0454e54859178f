import type { Day } from '../../kernel/day.ts'
import { fold } from '../../kernel/fold.ts'
import { newId, type ContactId } from '../../kernel/id.ts'
import type { Context } from '../../platform/operation/context.ts'
import { totalsOf, type Expense, type ExpenseDetails, type ExpenseId, type ExpenseSource, type ExpenseState } from './expense.ts'
import { expenseOf, revisionRow } from './rows.ts'
import { tables, type ExpenseTables } from './tables.ts'

export type Place = Pick<Context, 'database' | 'company'>

/** Adds an expense with its first revision. */
export async function insertExpense(
  context: Context,
  expense: { id: ExpenseId; state: ExpenseState; source: ExpenseSource; payeeContactId: ContactId | null; details: ExpenseDetails },
): Promise<void> {
  await tables(context.database)
    .insertInto('expenses')
    .values({
      ...headOf(expense.details),
      company_id: context.company.id,
      id: expense.id,
      state: expense.state,
      source: expense.source,
      revision: 1n,
      contact_id: expense.payeeContactId,
      paid_minor: 0n,
      receipt_count: 0n,
      created_at: context.now,
    })
    .execute()
  await insertRevision(context, { id: expense.id, revision: 1, details: expense.details })
}

/** What is said about it from now on; what was said before stays. */
export async function addRevision(context: Context, options: { id: ExpenseId; revision: number; details: ExpenseDetails }): Promise<void> {
  await tables(context.database)
    .updateTable('expenses')
    .set({ ...headOf(options.details), revision: BigInt(options.revision) })
    .where('company_id', '=', context.company.id)
    .where('id', '=', options.id)
    .execute()
  await insertRevision(context, options)
}

async function insertRevision(context: Context, options: { id: ExpenseId; revision: number; details: ExpenseDetails }): Promise<void> {
  const { details } = options
  await tables(context.database)
    .insertInto('expense_revisions')
    .values({ ...revisionRow(context, details), id: newId<'expense-revision'>(), expense_id: options.id, revision: BigInt(options.revision) })
    .execute()
  if (details.parts.length === 0) return
  await tables(context.database)
    .insertInto('expense_revision_parts')
    .values(
      details.parts.map((part, position) => ({
        company_id: context.company.id,
        expense_id: options.id,
        revision: BigInt(options.revision),
        position: BigInt(position),
        treatment: part.treatment,
        basis_points: BigInt(part.rate.basisPoints),
        net_minor: part.net.minor,
        tax_minor: part.tax.minor,
        gross_minor: part.gross.minor,
      })),
    )
    .execute()
}

export async function setPayeeContact(context: Context, id: ExpenseId, contactId: ContactId | null): Promise<void> {
  await tables(context.database)
    .updateTable('expenses')
    .set({ contact_id: contactId })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .execute()
}

/** Moves it to another state and adds the fact that says so. */
export async function turn(
  context: Context,
  id: ExpenseId,
  to: { state: ExpenseState; kind: 'recorded' | 'reopened' | 'removed' | 'restored' },
): Promise<void> {
  await tables(context.database).updateTable('expenses').set({ state: to.state }).where('company_id', '=', context.company.id).where('id', '=', id).execute()
  await tables(context.database)
    .insertInto('expense_turns')
    .values({
      company_id: context.company.id,
      id: newId<'expense-turn'>(),
      expense_id: id,
      kind: to.kind,
      recorded_at: context.now,
      recorded_by: context.actor.name,
    })
    .execute()
}

/** The turns of its life, earliest first. */
export async function turnsOf(context: Place, id: ExpenseId): Promise<string[]> {
  const rows = await tables(context.database)
    .selectFrom('expense_turns')
    .select('kind')
    .where('company_id', '=', context.company.id)
    .where('expense_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.kind)
}

export interface ExpensesWanted {
  readonly ids?: readonly ExpenseId[]
  readonly state?: ExpenseState | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly category?: string | undefined
  /** Of one payee, by its folded name. */
  readonly payeeFolded?: string | undefined
  /** Owed or overpaid. */
  readonly isOpen?: true | undefined
  readonly hasNoReceipt?: true | undefined
  readonly after?: { on: string; id: string } | undefined
  readonly limit?: number | undefined
}

/** Expenses as they stand now, latest day first; proposals as they came, latest first. */
export async function selectExpenses(context: Place, wanted: ExpensesWanted): Promise<Expense[]> {
  if (wanted.ids?.length === 0) return []
  const { after } = wanted
  let query = tables(context.database).selectFrom('expenses').selectAll().where('company_id', '=', context.company.id)
  if (wanted.ids) query = query.where('id', 'in', [...wanted.ids])
  if (wanted.state) query = query.where('state', '=', wanted.state)
  if (wanted.from) query = query.where('issued_on', '>=', wanted.from)
  if (wanted.to) query = query.where('issued_on', '<=', wanted.to)
  if (wanted.category) query = query.where('category', '=', wanted.category)
  if (wanted.payeeFolded !== undefined) query = query.where('payee_folded', '=', wanted.payeeFolded)
  if (wanted.isOpen) query = query.whereRef('gross_minor', '<>', 'paid_minor')
  if (wanted.hasNoReceipt) query = query.where('receipt_count', '=', 0n)
  if (after) query = query.where((is) => is.or([is('issued_on', '<', after.on), is.and([is('issued_on', '=', after.on), is('id', '<', after.id)])]))
  // A proposal may have no day; the engines differ on where nothing sorts.
  query = wanted.state === 'to_check' ? query.orderBy('id', 'desc') : query.orderBy('issued_on', 'desc').orderBy('id', 'desc')
  if (wanted.limit !== undefined) query = query.limit(wanted.limit)
  return withDetails(context, await query.execute())
}

/** In the order in which they came, whatever their state. */
export async function expensesInOrder(context: Place, page: { after: string; limit: number }): Promise<Expense[]> {
  const heads = await tables(context.database)
    .selectFrom('expenses')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return withDetails(context, heads)
}

export async function findExpense(context: Place, id: ExpenseId): Promise<Expense | undefined> {
  return (await selectExpenses(context, { ids: [id] }))[0]
}

/** Those passed on to customers now, of one customer, of one agreement, or of all. */
export async function selectRebilled(context: Place, filter: { contactId?: ContactId | undefined; agreementId?: string | undefined }): Promise<Expense[]> {
  let query = tables(context.database)
    .selectFrom('expenses as e')
    .innerJoin('expense_revisions as r', (join) =>
      join.onRef('r.company_id', '=', 'e.company_id').onRef('r.expense_id', '=', 'e.id').onRef('r.revision', '=', 'e.revision'),
    )
    .selectAll('e')
    .where('e.company_id', '=', context.company.id)
    .where('e.state', '=', 'recorded')
    .where('r.contact_id', 'is not', null)
  if (filter.contactId) query = query.where('r.contact_id', '=', filter.contactId)
  if (filter.agreementId) query = query.where('r.agreement_id', '=', filter.agreementId)
  return withDetails(context, await query.orderBy('e.id').execute())
}

/** How many there are of a state. */
export async function countExpenses(context: Place, state: ExpenseState): Promise<number> {
  const row = await tables(context.database)
    .selectFrom('expenses')
    .select((is) => is.fn.countAll<bigint>().as('count'))
    .where('company_id', '=', context.company.id)
    .where('state', '=', state)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function withDetails(context: Place, heads: readonly ExpenseTables['expenses'][]): Promise<Expense[]> {
  const expenses: Expense[] = []
  for (let start = 0; start < heads.length; start += 300) {
    const some = heads.slice(start, start + 300)
    const ids = some.map((head) => head.id)
    const revisions = await tables(context.database)
      .selectFrom('expense_revisions')
      .selectAll()
      .where('company_id', '=', context.company.id)
      .where('expense_id', 'in', ids)
      .execute()
    const parts = await tables(context.database)
      .selectFrom('expense_revision_parts')
      .selectAll()
      .where('company_id', '=', context.company.id)
      .where('expense_id', 'in', ids)
      .orderBy('position')
      .execute()
    const payments = await tables(context.database)
      .selectFrom('expense_payments')
      .selectAll()
      .where('company_id', '=', context.company.id)
      .where('expense_id', 'in', ids)
      .orderBy('id')
      .execute()
    for (const head of some) {
      const isCurrent = (row: { expense_id: string; revision: bigint }) => row.expense_id === head.id && row.revision === head.revision
      expenses.push(
        expenseOf(head, {
          revision: revisions.find(isCurrent)!,
          parts: parts.filter(isCurrent),
          payments: payments.filter((payment) => payment.expense_id === head.id),
        }),
      )
    }
  }
  return expenses
}

/** What lists and proposals look for. */
function headOf(details: ExpenseDetails) {
  return {
    payee_folded: fold(details.payee?.name ?? ''),
    document_folded: foldedNumber(details.documentNumber),
    issued_on: details.issuedOn,
    category: details.category,
    currency: details.currency,
    gross_minor: totalsOf(details.parts, details.currency).gross.minor,
  }
}

/** A document's number without what people and scanners do to it: "RE-2026 / 014" and "re 2026-014" are one. */
export function foldedNumber(number: string | null): string {
  return fold(number ?? '').replace(/[^\p{L}\p{N}]/gu, '')
}

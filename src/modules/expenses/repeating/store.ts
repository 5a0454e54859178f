import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { ExpenseId } from '../expense.ts'
import type { Place } from '../store.ts'
import { tables, type ExpenseTables } from '../tables.ts'
import type { Rhythm } from './rhythm.ts'

export interface StandingRhythm {
  readonly id: string
  readonly expenseId: ExpenseId
  readonly rhythm: Rhythm
  readonly fromOn: Day
  readonly nextCount: number
  readonly nextOn: Day
}

export async function insertRhythm(context: Context, rhythm: Omit<StandingRhythm, 'id'>): Promise<void> {
  await tables(context.database)
    .insertInto('expense_rhythms')
    .values({
      company_id: context.company.id,
      id: newId<'expense-rhythm'>(),
      expense_id: rhythm.expenseId,
      rhythm: rhythm.rhythm,
      from_on: rhythm.fromOn,
      next_count: BigInt(rhythm.nextCount),
      next_on: rhythm.nextOn,
      recorded_at: context.now,
      recorded_by: context.actor.name,
      ended_at: null,
    })
    .execute()
}

export async function endRhythm(context: Context, id: string): Promise<void> {
  await tables(context.database)
    .updateTable('expense_rhythms')
    .set({ ended_at: context.now })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .execute()
}

/** The rhythm that stands and that this expense began, or is a repetition of. */
export async function rhythmOf(context: Place, expenseId: ExpenseId): Promise<StandingRhythm | undefined> {
  const repetition = await tables(context.database)
    .selectFrom('expense_repetitions')
    .select('rhythm_id')
    .where('company_id', '=', context.company.id)
    .where('expense_id', '=', expenseId)
    .executeTakeFirst()
  const row = await tables(context.database)
    .selectFrom('expense_rhythms')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('ended_at', 'is', null)
    .where((is) => is.or([is('expense_id', '=', expenseId), is('id', '=', repetition?.rhythm_id ?? '')]))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && rhythmFrom(row)
}

/** The latest day that was proposed of an expense, by whatever rhythm it began or came of, also one that ended. */
export async function lastProposedOn(context: Place, expenseId: ExpenseId): Promise<Day | undefined> {
  const own = tables(context.database)
    .selectFrom('expense_repetitions')
    .select('rhythm_id')
    .where('company_id', '=', context.company.id)
    .where('expense_id', '=', expenseId)
  const row = await tables(context.database)
    .selectFrom('expense_repetitions as p')
    .innerJoin('expense_rhythms as r', (join) => join.onRef('r.company_id', '=', 'p.company_id').onRef('r.id', '=', 'p.rhythm_id'))
    .select('p.due_on')
    .where('p.company_id', '=', context.company.id)
    .where((is) => is.or([is('r.expense_id', '=', expenseId), is('r.id', 'in', own)]))
    .orderBy('p.due_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.due_on as Day | undefined
}

export async function rhythmsDue(context: Place, until: Day): Promise<StandingRhythm[]> {
  const rows = await tables(context.database)
    .selectFrom('expense_rhythms')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('ended_at', 'is', null)
    .where('next_on', '<=', until)
    .orderBy('id')
    .execute()
  return rows.map(rhythmFrom)
}

/** What came of a rhythm so far, the latest day first. */
export async function repetitionsOf(context: Place, rhythmId: string): Promise<ExpenseId[]> {
  const rows = await tables(context.database)
    .selectFrom('expense_repetitions')
    .select('expense_id')
    .where('company_id', '=', context.company.id)
    .where('rhythm_id', '=', rhythmId)
    .orderBy('due_on', 'desc')
    .limit(24)
    .execute()
  return rows.map((row) => row.expense_id as ExpenseId)
}

/** Notes what was proposed for a day, and which day comes next. */
export async function noteRepetition(
  context: Context,
  rhythm: StandingRhythm,
  made: { expenseId: ExpenseId; next: { count: number; on: Day } },
): Promise<void> {
  await tables(context.database)
    .insertInto('expense_repetitions')
    .values({ company_id: context.company.id, rhythm_id: rhythm.id, due_on: rhythm.nextOn, expense_id: made.expenseId })
    .execute()
  await tables(context.database)
    .updateTable('expense_rhythms')
    .set({ next_count: BigInt(made.next.count), next_on: made.next.on })
    .where('company_id', '=', context.company.id)
    .where('id', '=', rhythm.id)
    .execute()
}

function rhythmFrom(row: ExpenseTables['expense_rhythms']): StandingRhythm {
  return {
    id: row.id,
    expenseId: row.expense_id as ExpenseId,
    rhythm: row.rhythm as Rhythm,
    fromOn: row.from_on as Day,
    nextCount: Number(row.next_count),
    nextOn: row.next_on as Day,
  }
}

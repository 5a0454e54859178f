import { sql } from 'kysely'
import { newId, type ContactId, type Id } from '../../kernel/id.ts'
import { addSeconds, type Instant } from '../../kernel/instant.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { Context } from '../../platform/operation/context.ts'
import type { Move, MoveKind } from './move.ts'
import type { PutAside } from './put-aside.ts'

type TodayTables = {
  moves_aside: { company_id: string; cause: string; until: string | null; put_at: string; put_by: string }
  autopilot_modes: { company_id: string; kind: string; mode: 'ask' | 'do'; set_at: string; set_by: string }
  moves_expected: { company_id: string; contact_id: string; cause: string; weight: bigint; move: string }
  moves_done: { company_id: string; id: string; cause: string; kind: string; move: string; problem: string | null; done_at: string }
}

const tables = (transaction: Transaction) => transaction.withTables<TodayTables>()

export async function selectAside(context: Context): Promise<PutAside[]> {
  return (await asideNow(context).select(['cause', 'until']).execute()) as PutAside[]
}

/** Snoozed or dismissed; a second word replaces the first. */
export async function putAside(context: Context, aside: PutAside): Promise<void> {
  const said = { until: aside.until as string | null, put_at: context.now as string, put_by: context.actor.name }
  await tables(context.database)
    .insertInto('moves_aside')
    .values({ company_id: context.company.id, cause: aside.cause, ...said })
    .onConflict((conflict) => conflict.columns(['company_id', 'cause']).doUpdateSet(said))
    .execute()
}

/** Takes one back, or all; answers how many. */
export async function removeAside(context: Context, cause: string | undefined): Promise<number> {
  let query = tables(context.database).deleteFrom('moves_aside').where('company_id', '=', context.company.id)
  if (cause !== undefined) query = query.where('cause', '=', cause)
  const result = await query.executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** The kinds that Cloudburo may do by itself. */
export async function selectAutopilot(context: Context): Promise<Set<MoveKind>> {
  const rows = await tables(context.database)
    .selectFrom('autopilot_modes')
    .select('kind')
    .where('company_id', '=', context.company.id)
    .where('mode', '=', 'do')
    .execute()
  return new Set(rows.map((row) => row.kind as MoveKind))
}

export async function setAutopilotMode(context: Context, kind: MoveKind, mode: 'ask' | 'do'): Promise<void> {
  const said = { mode, set_at: context.now as string, set_by: context.actor.name }
  await tables(context.database)
    .insertInto('autopilot_modes')
    .values({ company_id: context.company.id, kind, ...said })
    .onConflict((conflict) => conflict.columns(['company_id', 'kind']).doUpdateSet(said))
    .execute()
}

/** A move that the autopilot did, or tried to do. */
export interface DoneMove {
  readonly id: Id<'done-move'>
  readonly move: Move
  readonly problem: string | null
  readonly doneAt: Instant
}

export async function insertDone(context: Context, done: { move: unknown; cause: string; kind: MoveKind; problem: string | null }): Promise<Id<'done-move'>> {
  const id = newId<'done-move'>()
  await tables(context.database)
    .insertInto('moves_done')
    .values({
      company_id: context.company.id,
      id,
      cause: done.cause,
      kind: done.kind,
      move: JSON.stringify(done.move),
      problem: done.problem,
      done_at: context.now,
    })
    .execute()
  return id
}

/** What was done in the last days, the latest first. */
export async function selectDone(context: Context, days: number): Promise<{ id: Id<'done-move'>; move: string; problem: string | null; doneAt: Instant }[]> {
  const rows = await tables(context.database)
    .selectFrom('moves_done')
    .select(['id', 'move', 'problem', 'done_at'])
    .where('company_id', '=', context.company.id)
    .where('done_at', '>=', addSeconds(context.now, -days * 86_400))
    .orderBy('done_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({ id: row.id as Id<'done-move'>, move: row.move, problem: row.problem, doneAt: row.done_at as Instant }))
}

/** Of these causes, those that the autopilot has tried before: it tries each once. */
export async function selectTried(context: Context, causes: readonly string[]): Promise<Set<string>> {
  if (causes.length === 0) return new Set()
  const rows = await tables(context.database)
    .selectFrom('moves_done')
    .select('cause')
    .where('company_id', '=', context.company.id)
    .where('cause', 'in', [...causes])
    .execute()
  return new Set(rows.map((row) => row.cause))
}

/** Writes down what one customer calls for, in place of what was written before; without a customer, of all. */
export async function replaceExpected(context: Context, contactId: ContactId | undefined, moves: readonly Move[]): Promise<void> {
  let old = tables(context.database).deleteFrom('moves_expected').where('company_id', '=', context.company.id)
  if (contactId !== undefined) old = old.where('contact_id', '=', contactId)
  await old.execute()
  for (let start = 0; start < moves.length; start += 200) {
    const rows = moves.slice(start, start + 200).map((move) => ({
      company_id: context.company.id,
      contact_id: move.contactId!,
      cause: move.cause,
      weight: BigInt(Math.round(move.weight)),
      move: JSON.stringify(move),
    }))
    await tables(context.database).insertInto('moves_expected').values(rows).execute()
  }
}

/** The worst of them that nobody put aside, as they are on the wire. */
export async function selectExpected(context: Context, options: { limit: number }): Promise<Move[]> {
  const rows = await tables(context.database)
    .selectFrom('moves_expected')
    .select('move')
    .where('moves_expected.company_id', '=', context.company.id)
    .where((is) => is.not(is.exists(asideNow(context).where('moves_aside.cause', '=', sql.ref<string>('moves_expected.cause')).select('moves_aside.cause'))))
    .orderBy('weight', 'desc')
    .limit(options.limit)
    .execute()
  return rows.map((row) => JSON.parse(row.move) as Move)
}

/** What one customer calls for. */
export async function expectedOf(context: Context, contactId: ContactId): Promise<Move[]> {
  const rows = await tables(context.database)
    .selectFrom('moves_expected')
    .select('move')
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', contactId)
    .execute()
  return rows.map((row) => JSON.parse(row.move) as Move)
}

/** How many are expected, and how many of these were put aside. */
export async function countExpected(context: Context): Promise<{ count: number; asideCount: number }> {
  const all = tables(context.database)
    .selectFrom('moves_expected')
    .where('company_id', '=', context.company.id)
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
  const aside = asideNow(context)
    .innerJoin('moves_expected', (join) =>
      join.onRef('moves_expected.company_id', '=', 'moves_aside.company_id').onRef('moves_expected.cause', '=', 'moves_aside.cause'),
    )
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
  const { count } = await all.executeTakeFirstOrThrow()
  return { count: Number(count), asideCount: count === 0n ? 0 : Number((await aside.executeTakeFirstOrThrow()).count) }
}

function asideNow(context: Context) {
  return tables(context.database)
    .selectFrom('moves_aside')
    .where('moves_aside.company_id', '=', context.company.id)
    .where((is) => is.or([is('until', 'is', null), is('until', '>', context.today)]))
}

/** After two contacts became one: what the other called for is looked for anew. */
export async function clearExpected(context: Context, contactId: ContactId): Promise<void> {
  await tables(context.database).deleteFrom('moves_expected').where('company_id', '=', context.company.id).where('contact_id', '=', contactId).execute()
}

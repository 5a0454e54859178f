import type { ContactId, Id, InvoiceId } from '../../../kernel/id.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import type { Context } from '../../../platform/operation/context.ts'
import type { ReadContext } from '../store.ts'

export type RunTables = {
  invoice_runs: {
    company_id: string
    id: string
    until_on: string
    sends: bigint
    started_at: string
    started_by: string
    finished_at: string | null
  }
  invoice_run_items: {
    company_id: string
    run_id: string
    position: bigint
    contact_id: string
    draft_id: string | null
    state: string
    /** JSON list. */
    invoice_ids: string
    problem: string | null
  }
  invoices: { company_id: string; id: string; contact_id: string; state: string; created_by: string }
}

export type RunId = Id<'invoice-run'>

/** waiting; issued: billed, its PDF not kept yet; kept: done; refused: waits as a draft, see `problem`; nothing: was billed meanwhile. */
export type ItemState = 'waiting' | 'issued' | 'kept' | 'refused' | 'nothing'

export interface Run {
  readonly id: RunId
  readonly until: Day
  readonly sends: boolean
  readonly startedAt: Instant
  readonly finishedAt: Instant | null
}

export interface RunItem {
  readonly position: number
  readonly contactId: ContactId
  /** A draft that waits to be issued; null to bill what is due of the customer. */
  readonly draftId: InvoiceId | null
  readonly state: ItemState
  readonly invoiceIds: readonly InvoiceId[]
  readonly problem: string | null
}

const tables = (transaction: Transaction) => transaction.withTables<RunTables>()

export async function latestRun(context: ReadContext, id?: RunId): Promise<Run | undefined> {
  let query = tables(context.database).selectFrom('invoice_runs').selectAll().where('company_id', '=', context.company.id)
  if (id) query = query.where('id', '=', id)
  const row = await query.orderBy('started_at', 'desc').limit(1).executeTakeFirst()
  return (
    row && {
      id: row.id as RunId,
      until: row.until_on as Day,
      sends: row.sends === 1n,
      startedAt: row.started_at as Instant,
      finishedAt: row.finished_at as Instant | null,
    }
  )
}

export async function insertRun(context: Context, run: Run, items: readonly Pick<RunItem, 'contactId' | 'draftId'>[]): Promise<void> {
  await tables(context.database)
    .insertInto('invoice_runs')
    .values({
      company_id: context.company.id,
      id: run.id,
      until_on: run.until,
      sends: run.sends ? 1n : 0n,
      started_at: run.startedAt,
      started_by: context.actor.name,
      finished_at: run.finishedAt,
    })
    .execute()
  for (let start = 0; start < items.length; start += 100) {
    const rows = items.slice(start, start + 100).map((item, index) => ({
      company_id: context.company.id,
      run_id: run.id,
      position: BigInt(start + index),
      contact_id: item.contactId,
      draft_id: item.draftId,
      state: 'waiting',
      invoice_ids: '[]',
      problem: null,
    }))
    await tables(context.database).insertInto('invoice_run_items').values(rows).execute()
  }
}

export async function itemsOf(context: ReadContext, id: RunId, options: { state: ItemState; limit: number }): Promise<RunItem[]> {
  const rows = await tables(context.database)
    .selectFrom('invoice_run_items')
    .selectAll()
    .where('company_id', '=', context.company.id)
    .where('run_id', '=', id)
    .where('state', '=', options.state)
    .orderBy('position')
    .limit(options.limit)
    .execute()
  return rows.map((row) => ({
    position: Number(row.position),
    contactId: row.contact_id as ContactId,
    draftId: row.draft_id as InvoiceId | null,
    state: row.state as ItemState,
    invoiceIds: JSON.parse(row.invoice_ids) as InvoiceId[],
    problem: row.problem,
  }))
}

export async function settleItem(
  context: ReadContext,
  id: RunId,
  position: number,
  result: { state: ItemState; invoiceIds?: readonly InvoiceId[]; problem?: string | null },
): Promise<void> {
  await tables(context.database)
    .updateTable('invoice_run_items')
    .set({
      state: result.state,
      ...(result.invoiceIds ? { invoice_ids: JSON.stringify(result.invoiceIds) } : {}),
      ...(result.problem === undefined ? {} : { problem: result.problem }),
    })
    .where('company_id', '=', context.company.id)
    .where('run_id', '=', id)
    .where('position', '=', BigInt(position))
    .execute()
}

export async function countItems(context: ReadContext, id: RunId): Promise<Record<ItemState, number>> {
  const rows = await tables(context.database)
    .selectFrom('invoice_run_items')
    .select(({ fn }) => ['state', fn.countAll<bigint>().as('count')])
    .where('company_id', '=', context.company.id)
    .where('run_id', '=', id)
    .groupBy('state')
    .execute()
  const of = (state: ItemState) => Number(rows.find((row) => row.state === state)?.count ?? 0)
  return { waiting: of('waiting'), issued: of('issued'), kept: of('kept'), refused: of('refused'), nothing: of('nothing') }
}

export async function finishRun(context: Context, id: RunId): Promise<void> {
  await tables(context.database)
    .updateTable('invoice_runs')
    .set({ finished_at: context.now })
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .execute()
}

/** Drafts that nobody wrote: the daily run made them from what agreements made due. */
export async function draftsMadeBy(context: ReadContext, name: string, only?: InvoiceId): Promise<{ id: InvoiceId; contactId: ContactId }[]> {
  let query = tables(context.database)
    .selectFrom('invoices')
    .select(['id', 'contact_id'])
    .where('company_id', '=', context.company.id)
    .where('state', '=', 'draft')
    .where('created_by', '=', name)
  if (only) query = query.where('id', '=', only)
  const rows = await query.orderBy('id').execute()
  return rows.map((row) => ({ id: row.id as InvoiceId, contactId: row.contact_id as ContactId }))
}

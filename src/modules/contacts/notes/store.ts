import type { Day } from '../../../kernel/day.ts'
import type { ContactId, Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { tables } from '../tables.ts'

export interface Note {
  text: string
  author: string
  createdAt: Instant
}

export interface Task {
  id: Id<'task'>
  contactId: ContactId | null
  contactName: string
  kind: 'call' | 'task'
  title: string
  dueOn: Day
  doneAt: Instant | null
}

export async function insertNote(context: Context, note: { id: Id<'note'>; contactId: ContactId; text: string }): Promise<void> {
  await tables(context.database)
    .insertInto('contact_notes')
    .values({
      company_id: context.company.id,
      id: note.id,
      contact_id: note.contactId,
      content: note.text,
      author: context.actor.name,
      created_at: context.now,
    })
    .execute()
}

export async function selectNotes(context: Context, contactId: ContactId): Promise<Note[]> {
  const rows = await tables(context.database)
    .selectFrom('contact_notes')
    .select(['content', 'author', 'created_at'])
    .where('company_id', '=', context.company.id)
    .where('contact_id', '=', contactId)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({ text: row.content, author: row.author, createdAt: row.created_at as Instant }))
}

/** Takes a note or task away; answers whose it was, undefined when there is none. */
export async function deleteNoted(
  context: Context,
  table: 'contact_notes' | 'contact_tasks',
  id: Id<'note'> | Id<'task'>,
): Promise<{ contactId: ContactId | null } | undefined> {
  const row = await tables(context.database)
    .deleteFrom(table)
    .where('company_id', '=', context.company.id)
    .where('id', '=', id)
    .returning('contact_id')
    .executeTakeFirst()
  return row && { contactId: row.contact_id as ContactId | null }
}

export async function insertTask(context: Context, task: Pick<Task, 'id' | 'contactId' | 'kind' | 'title' | 'dueOn'>): Promise<void> {
  await tables(context.database)
    .insertInto('contact_tasks')
    .values({
      company_id: context.company.id,
      id: task.id,
      contact_id: task.contactId,
      kind: task.kind,
      title: task.title,
      due_on: task.dueOn,
      created_at: context.now,
      done_at: null,
      done_by: null,
    })
    .execute()
}

/** Tasks of a contact or of all, the earliest due first. */
export async function selectTasks(
  context: Context,
  options: { contactId?: ContactId; taskId?: string; until?: Day | undefined; isOpenOnly: boolean },
): Promise<Task[]> {
  let query = tables(context.database)
    .selectFrom('contact_tasks as t')
    .leftJoin('contacts as c', (join) => join.onRef('c.company_id', '=', 't.company_id').onRef('c.id', '=', 't.contact_id'))
    .select(['t.id', 't.contact_id', 'c.name', 't.kind', 't.title', 't.due_on', 't.done_at'])
    .where('t.company_id', '=', context.company.id)
  if (options.contactId) query = query.where('t.contact_id', '=', options.contactId)
  if (options.taskId) query = query.where('t.id', '=', options.taskId)
  if (options.until) query = query.where('t.due_on', '<=', options.until)
  if (options.isOpenOnly) query = query.where('t.done_at', 'is', null)
  const rows = await query.orderBy('t.due_on').orderBy('t.id').limit(500).execute()
  return rows.map((row) => ({
    id: row.id as Task['id'],
    contactId: row.contact_id as ContactId | null,
    contactName: row.name ?? '',
    kind: row.kind as Task['kind'],
    title: row.title,
    dueOn: row.due_on as Day,
    doneAt: row.done_at as Instant | null,
  }))
}

export async function setTaskDone(context: Context, taskId: string, isDone: boolean): Promise<void> {
  await tables(context.database)
    .updateTable('contact_tasks')
    .set(isDone ? { done_at: context.now, done_by: context.actor.name } : { done_at: null, done_by: null })
    .where('company_id', '=', context.company.id)
    .where('id', '=', taskId)
    .execute()
}

/** Moves notes and tasks to the contact that theirs was merged into. */
export async function moveNotes(context: Context, options: { from: ContactId; to: ContactId }): Promise<void> {
  for (const table of ['contact_notes', 'contact_tasks'] as const) {
    await tables(context.database)
      .updateTable(table)
      .set({ contact_id: options.to })
      .where('company_id', '=', context.company.id)
      .where('contact_id', '=', options.from)
      .execute()
  }
}

export async function deleteNotes(context: Context, contactId: ContactId): Promise<void> {
  for (const table of ['contact_notes', 'contact_tasks'] as const) {
    await tables(context.database).deleteFrom(table).where('company_id', '=', context.company.id).where('contact_id', '=', contactId).execute()
  }
}

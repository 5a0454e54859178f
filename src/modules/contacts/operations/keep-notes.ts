import { fail, notFound } from '../../../kernel/failure.ts'
import { newId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { implement } from '../../../platform/operation/module.ts'
import { contactsContract } from '../contract.ts'
import { deleteNoted, insertNote, insertTask, selectTasks, setTaskDone, type Task } from '../notes/store.ts'
import { requireContact } from '../record.ts'
import { deleteTimelineOf } from '../timeline/store.ts'
import { addTimelineEntry } from '../timeline/timeline.ts'

export const addNote = implement(contactsContract['contacts.add-note'], async (context, { contactId, text }) => {
  const contact = await requireContact(context, contactId)
  if (contact.erasedAt) fail('contact_erased')
  const id = newId<'note'>()
  await insertNote(context, { id, contactId, text })
  await addTimelineEntry(context, { contactId, kind: 'note.added', subjectId: id, parameters: { text } })
  return { id }
})

export const addTask = implement(contactsContract['contacts.add-task'], async (context, input) => {
  if (input.contactId) await requireContact(context, input.contactId)
  const task: Task = { id: newId<'task'>(), ...input, contactName: '', doneAt: null }
  await insertTask(context, task)
  await tellTask(context, task, 'task.added')
  context.emit('task.added', { taskId: task.id })
  return { id: task.id }
})

export const completeTask = implement(contactsContract['contacts.complete-task'], async (context, { taskId }) => {
  const task = await requireTask(context, taskId)
  if (task.doneAt) return { id: taskId }
  await setTaskDone(context, taskId, true)
  await tellTask(context, task, 'task.done')
  context.emit('task.done', { taskId })
  return { id: taskId }
})

export const reopenTask = implement(contactsContract['contacts.reopen-task'], async (context, { taskId }) => {
  const task = await requireTask(context, taskId)
  if (!task.doneAt) return { id: taskId }
  await setTaskDone(context, taskId, false)
  await tellTask(context, task, 'task.reopened')
  context.emit('task.reopened', { taskId })
  return { id: taskId }
})

/** What was noted by mistake was never said: the note goes, and its line on the thread with it. */
export const removeNote = implement(contactsContract['contacts.remove-note'], async (context, { noteId }) => {
  const { contactId } = (await deleteNoted(context, 'contact_notes', noteId)) ?? notFound('note')
  if (contactId) await deleteTimelineOf(context, { contactId, subjectId: noteId })
  return { id: noteId }
})

export const removeTask = implement(contactsContract['contacts.remove-task'], async (context, { taskId }) => {
  const { contactId } = (await deleteNoted(context, 'contact_tasks', taskId)) ?? notFound('task')
  if (contactId) await deleteTimelineOf(context, { contactId, subjectId: taskId })
  return { id: taskId }
})

async function requireTask(context: Context, taskId: string): Promise<Task> {
  const [task] = await selectTasks(context, { taskId, isOpenOnly: false })
  return task ?? notFound('task')
}

async function tellTask(context: Context, task: Task, kind: 'task.added' | 'task.done' | 'task.reopened'): Promise<void> {
  if (!task.contactId) return
  await addTimelineEntry(context, {
    contactId: task.contactId,
    kind,
    subjectId: task.id,
    parameters: { title: task.title, dueOn: task.dueOn, task: task.kind },
  })
}

import { daysBetween, type Day } from '../../../kernel/day.ts'
import { causeOf, waitingWeight, type Move } from '../move.ts'

export interface DueTask {
  readonly taskId: string
  readonly contactId: string | null
  readonly contactName: string
  readonly kind: 'call' | 'task'
  readonly title: string
  readonly dueOn: Day
}

/** What was promised for today or before. */
export function taskDueMove(task: DueTask, today: Day): Move | undefined {
  if (task.dueOn > today) return undefined
  return {
    kind: 'task-due',
    cause: causeOf('task-due', task.taskId, task.dueOn),
    contactId: task.contactId,
    contactName: task.contactName,
    subject: { noun: 'task', id: task.taskId },
    facts: { title: task.title, kind: task.kind, dueOn: task.dueOn },
    since: task.dueOn,
    weight: (task.kind === 'call' ? 66 : 58) + waitingWeight(daysBetween(task.dueOn, today) * 2, 20),
    doing: { operation: 'contacts.complete-task', input: { taskId: task.taskId } },
  }
}

import type { Context } from '../../../platform/operation/context.ts'
import { openTasks } from '../../contacts/index.ts'
import type { Move } from '../move.ts'
import { taskDueMove } from '../moves/task-due.ts'

export async function taskMoves(context: Context): Promise<Move[]> {
  const tasks = await openTasks(context, { until: context.today })
  return tasks.flatMap((task) => taskDueMove({ ...task, taskId: task.id }, context.today) ?? [])
}

import type { Context } from '../../../platform/operation/context.ts'
import { selectTasks } from '../../contacts/index.ts'
import type { Move } from '../move.ts'
import { taskDueMove } from '../moves/task-due.ts'

export async function taskMoves(context: Context): Promise<Move[]> {
  const tasks = await selectTasks(context, { until: context.today, isOpenOnly: true })
  return tasks.flatMap((task) => taskDueMove({ ...task, taskId: task.id }, context.today) ?? [])
}

import type { ContactId } from '../../../kernel/id.ts'
import type { Context } from '../../../platform/operation/context.ts'
import { remindersDue } from '../../payments/index.ts'
import type { Move } from '../move.ts'
import { invoiceOverdueMove } from '../moves/invoice-overdue.ts'

export async function reminderMoves(context: Context, filter: { contactId?: ContactId | undefined }): Promise<Move[]> {
  const reminders = await remindersDue(context, filter)
  return reminders.filter((reminder) => reminder.isDue).map((reminder) => invoiceOverdueMove({ ...reminder, open: reminder.overdue }, context.today))
}

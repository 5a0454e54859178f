import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { daySchema, idSchema } from '../../../kernel/schema.ts'
import { rhythms } from './rhythm.ts'

const expenseId = idSchema<'expense'>()
const members = ['owner', 'staff'] as const

/** How a cost repeats, and the day of the next; null when it does not. */
export const repeatsSchema = z.object({ rhythm: z.enum(rhythms), nextOn: daySchema }).nullable()

export const repeatingOperations = {
  repeat: operation({
    summary: 'Say that a cost comes again monthly, quarterly or yearly; each is proposed on its day, to be checked.',
    effect: 'write',
    roles: members,
    route: 'PUT /expenses/{expenseId}/rhythm',
    input: z.object({ expenseId, rhythm: z.enum(rhythms) }),
    output: z.object({ id: expenseId, nextOn: daySchema }),
  }),
  'stop-repeating': operation({
    summary: 'Say that a cost does not come again; what was proposed stays.',
    effect: 'write',
    roles: members,
    route: 'DELETE /expenses/{expenseId}/rhythm',
    input: z.object({ expenseId }),
    output: z.object({ id: expenseId }),
  }),
  'propose-due': operation({
    summary: 'Propose the recurring costs that are due. Runs daily.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /expenses/propose-due',
    input: z.object({}),
    output: z.object({ proposed: z.number().int() }),
  }),
}

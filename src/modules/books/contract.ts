import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { accountOperations } from './accounts/contract.ts'
import { archiveOperations } from './archive/contract.ts'
import { closingOperations } from './closing/contract.ts'
import { exportOperations } from './exports/contract.ts'
import { reportOperations } from './reports/contract.ts'
import { taxReturnOperations } from './tax-return/contract.ts'

export const booksContract = contract('books', {
  ...reportOperations,
  ...closingOperations,
  ...accountOperations,
  ...taxReturnOperations,
  ...exportOperations,
  ...archiveOperations,
  'catch-up': operation({
    summary: 'Book what is not in the journal yet. Runs daily, and after an upgrade until all of the past is booked.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /books/catch-up',
    input: z.object({}),
    output: z.object({ booked: z.number().int(), isDone: z.boolean() }),
  }),
})

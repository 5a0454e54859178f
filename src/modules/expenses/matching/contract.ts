import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { daySchema, idSchema, moneySchema } from '../../../kernel/schema.ts'

const expenseId = idSchema<'expense'>()
const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const

export const matchingOperations = {
  debits: operation({
    summary: 'List what went out of the bank accounts and belongs to no expense yet, each with the expense that it probably paid.',
    effect: 'read',
    roles: everyone,
    route: 'GET /expense-debits',
    input: z.object({}),
    output: z.object({
      debits: z.array(
        z.object({
          bankTransactionId: idSchema<'bank-transaction'>(),
          bookedOn: daySchema,
          amount: moneySchema,
          name: z.string(),
          remittance: z.string(),
          proposal: z.object({ expenseId, name: z.string(), isCertain: z.boolean() }).nullable(),
        }),
      ),
    }),
  }),
  match: operation({
    summary: 'Say which expense a debit of the bank paid: the named one, the best proposal, or a new one made from the debit.',
    effect: 'write',
    roles: members,
    route: 'POST /expense-debits/{bankTransactionId}/match',
    input: z.object({
      bankTransactionId: idSchema<'bank-transaction'>(),
      expenseId: expenseId.optional(),
      /** Make a new expense of it, whatever is proposed. */
      isNew: z.boolean().default(false),
    }),
    /** isConfirmed: it was a proposal and is recorded now. */
    output: z.object({ id: expenseId, isNew: z.boolean(), isConfirmed: z.boolean() }),
  }),
}

import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { daySchema, fileSchema, idSchema, instantSchema, moneySchema } from '../../../kernel/schema.ts'

const expenseId = idSchema<'expense'>()
const fileId = idSchema<'expense-payment-file'>()
const members = ['owner', 'staff'] as const
const everyone = ['owner', 'staff', 'accountant'] as const
const format = z.enum(['pain.001.001.09', 'pain.001.001.03', 'pain.001.001.09.ch.03'])

export const payingOperations = {
  'to-pay': operation({
    summary: 'List expenses that can be paid out, earliest due first: what is missing for it, and which are ordered already.',
    effect: 'read',
    roles: everyone,
    route: 'GET /expenses/to-pay',
    input: z.object({}),
    output: z.object({
      expenses: z.array(
        z.object({
          id: expenseId,
          payee: z.string(),
          documentNumber: z.string().nullable(),
          dueOn: daySchema.nullable(),
          open: moneySchema,
          /** Why it cannot be ordered: iban_missing, iban_wrong, …; null when it can. */
          problem: z.string().nullable(),
          fileId: fileId.nullable(),
        }),
      ),
      files: z.array(z.object({ id: fileId, format, executeOn: daySchema, createdAt: instantSchema, count: z.number().int(), isUndone: z.boolean() })),
    }),
  }),
  pay: operation({
    summary: 'Put chosen expenses into a file of payment orders for the bank (SEPA or Swiss pain.001); none is ordered twice.',
    effect: 'write',
    roles: members,
    route: 'POST /expenses/pay',
    input: z.object({
      expenseIds: z.array(expenseId).min(1).max(500),
      /** The next banking day when left out. */
      executeOn: daySchema.optional(),
      /** What the bank of the company’s country takes when left out. */
      format: format.optional(),
    }),
    output: z.object({ id: fileId, count: z.number().int() }),
  }),
  'payment-file': operation({
    summary: 'Read a file of payment orders, for the bank.',
    effect: 'read',
    roles: everyone,
    route: 'GET /expense-payment-files/{fileId}',
    input: z.object({ fileId }),
    output: fileSchema,
  }),
  'undo-payment-file': operation({
    summary: 'Take a file of payment orders back that the bank did not get: its expenses may be ordered again.',
    effect: 'write',
    roles: members,
    route: 'POST /expense-payment-files/{fileId}/undo',
    input: z.object({ fileId }),
    output: z.object({ id: fileId }),
  }),
}

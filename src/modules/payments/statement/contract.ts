import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { currencySchema, daySchema, fileSchema, idSchema, moneySchema } from '../../../kernel/schema.ts'
import { statementKinds } from './statement.ts'

const input = z.object({ contactId: idSchema<'contact'>(), from: daySchema.optional(), to: daySchema.optional() })
const everyone = ['owner', 'staff', 'accountant'] as const

export const statementOperations = {
  statement: operation({
    summary: 'Read the account statement of a customer: every movement with the balance after it, and what is open by age.',
    effect: 'read',
    roles: everyone,
    route: 'GET /customers/{contactId}/statement',
    input,
    output: z.object({
      from: daySchema,
      to: daySchema,
      statements: z.array(
        z.object({
          currency: currencySchema,
          brought: moneySchema,
          lines: z.array(
            z.object({
              on: daySchema,
              kind: z.enum(statementKinds),
              about: z.string().nullable(),
              amount: moneySchema,
              isUndoing: z.boolean(),
              balance: moneySchema,
            }),
          ),
          balance: moneySchema,
          /** What is open now, not yet due (0), late by up to 30, 60, 90 days, and longer (null). */
          ages: z.array(z.object({ upTo: z.number().int().nullable(), amount: moneySchema })),
        }),
      ),
      openItems: z.array(
        z.object({ kind: z.enum(['invoice', 'fee', 'credit']), number: z.string(), dueOn: daySchema, open: moneySchema, daysLate: z.number().int() }),
      ),
    }),
  }),
  'statement-pdf': operation({
    summary: 'Read the account statement of a customer as a letter (PDF), in the customer’s language.',
    effect: 'read',
    roles: everyone,
    route: 'GET /customers/{contactId}/statement.pdf',
    input,
    output: fileSchema,
  }),
}

import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { lineSchema } from '../../../kernel/schema.ts'

const accountSchema = z.object({
  kind: z.string(),
  number: z.string(),
  name: z.string(),
  type: z.enum(['asset', 'liability', 'equity', 'income', 'expense']),
  /** Whether the company chose it otherwise than its chart. */
  isOwn: z.boolean(),
})

export const accountOperations = {
  accounts: operation({
    summary: 'List the chart of accounts: number, name, and what is booked there.',
    effect: 'read',
    roles: ['owner', 'accountant'],
    route: 'GET /books/accounts',
    input: z.object({}),
    output: z.object({ chart: z.enum(['kmu', 'skr03', 'skr04', 'pcg', 'generic']), accounts: z.array(accountSchema) }),
  }),
  'change-account': operation({
    summary: 'Book a kind of thing under another number or name from now on; what is booked stays where it is.',
    effect: 'write',
    roles: ['owner'],
    route: 'PUT /books/accounts/{kind}',
    input: z.object({
      kind: z.string().regex(/^[a-z_]+(\.[a-z0-9_*-]+){0,2}$/, { error: 'account_kind_unknown' }),
      number: z.string().regex(/^\d{3,8}$/, { error: 'account_number_malformed' }),
      name: lineSchema(100).nullable().default(null),
    }),
    output: z.object({ kind: z.string() }),
  }),
}

import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { currencySchema, moneySchema } from '../../kernel/schema.ts'

export const insightsContract = contract('insights', {
  read: operation({
    summary:
      'Read the numbers: invoiced, received, spent and refunded per month, open and overdue, recurring revenue, best customers with their lifetime value, hours of each member.',
    effect: 'read',
    roles: ['owner', 'accountant'],
    route: 'GET /insights',
    input: z.object({ months: z.coerce.number().int().min(1).max(36).default(12) }),
    output: z.object({
      /** The company's; other currencies stand beside it. */
      currency: currencySchema,
      months: z.array(
        z.object({
          month: z.string(),
          invoiced: moneySchema,
          received: moneySchema,
          /** What left the company for costs and fees. */
          spent: moneySchema,
          /** What went back to customers. */
          refunded: moneySchema,
        }),
      ),
      otherCurrencies: z.array(z.object({ invoiced: moneySchema, received: moneySchema })),
      open: z.array(moneySchema),
      overdue: z.array(moneySchema),
      /** What comes again each month by running agreements, before anything else is sold. */
      recurring: z.array(moneySchema),
      /** `lifetime`: everything ever invoiced to them, less what was credited. */
      customers: z.array(z.object({ contactId: z.string(), name: z.string(), amount: moneySchema, lifetime: moneySchema })),
      /** The same on the average of all customers who were ever invoiced. */
      lifetimeAverage: moneySchema.nullable(),
      /** Of the last thirty days. */
      members: z.array(z.object({ memberId: z.string().nullable(), name: z.string(), minutes: z.number().int(), billableMinutes: z.number().int() })),
    }),
    tool: true,
  }),
})

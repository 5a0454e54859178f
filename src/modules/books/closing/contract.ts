import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { daySchema, instantSchema, lineSchema, moneySchema } from '../../../kernel/schema.ts'

const readers = ['owner', 'accountant'] as const

export const closingOperations = {
  'month-end': operation({
    summary: 'Read what is left to do before a month is closed, and which month is next.',
    effect: 'read',
    roles: readers,
    route: 'GET /books/month-end',
    input: z.object({}),
    output: z.object({
      /** "2026-10"; null where no whole month is open. */
      month: z.string().nullable(),
      until: daySchema.nullable(),
      closedUntil: daySchema.nullable(),
      todo: z.object({
        unbilled: z.object({ count: z.number().int(), amounts: z.array(moneySchema) }),
        drafts: z.number().int(),
        bankLines: z.number().int(),
        expensesToCheck: z.number().int(),
        /** Currencies in which something was booked one for one, since no rate was known. */
        currenciesWithoutRate: z.array(z.string()),
      }),
      closings: z.array(
        z.object({ kind: z.enum(['closed', 'reopened']), until: daySchema.nullable(), reason: z.string().nullable(), at: instantSchema, by: z.string() }),
      ),
    }),
  }),
  'close-period': operation({
    summary: 'Close the books up to a day: nothing is booked there any more.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /books/close',
    input: z.object({ until: daySchema, reason: lineSchema(500).optional() }),
    output: z.object({ closedUntil: daySchema }),
  }),
  reopen: operation({
    summary: 'Open closed books again, whole or after a day, with the reason.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /books/reopen',
    input: z.object({
      /** The day up to which they stay closed; left out: nothing does. */
      until: daySchema.nullable().default(null),
      reason: lineSchema(500),
    }),
    output: z.object({ closedUntil: daySchema.nullable() }),
  }),
}

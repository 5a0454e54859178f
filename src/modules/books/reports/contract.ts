import { z } from 'zod'
import { operation } from '../../../kernel/operation.ts'
import { daySchema, idSchema, moneySchema } from '../../../kernel/schema.ts'
import { entryKinds } from '../journal/entry.ts'

const readers = ['owner', 'accountant'] as const
const period = z.object({ from: daySchema, to: daySchema })

const accountRow = z.object({ account: z.string(), name: z.string(), amount: moneySchema })
const ageSchema = z.enum(['not_due', 'to_30', 'to_60', 'to_90', 'over_90'])
const openRow = z.object({
  id: z.string(),
  kind: z.enum(['invoice', 'expense']),
  number: z.string().nullable(),
  party: z.string(),
  dueOn: daySchema,
  age: ageSchema,
  open: moneySchema,
})
const linkSchema = z.object({ kind: z.enum(['invoice', 'payment', 'expense', 'customer']), id: z.string() }).nullable()

export const entrySchema = z.object({
  id: idSchema<'journal-entry'>(),
  sequence: z.number().int(),
  postedOn: daySchema,
  /** The document's or the money's own day; earlier where its period was closed. */
  factOn: daySchema,
  kind: z.enum(entryKinds),
  document: z.string().nullable(),
  party: z.string().nullable(),
  /** Where the document or payment is to be seen. */
  link: linkSchema,
  lines: z.array(z.object({ account: z.string(), name: z.string(), amount: moneySchema, foreign: moneySchema.nullable() })),
})

export const reportOperations = {
  'profit-and-loss': operation({
    summary: 'Read the profit and loss of some days: income and costs by account, and the profit of each month.',
    effect: 'read',
    roles: readers,
    route: 'GET /books/profit-and-loss',
    input: period,
    output: z.object({
      income: z.array(accountRow),
      costs: z.array(accountRow),
      incomeTotal: moneySchema,
      costsTotal: moneySchema,
      profit: moneySchema,
      months: z.array(z.object({ month: z.string(), income: moneySchema, costs: moneySchema, profit: moneySchema })),
    }),
    tool: true,
  }),
  balance: operation({
    summary: 'Read the balance of a day: what the company has, what it owes, and what is its own.',
    effect: 'read',
    roles: readers,
    route: 'GET /books/balance',
    input: z.object({ on: daySchema.optional() }),
    output: z.object({
      on: daySchema,
      assets: z.array(accountRow),
      liabilities: z.array(accountRow),
      equity: z.array(z.object({ kind: z.enum(['opening', 'retained', 'profit']), account: z.string().nullable(), amount: moneySchema })),
      assetsTotal: moneySchema,
      liabilitiesTotal: moneySchema,
      equityTotal: moneySchema,
    }),
  }),
  'open-items': operation({
    summary: 'List what customers owe and what is owed to suppliers, by how long it has been due.',
    effect: 'read',
    roles: readers,
    route: 'GET /books/open-items',
    input: z.object({}),
    output: z.object({
      receivable: z.array(openRow),
      payable: z.array(openRow),
      ages: z.array(z.object({ age: ageSchema, receivable: moneySchema, payable: moneySchema })),
      /** In other currencies; they stand in the rows and not in the sums. */
      hasOtherCurrencies: z.boolean(),
    }),
  }),
  forecast: operation({
    summary: 'Foresee the money of the next thirteen weeks: open invoices by the habit of each customer, agreements and costs to come.',
    effect: 'read',
    roles: readers,
    route: 'GET /books/forecast',
    input: z.object({}),
    output: z.object({
      start: moneySchema,
      weeks: z.array(z.object({ from: daySchema, in: moneySchema, out: moneySchema, balance: moneySchema })),
      expected: z.array(
        z.object({
          kind: z.enum(['invoice', 'agreements', 'expense', 'usual_costs']),
          id: z.string().nullable(),
          number: z.string().nullable(),
          party: z.string().nullable(),
          on: daySchema,
          /** Negative: goes out. */
          amount: moneySchema,
          /** Days after the due day in which this customer usually pays; null where it is not known. */
          daysLate: z.number().int().nullable(),
        }),
      ),
    }),
  }),
  entries: operation({
    summary: 'List journal entries, latest first: all, of an account, or of one invoice, payment or expense.',
    effect: 'read',
    roles: readers,
    route: 'GET /books/entries',
    input: z.object({
      account: z.string().max(20).optional(),
      from: daySchema.optional(),
      to: daySchema.optional(),
      /** The id of an invoice, a payment or an expense. */
      subject: z.string().max(64).optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ account: z.object({ number: z.string(), name: z.string() }).nullable(), entries: z.array(entrySchema), next: z.string().nullable() }),
  }),
}
